import { expect, test } from 'vitest';
import { gehoertInsPaket } from '../../src/site/offline.ts';

const SPRACHEN = ['de', 'en', 'ar'];

test.each([
  // Pages belong to their language; German has no folder.
  ['index.html', ['de']],
  ['angebote/arabisch/index.html', ['de']],
  ['artikel/index.html', ['de']],
  ['ar/index.html', ['ar']],
  ['ar/angebote/deutschkurs/index.html', ['ar']],
  ['ar/a/2v6z5s/index.html', ['ar']],
  ['ar/a/2v6z5s/qr.svg', ['ar']],
  ['ar/suche-tabelle.json', ['ar']],
  ['suche-tabelle.json', ['de']],
  // What all languages load.
  ['_astro/karte.abc.js', SPRACHEN],
  ['favicon.svg', SPRACHEN],
  ['suche-grenzen.json', SPRACHEN],
  ['suche-teile/w12-abc.json', SPRACHEN],
  ['suche-teile/p-abc.json', SPRACHEN],
  ['suche-teile/k0-ar-abc.json', ['ar']],
  // What nobody needs without a network.
  ['sw.js', []],
  ['pagefind/pagefind.js', []],
  ['pagefind/index/qaa_1.pf_index', []],
  ['bericht/index.html', []],
  ['ar/bericht/index.html', []],
  ['ar/einbetten/themen/arbeit/index.html', []],
  ['ar/angebote/deutschkurs/termine.ics', []],
  ['ar/diese-woche/index.html', []],
  ['404.html', []],
  ['sitemap.xml', []],
])('%s is stored with %j', (pfad, erwartet) => {
  expect(SPRACHEN.filter((sprache) => gehoertInsPaket(pfad, sprache, SPRACHEN))).toEqual(erwartet);
});

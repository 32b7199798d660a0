/** What somebody puts into `public` is published as it is: nothing there may run, be read as a page, or slip past the checks. */
import { expect, test } from 'vitest';
import { fremdeDateien } from '../../scripts/lib/bau/fremde-dateien.ts';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { aufAbruf } from '../../src/site/dateien.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';
import { MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

const katalog = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
const daten = toOffeneDaten(katalog, { seit: '2026-01-01', ereignisse: [] });
const geschrieben = new Set([...aufAbruf(katalog).keys(), ...daten.flatMap(({ pfade }) => pfade)]);

test('what a portal is made of is no concern', () => {
  const pfade = [
    'index.html',
    'sw.js',
    '_astro/a.js',
    '_headers',
    '.htaccess',
    'pagefind/a.pf_meta',
  ];
  const alle = [...pfade, 'daten/angebote.csv'];
  expect(fremdeDateien(alle, listPfade('public'), geschrieben)).toEqual([]);
});

test.each([
  'index.html.gz',
  'themen/arbeit/index.html.br',
  'seite.HTML',
  'bild.SVG',
  'willkommen.htm',
  's.xhtml',
  'ohne-endung',
  'unter/.htaccess',
  'liste.pdf',
])('/%s is not published: nobody would have looked at it', (pfad) => {
  const [satz, ...mehr] = fremdeDateien(['index.html', pfad], [pfad], geschrieben);
  expect(satz).toContain(`/${pfad}`);
  expect(satz).toContain('public');
  expect(mehr).toEqual([]);
});

test.each(['_astro/zz.js', '_astro/a.css', 'x.js', 'seite.html', 'a/b/index.html'])(
  'public/%s is refused: pages and scripts are made by the build alone',
  (pfad) => expect(fremdeDateien([pfad], [pfad], geschrieben).join()).toContain(`„${pfad}“`),
);

test.each(['daten/v1/anbieter.json', 'daten/hsds/phones.csv', 'robots.txt'])(
  'public/%s is refused: nobody would ever see it, for the build writes its own',
  (pfad) =>
    expect(fremdeDateien([pfad], [pfad], geschrieben)).toEqual([
      expect.stringContaining(`„${pfad}“; unter diesem Namen schreibt der Bau`),
    ]),
);

/** What the check knows of pages before they are built is what is built. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { BELEGTE_ADRESSEN } from '../../src/domain/seite.ts';
import { sprachcodes } from '../../src/domain/portal.ts';
import { texteDer } from '../../src/i18n/texte.ts';
import { createPruefeAdresse } from '../../src/katalog/adressen.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { EIGENE_TITEL } from '../../src/katalog/rules/gleiche-titel.ts';
import { basisOf } from '../../src/site/pfade.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';

describe.each([
  ['content', 'rhein-sieg'],
  ['test/fixtures/musterkreis', 'musterkreis'],
])('%s', (inhalt, name) => {
  const { kontext } = readKatalog(inhalt, STICHTAG);
  const { portal } = kontext!.katalog;
  const pruefe = createPruefeAdresse(kontext!);
  const gebaut = join(WERKSTATT, name);
  const html = listPfade(gebaut).filter(
    (pfad) => pfad.endsWith('.html') && !sprachcodes(portal).includes(pfad.split('/')[0]!),
  );

  test('editors may link to every page, and to whatever pages link to', () => {
    const adressen = new Set(html.map((pfad) => `/${pfad.replace(/(^|\/)index\.html$/, '$1')}`));
    adressen.delete('/404.html');
    expect(adressen.size).toBeGreaterThan(50);
    for (const pfad of html)
      for (const [, href = ''] of readFileSync(join(gebaut, pfad), 'utf8').matchAll(
        / href="?([^"\s>]+)/g,
      )) {
        const adresse = href.replaceAll('&amp;', '&').replace(basisOf(portal.url), '/');
        const [, erster = ''] = adresse.split('/');
        if (href.startsWith(basisOf(portal.url)) && /\/(#.*)?$/.test(adresse))
          if (!sprachcodes(portal).includes(erster)) adressen.add(adresse);
      }
    expect([...adressen].flatMap((adresse) => pruefe(adresse)?.meldung ?? [])).toEqual([]);
  });

  test("of the portal's own pages it knows exactly those that are there", () => {
    const bekannte = BELEGTE_ADRESSEN.filter((eine) => pruefe(`/${eine}/`) === undefined);
    const gebaute = BELEGTE_ADRESSEN.filter((eine) => existsSync(join(gebaut, eine, 'index.html')));
    expect(bekannte).toEqual(gebaute);
  });

  test('the rule of titles knows what they are called', () => {
    for (const eine of BELEGTE_ADRESSEN) {
      const datei = join(gebaut, eine, 'index.html');
      if (!existsSync(datei)) continue;
      const [, titel = ''] = /<title[^>]*>([^<]*)/.exec(readFileSync(datei, 'utf8')) ?? [];
      // A neutral page is called like the portal.
      const key = EIGENE_TITEL[eine];
      if (titel !== portal.name) expect(titel).toContain(key ? texteDer('de')[key] : eine);
    }
  });
});

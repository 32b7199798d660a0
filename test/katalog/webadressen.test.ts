/** Which web addresses the content names, and where. */
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { displayPath } from '../../src/katalog/content-files.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { sammleWebadressen } from '../../src/katalog/webadressen.ts';
import { angebot, createInhalt, type Dateien, seite, STICHTAG } from '../lib/inhalt.ts';

/** Address → its places, as `file:line field`. */
function sammle(dateien: Dateien): Record<string, string[]> {
  const ordner = createInhalt(dateien);
  try {
    const adressen = sammleWebadressen(readKatalog(ordner, STICHTAG).kontext!);
    const prefix = `${displayPath(ordner)}/`;
    return Object.fromEntries(
      [...adressen].map(([adresse, stellen]) => [
        adresse,
        stellen.map(({ datei, zeile, feld }) => `${datei.replace(prefix, '')}:${zeile} ${feld}`),
      ]),
    );
  } finally {
    rmSync(ordner, { recursive: true, force: true });
  }
}

test('fields of every kind of file, with file, line and field', () => {
  const adressen = sammle({});
  expect(adressen['https://muster.example/integration/']).toEqual(['portal.yaml:12 url']);
  expect(adressen['https://www.wetter.example/']).toEqual(['portal.yaml:30 ausstieg']);
  expect(adressen['https://vhs-musterland.example/programm']).toEqual([
    'anbieter/vhs-musterland.yaml:9 quelle.url',
  ]);
  expect(adressen['https://sprachtreff.example/']).toEqual([
    'angebote/sprachtreff-online.md:18 web',
  ]);
  expect(adressen['https://www.musterkreis.example/auslaenderbehoerde']).toEqual([
    'kontakte/kreisweit.yaml:6 stellen[0].web',
    'kontakte/kreisweit.yaml:10 stellen[0].quelle.url',
  ]);
  expect(adressen['https://vhs-musterland.example/elterncafe']).toEqual([
    'projekte/elterncafe-an-der-schule.md:15 quelle.url',
    'projekte/elterncafe-an-der-schule.md:46 (text)',
  ]);
});

test('an address stands once, with all its places, whatever is behind #, and however it is spelled', () => {
  const adressen = sammle({
    'angebote/a.md': angebot(
      { web: 'https://Ziel.example' },
      'Siehe [dort](https://ziel.example/#unten).\n\nUnd https://ziel.example.',
    ),
  });
  expect(adressen['https://ziel.example/']).toEqual([
    'angebote/a.md:11 web',
    'angebote/a.md:15 (text)',
    'angebote/a.md:17 (text)',
  ]);
});

test('links in texts: of offers, pages with components, and translations; references and bare addresses', () => {
  const adressen = sammle({
    'angebote/a.md': angebot(
      { web: null },
      'Text\n\n[Hier][1] und www.nackt.example.\n\n[1]: https://verweis.example/x',
    ),
    'angebote/a.ar.md':
      '---\nart: mensch\ngeprueft: ja\ntitel: نص\n---\n\n[نص](https://verweis.example/x)\n',
    'seiten/s.mdx': seite(
      '<Hinweis titel="Wichtig">\n\n[Dort](https://kasten.example/)\n\n</Hinweis>',
    ),
  });
  expect(adressen['https://verweis.example/x']).toEqual([
    'angebote/a.ar.md:7 (text)',
    'angebote/a.md:18 (text)',
  ]);
  expect(adressen['http://www.nackt.example/']).toEqual(['angebote/a.md:16 (text)']);
  expect(adressen['https://kasten.example/']).toEqual(['seiten/s.mdx:7 (text)']);
});

test('addresses among the words of a field, and in fields deep down', () => {
  const adressen = sammle({
    'angebote/a.md': angebot({
      kurz: 'Anmeldung auf https://worte.example/kurs, jeden Tag.',
      hinweis: '\n  text: Siehe https://hinweis.example/',
      quelle: '{ name: Verein, url: "https://klammer.example/a_(b" }',
    }),
  });
  expect(adressen['https://worte.example/kurs']).toEqual(['angebote/a.md:13 kurz']);
  expect(adressen['https://hinweis.example/']).toEqual(['angebote/a.md:15 hinweis.text']);
  expect(adressen['https://klammer.example/a_(b']).toEqual(['angebote/a.md:16 quelle.url']);
});

test('what is no web address is none: mail, telephone, pages of the portal itself', () => {
  const adressen = sammle({
    'seiten/s.md': seite(
      '[Mail](mailto:a@verein.example), [Anruf](tel:+492214710123), [Themen](/themen/), [unten](#unten)',
    ),
  });
  expect(
    Object.values(adressen)
      .flat()
      .filter((stelle) => stelle.startsWith('seiten/s.md')),
  ).toEqual([]);
  expect(Object.keys(adressen).every((adresse) => /^https?:/.test(adresse))).toBe(true);
});

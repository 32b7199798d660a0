/** The files of a Kreis that are no offers: portal.yaml, vocabularies, providers, places, interface texts. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PFLICHT_VOKABULARE } from '../../src/domain/vokabular.ts';
import {
  angebot,
  type Dateien,
  type Gelesen,
  lies,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
  seite,
} from '../lib/inhalt.ts';

const datei = (name: string) => readFileSync(`${MUSTERKREIS}/${name}`, 'utf8');
const kurz = ({ fehlerZu }: Gelesen) =>
  fehlerZu().map(({ datei, zeile, feld }) => `${datei}:${zeile} ${feld}`);

/** A file of the Musterkreis with a place in it replaced. */
function mit(name: string, alt: string | RegExp, neu: string): Dateien {
  const inhalt = datei(name);
  const ersetzt = inhalt.replace(alt, neu);
  expect(ersetzt).not.toBe(inhalt);
  return { [name]: ersetzt };
}

/** A vocabulary of the Musterkreis with lines added at its end. */
function dazu(name: string, zeilen: string): Dateien {
  return { [`vokabular/${name}.yaml`]: datei(`vokabular/${name}.yaml`) + zeilen };
}

describe('portal.yaml', () => {
  test.each<[was: string, alt: string | RegExp, neu: string, feld: string]>([
    ['the address has a query', /url: .*/, 'url: https://x.example/?a=b', 'url'],
    ['the address has a fragment', /url: .*/, 'url: "https://x.example/a#b"', 'url'],
    ['the address is a file', /url: .*/, 'url: https://x.example/index.html', 'url'],
    ['the address has umlauts in a folder', /url: .*/, 'url: https://x.example/förderung/', 'url'],
    ['the address is relative', /url: .*/, 'url: /integration/', 'url'],
    ['German is not the first language', '[de, en, ar]', '[en, de]', 'sprachen'],
    ['no language', '[de, en, ar]', '[]', 'sprachen'],
    ['a language without texts', '[de, en, ar]', '[de, xx]', 'sprachen[1]'],
    ['a language twice', '[de, en, ar]', '[de, de]', 'sprachen'],
    ['the area is upside down', '[50.55, 51]', '[51, 50.55]', 'karte.gebiet.lat'],
    ['the area has one border', '[50.55, 51]', '[51]', 'karte.gebiet.lat'],
    ['the area has three borders', '[50.55, 51]', '[50, 51, 52]', 'karte.gebiet.lat'],
    ['unknown tiles', 'basemapde', 'osm', 'karte.kacheln'],
    ...['0900 5 123456', '+1 900 555 1234', '0-0', '+49', '112 110', '12'].map(
      (nummer): [string, string, string, string] => [
        `an emergency number that is none, ${nummer}`,
        '"112"',
        `"${nummer}"`,
        'notruf[0].telefon',
      ],
    ),
    ['an emergency number in words', '"112"', '"eins eins zwei"', 'notruf[0].telefon'],
    ['no German name', '  de: im Musterkreis\n', '', 'im_kreis'],
    ['an unknown Land', 'land: nw', 'land: nrw', 'land'],
    ['the way out is a script', /ausstieg: .*/, 'ausstieg: "javascript:x"', 'ausstieg'],
    ['an unknown field', 'land: nw', 'land: nw\nfarbe: rot', 'farbe'],
    ['trial in English', 'probebetrieb: ja', 'probebetrieb: true', 'probebetrieb'],
  ])('%s', (_was, alt, neu, feld) => {
    const { fehlerZu } = lies({ ...OHNE_ANGEBOTE, ...mit('portal.yaml', alt, neu) });
    expect([...new Set(fehlerZu().map((befund) => `${befund.datei} ${befund.feld}`))]).toEqual([
      `portal.yaml ${feld}`,
    ]);
  });

  test.each([
    ['ua', /^Meinten Sie „uk“ \(Ukrainisch\)\?/],
    ['no', /^Bekannt sind/],
  ])('a language „%s“: the tip names no other language', (code, tipp) => {
    const { fehlerZu } = lies({
      ...OHNE_ANGEBOTE,
      ...mit('portal.yaml', '[de, en, ar]', `[de, ${code}]`),
    });
    expect(fehlerZu().map((befund) => befund.tipp)).toEqual([expect.stringMatching(tipp)]);
  });

  test.each([[null], [''], ['name: [x'], ['- a'], ['Hallo'], ['---\nname: x\n---\n']])(
    'broken as %j: no Katalog, and the reason',
    (inhalt) => {
      const gelesen = lies({ 'portal.yaml': inhalt });
      expect(gelesen.katalog).toBeUndefined();
      expect(gelesen.fehlerZu('portal.yaml')[0]!.feld).toMatch(/^\((datei|yaml)\)$/);
      expect(gelesen.fehlerZu()).toEqual(gelesen.fehlerZu('portal.yaml'));
    },
  );
});

describe('vocabularies', () => {
  test.each(PFLICHT_VOKABULARE)(
    '%s missing, empty or broken is one finding, not one for every offer',
    (name) => {
      const pfad = `vokabular/${name}.yaml`;
      expect(kurz(lies({ [pfad]: null }))).toEqual([`${pfad}:1 (datei)`]);
      for (const inhalt of ['', '{}', '- a'])
        expect(kurz(lies({ [pfad]: inhalt })), inhalt).toEqual([`${pfad}:1 (yaml)`]);
    },
  );

  test('one that a Kreis does without: whoever refers to it is named', () => {
    expect(kurz(lies({ 'vokabular/schritte.yaml': null }))).toContain(
      'angebote/infotelefon.md:17 schritte[0]',
    );
    expect(kurz(lies({ 'vokabular/schritte.yaml': '' }))).toEqual([
      'vokabular/schritte.yaml:1 (yaml)',
    ]);
  });

  test.each<[name: string, zeilen: string, feld: string]>([
    ['themen', 'Sprache:\n  bezeichnung: x\n', 'Sprache'],
    ['themen', 'sprache:\n  bezeichnung: x\n', 'sprache'],
    ['themen', 'büro:\n  bezeichnung: x\n', 'büro'],
    ['themen', '2026:\n  bezeichnung: x\n', '2026'],
    ['themen', '__proto__:\n  bezeichnung: x\n', '__proto__'],
    ['themen', 'neu:\n', 'neu.bezeichnung'],
    ['themen', 'neu: Neues Thema\n', 'neu'],
    ['themen', 'neu:\n  bezeichnung: { en: New }\n', 'neu.bezeichnung'],
    ['themen', 'neu:\n  bezeichnung: ""\n', 'neu.bezeichnung.de'],
    ['themen', 'neu:\n  bezeichnung: x\n  farbe: rot\n', 'neu.farbe'],
    ['themen', 'neu:\n  bezeichnung: x\n  cluster: gibt-es-nicht\n', 'neu.cluster'],
    ['themen', 'neu:\n  bezeichnung: x\n  rollen: [alle]\n', 'neu.rollen[0]'],
    ['angebotsarten', 'neu:\n  bezeichnung: x\n', 'neu.pruefintervall_tage'],
    [
      'angebotsarten',
      'neu:\n  bezeichnung: x\n  pruefintervall_tage: 180\n  schutz: [geheim]\n',
      'neu.schutz[0]',
    ],
    [
      'handlungsfelder',
      'neu:\n  bezeichnung: x\n  cluster:\n    teilhabe:\n      bezeichnung: x\n',
      'neu.cluster.teilhabe',
    ],
    ['sprachen', 'AR:\n', 'AR'],
    ['sprachen', 'xyz:\n', 'xyz'],
    ['sprachen', 'deutsch:\n', 'deutsch'],
    ['sprachen', 'pl: Polnisch\n', 'pl'],
    ['kommunen', 'neu:\n  bezeichnung: x\n  lat: 50.7\n  lon: 7.1\n', 'neu.plz'],
    ['kommunen', 'neu:\n  bezeichnung: x\n  plz: "53111"\n  lat: 5.07\n  lon: 7.1\n', 'neu.lat'],
    [
      'kommunen',
      'neu:\n  bezeichnung: x\n  plz: "53111"\n  ags: "5999001"\n  lat: 50.7\n  lon: 7.1\n',
      'neu.ags',
    ],
    [
      'kommunen',
      'kreisweit:\n  bezeichnung: x\n  plz: "53111"\n  lat: 50.7\n  lon: 7.1\n',
      'kreisweit',
    ],
  ])('%s: %j', (name, zeilen, feld) => {
    const vorher = datei(`vokabular/${name}.yaml`).split('\n').length;
    const fehler = lies({ ...OHNE_ANGEBOTE, ...dazu(name, zeilen) }).fehlerZu();
    expect(fehler.map((befund) => `${befund.datei} ${befund.feld}`)).toEqual([
      `vokabular/${name}.yaml ${feld}`,
    ]);
    expect(fehler[0]!.zeile).toBeGreaterThanOrEqual(vorher);
  });

  test('the order of the file is the order on the pages', () => {
    expect([...lies().katalog!.vokabular.themen.keys()]).toEqual([
      'sprache',
      'arbeit',
      'wohnen',
      'gesundheit',
      'familie',
      'aufenthalt',
      'gewaltschutz',
    ]);
  });

  test('a language without details, and one with a name of its own', () => {
    const { sprachen } = lies().katalog!.vokabular;
    expect(sprachen.get('de')).toEqual({ id: 'de' });
    expect(sprachen.get('rhg')!.bezeichnung!['de']).toBe('Rohingya');
  });
});

describe('providers and places', () => {
  test.each<[datei: string, inhalt: string, befund: string]>([
    ['anbieter/x.yaml', '', '1 (yaml)'],
    ['anbieter/x.yaml', 'art: verein', '1 name'],
    ['anbieter/x.yaml', 'name: X\nart: club', '2 art'],
    ['anbieter/x.yaml', 'name: X\nstrasse: Musterweg 1', '2 strasse'],
    ['anbieter/x.yaml', 'name: X\ntelefon: 0900 1234567', '2 telefon'],
    ['anbieter/x.yaml', 'name: X\nkommune: Probeburg', '2 kommune'],
    ['anbieter/x.yaml', 'name: X\nweb: https://vеrein.example', '2 web'],
    ['anbieter/x.yaml', 'name: X\nquelle:\n  name: Y\n  url: http://[::1]/', '4 quelle.url'],
    ['anbieter/x.yaml', 'name: X\nbeschreibung: <b>fett</b>', '2 beschreibung'],
    ['anbieter/x.yaml', 'name: X\n---\nname: Y', '2 (yaml)'],
    ['anbieter/x.yaml', 'name: X\nname: Y', '2 name'],
    ['orte/x.yaml', '', '1 (yaml)'],
    ['orte/x.yaml', 'name: X', '1 (yaml)'],
    ['orte/x.yaml', 'ort: Musterstadt\nlat: 50.9', '1 lon'],
    ['orte/x.yaml', 'ort: Musterstadt\nlat: 7.1\nlon: 50.9', '2 lat'],
    ['orte/x.yaml', 'ort: Musterstadt\nplz: "53997"', '2 plz'],
    ['orte/x.yaml', 'kommune: nirgends', '1 kommune'],
  ])('%s: %j', (name, inhalt, befund) => {
    expect(kurz(lies({ ...OHNE_ANGEBOTE, [name]: inhalt }))).toContain(`${name}:${befund}`);
  });

  test('a broken provider is one finding, not one for every offer of it', () => {
    expect(kurz(lies({ 'anbieter/beispielverein.yaml': 'name: [' }))).toEqual([
      'anbieter/beispielverein.yaml:1 (yaml)',
    ]);
  });

  test('a missing provider is one finding for every offer of it', () => {
    const fehler = kurz(lies({ 'anbieter/beispielverein.yaml': null }));
    expect(fehler).toContain('angebote/deutschkurs-frauen.md:3 anbieter');
    expect(fehler.length).toBeGreaterThan(3);
  });
});

describe('interface texts of a Kreis', () => {
  test.each<[datei: string, inhalt: string, feld: string]>([
    ['texte/de.yaml', 'gibt.es.nicht: x', 'gibt.es.nicht'],
    ['texte/de.yaml', 'constructor: x', 'constructor'],
    ['texte/de.yaml', '__proto__: x', '__proto__'],
    ['texte/de.yaml', 'stand:\n  datum: x', 'stand'],
    ['texte/de.yaml', 'stand.datum: "Geprüft {wann}"', 'stand.datum'],
    ['texte/de.yaml', 'nav.suche: <b>Suche</b>', 'nav.suche'],
    ['texte/de.yaml', 'liste.angebote: Angebote', 'liste.angebote'],
    ['texte/de.yaml', 'liste.angebote_few: x', 'liste.angebote_few'],
  ])('%s with %j', (name, inhalt, feld) => {
    expect(kurz(lies({ ...OHNE_ANGEBOTE, [name]: inhalt }))).toEqual([`${name}:1 ${feld}`]);
  });

  test('plural forms are those of the language', () => {
    expect(kurz(lies({ 'texte/ar.yaml': 'liste.angebote_few: "{anzahl} عروض"' }))).toEqual([]);
  });
});

describe('a bank account is refused', () => {
  const IBAN = 'DE89 3704 0044 0532 0130 00';
  test.each<[datei: string, inhalt: string, feld: string, zeile: number]>([
    ['orte/x.yaml', `name: Haus ${IBAN}\nort: Musterstadt`, 'name', 1],
    ['seiten/x.md', seite(`Text\n\nSpenden: **${IBAN}**`), '(text)', 7],
    ['seiten/hilfe.ar.md', `---\nart: mensch\ngeprueft: ja\n---\n\n${IBAN}\n`, '(text)', 6],
    ['texte/de.yaml', `nav.suche: ${IBAN}`, 'nav.suche', 1],
    [
      'vokabular/glossar.yaml',
      `iban:\n  bezeichnung: IBAN\n  beschreibung: ${IBAN}`,
      'iban.beschreibung.de',
      3,
    ],
    ['seiten/x.mdx', seite(`Text\n\n<Hinweis titel="${IBAN}">\n\nText\n\n</Hinweis>`), '(text)', 7],
    [
      'seiten/x.mdx',
      seite(`<Hinweis titel="x">\n\nAn **DE89** ${IBAN.slice(5)}\n\n</Hinweis>`),
      '(text)',
      7,
    ],
    ['seiten/x.md', seite('Text').replace('\n', `\n# ${IBAN}\n`), '(front matter)', 2],
    ['anbieter/x.yaml', `name: Verein\n# ${IBAN}\nart: verein`, '(yaml)', 2],
  ])('in %s', (datei, inhalt, feld, zeile) => {
    const { fehlerZu } = lies({ 'seiten/hilfe.md': seite('Hilfe'), [datei]: inhalt });
    const konten = fehlerZu(datei).filter(({ regel }) => regel === 'bankverbindung');
    expect(konten).toMatchObject([{ feld, zeile }]);
  });
});

describe('what is no error is reported as well', () => {
  test.each<[was: string, felder: Record<string, string | null>, feld: string, stufe: string]>([
    ['expired yesterday', { gueltig_bis: '2026-11-19' }, 'gueltig_bis', 'hinweis'],
    ['expired, and checked afterwards', { gueltig_bis: '2026-10-31' }, 'gueltig_bis', 'warnung'],
    ['neither places nor area', { orte: null }, 'einzugsgebiet', 'warnung'],
    [
      'a place outside of the Kreis',
      { orte: '\n  - plz: "10115"\n    ort: Berlin' },
      'orte[0].plz',
      'warnung',
    ],
    [
      'a town that is not that of its postal code',
      { orte: '[{ plz: "53999", ort: Bonn }]' },
      'orte[0].ort',
      'hinweis',
    ],
    [
      'a town misspelt, where nobody knows the districts',
      { orte: '[{ plz: "53996", ort: Probebrug }]' },
      'orte[0].ort',
      'hinweis',
    ],
    [
      'a point far from its Kommune',
      { orte: '\n  - plz: "53999"\n    lat: 50.6\n    lon: 7.7' },
      'orte[0].lat',
      'warnung',
    ],
    [
      'nobody to be reached',
      { anbieter: 'nachbarn-in-probeburg', telefon: null, email: null, web: null },
      'telefon',
      'hinweis',
    ],
  ])('%s', (_was, felder, feld, stufe) => {
    expect(
      lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder) }).befundeZu('angebote/x.md'),
    ).toMatchObject([{ feld, stufe }]);
  });

  test.each([
    ['53999', 'Musterstadt-Musterheide'],
    ['53999', 'Altmuster'],
    ['53999', 'musterstadt (Zentrum)'],
    ['53995', 'Testdorf'],
    // It may be a district: this Kommune has not listed hers.
    ['53996', 'Hinterwald'],
  ])('%s %s fits', (plz, ort) => {
    const felder = { orte: `[{ plz: "${plz}", ort: ${ort} }]` };
    expect(
      lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder) }).befundeZu('angebote/x.md'),
    ).toEqual([]);
  });

  test.each(['Sankt Muster', 'St. Muster', 'St.Muster', 'St Muster', 'St. Muster-Heide'])(
    '%s is Sankt Muster, with its postal code and without',
    (ort) => {
      const kommunen = datei('vokabular/kommunen.yaml');
      const { befundeZu, katalog } = lies({
        ...OHNE_ANGEBOTE,
        'vokabular/kommunen.yaml': `${kommunen}muster:\n  bezeichnung: Sankt Muster\n  plz: ["53994"]\n  lat: 50.8\n  lon: 7.3\n  ortsteile: [Heide]\n`,
        'angebote/x.md': angebot({ orte: `[{ plz: "53994", ort: ${ort} }]` }),
        'angebote/y.md': angebot({ titel: 'Nähkurs', orte: `[{ ort: ${ort} }]` }),
      });
      expect([...befundeZu('angebote/x.md'), ...befundeZu('angebote/y.md')]).toEqual([]);
      expect(katalog!.angebote.get('y')!.einzugsgebiet).toEqual(['muster']);
    },
  );

  test('no confidential offer is asked for its area, listed or ended', () => {
    const schutz = { angebotsart: 'schutzunterkunft', orte: null };
    const { befundeZu } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot(schutz),
      'angebote/y.md': angebot({ ...schutz, titel: 'Ein anderes', status: 'beendet' }),
    });
    expect([...befundeZu('angebote/x.md'), ...befundeZu('angebote/y.md')]).toEqual([]);
  });

  test('an offer that ends today is nothing to report', () => {
    expect(
      lies({
        ...OHNE_ANGEBOTE,
        'angebote/x.md': angebot({ gueltig_bis: '2026-11-20' }),
      }).befundeZu('angebote/x.md'),
    ).toEqual([]);
  });

  test('two offers with the same title are two offers', () => {
    const { befundeZu, katalog } = lies({
      'angebote/x.md': angebot({ kein_duplikat: '[y]' }),
      'angebote/y.md': angebot(),
    });
    expect([...befundeZu('angebote/x.md'), ...befundeZu('angebote/y.md')]).toEqual([]);
    expect(katalog!.angebote.get('x')!.titel).toBe(katalog!.angebote.get('y')!.titel);
  });
});

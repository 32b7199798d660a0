/** Findings are public: what somebody wrote about the place of a shelter must not be repeated in one. */
import { describe, expect, test } from 'vitest';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { angebot, lies, OHNE_ANGEBOTE, projekt } from '../lib/inhalt.ts';

const SCHUTZ = { angebotsart: 'schutzunterkunft', orte: null };
const GEHEIM = /Geheimweg|53999|50[.,]7|geheim\.example/;

/** Ways to write the place into the file so that another rule than `vertraulich` finds something, too. */
const faelle: Record<string, string> = {
  'a postal code with a digit missing': angebot({
    ...SCHUTZ,
    orte: '\n  - strasse: Geheimweg 5\n    plz: 53999x\n    ort: Probeburg',
  }),
  'a point outside of the Kreis': angebot({
    ...SCHUTZ,
    orte: '\n  - ort: Probeburg\n    lat: 7.1\n    lon: 50.7111',
  }),
  'a point with a comma': angebot({
    ...SCHUTZ,
    orte: '\n  - ort: Probeburg\n    lat: 50,7111\n    lon: 7,1',
  }),
  'an address instead of an id': angebot({ ...SCHUTZ, orte: '[Geheimweg 5, 53999 Probeburg]' }),
  'an address as area': angebot({ ...SCHUTZ, einzugsgebiet: '[Geheimweg 5]' }),
  'an address with a colon': angebot({ ...SCHUTZ, ausnahmen: 'Hof: Geheimweg 5: links' }),
  'a bracket that does not end': angebot({ ...SCHUTZ, orte: '[Geheimweg 5' }),
  'a bracket too many': angebot({ ...SCHUTZ, orte: '[Geheimweg 5]]' }),
  'a bracket that does not end, before a list': angebot({
    ...SCHUTZ,
    ausnahmen: '[Geheimweg 5',
    zeiten: '\n  - tage: [mo]',
  }),
  'two lists in one line': angebot({ ...SCHUTZ, orte: '[Geheimweg 5], [53999]' }),
  'a comma in braces': angebot({ ...SCHUTZ, hinweis: '{ text: Heute, Geheimweg 5 }' }),
  'a line that is indented too little': angebot({
    ...SCHUTZ,
    orte: '\n  - strasse: Geheimweg 5\n   plz: "53999"',
  }),
  'an entry that is indented too far, below one that is quoted': angebot({
    ...SCHUTZ,
    orte: '\n  - strasse: Geheimweg 5\n    - strasse: Geheimweg 7',
  }),
  'a dash of another kind': angebot({ ...SCHUTZ, orte: '\n  – strasse: Geheimweg 5\n    plz: x' }),
  'an apostrophe': angebot({ ...SCHUTZ, ausnahmen: "'Im Haus am Geheimweg's Ende'" }),
  'two versions': angebot({ ...SCHUTZ, ausnahmen: 'x\n<<<<<<< Geheimweg 5' }),
  'a remark behind the title': angebot({ ...SCHUTZ, titel: 'Haus für Frauen # Geheimweg 5' }),
  'a line without a field': angebot(SCHUTZ).replace('titel:', 'Geheimweg 5\ntitel:'),
  'a field named like it': angebot({ ...SCHUTZ, 'Geheimweg 5': 'Haus' }),
  'a field named like it within another': angebot({ ...SCHUTZ, hinweis: '{ Geheimweg: 5 }' }),
  'quotes that end before they begin': angebot({ ...SCHUTZ, web: 'Haus“ Geheimweg 5 „am Bach' }),
  'a field below the head': angebot(SCHUTZ, 'adresse: Geheimweg 5'),
  'HTML and links': angebot(SCHUTZ, '<b title="Geheimweg 5">x</b> [Haus](geheim.example/53999)'),
  'quotes within quotes': angebot({ ...SCHUTZ, web: 'Haus „am“ Geheimweg 5' }),
  'an address behind the number': angebot({ ...SCHUTZ, telefon: '0221 12, Geheimweg 5' }),
  'words behind the number that are no address': angebot({
    ...SCHUTZ,
    telefon: '0221 12 siehe geheim.example',
  }),
  'an address behind the mail': angebot({ ...SCHUTZ, email: 'a@example.org (Geheimweg 5)' }),
  'an address instead of a day': angebot({ ...SCHUTZ, geprueft_am: 'Geheimweg 5' }),
  'an address instead of a word': angebot({ ...SCHUTZ, thema: '[Geheimweg]', termin: '53999' }),
  'an address behind the provider': angebot({ ...SCHUTZ, anbieter: 'Haus, Geheimweg 5' }),
  'confidential by the offer itself': angebot({
    orte: '[Geheimweg 5]',
    schutz: '[vertraulich]',
    titel: '',
  }),
};

describe('a finding about a confidential offer names no place', () => {
  test.each(Object.entries(faelle))('%s', (_was, datei) => {
    const { fehlerZu, befunde } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/haus.md': datei,
      'angebote/haus.ar.md':
        '---\nart: mensch\ngeprueft: nein\ntitel: Geheimweg 5\n---\n\n[53999](https://geheim.example)\n',
    });
    expect(fehlerZu('angebote/haus.md').length).toBeGreaterThan(0);
    expect(JSON.stringify(befunde)).not.toMatch(GEHEIM);
  });
});

describe('nor does a finding about what stands beside one', () => {
  const haus = angebot({ ...SCHUTZ, anbieter: 'traeger', orte: '[winkel]' });
  const ort = 'name: Haus\nstrasse: Geheimweg 5\nplz: "53999"\nlat: 12.7111\nlon: 50.7111\n';
  const daneben: Record<string, Record<string, string>> = {
    'its place': { 'orte/winkel.yaml': ort },
    'its place, which cannot be read': { 'orte/winkel.yaml': ort.replace('"53999"', '53999x') },
    'the place of one that cannot be read': {
      'orte/winkel.yaml': ort,
      'angebote/haus.md': haus.replace('titel:', 'titel: [\ntitel:'),
    },
    'its provider': { 'anbieter/traeger.yaml': 'name: Verein\nweb: "Geheimweg 5"\n' },
    'its provider, with a field of its own': {
      'anbieter/traeger.yaml': 'name: Verein\nGeheimweg 5: x\nkommune: "53999"\n',
    },
    'an office with its number': {
      'kontakte/kreisweit.yaml':
        'stellen:\n  - funktion: geheimweg-5\n    stelle: Rat\n    telefon: "0221 4710123"\n    geprueft_am: 2026-11-01\n',
    },
    'an office that cannot be read': {
      'kontakte/kreisweit.yaml':
        'stellen:\n  - funktion: x\n    angebot: haus\n    web: Geheimweg 5\n',
    },
    'a project': {
      'projekte/garten.md': projekt({ angebote: '[haus]', kommunen: '[geheimweg-5]' }),
    },
    'a project that cannot be read': {
      'projekte/garten.md': projekt({ anbieter: '[traeger]', zeitraum: '"Geheimweg 5"' }),
    },
  };
  test.each(Object.entries(daneben))('%s', (_, dateien) => {
    const { fehlerZu, befunde } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/haus.md': haus,
      'anbieter/traeger.yaml': 'name: Verein\n',
      'orte/winkel.yaml': 'ort: Probeburg\n',
      ...dateien,
    });
    const gefunden = Object.keys(dateien).flatMap((datei) => fehlerZu(datei));
    expect(gefunden.length).toBeGreaterThan(0);
    expect(JSON.stringify(befunde)).not.toMatch(/Geheimweg|geheimweg|53999|50[.,]7|12[.,]7/);
  });

  test('but what open offers have as well is quoted', () => {
    const { befunde } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/haus.md': haus,
      'angebote/kurs.md': angebot({ anbieter: 'traeger', orte: '[winkel]' }),
      'anbieter/traeger.yaml': 'name: Verein\nweb: "Am Markt 5"\n',
      'orte/winkel.yaml': ort,
    });
    expect(JSON.stringify(befunde)).toMatch(/Am Markt 5.*12\.7111, 50\.7111/);
  });
});

test('what is no place is quoted all the same, and other offers are not concerned', () => {
  const { befundeZu } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/haus.md': angebot({ ...SCHUTZ, telefon: '0221 12' }),
    'angebote/kurs.md': angebot({ orte: '[Geheimweg 5]' }),
  });
  expect(befundeZu('angebote/haus.md')).toContainEqual(
    expect.objectContaining({ feld: 'telefon', meldung: expect.stringContaining('„0221 12“') }),
  );
  expect(befundeZu('angebote/kurs.md')).toContainEqual(
    expect.objectContaining({ feld: 'orte[0]', meldung: expect.stringContaining('Geheimweg 5') }),
  );
});

test('nor in which town the place of one is', () => {
  const { befunde } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/haus.md': angebot({ ...SCHUTZ, orte: '[winkel]' }),
    'orte/winkel.yaml': 'name: Haus\nplz: "53999"\nort: Probeburg\n',
  });
  expect(befunde).toContainEqual(expect.objectContaining({ regel: 'vertraulich' }));
  expect(JSON.stringify(befunde)).not.toMatch(/Musterstadt|Probeburg/);
});

test('a kind that does not exist is told from those that do', () => {
  const { befundeZu } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/haus.md': angebot({ angebotsart: 'frauenhaus', titel: 'Schutzunterkunft' }),
  });
  const fund = befundeZu('angebote/haus.md').find(({ regel }) => regel === 'unterkunft-offen');
  expect(fund!.tipp).toContain('als „angebotsart“ „schutzunterkunft“ angeben');
});

test('where the kinds of offers cannot be read, every offer may be confidential', () => {
  const { befunde } = lies({
    ...OHNE_ANGEBOTE,
    'vokabular/angebotsarten.yaml': 'kurs: [',
    'angebote/haus.md': angebot({ ...SCHUTZ, orte: '\n  - strasse: Geheimweg 5\n    plz: 53999x' }),
  });
  expect(JSON.stringify(befunde)).not.toMatch(GEHEIM);
});

test('what a finding says of its own stays readable: names of fields, marks, and the form to write', () => {
  const { fehlerZu } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/leer.md': `\n${angebot(SCHUTZ)}`,
    'angebote/feld.md': angebot({ ...SCHUTZ, Termin: 'noetig', hinweis: 'Text [' }),
    'angebote/form.md': angebot({ ...SCHUTZ, hinweis: '[Text]', titel: null }),
    'angebote/nummer.md': angebot({ ...SCHUTZ, telefon: '0221 12, vormittags' }),
  });
  const saetze = (datei: string) =>
    fehlerZu(datei).map(({ feld, meldung, tipp }) => `${feld} ${meldung} ${tipp}`);
  expect(saetze('angebote/leer.md')).toEqual([expect.stringContaining('fehlt „---“')]);
  expect(saetze('angebote/feld.md')).toContainEqual(
    expect.stringContaining('Ein Feld „Termin“ gibt es hier nicht. Meinten Sie „termin“?'),
  );
  expect(saetze('angebote/nummer.md')).toContainEqual(
    expect.stringContaining('zum Beispiel 0221 4710123.'),
  );
  expect(saetze('angebote/form.md')).toContainEqual(
    expect.stringContaining('Bitte so schreiben: { text: …, bis: … }. Möglich sind: text, bis.'),
  );
  expect(saetze('angebote/form.md')).toContainEqual(
    expect.stringContaining('Das Pflichtfeld „titel“ fehlt. Bitte eine Zeile ergänzen: titel: …'),
  );
});

test('what is to be copied stays whole: a fingerprint of digits, a time, what ends an offer', () => {
  const datei = angebot({
    ...SCHUTZ,
    zeiten: '\n  - tage: [mo]\n    von: 10 Uhr\n    bis: "12:00"',
  });
  // A text whose fingerprint has five digits in a row.
  const kurz = 'Ein Haus bt';
  expect(fingerabdruck(kurz)).toMatch(/\d{5}/);
  const uebersetzt = lies({
    ...OHNE_ANGEBOTE,
    'angebote/haus.md': angebot({ ...SCHUTZ, kurz }),
    'angebote/haus.ar.md': '---\nart: mensch\ngeprueft: nein\nkurz: بيت\n---\n',
  });
  expect(JSON.stringify(uebersetzt.befundeZu('angebote/haus.ar.md'))).toContain(
    fingerabdruck(kurz),
  );
  const { befundeZu } = lies({ ...OHNE_ANGEBOTE, 'angebote/haus.md': datei });
  expect(befundeZu('angebote/haus.md')).toContainEqual(
    expect.objectContaining({ meldung: expect.stringContaining('„10 Uhr“') }),
  );
});

test.each(['strasse: Lindenallee 8', 'plz: "53721"', 'haltestelle: Am Markt'])(
  'a field of a place that stands in the wrong place (%s) is told to go, not where it belongs',
  (zeile) => {
    const datei = angebot(SCHUTZ).replace('titel:', `${zeile}\ntitel:`);
    const [fund] = lies({ ...OHNE_ANGEBOTE, 'angebote/haus.md': datei }).fehlerZu(
      'angebote/haus.md',
    );
    expect(fund).toMatchObject({ zeile: 2, meldung: expect.stringContaining('darf nirgends') });
    expect(fund!.tipp).toMatch(/^Bitte die Angabe löschen/);
  },
);

test('a comment with the place is found at its own line', () => {
  const datei = angebot({ ...SCHUTZ, kosten: 'kostenlos\n# Lindenweg 3' });
  const zeile = datei.split('\n').indexOf('# Lindenweg 3') + 1;
  expect(zeile).toBeGreaterThan(2);
  expect(
    lies({ ...OHNE_ANGEBOTE, 'angebote/haus.md': datei }).fehlerZu('angebote/haus.md'),
  ).toMatchObject([{ zeile, feld: '(front matter)' }]);
});

/** A shelter that somebody has not marked as one would be published with its address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { angebot, lies, MUSTERKREIS, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

const ARTEN = 'vokabular/angebotsarten.yaml';
const MIT_SUCHWOERTERN = {
  ...OHNE_ANGEBOTE,
  [ARTEN]: readFileSync(join(MUSTERKREIS, ARTEN), 'utf8').replace(
    /^schutzunterkunft:$/m,
    "schutzunterkunft:\n  suchwoerter: { de: [Frauenhaus, Frauenhäuser, Schutz], en: [women's shelter, shelter] }",
  ),
};
const UNTERKUNFT = angebot({
  titel: 'Haus Sonne',
  angebotsart: 'schutzunterkunft',
  orte: null,
  einzugsgebiet: 'kreisweit',
  telefon: '"02241 123456"',
  email: 'haus@example.org',
});

test.each<[titel: string, felder: Parameters<typeof angebot>[0], stufe: string | undefined]>([
  ['another offer', {}, undefined],
  ['its name', { titel: 'Frauenhaus West' }, 'warnung'],
  ['its name within a word', { titel: 'Die Frauenhäuser-Wohnung' }, 'warnung'],
  ['its name, spelt otherwise', { titel: 'KREISFRAUEN-HAEUSER' }, 'warnung'],
  ['its name in English', { titel: 'Shelter for Women' }, 'warnung'],
  ['a short name within a word', { titel: 'Gimmeshelter' }, undefined],
  ['„Schutz“ is in many titles', { titel: 'Schutz vor Gewalt' }, undefined],
  ['its name, partly in brackets', { titel: 'Frauen(schutz)-Haus, Frauen-/Haus' }, 'warnung'],
  ['its name across two phrases', { titel: 'Treff für Frauen – Haus West' }, undefined],
  ['its name across two sentences', { titel: 'Nur für Frauen. Häuser zeigen' }, undefined],
  ['its number', { telefon: '"02241 123456"' }, 'warnung'],
  ['its address', { email: 'haus@example.org' }, 'warnung'],
  ['title and number', { titel: 'Haus  Sonne', telefon: '"02241 123456"' }, 'fehler'],
  ['without a place', { titel: 'Frauenhaus West', orte: null }, undefined],
])('%s', (_, felder, stufe) => {
  const { befundeZu } = lies({
    ...MIT_SUCHWOERTERN,
    'angebote/haus-sonne.md': UNTERKUNFT,
    'angebote/neu.md': angebot(felder),
  });
  const funde = befundeZu('angebote/neu.md').filter(({ regel }) => regel === 'unterkunft-offen');
  expect(funde.map((fund) => [fund.stufe, fund.feld])).toEqual(stufe ? [[stufe, 'orte']] : []);
});

test.each<[titel: string, felder: Parameters<typeof angebot>[0], stufe: string]>([
  ['its name', { titel: 'Frauenhaus West' }, 'warnung'],
  ['its number', { telefon: '"02241 123456"' }, 'warnung'],
  ['both', { titel: 'Haus Sonne', telefon: '"02241 123456"' }, 'fehler'],
])('%s, and the address in the text', (_, felder, stufe) => {
  const { befundeZu } = lies({
    ...MIT_SUCHWOERTERN,
    'angebote/haus-sonne.md': UNTERKUNFT,
    'angebote/neu.md': angebot(
      { ...felder, orte: null, einzugsgebiet: 'kreisweit' },
      'Kommen Sie vorbei:\n\nLindenallee **8**, Musterstadt',
    ),
  });
  const [fund] = befundeZu('angebote/neu.md').filter(({ regel }) => regel === 'unterkunft-offen');
  expect(fund).toMatchObject({ stufe, feld: '(text)' });
  expect(fund!.tipp).toContain('die Anschrift löschen');
});

test('something else that takes place there', () => {
  const mit = (felder: Parameters<typeof angebot>[0]) =>
    lies({
      ...MIT_SUCHWOERTERN,
      'angebote/haus-sonne.md': UNTERKUNFT,
      'angebote/kurs.md': angebot({
        orte: '\n  - name: Im Frauenhaus\n    strasse: Lindenallee 8\n    ort: Musterstadt',
        ...felder,
      }),
    }).befundeZu('angebote/kurs.md');
  const [fund] = mit({}).filter(({ regel }) => regel === 'unterkunft-offen');
  expect(fund).toMatchObject({ stufe: 'warnung', feld: 'orte' });
  expect(fund!.meldung).toContain(
    'Findet das in einer Schutzunterkunft statt (der Ort heißt „Frauenhaus“)',
  );
  expect(fund!.tipp).toMatch(/„orte“ löschen, „einzugsgebiet“ angeben/);
  expect(mit({ telefon: '"02241 123456"' })).toContainEqual(
    expect.objectContaining({ regel: 'unterkunft-offen', stufe: 'fehler' }),
  );
});

test('a title and the name of its file are two names', () => {
  const { befunde } = lies({
    ...MIT_SUCHWOERTERN,
    'angebote/haus-fuer-frauen.md': angebot({ titel: 'Treff für Frauen' }),
    'orte/haus-west.yaml': 'name: Treff für Frauen\nort: Musterstadt\n',
  });
  expect(befunde.filter(({ regel }) => regel === 'unterkunft-offen')).toEqual([]);
});

test('the name of the file tells as well as the title', () => {
  const { befundeZu } = lies({ ...MIT_SUCHWOERTERN, 'angebote/frauenhaus-west.md': angebot({}) });
  const [fund] = befundeZu('angebote/frauenhaus-west.md');
  expect(fund).toMatchObject({ stufe: 'warnung', feld: 'orte' });
  expect(fund!.meldung).toContain('„Frauenhaus“');
  expect(fund!.tipp).toContain('als „angebotsart“ „schutzunterkunft“ angeben');
});

test('a place that is called like one, whoever names it', () => {
  const { befundeZu } = lies({
    ...MIT_SUCHWOERTERN,
    'orte/haus.yaml':
      'name: Frauenhaus West\nstrasse: Lindenallee 8\nplz: "53999"\nort: Musterstadt\n',
  });
  expect(befundeZu('orte/haus.yaml')).toContainEqual(
    expect.objectContaining({ regel: 'unterkunft-offen', stufe: 'warnung', feld: 'name' }),
  );
});

import { expect, test } from 'vitest';
import { angebot, type Dateien, lies, OHNE_ANGEBOTE, projekt, seite } from '../lib/inhalt.ts';

const funde = (dateien: Dateien) =>
  lies(dateien)
    .befundeZu()
    .filter(({ regel }) => ['unbenutzt', 'seiten'].includes(regel));
const neue: Dateien = {
  'orte/neu.yaml': 'name: Neues Haus\nplz: "53999"\n',
  'anbieter/neu.yaml': 'name: Neuer Verein\n',
};

test('a place and a provider that nothing names', () => {
  expect(funde(neue).filter(({ datei }) => datei.includes('neu.'))).toMatchObject([
    {
      datei: 'anbieter/neu.yaml',
      stufe: 'hinweis',
      tipp: expect.stringContaining('anbieter: neu') as string,
    },
    {
      datei: 'orte/neu.yaml',
      stufe: 'hinweis',
      tipp: expect.stringContaining('orte: [neu]') as string,
    },
  ]);
});

test.each<[string, Dateien]>([
  ['an offer', { 'angebote/x.md': angebot({ anbieter: 'neu', orte: '[neu]' }) }],
  [
    'one that has ended',
    { 'angebote/x.md': angebot({ anbieter: 'neu', orte: '[neu]', status: 'beendet' }) },
  ],
])('named by %s', (_name, dateien) =>
  expect(funde({ ...neue, ...dateien }).filter(({ datei }) => datei.includes('neu.'))).toEqual([]),
);

test('a provider that a project names', () => {
  const { 'anbieter/neu.yaml': anbieter } = neue;
  expect(
    funde({ 'anbieter/neu.yaml': anbieter!, 'projekte/x.md': projekt({ anbieter: '[neu]' }) }),
  ).not.toContainEqual(expect.objectContaining({ datei: 'anbieter/neu.yaml' }));
});

test('nothing is said while there are no offers, or one cannot be read', () => {
  expect(funde({ ...OHNE_ANGEBOTE, ...neue })).toEqual([]);
  const leer = '<Angebote sprache="ku" thema="arbeit" />';
  expect(funde({ ...OHNE_ANGEBOTE, 'seiten/neu.mdx': seite(leer) })).toEqual([]);
  expect(funde({ ...neue, 'angebote/x.md': angebot({ anbieter: null }) })).toEqual([]);
});

test.each([
  ['<Angebote />', /irgendwelche Angebote/],
  ['<Angebote thema="arbeit" angebotsart="kurs" />', /zurzeit kein Angebot/],
  ['<Angebote sprache="ku" thema="arbeit" />', /zurzeit kein Angebot/],
  ['<Angebote thema="sprache" />', undefined],
  ['<Angebote kommune="probeburg" />', undefined],
  ['<Angebote zielgruppe="frauen" anbieter="beispielverein" />', undefined],
])('%s', (bauteil, meldung) => {
  const gefunden = funde({ 'seiten/neu.mdx': seite(bauteil) }).filter(
    ({ datei }) => datei === 'seiten/neu.mdx',
  );
  expect(gefunden).toMatchObject(
    meldung
      ? [{ stufe: 'hinweis', zeile: 5, meldung: expect.stringMatching(meldung) as string }]
      : [],
  );
});

/** Search words, needs and what they refer to: words that lead nowhere are said, references are checked. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Gelesen, lies, MUSTERKREIS } from '../lib/inhalt.ts';

const DATEI = 'vokabular/anliegen.yaml';
const bisher = readFileSync(`${MUSTERKREIS}/${DATEI}`, 'utf8');
const mit = (zeilen: string): Gelesen => lies({ [DATEI]: bisher + zeilen });
const hinweise = ({ befundeZu }: Gelesen, datei = DATEI) =>
  befundeZu(datei)
    .filter(({ regel }) => regel === 'suchwoerter')
    .map(({ feld, stufe, meldung }) => `${stufe} ${feld}: ${meldung}`);

describe('search words that lead nowhere', () => {
  test('the needs of the Musterkreis all lead somewhere', () => {
    expect(hinweise(mit(''))).toEqual([]);
  });

  test('a need that no offer meets is said, and how to mend it', () => {
    const gelesen = mit('tauchen:\n  bezeichnung: Tauchen\n  suchwoerter: { de: [Tauchkurs] }\n');
    expect(hinweise(gelesen)).toEqual([
      'hinweis tauchen: Die Suchwörter des Anliegens „tauchen“ führen zu keinem Angebot.',
    ]);
    const [befund] = gelesen.befundeZu(DATEI);
    expect(befund?.tipp).toContain('erkennen');
    expect(befund?.zeile).toBe(bisher.split('\n').length);
  });

  test('a need is met by a word of an offer, also within a compound', () => {
    expect(hinweise(mit('nachhilfe:\n  bezeichnung: Stube\n'))).toEqual([]);
  });

  test('a fact that no offer has is said; one that an offer has leads there', () => {
    expect(
      hinweise(mit('ganztags:\n  bezeichnung: Ganztags\n  merkmal: { tageszeit: [ganztags] }\n')),
    ).toHaveLength(1);
    expect(
      hinweise(mit('am-telefon:\n  bezeichnung: Am Telefon\n  merkmal: { kanal: [telefon] }\n')),
    ).toEqual([]);
  });

  test('the words of danger need no offer: they lead to the emergency numbers', () => {
    expect(
      hinweise(mit('brand:\n  bezeichnung: Brand\n  gefahr: ja\n  erkennen: [Feuer]\n')),
    ).toEqual([]);
  });

  test('a word of fillers only is said, with its place', () => {
    const zeilen =
      'stube:\n  bezeichnung: Stube\n  suchwoerter:\n    de: [Stube, für die]\n    en: [with the]\n';
    expect(hinweise(mit(zeilen))).toEqual([
      expect.stringContaining('hinweis stube.suchwoerter.de: „für die“'),
      expect.stringContaining('hinweis stube.suchwoerter.en: „with the“'),
    ]);
  });

  test('a Thema with search words and no offer is said', () => {
    const themen = readFileSync(`${MUSTERKREIS}/vokabular/themen.yaml`, 'utf8');
    const zeilen = 'raumfahrt:\n  bezeichnung: Raumfahrt\n  suchwoerter: { de: [Rakete] }\n';
    const gelesen = lies({ 'vokabular/themen.yaml': themen + zeilen });
    expect(hinweise(gelesen, 'vokabular/themen.yaml')).toEqual([
      expect.stringContaining('raumfahrt'),
    ]);
  });
});

describe('what a need refers to', () => {
  test.each<[was: string, zeilen: string, feld: string]>([
    ['an unknown Thema', 'x:\n  bezeichnung: Stube\n  themen: [sprahce]\n', 'x.themen[0]'],
    ['an unknown need', 'x:\n  bezeichnung: Stube\n  verwandt: [kleidng]\n', 'x.verwandt[0]'],
    [
      'an unknown fact',
      'x:\n  bezeichnung: Stube\n  merkmal: { kosten: [umsonst] }\n',
      'x.merkmal.kosten[0]',
    ],
    ['no name', 'x:\n  suchwoerter: { de: [Stube] }\n', 'x.bezeichnung'],
  ])('%s is refused with a tip', (_was, zeilen, feld) => {
    const [befund, ...weitere] = mit(zeilen).fehlerZu(DATEI);
    expect(weitere).toEqual([]);
    expect(befund?.feld).toBe(feld);
    expect(befund?.tipp).toBeTruthy();
  });

  test('an emergency number for an unknown need is refused', () => {
    const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
    const gelesen = lies({
      'portal.yaml': portal.replace('telefon: "110"', 'telefon: "110"\n    bei: [gewlat]'),
    });
    expect(gelesen.fehlerZu('portal.yaml').map(({ feld, tipp }) => [feld, tipp])).toEqual([
      ['notruf[1].bei[0]', expect.stringContaining('gewalt')],
    ]);
  });
});

describe('danger and emergency numbers', () => {
  const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');

  test('a number for a need that is no danger any more is refused: it would never be shown', () => {
    const gelesen = lies({
      'portal.yaml': portal.replace('telefon: "110"', 'telefon: "110"\n    bei: [gewalt]'),
      [DATEI]: bisher.replace('  gefahr: ja\n', ''),
    });
    expect(gelesen.fehlerZu('portal.yaml').map(({ feld }) => feld)).toEqual(['notruf[1].bei[0]']);
  });

  test('danger without any emergency number is refused', () => {
    const ohne = portal.replace(/^notruf:\n(?:[ -].*\n)+/m, '');
    expect(ohne).not.toContain('112');
    const gelesen = lies({ 'portal.yaml': ohne });
    expect(gelesen.fehlerZu(DATEI).map(({ feld }) => feld)).toEqual(['gewalt.gefahr']);
  });
});

test('several words in one entry are refused: they would be looked for as one', () => {
  const [befund] = mit('x:\n  bezeichnung: Stube\n  suchwoerter:\n    de: Sofa, Sessel\n').fehlerZu(
    DATEI,
  );
  expect(befund?.feld).toMatch(/^x\.suchwoerter\.de/);
  expect(befund?.tipp).toContain('[Sofa, Sessel]');
});

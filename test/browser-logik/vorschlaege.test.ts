import { expect, test } from 'vitest';
import type { Facette } from '../../src/browser/bestand.ts';
import { findeVorschlaege } from '../../src/browser/vorschlaege.ts';
import { sucheUeber } from '../lib/suche.ts';
import { bestandMit } from './bestand.ts';

const benannt = (id: Facette['id'], texte: Record<string, string>): Facette => {
  const werte = Object.entries(texte).map(([wert, text]) => ({ id: wert, text }));
  return {
    id,
    name: id,
    haupt: true,
    werte,
    von: [],
    nr: new Map(werte.map((wert, i) => [wert.id, i])),
  };
};
const bestand = {
  ...bestandMit([{ titel: 'Deutsch für Eltern' }, { titel: 'Kaffee' }, {}, {}]),
  facetten: [
    benannt('thema', {
      wohnen: 'Wohnen',
      sprache: 'Deutsch lernen',
      schutz: 'Schutz vor Gewalt',
    }),
    benannt('kommune', {
      'sankt-muster': 'Sankt Muster',
      testdorf: 'Testdorf am Bach',
      koenigs: 'Königsdorf',
    }),
    benannt('anbieter', { a: 'Caritas', b: 'Verein „Komm rein“', c: 'Wohnhilfe', d: 'Wohnbau' }),
    benannt('zielgruppe', { frauen: 'Wohnungslose' }),
  ],
};
const werte = (eingabe: string) =>
  findeVorschlaege(bestand, eingabe, []).map((eines) => ('wert' in eines ? eines.wert : ''));

test('Themen, places and providers by the beginning of any of their words', () => {
  expect(werte('wohn')).toEqual(['wohnen', 'c', 'd']);
  expect(werte('lern')).toEqual(['sprache']);
  expect(werte('gewalt')).toEqual(['schutz']);
  expect(werte('bach')).toEqual(['testdorf']);
  expect(werte('komm')).toEqual(['b']);
  expect(werte('sankt m')).toEqual(['sankt-muster']);
});

test('however it is spelled', () => {
  expect(werte('KONIGS')).toEqual(['koenigs']);
  expect(werte('koenigsd')).toEqual(['koenigs']);
  expect(werte('  Caritas ')).toEqual(['a']);
  expect(['St. Muster', 'st mus', 'Sankt-Muster'].map(werte)).toEqual(
    Array(3).fill(['sankt-muster']),
  );
});

test('not by what stands within a word, and not by a single letter', () => {
  expect(werte('dorf')).toEqual([]);
  expect(werte('w')).toEqual([]);
  expect(werte('')).toEqual([]);
});

test('a few of each kind, with what kind it is', () => {
  const viele = {
    ...bestand,
    facetten: [benannt('thema', { a: 'Kurs a', b: 'Kurs b', c: 'Kurs c', d: 'Kurs d' })],
  };
  const gefunden = findeVorschlaege(viele, 'kurs', []);
  expect(gefunden).toHaveLength(3);
  expect(gefunden[0]).toEqual({ text: 'Kurs a', art: 'thema', facette: 'thema', wert: 'a' });
});

test('then the first offers found, as links, without those whose cards are not there yet', () => {
  const treffer = [{ row: 1 }, { row: 0 }, { row: 2 }, { row: 3 }];
  const links = (tabelle: typeof bestand) =>
    findeVorschlaege(tabelle, 'qu', treffer).map((eines) => ('href' in eines ? eines.href : ''));
  expect(links(bestand)).toEqual(['/angebote/a1/', '/angebote/a0/']);
  const ohne = { ...bestand, karten: bestand.karten.filter((_, row) => row === 0) };
  expect(links(ohne)).toEqual(['/angebote/a0/']);
});

test('every Kommune of the real content is suggested by the beginning of its name', () => {
  const { bestand: echter } = sucheUeber('content');
  for (const { id, name } of echter.kommunen) {
    const gefunden = findeVorschlaege(echter, name.slice(0, 5), []);
    expect(
      gefunden.map((eines) => ('wert' in eines ? eines.wert : '')),
      name,
    ).toContain(id);
  }
});

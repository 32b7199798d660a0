import { expect, test } from 'vitest';
import { auswege } from '../../src/browser/auswege.ts';
import type { Passung } from '../../src/browser/bewerten.ts';
import { mitOrt, suchlauf } from '../../src/browser/suchlauf.ts';
import { LEER, type Suchzustand } from '../../src/browser/zustand.ts';
import { bestandMit } from './bestand.ts';

/** Offers that fit in whole, by row. */
const passend = (werte: Record<number, number>): Passung[] =>
  Object.entries(werte).map(([row, wert]) => ({
    row: Number(row),
    wert,
    ganz: true,
    erfuellt: ['ja'],
  }));

const rows = (
  bestand: ReturnType<typeof bestandMit>,
  zustand: Partial<Suchzustand>,
  passungen?: Passung[],
  ort?: { lat: number; lon: number },
) =>
  suchlauf(
    bestand,
    { ...LEER, ...zustand },
    { ...(passungen && { passungen }) },
    ort && { ...ort, ungefaehr: true },
  ).treffer.map(({ row }) => row);

test('without a text, the order of the table', () => {
  expect(rows(bestandMit([{}, {}, {}]), {})).toEqual([0, 1, 2]);
});

test('by title where that is asked, also with a text', () => {
  const bestand = { ...bestandMit([{}, {}, {}]), alphabet: [2, 0, 1] };
  expect(rows(bestand, { sort: 'titel' })).toEqual([1, 2, 0]);
  expect(rows(bestand, { q: 'x', sort: 'titel' }, passend({ 0: 1, 2: 0.1 }))).toEqual([2, 0]);
});

test('with a text, what fits best', () => {
  expect(rows(bestandMit([{}, {}, {}]), { q: 'x' }, passend({ 0: 0.4, 2: 0.9 }))).toEqual([2, 0]);
});

test('what fits only in part comes behind what fits in whole, however well it does', () => {
  const teilweise = [{ row: 0, wert: 0.9, ganz: false, erfuellt: [] }, ...passend({ 1: 0.3 })];
  expect(rows(bestandMit([{}, {}]), { q: 'x' }, teilweise)).toEqual([1, 0]);
});

test('of what fits equally well the checked comes before the outdated, and only then', () => {
  const bestand = bestandMit([{ veraltet: true }, {}]);
  expect(rows(bestand, { q: 'x' }, passend({ 0: 0.8, 1: 0.8 }))).toEqual([1, 0]);
  expect(rows(bestand, { q: 'x' }, passend({ 0: 0.9, 1: 0.8 }))).toEqual([0, 1]);
});

test('where no place is named, what more people can use comes first among equals', () => {
  const bestand = bestandMit([{ naehe: '0--' }, { naehe: '111' }]);
  expect(rows(bestand, { q: 'x' }, passend({ 0: 0.8, 1: 0.8 }))).toEqual([1, 0]);
});

test('what decides nothing leaves the order of the titles', () => {
  expect(rows(bestandMit([{}, {}, {}]), { q: 'x' }, passend({ 2: 0.5, 0: 0.5, 1: 0.5 }))).toEqual([
    0, 1, 2,
  ]);
});

test('the own place comes before the whole Kreis among what fits about as well, not before what fits far better', () => {
  const bestand = bestandMit([{ naehe: '1--' }, { naehe: '0--' }]);
  const filter = { kommune: ['siegburg'] };
  expect(rows(bestand, { q: 'x', filter }, passend({ 0: 0.9, 1: 0.75 }))).toEqual([1, 0]);
  expect(rows(bestand, { q: 'x', filter }, passend({ 0: 0.9, 1: 0.2 }))).toEqual([0, 1]);
});

test('a place that is named narrows down like a chosen one; a chosen one has the last word', () => {
  expect(mitOrt({}, ['testdorf'])).toEqual({ kommune: ['testdorf'] });
  expect(mitOrt({ kommune: ['siegburg'] }, ['testdorf'])).toEqual({ kommune: ['siegburg'] });
  expect(mitOrt({ thema: ['arbeit'] }, [])).toEqual({ thema: ['arbeit'] });
});

test('where the named place has nothing of it, what there is elsewhere is shown, and it is said', () => {
  const bestand = bestandMit([{ naehe: '-0-' }, { naehe: '0--' }]);
  const zustand = { ...LEER, q: 'x' };
  const dort = suchlauf(bestand, zustand, { passungen: passend({ 1: 1 }), orte: ['siegburg'] });
  expect(dort).toMatchObject({ treffer: [{ row: 1 }], anderswo: false });
  const nirgends = suchlauf(bestand, zustand, { passungen: passend({ 0: 1 }), orte: ['siegburg'] });
  expect(nirgends).toMatchObject({ treffer: [{ row: 0 }], anderswo: true });
  const nichts = suchlauf(bestand, zustand, { passungen: [], orte: ['siegburg'] });
  expect(nichts).toMatchObject({ treffer: [], anderswo: false });
});

test('for a Kommune the own place, then the whole Kreis, then the whole country', () => {
  const bestand = bestandMit([
    { naehe: '2--' },
    { naehe: '1--' },
    { naehe: '0--' },
    { naehe: '-0-' },
  ]);
  expect(rows(bestand, { filter: { kommune: ['siegburg'] } })).toEqual([2, 1, 0]);
  expect(
    rows(bestand, { q: 'x', filter: { kommune: ['siegburg'] } }, passend({ 0: 1, 1: 1, 2: 1 })),
  ).toEqual([2, 1, 0]);
});

test('what is made for the chosen people comes before what is for everyone', () => {
  const bestand = bestandMit([{ zielgruppe: ['alle'] }, { zielgruppe: ['frauen'] }]);
  expect(rows(bestand, { filter: { zielgruppe: ['frauen'] } })).toEqual([1, 0]);
});

test('near first; what has no place comes last', () => {
  const bestand = bestandMit([
    {},
    { punkte: [[51, 7.2, 0]] },
    {
      punkte: [
        [52, 7, 0],
        [50.81, 7.2, 0],
      ],
    },
  ]);
  expect(rows(bestand, { nahe: 'Siegburg' }, undefined, { lat: 50.8, lon: 7.2 })).toEqual([
    2, 1, 0,
  ]);
});

test('a text and a place: near first, whatever fits better', () => {
  const bestand = bestandMit([{ punkte: [[51, 7.2, 0]] }, { punkte: [[50.8, 7.2, 0]] }]);
  const hier = { lat: 50.8, lon: 7.2 };
  expect(rows(bestand, { q: 'x', nahe: 'y' }, passend({ 0: 1, 1: 0.2 }), hier)).toEqual([1, 0]);
});

test('last checked first; what nobody checked comes last', () => {
  const bestand = bestandMit([
    { geprueft: 'unbekannt' },
    { geprueft: '2025-03-01' },
    { geprueft: '2026-03-01' },
  ]);
  expect(rows(bestand, { sort: 'stand' })).toEqual([2, 1, 0]);
});

test('ways out of nothing: what could be left out, the most fruitful first', () => {
  const bestand = bestandMit([
    { thema: ['arbeit'], naehe: '-0-' },
    { thema: ['arbeit'], naehe: '-0-' },
    { thema: ['wohnen'], naehe: '0--' },
  ]);
  const zustand = { ...LEER, filter: { thema: ['arbeit'], kommune: ['siegburg'] } };
  expect(auswege(bestand, zustand).map(({ ohne, anzahl }) => [ohne, anzahl])).toEqual([
    [{ facette: 'kommune', wert: 'siegburg' }, 2],
    [{ facette: 'thema', wert: 'arbeit' }, 1],
  ]);
});

test('ways out say what the search will find then: at the place it names, elsewhere only where that has nothing', () => {
  const bestand = bestandMit([
    { kosten: ['kostenlos'], naehe: '0--' },
    { kosten: ['kostenlos'], naehe: '-0-' },
    { thema: ['arbeit'], naehe: '-0-' },
  ]);
  const passungen = passend({ 0: 1, 1: 1, 2: 1 });
  const orte = ['siegburg'];
  const filter = { kosten: ['kostenlos'], thema: ['arbeit'] };
  const wege = auswege(bestand, { ...LEER, q: 'kurs siegburg', filter }, { passungen, orte });
  const ohneWert = wege.filter(({ ohne }) => typeof ohne === 'object');
  expect(ohneWert.map(({ ohne, anzahl }) => [ohne, anzahl])).toEqual([
    [{ facette: 'kosten', wert: 'kostenlos' }, 1],
    [{ facette: 'thema', wert: 'arbeit' }, 1],
  ]);
  for (const { zustand, anzahl } of ohneWert)
    expect(suchlauf(bestand, zustand, { passungen, orte }).treffer).toHaveLength(anzahl);
});

test('leaving out the text is a way out, leaving out a filter that changes nothing is none', () => {
  const bestand = bestandMit([{ thema: ['arbeit'] }]);
  const wege = auswege(
    bestand,
    { ...LEER, q: 'xyz', filter: { thema: ['arbeit'] } },
    { passungen: [] },
  );
  expect(wege.map(({ ohne }) => ohne)).toEqual(['text']);
});

test('words lead to protection where the first or most of the first three hits are protected, also where a filter hides it', () => {
  const bestand = bestandMit([
    {},
    { thema: ['arbeit'] },
    { thema: ['wohnen'], kosten: ['kostenlos'] },
    { thema: ['sprache'], kosten: ['kostenlos'] },
    { thema: ['sprache'] },
  ]);
  // Addresses do not say what it is about.
  Object.assign(bestand.facetten[0]!.werte[2]!, { code: 'k7q2x4' });
  const heikel = (werte: Record<number, number>, zustand: Partial<Suchzustand> = {}) =>
    suchlauf(bestand, { ...LEER, q: 'x', ...zustand }, { passungen: passend(werte) }).heikel;
  expect(heikel({ 3: 0.9, 0: 0.8, 1: 0.7 })).toBe('ja');
  expect(heikel({ 0: 0.9, 3: 0.8, 4: 0.7 })).toBe('ja');
  expect(heikel({ 0: 0.9, 1: 0.8, 3: 0.7 })).toBe('vielleicht');
  expect(heikel({ 0: 0.9, 1: 0.8, 2: 0.7, 3: 0.69 })).toBe('nein');
  expect(heikel({ 0: 0.9, 1: 0.8, 2: 0.6, 3: 0.7 }, { filter: { kosten: ['kostenlos'] } })).toBe(
    'ja',
  );
  expect(heikel({ 3: 0.9, 0: 0.8 }, { filter: { thema: ['arbeit'] } })).toBe('ja');
  // Far behind what is meant.
  expect(heikel({ 0: 0.9, 3: 0.5, 4: 0.5 })).toBe('nein');
  expect(heikel({})).toBe('nein');
  // Who only looks through the offers has said nothing.
  expect(suchlauf(bestand, { ...LEER, filter: { thema: ['sprache'] } }).heikel).toBe('nein');
});

test('a topic is a way out also where what else was chosen leaves nothing of it', () => {
  const bestand = bestandMit([{ thema: ['wohnen'] }, { thema: ['arbeit'], kosten: ['kostenlos'] }]);
  const zustand = { ...LEER, q: 'x', filter: { kosten: ['kostenlos'] } };
  const [weg] = auswege(bestand, zustand, { passungen: [], themen: ['wohnen'] });
  expect(weg).toEqual({
    ohne: 'thema',
    zustand: { ...LEER, filter: { thema: ['wohnen'] } },
    anzahl: 1,
  });
});

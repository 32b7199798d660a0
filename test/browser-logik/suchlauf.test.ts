import { expect, test } from 'vitest';
import { auswege, suchlauf } from '../../src/browser/suchlauf.ts';
import { LEER, type Suchzustand } from '../../src/browser/zustand.ts';
import { bestandMit } from './bestand.ts';

const rows = (
  bestand: ReturnType<typeof bestandMit>,
  zustand: Partial<Suchzustand>,
  fund?: number[],
  ort?: { lat: number; lon: number },
) =>
  suchlauf(bestand, { ...LEER, ...zustand }, fund, ort && { ...ort, ungefaehr: true }).treffer.map(
    ({ row }) => row,
  );

test('without a text, the order of the titles', () => {
  expect(rows(bestandMit([{}, {}, {}]), {})).toEqual([0, 1, 2]);
});

test('with a text, what fits best', () => {
  expect(rows(bestandMit([{}, {}, {}]), { q: 'x' }, [2, 0])).toEqual([2, 0]);
});

test('for a Kommune the own place, then the whole Kreis, then the whole country', () => {
  const bestand = bestandMit([
    { naehe: '2--' },
    { naehe: '1--' },
    { naehe: '0--' },
    { naehe: '-0-' },
  ]);
  expect(rows(bestand, { filter: { kommune: ['siegburg'] } })).toEqual([2, 1, 0]);
  expect(rows(bestand, { q: 'x', filter: { kommune: ['siegburg'] } }, [0, 1, 2])).toEqual([
    2, 1, 0,
  ]);
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

test('leaving out the text is a way out, leaving out a filter that changes nothing is none', () => {
  const bestand = bestandMit([{ thema: ['arbeit'] }]);
  const wege = auswege(bestand, { ...LEER, q: 'xyz', filter: { thema: ['arbeit'] } }, []);
  expect(wege.map(({ ohne }) => ohne)).toEqual(['text']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filtern, zaehlen } from '../../src/browser/facetten.ts';
import type { Filter } from '../../src/browser/zustand.ts';
import { bestandMit, KOMMUNEN, WERTE, type Zeile } from './bestand.ts';

const zeile: fc.Arbitrary<Zeile> = fc.record({
  thema: fc.subarray([...WERTE.thema]),
  zielgruppe: fc.subarray([...WERTE.zielgruppe]),
  naehe: fc
    .array(fc.constantFrom('0', '1', '-'), { minLength: 3, maxLength: 3 })
    .map((stufen) => stufen.join('')),
});
const auswahl = <T extends string>(werte: readonly T[]) =>
  fc.subarray([...werte], { minLength: 1 });
const filter: fc.Arbitrary<Filter> = fc.record(
  {
    thema: auswahl(WERTE.thema),
    zielgruppe: auswahl(WERTE.zielgruppe),
    kommune: auswahl(KOMMUNEN.map(({ id }) => id)),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Filter>;

test('the number behind a value is what choosing it alone in its facet would find', () => {
  fc.assert(
    fc.property(fc.array(zeile, { maxLength: 12 }), filter, (zeilen, gewaehlt) => {
      const bestand = bestandMit(zeilen);
      const zahlen = zaehlen(bestand, gewaehlt);
      bestand.facetten.forEach((facette, f) =>
        facette.werte.forEach(({ id }, w) => {
          expect(zahlen[f]![w]).toBe(filtern(bestand, { ...gewaehlt, [facette.id]: [id] }).length);
        }),
      );
    }),
  );
});

test('values of one facet are alternatives, facets narrow each other down', () => {
  const bestand = bestandMit([
    { thema: ['arbeit'], naehe: '0--' },
    { thema: ['wohnen'], naehe: '0--' },
    { thema: ['wohnen'], naehe: '-0-' },
    { thema: ['sprache'], naehe: '0--' },
  ]);
  expect(filtern(bestand, { thema: ['arbeit', 'wohnen'] })).toEqual([0, 1, 2]);
  expect(filtern(bestand, { thema: ['arbeit', 'wohnen'], kommune: ['siegburg'] })).toEqual([0, 1]);
});

test('an offer for everyone is for women too; who is not named is not meant', () => {
  const bestand = bestandMit([
    { zielgruppe: ['alle'] },
    { zielgruppe: ['frauen'] },
    { zielgruppe: ['kinder'] },
    {},
  ]);
  expect(filtern(bestand, { zielgruppe: ['frauen'] })).toEqual([0, 1]);
  expect(filtern(bestand, { zielgruppe: ['alle'] })).toEqual([0]);
});

test('a text narrows all numbers', () => {
  const bestand = bestandMit([{ thema: ['arbeit'] }, { thema: ['arbeit'] }]);
  expect(zaehlen(bestand, {}, new Set([1]))[0]).toEqual([1, 0, 0]);
});

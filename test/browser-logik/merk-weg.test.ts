import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wegfolge } from '../../src/browser/merk-weg.ts';
import type { PunktDef } from '../../src/suche/suchtabelle.ts';

const START = { lat: 50, lon: 7 };
const bei = (lon: number): PunktDef => [50, lon, 0];

test('from each offer on to the nearest that is left', () => {
  expect(wegfolge([[bei(7.5)], [bei(7.1)], [bei(6.8)], [bei(7.3)]], START)).toEqual([1, 3, 0, 2]);
});

test('an offer with several places is visited at the nearest, and the way goes on from there', () => {
  expect(wegfolge([[bei(7.35)], [bei(6), bei(7.1)], [bei(5.9)]], START)).toEqual([1, 0, 2]);
});

test('what has no place comes last, in the order it had', () => {
  expect(wegfolge([[], [bei(8)], [], [bei(7)]], START)).toEqual([3, 1, 0, 2]);
});

test('nothing is lost and nothing comes twice', () => {
  const punkt = fc.tuple(
    fc.double({ min: 50, max: 51, noNaN: true }),
    fc.double({ min: 6, max: 8, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(punkt, { maxLength: 2 }), { maxLength: 8 }), (orte) => {
      const punkte = orte.map((eine) => eine.map(([lat, lon]): PunktDef => [lat, lon, 0]));
      expect(wegfolge(punkte, START).sort((x, y) => x - y)).toEqual([...orte.keys()]);
    }),
  );
});

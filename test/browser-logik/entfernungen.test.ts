import { expect, test } from 'vitest';
import { entfernungZu, wortlaut } from '../../src/browser/entfernungen.ts';

const HIER = { lat: 50.8, lon: 7.2, ungefaehr: false };

test('the nearest place counts', () => {
  const entfernung = entfernungZu(
    [
      [51, 7.2, 1],
      [50.81, 7.2, 0],
    ],
    HIER,
  )!;
  expect(entfernung.km).toBeCloseTo(1.11, 1);
  expect(entfernung.ungefaehr).toBe(false);
});

test('without a place there is no distance', () => {
  expect(entfernungZu([], HIER)).toBeUndefined();
});

test.each([
  [{ km: 3.24, ungefaehr: false }, 'naehe.km', 3.2],
  [{ km: 12.6, ungefaehr: false }, 'naehe.km', 13],
  [{ km: 13.1, ungefaehr: true }, 'naehe.ungefaehr', 15],
  [{ km: 10.4, ungefaehr: true }, 'naehe.ungefaehr', 10],
  [{ km: 9.9, ungefaehr: true }, 'naehe.unter10', 10],
  [{ km: 0, ungefaehr: true }, 'naehe.unter10', 10],
])('%j', (entfernung, key, km) => expect(wortlaut(entfernung)).toEqual({ key, km }));

test('one rough end makes the distance rough', () => {
  expect(entfernungZu([[50.9, 7.2, 0]], { ...HIER, ungefaehr: true })!.ungefaehr).toBe(true);
  expect(entfernungZu([[50.9, 7.2, 1]], HIER)!.ungefaehr).toBe(true);
});

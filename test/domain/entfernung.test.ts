import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entfernungKm } from '../../src/domain/entfernung.ts';

const koeln = { lat: 50.9375, lon: 6.9603 };

test.each([
  ['Berlin', { lat: 52.52, lon: 13.405 }, 477],
  ['Hamburg', { lat: 53.5511, lon: 9.9937 }, 357],
  ['itself', koeln, 0],
  ['the other side of the world', { lat: -50.9375, lon: -173.0397 }, 20_015],
])('from Köln to %s', (_name, ziel, km) => expect(entfernungKm(koeln, ziel)).toBeCloseTo(km, -1));

test('is the same in both directions, never negative and no longer than half the world', () => {
  const punkt = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(punkt, punkt, (a, b) => {
      const km = entfernungKm(a, b);
      expect(km).toBeGreaterThanOrEqual(0);
      expect(km).toBeLessThanOrEqual(20_016);
      expect(entfernungKm(b, a)).toBeCloseTo(km, 6);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entpackeDateien, istAlt, type PaketAngaben } from '../../src/domain/offline-paket.ts';
import { packeDateien } from '../lib/paket.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a package holds every file as it was, in its order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.string(), fc.uint8Array()), { selector: ([adresse]) => adresse }),
      (liste) => {
        const dateien = new Map(
          liste.map(([adresse, inhalt]) => [adresse, new Uint8Array(inhalt)]),
        );
        expect([...entpackeDateien(packeDateien(dateien))]).toEqual([...dateien]);
      },
    ),
  );
});

test('half a package is refused, wherever it was cut', () => {
  const paket = packeDateien(
    new Map([
      ['ar/', bytes('مرحبا')],
      ['ar/suche/', bytes('\n')],
    ]),
  );
  for (let ende = 0; ende < paket.length; ende++)
    expect(() => entpackeDateien(paket.slice(0, ende)), `${ende}`).toThrow();
});

test.each([
  ['2026-11-20', false],
  ['2026-11-21', false],
  ['2026-11-19', true],
])('on 19 January, what is true for %s is old: %s', (stand, alt) => {
  const angaben = { stand } as PaketAngaben;
  expect(istAlt(angaben, Date.parse('2027-01-19T00:00:00Z'))).toBe(alt);
});

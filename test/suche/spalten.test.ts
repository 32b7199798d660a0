import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entpacken, packen } from '../../src/suche/spalten.ts';

test('a packed column holds the same values', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.array(fc.nat(3)), fc.boolean())), (values) => {
      expect(entpacken(packen(values))).toEqual(values);
    }),
  );
});

test('repeated values are written once', () => {
  expect(packen(['a', 'b', 'a', 'a', 'b', 'a'])).toEqual({
    werte: ['a', 'b'],
    nr: [0, 1, 0, 0, 1, 0],
  });
});

import { expect, test } from 'vitest';
import { lateinischeZiffern } from '../../src/domain/ziffern.ts';

/** „9876543210“ in the digits of every system that writes numbers digit by digit. */
const systeme = Intl.supportedValuesOf('numberingSystem')
  .map((numberingSystem) => {
    const zahl = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
    return [numberingSystem, zahl.format(9876543210)] as const;
  })
  .filter(([, text]) => /^\p{Nd}{10}$/u.test(text));

test('digits of all scripts, also where those of two stand side by side', () => {
  expect(systeme.length).toBeGreaterThan(50);
  for (const [name, text] of systeme) expect(lateinischeZiffern(text), name).toBe('9876543210');
});

test('what is no digit stays', () =>
  expect(lateinischeZiffern('Tel. ٠٢٢١ / 𝟗𝟘 – ½ Ⅷ 五')).toBe('Tel. 0221 / 90 – ½ Ⅷ 五'));

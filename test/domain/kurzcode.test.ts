import { expect, test } from 'vitest';
import { isKurzcode, kurzcode } from '../../src/domain/kurzcode.ts';

test('the same for ever: papers with these codes have been handed out', () => {
  expect(kurzcode('deutschkurs')).toBe('nc73mk');
  expect(kurzcode('deutschkurs-frauen')).toBe('bqhrnw');
  expect(kurzcode('')).toBe('jmg38f');
});

test('ids that differ in one letter have nothing in common', () => {
  const codes = Array.from({ length: 2000 }, (_, i) => kurzcode(`kurs-${i}`));
  expect(new Set(codes).size).toBe(2000);
  // Each of the 27 characters about equally often at each place.
  for (let place = 0; place < 6; place++) {
    const haeufigkeit = Object.groupBy(codes, (code) => code[place]!);
    for (const gleiche of Object.values(haeufigkeit)) {
      expect(gleiche!.length).toBeGreaterThan(35);
      expect(gleiche!.length).toBeLessThan(125);
    }
    expect(Object.keys(haeufigkeit)).toHaveLength(27);
  }
});

test('is known by its form', () => {
  for (const id of ['a', 'tafel', 'frauenhaus-troisdorf'])
    expect(isKurzcode(kurzcode(id))).toBe(true);
  for (const falsch of ['', 'nc73m', 'nc73mkk', 'nc73ma', 'NC73MK', 'nc73m1', '../../', 'nc73m '])
    expect(isKurzcode(falsch), falsch).toBe(false);
});

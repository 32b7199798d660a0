import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ausschnitte, kuerze } from '../../src/domain/ausschnitt.ts';

test('short texts stay whole', () =>
  expect(ausschnitte('um 9 Uhr', 'um 10 Uhr', 20)).toEqual(['um 9 Uhr', 'um 10 Uhr']));

test('long texts are cut to where they differ, with some words on both sides', () => {
  const worte = Array.from({ length: 40 }, (_, i) => `wort${i}`);
  const anders = worte.with(20, 'NEU');
  expect(ausschnitte(worte.join(' '), anders.join(' '), 100)).toEqual([
    '… wort15 wort16 wort17 wort18 wort19 wort20 wort21 wort22 wort23 wort24 wort25 …',
    '… wort15 wort16 wort17 wort18 wort19 NEU wort21 wort22 wort23 wort24 wort25 …',
  ]);
});

test('a difference at the beginning or the end, and a part that is gone', () => {
  const text = 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf';
  expect(ausschnitte(text, `null ${text}`, 40)[1]).toBe('null eins zwei drei vier fünf …');
  expect(ausschnitte(text, `${text} dreizehn`, 40)[1]).toBe('… acht neun zehn elf zwölf dreizehn');
  expect(ausschnitte(text, text.replace('sechs ', ''), 40)).toEqual([
    expect.stringContaining('fünf sechs sieben'),
    expect.stringContaining('fünf sieben'),
  ]);
});

test('what differs can be told apart, however long it is', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 80 }), fc.lorem({ maxCount: 80 }), (a, b) => {
      const [alt, neu] = ausschnitte(a, b, 60);
      expect([...alt].length).toBeLessThanOrEqual(64);
      expect([...neu].length).toBeLessThanOrEqual(64);
      if (a.split(' ')[0] !== b.split(' ')[0] && a.length > 60) expect(alt).not.toBe(neu);
    }),
  );
});

test('no character is cut in two', () =>
  expect(kuerze('👩‍👧😀😀😀', 4)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gesprochen, saetze } from '../../src/browser/vorlesetext.ts';

test.each([
  ['Treff·punkt und Deutsch·kurs', 'Treffpunkt und Deutschkurs'],
  ['Beratung · Siegburg', 'Beratung , Siegburg'],
  ['Rufen Sie an: 0221 4710-123.', 'Rufen Sie an:  0 2 2 1 4 7 1 0 1 2 3 .'],
  ['+49 221 4710123', ' + 4 9 2 2 1 4 7 1 0 1 2 3 '],
  ['Seit 2015, am 01.02.2026 um 09:00 in 53721 Siegburg', undefined],
])('%s', (text, erwartet) => expect(gesprochen(text, false)).toBe(erwartet ?? text));

test('what a link calls is read digit by digit, however short', () => {
  expect(gesprochen('116 016', true).trim()).toBe('1 1 6 0 1 6');
  expect(gesprochen('110', true).trim()).toBe('1 1 0');
});

test('every word is read, in pieces that no device gives up on', () => {
  const wort = fc.stringMatching(/^[a-zäöü]{1,12}[,.;]?$/);
  fc.assert(
    fc.property(fc.array(wort, { minLength: 1, maxLength: 120 }), (worte) => {
      const stuecke = saetze(worte.join(' '), 'de');
      for (const stueck of stuecke) expect(stueck.length).toBeLessThanOrEqual(180);
      expect(stuecke.join(' ').split(' ')).toEqual(worte);
    }),
  );
});

test('what has neither letters nor digits is not read', () => {
  expect(saetze(' – · ', 'de')).toEqual([]);
});

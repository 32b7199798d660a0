import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import {
  formatGehaltene,
  formatMerkliste,
  MAX_GEMERKT,
  mitMerkliste,
  parseMerkliste,
} from '../../src/domain/merkliste.ts';

const a = kurzcode('a');
const b = kurzcode('b');

/** Joiners and marks of direction that words consist of. */
const fuegt = (zeichen: string) => /[\u200C-\u200F]/.test(zeichen);

test('order and notes survive the address, whatever a note says', () => {
  const notiz = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(notiz, notiz, (eine, andere) => {
      const sauber = (text: string) =>
        text
          .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (zeichen) => (fuegt(zeichen) ? zeichen : ' '))
          .trim();
      const liste = [
        { code: b, notiz: sauber(eine) },
        { code: a, notiz: sauber(andere) },
      ];
      const feld = formatMerkliste(liste);
      expect(feld).toMatch(/^merk=[\w.!~*'()%,-]+$/);
      expect(parseMerkliste(`#q=Deutsch&${feld}&thema=arbeit`)).toEqual(liste);
    }),
  );
});

test('where it is kept, a list knows which notes came with a link; an address does not say so', () => {
  const liste = [
    { code: a, notiz: 'ab ~ und, zu', ausLink: true },
    { code: b, notiz: 'Montag' },
  ];
  expect(parseMerkliste(formatGehaltene(liste))).toEqual(liste);
  expect(formatMerkliste(liste)).toBe(`merk=${a}~ab%20%7E%20und%2C%20zu,${b}~Montag`);
  expect(formatGehaltene([])).toBe('');
});

test('an empty list is no field', () => {
  expect(formatMerkliste([])).toBe('');
  expect(parseMerkliste('')).toEqual([]);
  expect(parseMerkliste('#merk=')).toEqual([]);
});

test('what is no entry is left out, and nothing counts twice', () => {
  expect(parseMerkliste(`#merk=${a},<script>,${a}~zweite,../x,${b}~%E0%A4%A,constructor`)).toEqual([
    { code: a, notiz: '' },
    { code: b, notiz: '' },
  ]);
});

test('a note is one line and of bounded length; a list too', () => {
  const [eintrag] = parseMerkliste(
    `#merk=${a}~${encodeURIComponent('eins\n\u202Ezwei' + 'x'.repeat(999))}`,
  );
  expect(eintrag?.notiz).toMatch(/^eins zweix+$/);
  expect(eintrag?.notiz).toHaveLength(200);
  // Never half a sign, which no address can hold.
  const lang = `${'x'.repeat(199)}😀`;
  expect(formatMerkliste(parseMerkliste(`#merk=${a}~${encodeURIComponent(lang)}`))).toBe(
    `merk=${a}~${'x'.repeat(199)}`,
  );
  const [persisch] = parseMerkliste(`#merk=${a}~${encodeURIComponent('می‌خواهم')}`);
  expect(persisch?.notiz).toBe('می‌خواهم');
  const viele = Array.from({ length: 99 }, (_, i) => kurzcode(String(i))).join(',');
  expect(parseMerkliste(`#merk=${viele}`)).toHaveLength(MAX_GEMERKT);
});

test('a list takes the place of another and leaves the rest of the address as it is', () => {
  const liste = [{ code: a, notiz: '' }];
  expect(mitMerkliste(`#q=Deutsch%20lernen&merk=${b}~alt&thema=arbeit`, liste)).toBe(
    `q=Deutsch%20lernen&thema=arbeit&merk=${a}`,
  );
  expect(mitMerkliste('#kontakt', liste)).toBe(`kontakt&merk=${a}`);
  expect(mitMerkliste('', liste)).toBe(`merk=${a}`);
  expect(mitMerkliste(`#merk=${b}`, [])).toBe('');
});

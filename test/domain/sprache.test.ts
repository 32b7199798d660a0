import { expect, test } from 'vitest';
import { spracheDesLandes, tippSprachkuerzel } from '../../src/domain/sprache.ts';

const BEKANNTE = ['de', 'en', 'fa', 'so', 'uk', 'zh'];
const ALLE = 'Bekannt sind: de, en, fa, so, uk, zh.';

test.each([
  ['ua', `Meinten Sie „uk“ (Ukrainisch)? ${ALLE}`],
  ['gb', `Meinten Sie „en“ (Englisch)? ${ALLE}`],
  ['UA', `Meinten Sie „uk“ (Ukrainisch)? ${ALLE}`],
  ['DE', `Meinten Sie „de“ (Deutsch)? ${ALLE}`],
  ['de-de', `Meinten Sie „de“ (Deutsch)? ${ALLE}`],
  ['zh-hant', `Meinten Sie „zh“ (Chinesisch)? ${ALLE}`],
  // One letter away from another language, which nobody meant.
  ['no', ALLE],
  ['ga', ALLE],
  ['eng', ALLE],
  // The language of the country is not there.
  ['gr', ALLE],
])('the tip for the code %s is: %s', (code, tipp) =>
  expect(tippSprachkuerzel(code, BEKANNTE)).toBe(tipp),
);

test('a word is none of the codes, and may be misspelt', () =>
  expect(tippSprachkuerzel('leichte', ['de', 'leicht'])).toMatch(/^Meinten Sie „leicht“\?/));

test('codes of languages are no countries', () =>
  expect(['uk', 'ku', 'ar', 'de'].map(spracheDesLandes)).toEqual(Array(4).fill(undefined)));

test('nor are words that mean something to JavaScript', () =>
  expect(['constructor', 'valueOf'].map(spracheDesLandes)).toEqual([undefined, undefined]));

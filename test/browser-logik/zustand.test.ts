import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatZustand,
  LEER,
  parseWorte,
  parseZustand,
  sortierungVon,
  type Suchzustand,
  umschalten,
} from '../../src/browser/zustand.ts';
import { createPfade } from '../../src/site/pfade.ts';

const FACETTEN = [
  { id: 'thema', werte: [{ id: 'arbeit' }, { id: 'wohnen' }] },
  { id: 'kommune', werte: [{ id: 'siegburg' }] },
];

test.each([
  ['q=deutsch&thema=arbeit', 'deutsch'],
  ['#thema=arbeit&q=%20Kurs+Siegburg%20', 'Kurs Siegburg'],
  ['q=eins&q=zwei', 'zwei'],
  ['q=%E0%A4', ''],
  [`q=${'lang '.repeat(1000)}`, 'lang '.repeat(40)],
  ['thema=arbeit', ''],
])('of %s the words alone are those of the whole', (fragment, worte) => {
  expect(parseWorte(fragment)).toBe(worte);
  expect(parseZustand(fragment, FACETTEN).q).toBe(worte);
});

test('the example of the documentation', () => {
  const text = 'q=deutsch&thema=arbeit,wohnen&kommune=siegburg&ansicht=karte&nahe=53721&sort=titel';
  const zustand: Suchzustand = {
    q: 'deutsch',
    filter: { thema: ['arbeit', 'wohnen'], kommune: ['siegburg'] },
    karte: true,
    nahe: '53721',
    sort: 'titel',
  };
  expect(parseZustand(`#${text}`, FACETTEN)).toEqual(zustand);
  expect(formatZustand(zustand, FACETTEN)).toBe(text);
});

test('every text survives the way into the address and back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ maxLength: 30 }),
      (q, nahe) => {
        const zustand = { ...LEER, q: q.trim(), nahe: nahe.trim() };
        expect(parseZustand(formatZustand(zustand, FACETTEN), FACETTEN)).toEqual(zustand);
      },
    ),
  );
});

test('words that are too long end before a sign of two halves, so that they can stand in the address again', () => {
  const fragment = `#q=${encodeURIComponent(`${'x'.repeat(199)}😀`)}`;
  const zustand = parseZustand(fragment, FACETTEN);
  expect(formatZustand(zustand, FACETTEN)).toBe(`q=${'x'.repeat(199)}`);
});

test('any text is read without failing', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseZustand(text, FACETTEN)));
});

describe('what is not known is ignored', () => {
  test.each([
    '#thema=drachen',
    '#farbe=rot',
    '#sort=quer',
    '#ansicht=liste',
    '#inhalt',
    '#q=%E0%A4%A',
    '#=x&&&',
    '#__proto__=x&constructor=y',
  ])('%s', (fragment) => expect(parseZustand(fragment, FACETTEN)).toEqual(LEER));
});

test('values come in the order of the vocabulary, each once', () => {
  expect(parseZustand('#thema=wohnen,arbeit,wohnen', FACETTEN).filter).toEqual({
    thema: ['arbeit', 'wohnen'],
  });
});

test('a value that would tell too much stands in the address under another name, and only there', () => {
  const facetten = [{ id: 'thema', werte: [{ id: 'arbeit' }, { id: 'geheim', code: 'x7k2mw' }] }];
  const zustand = { ...LEER, filter: { thema: ['arbeit', 'geheim'] } };
  expect(formatZustand(zustand, facetten)).toBe('thema=arbeit,x7k2mw');
  expect(parseZustand('#thema=arbeit,x7k2mw', facetten)).toEqual(zustand);
  expect(parseZustand('#thema=geheim', facetten)).toEqual(LEER);
});

test('a very long text is cut', () => {
  expect(parseZustand(`#q=${'a'.repeat(500)}`, FACETTEN).q).toHaveLength(200);
});

test('links of the pages are read as they are meant', () => {
  const href = createPfade('/integration/', 'de', {}).sucheMit({
    q: 'Wohnung & Miete',
    thema: ['arbeit', 'wohnen'],
  });
  const zustand = parseZustand(new URL(href, 'http://x/').hash, FACETTEN);
  expect(zustand).toEqual({
    ...LEER,
    q: 'Wohnung & Miete',
    filter: { thema: ['arbeit', 'wohnen'] },
  });
  expect(href.endsWith(`#${formatZustand(zustand, FACETTEN)}`)).toBe(true);
});

test('choosing and taking away', () => {
  const gewaehlt = umschalten({ thema: ['arbeit'] }, 'thema', 'wohnen');
  expect(gewaehlt).toEqual({ thema: ['arbeit', 'wohnen'] });
  expect(umschalten(umschalten(gewaehlt, 'thema', 'arbeit'), 'thema', 'wohnen')).toEqual({});
});

test('near things come first once a place is known, unless another order was chosen', () => {
  expect(sortierungVon(LEER, false)).toBe('relevanz');
  expect(sortierungVon(LEER, true)).toBe('naehe');
  expect(sortierungVon({ ...LEER, sort: 'stand' }, true)).toBe('stand');
  expect(sortierungVon({ ...LEER, sort: 'naehe' }, false)).toBe('relevanz');
});

import { describe, expect, test } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { ohneAngebote } from '../../src/katalog/katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { schluesselAus } from '../../src/site/schluessel.ts';
import { MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

const lies = (stichtag: string) =>
  createKontext(ohneAngebote(readKatalog(MUSTERKREIS, stichtag).katalog!), 'de');
const kontext = lies(STICHTAG);

describe('what decides a page', () => {
  test('is the same where the same is said, whoever says it', () => {
    const sage = () => ({ karten: [{ titel: 'Sprachcafé' }], orte: new Map([['a', 1]]) });
    expect(schluesselAus(lies(STICHTAG), sage())).toBe(schluesselAus(kontext, sage()));
  });

  test('differs with what is said, its order, its kind, and the day', () => {
    const verschiedene = [
      schluesselAus(kontext),
      schluesselAus(lies('2026-11-21')),
      ...[{}, { a: 1 }, { a: '1' }, { a: ['x', 'y'] }, { a: ['y', 'x'] }].map((daten) =>
        schluesselAus(kontext, daten),
      ),
      schluesselAus(kontext, { a: new Map([['x', 'y']]) }),
      schluesselAus(kontext, { a: new Set(['x', 'y']) }),
      schluesselAus(kontext, { a: 1 }, {}),
    ];
    expect(new Set(verschiedene).size).toBe(verschiedene.length);
  });

  test.each([
    [new Date(0)],
    [new URL('https://a.example')],
    [() => 'x'],
    [Symbol('x')],
    [Number.NaN],
    [new (class Karte {})()],
  ])('is nothing that JSON would change or leave out: %s', (wert) => {
    expect(() => schluesselAus(kontext, { seite: { karten: [wert] } })).toThrow('plain data');
  });
});

import { describe, expect, test } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { ohneAngebote } from '../../src/katalog/katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { schluesselAus } from '../../src/site/schluessel.ts';
import { angebot, lies as liesDateien, MUSTERKREIS, projekt, STICHTAG } from '../lib/inhalt.ts';

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

  test('does not differ with an offer, though offices and projects name it as whom to ask', () => {
    const mit = (felder: Parameters<typeof angebot>[0]) =>
      ohneAngebote(
        liesDateien({
          'angebote/stelle.md': angebot({ titel: 'Stelle', ...felder }),
          'kontakte/kreisweit.yaml': 'stellen:\n  - { funktion: sozialamt, angebot: stelle }\n',
          'projekte/x.md': projekt({ titel: 'Garten', kontakt: '{ angebot: stelle }' }),
        }).katalog!,
      );
    const vorher = mit({ geprueft_am: '2026-01-01' });
    const nachher = mit({ titel: 'Neue Stelle', telefon: '0221 4710177', geprueft_am: STICHTAG });
    const schluessel = [vorher, nachher].map((katalog) =>
      schluesselAus(createKontext(katalog, 'de')),
    );
    expect(schluessel[1]).toBe(schluessel[0]);
    // Who needs them has to say so, or pages would stay that name the old number.
    expect(() => nachher.kontakte).toThrow('„kontakte“');
    expect(() => nachher.projekte.get('x')!.kontakt).toThrow('„kontakt“');
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

/** Offers as a table: what people see in the cells, and that nothing is lost on the way there and back. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { formatCsv, ohneApostroph } from '../../src/daten/csv.ts';
import { formatZelle, readZelle, SPALTEN } from '../../src/daten/tabelle.ts';
import { angebotSchema, KOSTEN_ARTEN } from '../../src/domain/angebot.ts';
import type { Baum } from '../../src/katalog/read-yaml.ts';
import { readEintraege } from '../../src/katalog/read-katalog.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';

test('every field of an offer has a column', () => {
  expect(SPALTEN).toEqual(expect.arrayContaining(Object.keys(angebotSchema.shape)));
  expect(new Set(SPALTEN).size).toBe(SPALTEN.length);
});

describe('cells are written as an officer would', () => {
  test.each<[feld: string, wert: Baum, zelle: string]>([
    ['thema', ['arbeit', 'wohnen'], 'arbeit, wohnen'],
    [
      'sprachen',
      [
        'de',
        { code: 'ar', art: 'dolmetschen' },
        { code: 'uk', art: 'direkt', zeiten: 'dienstags' },
      ],
      'de, ar (dolmetschen), uk (direkt; zeiten: dienstags)',
    ],
    [
      'zeiten',
      [
        { tage: ['mo', 'mi'], von: '09:00', bis: '12:00', rhythmus: ['zweiwoechentlich'] },
        { tage: ['mo', 'di', 'mi', 'fr'], von: '14:00', hinweis: 'mit Termin' },
        { hinweis: 'sonst nach Vereinbarung' },
      ],
      'mo, mi 09:00–12:00 (14-täglich)\nmo–mi, fr ab 14:00 (mit Termin)\nsonst nach Vereinbarung',
    ],
    [
      'orte',
      [
        'haus-der-begegnung',
        {
          name: 'Rathaus',
          strasse: 'Markt 1',
          plz: '01067',
          ort: 'Dresden',
          barrierefreiheit: { wc: 'ja' },
        },
      ],
      'haus-der-begegnung\nRathaus, Markt 1, 01067 Dresden (wc: ja)',
    ],
    ['kosten', 'kostenlos', 'kostenlos'],
    [
      'kosten',
      { art: 'ermaessigt', betrag: '2.50', einheit: 'pro Monat', hinweis: 'mit Pass' },
      'ermaessigt, 2,50 Euro pro Monat (mit Pass)',
    ],
    ['alter', { von: '12', bis: '18' }, '12–18'],
    ['deutschniveau', { von: 'A2' }, 'ab A2'],
    ['hinweis', { text: 'Im August zu.', bis: '2026-08-31' }, 'Im August zu. (bis 2026-08-31)'],
    ['suchwoerter', { de: ['Sofa', 'Sessel'] }, 'Sofa, Sessel'],
    ['quelle', { name: 'Heft', stand: '2026' }, 'name: Heft; stand: 2026'],
  ])('%s', (feld, wert, zelle) => {
    expect(formatZelle(feld, wert)).toBe(zelle);
    expect(readZelle(feld, zelle)).toEqual(wert);
  });

  test('days are read across Sunday, and no day is lost', () => {
    expect(readZelle('zeiten', 'so–do 18:00–22:00\nmo–mi–fr 09:00–12:00')).toEqual([
      { tage: ['mo', 'di', 'mi', 'do', 'so'], von: '18:00', bis: '22:00' },
      { hinweis: 'mo–mi–fr 09:00–12:00' },
    ]);
  });

  test('what such words cannot hold stands there as JSON', () => {
    const orte = [{ name: 'Haus 5, Hof', ort: 'X' }];
    expect(formatZelle('orte', orte)).toBe('[{"name":"Haus 5, Hof","ort":"X"}]');
    expect(readZelle('orte', formatZelle('orte', orte))).toEqual(orte);
  });
});

describe.each(['content', MUSTERKREIS])('every offer of %s', (inhalt) => {
  test('means the same after a way through its cells', () => {
    const { eintraege, fundstellen } = readEintraege(inhalt);
    let zellen = 0;
    for (const id of eintraege!.angebote.keys()) {
      const felder = fundstellen.dokument('angebot', id)!.daten as Record<string, Baum>;
      for (const [feld, wert] of Object.entries(felder)) {
        const schema = angebotSchema.shape[feld as keyof typeof angebotSchema.shape];
        const zurueck = readZelle(feld, formatZelle(feld, wert));
        expect(schema.parse(zurueck), `${id} ${feld}`).toEqual(schema.parse(wert));
        zellen++;
      }
    }
    expect(zellen).toBeGreaterThan(100);
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 20 });

describe('any text comes back out of its cell, whatever marks are in it', () => {
  const satz = fc.oneof(
    text,
    fc.constantFrom(
      'mo',
      'a (b)',
      'x; y: z',
      '12345 Ort',
      '5 Euro',
      'Satz, mit Komma',
      'ab 12',
      '[a]',
      '{',
    ),
  );
  const map = (felder: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(felder, { requiredKeys: [], noNullPrototype: true });
  const liste = (eintrag: fc.Arbitrary<unknown>) =>
    fc.array(eintrag, { minLength: 1, maxLength: 3 });
  const tage = fc.subarray(['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'], { minLength: 1 });
  const WERTE: Record<string, fc.Arbitrary<unknown>> = {
    sprachen: liste(fc.oneof(satz, map({ code: satz, art: satz, zeiten: satz, hinweis: satz }))),
    orte: liste(
      fc.oneof(satz, map({ name: satz, strasse: satz, plz: satz, ort: satz, haltestelle: satz })),
    ),
    zeiten: liste(
      map({ tage, von: fc.constant('09:00'), bis: fc.constant('12:00'), hinweis: satz }),
    ),
    kosten: fc.oneof(
      fc.constantFrom(...KOSTEN_ARTEN),
      map({ art: satz, betrag: satz, einheit: satz, hinweis: satz }),
    ),
    unterlagen: liste(fc.oneof(satz, map({ text: satz }))),
    hinweis: map({ text: satz, bis: satz }),
    quelle: map({ name: satz, url: satz, stand: satz }),
    alter: map({ von: satz, bis: satz }),
    suchwoerter: map({ de: liste(satz), ar: liste(satz) }),
    termine: liste(map({ start: satz, ende: satz, rrule: satz, ausfall: liste(satz) })),
  };
  test.each(Object.keys(WERTE))('%s', (feld) => {
    fc.assert(
      fc.property(WERTE[feld]!, (wert) => {
        expect(readZelle(feld, formatZelle(feld, wert as Baum))).toEqual(wert);
      }),
    );
  });
});

test('a spreadsheet obeys no cell and spoils no number; reading gives back every letter', () => {
  const zelle = fc.oneof(
    text,
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      '+49 221 4710123',
      '-5',
      '@SUM',
      '02214710123',
      '99041007000000',
      "''-x",
    ),
  );
  fc.assert(
    fc.property(zelle, (wert) => {
      const csv = formatCsv(['a', 'b'], [{ a: wert, b: 'x' }]);
      const [, [roh = ''] = []] = Papa.parse<string[]>(csv.slice(1), { delimiter: ';' }).data;
      expect(roh).not.toMatch(/^[=+\-@\t\r]|^0\d+$|^\d{12,}$/);
      expect(ohneApostroph(roh)).toBe(wert);
    }),
  );
});

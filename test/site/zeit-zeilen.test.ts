import { sprachcodes } from '../../src/domain/portal.ts';
import { describe, expect, test } from 'vitest';
import type { Zeit } from '../../src/domain/zeiten.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { toZeitZeile } from '../../src/site/zeit-zeilen.ts';
import { lies } from '../lib/inhalt.ts';

const katalog = lies().katalog!;
const alle: Zeit['tage'] = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'];

test.each<[Zeit, ReturnType<typeof toZeitZeile>]>([
  [
    { tage: ['mo', 'do'], von: '09:00', bis: '12:00' },
    { tage: 'Montag und Donnerstag', zeit: '09:00–12:00 Uhr' },
  ],
  [
    { tage: ['mo', 'di', 'mi'], von: '14:00' },
    { tage: 'Montag, Dienstag und Mittwoch', zeit: 'ab 14:00 Uhr' },
  ],
  [{ tage: ['mi'], rhythmus: ['monatlich-2'] }, { tage: 'jeden zweiten Mittwoch im Monat' }],
  [
    { tage: ['fr'], rhythmus: ['monatlich-1', 'monatlich-letzte'] },
    { tage: 'jeden ersten und letzten Freitag im Monat' },
  ],
  [{ tage: ['sa'], rhythmus: ['zweiwoechentlich'] }, { tage: 'Samstag, alle zwei Wochen' }],
  [{ tage: ['sa'], rhythmus: ['woechentlich'] }, { tage: 'Samstag' }],
  [
    { tage: alle, von: '00:00', bis: '24:00' },
    { tage: 'täglich', zeit: 'rund um die Uhr' },
  ],
  [
    { tage: ['mo'], gueltig_ab: '2026-09-07', gueltig_bis: '2027-05-28' },
    { tage: 'Montag', zusatz: 'ab 7. September 2026 und bis 28. Mai 2027' },
  ],
  [{ hinweis: 'nach Vereinbarung' }, {}],
])('%j', (zeit, erwartet) =>
  expect(toZeitZeile(createKontext(katalog, 'de'), zeit)).toEqual(erwartet),
);

describe.each(sprachcodes(katalog.portal))('in %s', (sprache) => {
  test('every rhythm and every day has words', () => {
    const kontext = createKontext(katalog, sprache);
    const saetze = (
      [
        'woechentlich',
        'zweiwoechentlich',
        'monatlich-1',
        'monatlich-2',
        'monatlich-3',
        'monatlich-4',
        'monatlich-letzte',
      ] as const
    ).map((rhythmus) => toZeitZeile(kontext, { tage: ['mi'], rhythmus: [rhythmus] }).tage);
    expect(new Set(saetze).size).toBe(7);
    expect(new Set(alle.map((tag) => toZeitZeile(kontext, { tage: [tag] }).tage)).size).toBe(7);
  });
});

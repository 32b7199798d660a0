import { describe, expect, test } from 'vitest';
import { plusTage } from '../../src/domain/datum.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';
import { mitRechenzeit } from '../lib/rechenzeit.ts';

/** What the rule says about one offer, today being 20 November 2026. */
function befunde(felder: Record<string, string | null>, vonRegel = 'termine') {
  const gelesen = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder) });
  return gelesen.befundeZu('angebote/x.md').filter(({ regel }) => regel === vonRegel);
}
const termin = (text: string) =>
  befunde({ termine: `\n  - ${text.trim().replaceAll('\n', '\n    ')}` });

describe('dates of an offer', () => {
  test.each([
    ['one to come', 'start: 2026-12-05T15:00'],
    ['one that is still going on', 'start: 2026-11-19T22:00\nende: 2026-11-20T04:00'],
    [
      'a series with its cancelled days',
      'start: 2026-11-27T18:00\nrrule: FREQ=WEEKLY;COUNT=9\nausfall: [2026-12-25]',
    ],
    ['one that is cancelled', 'start: 2026-12-05T15:00\nausfall: [2026-12-05]'],
  ])('are right: %s', (_, text) => expect(termin(text)).toEqual([]));

  test('are right: a series without an end, of an offer that has one', () => {
    const termine = '[{ start: 2026-12-09T15:00, rrule: FREQ=WEEKLY }]';
    expect(befunde({ termine })).toHaveLength(1);
    expect(befunde({ termine, gueltig_bis: '2027-06-30' })).toEqual([]);
  });

  test('an offer is not over on its last day', () => {
    expect(befunde({ gueltig_bis: '2026-11-20' }, 'fristen')).toEqual([]);
    expect(befunde({ gueltig_bis: '2026-11-19' }, 'fristen')).toMatchObject([
      { feld: 'gueltig_bis', meldung: expect.stringContaining('seit dem 2026-11-19 abgelaufen') },
    ]);
  });

  test('a series that begins on none of its days stops the build, and the first right day is named', () => {
    const [befund] = termin('start: 2026-12-05T15:00\nrrule: FREQ=MONTHLY;BYDAY=2WE');
    expect(befund).toMatchObject({
      stufe: 'fehler',
      feld: 'termine[0].rrule',
      zeile: 15,
      meldung: expect.stringContaining('beginnt am 2026-12-05'),
      tipp: expect.stringContaining('start: 2026-12-09T15:00'),
    });
  });

  test('a series of another century stops the build at once, however much there is to count', () => {
    const tage = Array.from({ length: 2000 }, (_, i) => plusTage('2190-01-01', i)).join(', ');
    const { ergebnis, sekunden } = mitRechenzeit(() =>
      termin(
        `start: 1900-01-01T10:00\nrrule: FREQ=YEARLY;INTERVAL=99;COUNT=400\nausfall: [${tage}]`,
      ),
    );
    expect(ergebnis[0]).toMatchObject({
      stufe: 'fehler',
      feld: 'termine[0].start',
      meldung: expect.stringContaining('mehr als zehn Jahre'),
    });
    // Counting took a fifth of a second for each of them: minutes.
    expect(sekunden).toBeLessThan(5);
  });

  test('a rule that never fits stops the build', () => {
    const [befund] = termin('start: 2026-12-05T15:00\nrrule: FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30');
    expect(befund).toMatchObject({
      stufe: 'fehler',
      meldung: expect.stringContaining('ein Jahr lang nichts'),
    });
  });

  test.each([
    ['a single one', 'start: 2026-11-05T15:00', 'start', /seit dem 2026-11-05 vorbei/],
    [
      'a series',
      'start: 2026-10-02T15:00\nrrule: FREQ=WEEKLY;COUNT=3',
      'start',
      /seit dem 2026-10-16 vorbei/,
    ],
    [
      'a series with a last day',
      'start: 2026-10-02T15:00\nrrule: FREQ=WEEKLY;UNTIL=20261101',
      'start',
      /2026-11-01 vorbei/,
    ],
    [
      'a series without an end',
      'start: 2026-11-27T15:00\nrrule: FREQ=WEEKLY',
      'rrule',
      /kein Ende/,
    ],
    [
      'a day cancelled beside a series',
      'start: 2026-11-27T15:00\nrrule: FREQ=WEEKLY;COUNT=9\nausfall: [2026-12-24]',
      'ausfall[0]',
      /Am 2026-12-24 .* gar nicht/,
    ],
    [
      'a day cancelled after the end',
      'start: 2026-11-27T15:00\nrrule: FREQ=WEEKLY;COUNT=2\nausfall: [2026-12-25]',
      'ausfall[0]',
      /gar nicht/,
    ],
    [
      'another day than the only one',
      'start: 2026-12-05T15:00\nausfall: [2026-12-06]',
      'ausfall[0]',
      /gar nicht/,
    ],
  ])('are remarked on: %s', (_, text, feld, meldung) => {
    expect(termin(text)).toEqual([
      expect.objectContaining({
        stufe: 'hinweis',
        feld: `termine[0].${feld}`,
        meldung: expect.stringMatching(meldung),
      }),
    ]);
  });

  test('every other week without a beginning is remarked on, with what to write', () => {
    const zeiten = '[{ tage: [mo], rhythmus: zweiwoechentlich }]';
    expect(befunde({ zeiten })).toEqual([
      expect.objectContaining({
        stufe: 'hinweis',
        feld: 'zeiten[0].rhythmus',
        tipp: expect.stringContaining('gueltig_ab: '),
      }),
    ]);
    expect(befunde({ zeiten, kurs: '{ start: 2027-01-11 }' })).toEqual([]);
    expect(
      befunde({ zeiten: '[{ tage: [mo], rhythmus: zweiwoechentlich, gueltig_ab: 2027-01-04 }]' }),
    ).toEqual([]);
  });

  test('every other week, counted from a day on which nobody meets', () => {
    const mit = (tage: string, gueltig_ab: string) =>
      befunde({
        zeiten: `[{ tage: [${tage}], rhythmus: zweiwoechentlich, gueltig_ab: ${gueltig_ab} }]`,
      });
    expect(mit('mi', '2027-01-08')).toEqual([
      expect.objectContaining({
        stufe: 'hinweis',
        feld: 'zeiten[0].gueltig_ab',
        meldung: expect.stringContaining(
          'Der 8.1.2027 ist ein Freitag; die Treffen sind aber mittwochs.',
        ),
        tipp: expect.stringContaining('gueltig_ab: 2027-01-06 oder gueltig_ab: 2027-01-13'),
      }),
    ]);
    expect(mit('mi, fr', '2027-01-08')).toEqual([]);
    // Every week is every week.
    expect(befunde({ zeiten: '[{ tage: [mi], gueltig_ab: 2027-01-08 }]' })).toEqual([]);
  });

  test('what is over, while the offer goes on, is remarked on; so is a number that nobody sees', () => {
    const kurs = (ende: string, stand = '') => ({
      kurs: `{ start: 2026-09-01, ende: ${ende}, plaetze: 4${stand} }`,
      zeiten: `[{ tage: [mo], gueltig_bis: ${ende} }, { tage: [di], gueltig_bis: ${ende} }]`,
    });
    expect(befunde(kurs('2026-11-19'), 'fristen')).toEqual(
      [
        ['kurs.ende', /seit dem 2026-11-19 vorbei/],
        ['kurs.plaetze', /wird nicht gezeigt/],
        ['zeiten[0].gueltig_bis', /galt nur bis zum 2026-11-19/],
        ['zeiten[1].gueltig_bis', /galt nur bis zum 2026-11-19/],
      ].map(([feld, meldung]) =>
        expect.objectContaining({
          stufe: 'hinweis',
          feld,
          meldung: expect.stringMatching(meldung!),
        }),
      ),
    );
    const bisHeute = kurs('2026-11-20', ', stand: 2026-11-01');
    expect(befunde(bisHeute, 'fristen')).toEqual([]);
    expect(befunde({ ...kurs('2026-11-19'), status: 'beendet' }, 'fristen')).toEqual([]);
  });
});

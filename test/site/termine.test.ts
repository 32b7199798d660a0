/** Dates as pages show them. */
import { describe, expect, test } from 'vitest';
import type { Angebot } from '../../src/domain/angebot.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { terminZeilen } from '../../src/site/termin-zeilen.ts';
import { gibtEsTermine, toWochenSeite, weitereWochenSeiten } from '../../src/site/woche-seite.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

const muster = lies().katalog!;

type Termin = NonNullable<Angebot['termine']>[number];

test.each<[string, Termin, string[]]>([
  ['one that is over', { start: '2026-11-05T15:00' }, []],
  ['one of today', { start: '2026-11-20T09:00' }, ['Freitag, 20. November 2026 um 09:00']],
  [
    'one that has begun and goes on',
    { start: '2026-11-18T10:00', ende: '2026-11-20T16:00' },
    ['Mittwoch, 18. November 2026 um 10:00\u2009–\u2009Freitag, 20. November 2026 um 16:00'],
  ],
  ['a series that is over', { start: '2026-10-01T10:00', rrule: 'FREQ=WEEKLY;UNTIL=20261119' }, []],
  [
    'a series of which the last night goes on',
    {
      start: '2026-11-05T22:00',
      ende: '2026-11-06T02:00',
      rrule: 'FREQ=WEEKLY;UNTIL=20261119',
    },
    ['Donnerstag ab 22:00 Uhr (bis 19. November 2026)'],
  ],
  [
    'a series without words, of which the last days are these',
    {
      start: '2026-10-17T10:00',
      ende: '2026-10-20T16:00',
      rrule: 'FREQ=DAILY;INTERVAL=32;COUNT=2',
    },
    ['Nächste Termine: 18. November 2026 ab 10:00 Uhr'],
  ],
  ['one in ten years', { start: '2036-12-05T15:00' }, ['Freitag, 5. Dezember 2036 um 15:00']],
  [
    'one that is cancelled',
    { start: '2026-12-05T15:00', ausfall: ['2026-12-05'] },
    ['Fällt aus: Samstag, 5. Dezember 2026 um 15:00'],
  ],
  [
    'a series in words',
    {
      start: '2026-11-27T18:00',
      ende: '2026-11-27T21:00',
      rrule: 'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630',
      ausfall: ['2026-12-25'],
    },
    [
      'jeden letzten Freitag im Monat 18:00–21:00 Uhr (ab 27. November 2026 und bis 30. Juni 2027) – fällt aus am 25. Dezember 2026',
    ],
  ],
  [
    'a series that has begun',
    { start: '2026-01-05T10:00', rrule: 'FREQ=WEEKLY;BYDAY=MO,TH' },
    ['Montag und Donnerstag ab 10:00 Uhr'],
  ],
  [
    'a series that has an end',
    { start: '2026-12-02T10:00', rrule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3' },
    ['Mittwoch, alle zwei Wochen ab 10:00 Uhr (ab 2. Dezember 2026 und bis 30. Dezember 2026)'],
  ],
  [
    'a series every day',
    { start: '2026-12-01T10:00', rrule: 'FREQ=DAILY;COUNT=10' },
    ['täglich ab 10:00 Uhr (ab 1. Dezember 2026 und bis 10. Dezember 2026)'],
  ],
  // Words that say half of it would send people to a closed door.
  ...[
    ['every third week', 'FREQ=WEEKLY;INTERVAL=3', '2026-12-02', '23. Dezember 2026'],
    ['every other day', 'FREQ=DAILY;INTERVAL=2', '2026-12-02', '4. Dezember 2026'],
    ['in some months', 'FREQ=WEEKLY;BYMONTH=12', '2026-12-30', '1. Dezember 2027'],
    ['every other month', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE', '2026-12-02', '3. Februar 2027'],
    ['on two days of the month', 'FREQ=MONTHLY;BYDAY=1WE,2TH', '2026-12-02', '10. Dezember 2026'],
    ['in the fifth week', 'FREQ=MONTHLY;BYDAY=1WE,5WE', '2026-12-02', '30. Dezember 2026'],
    ['on a weekday and a day', 'FREQ=MONTHLY;BYDAY=1WE;BYMONTHDAY=2', '2026-12-02', '2. Juni 2027'],
  ].map(([wann, regel, start, dann]): [string, Termin, string[]] => [
    `a series ${wann}, by its next days`,
    { start: `${start}T10:00`, rrule: `${regel};COUNT=2` },
    [`Nächste Termine: ${Number(start!.slice(8))}. Dezember 2026 und ${dann} ab 10:00 Uhr`],
  ]),
  [
    'a series without words, by its next days but the cancelled',
    {
      start: '2026-12-15T10:00',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3',
      ausfall: ['2027-01-15'],
    },
    [
      'Nächste Termine: 15. Dezember 2026 und 15. Februar 2027 ab 10:00 Uhr – fällt aus am 15. Januar 2027',
    ],
  ],
  [
    'a series without words of which every day is cancelled',
    {
      start: '2026-12-15T10:00',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2',
      ausfall: ['2026-12-15', '2027-01-15'],
    },
    ['Fällt aus: 15. Dezember 2026 und 15. Januar 2027 ab 10:00 Uhr'],
  ],
])('%s', (_, termin, erwartet) =>
  expect(terminZeilen(createKontext(muster, 'de'), { termine: [termin] })).toEqual(erwartet),
);

describe('dates of an offer that ends', () => {
  const zeilen = (rrule: string, gueltig_bis: string, mehr = {}) =>
    terminZeilen(createKontext(muster, 'de'), {
      termine: [{ start: '2026-11-13T10:00', rrule, ...mehr }],
      gueltig_bis,
    });

  test('end with it, as in its calendar', () => {
    expect(zeilen('FREQ=WEEKLY', '2026-12-11')).toEqual([
      'Freitag ab 10:00 Uhr (bis 11. Dezember 2026)',
    ]);
    expect(zeilen('FREQ=WEEKLY;UNTIL=20270630', '2026-12-11')).toEqual([
      'Freitag ab 10:00 Uhr (bis 11. Dezember 2026)',
    ]);
    expect(zeilen('FREQ=WEEKLY;UNTIL=20261204', '2026-12-11')).toEqual([
      'Freitag ab 10:00 Uhr (bis 4. Dezember 2026)',
    ]);
    expect(zeilen('FREQ=WEEKLY;INTERVAL=3', '2026-12-25')).toEqual([
      'Nächste Termine: 4. Dezember 2026 und 25. Dezember 2026 ab 10:00 Uhr',
    ]);
    const ausfall = ['2026-12-04', '2026-12-18'];
    expect(zeilen('FREQ=WEEKLY', '2026-12-11', { ausfall })).toEqual([
      'Freitag ab 10:00 Uhr (bis 11. Dezember 2026) – fällt aus am 4. Dezember 2026',
    ]);
  });

  test('are none after it', () => {
    expect(zeilen('FREQ=WEEKLY;INTERVAL=3', '2026-12-03')).toEqual([]);
    const termine = [{ start: '2026-12-05T15:00' }];
    const kontext = createKontext(muster, 'de');
    expect(terminZeilen(kontext, { termine, gueltig_bis: '2026-12-04' })).toEqual([]);
    expect(terminZeilen(kontext, { termine, gueltig_bis: '2026-12-05' })).toHaveLength(1);
  });
});

describe('the page of dates', () => {
  const katalog = lies(
    {
      ...OHNE_ANGEBOTE,
      'angebote/treff.md': angebot({
        titel: 'Treff',
        angebotsart: 'treffpunkt',
        zeiten: '[{ tage: [fr], von: 16:00, bis: 18:00, hinweis: mit Kindern }]',
        ausnahmen: 'Nicht in den Ferien.',
      }),
      'angebote/fest.md': angebot({
        titel: 'Fest',
        termine:
          '[{ start: 2026-12-18T09:30 }, { start: 2026-12-19T10:00, ausfall: [2026-12-19] }, { start: 2027-01-01T10:00 }]',
      }),
      'angebote/schutz.md': angebot({
        titel: 'Geheim',
        schutz: '[schnell-verlassen]',
        termine: '[{ start: 2026-12-18T09:30 }]',
      }),
    },
    '2026-12-18',
  ).katalog!;
  const seite = toWochenSeite(createKontext(katalog, 'de'), 1);

  test('has the days with dates and the holidays of two weeks', () => {
    expect(seite.vonBis).toBe('Die Liste gilt vom 18. Dezember 2026 bis 31. Dezember 2026.');
    expect(seite.letzter).toBe('2026-12-31');
    expect(
      seite.tage.map(({ text, feiertag, termine }) => [
        text,
        feiertag?.text,
        termine.map(
          ({ zeit, titel, abgesagt }) => `${zeit} ${titel.text}${abgesagt ? ' fällt aus' : ''}`,
        ),
      ]),
    ).toEqual([
      ['Freitag, 18. Dezember', undefined, ['ab 09:30 Uhr Fest', '16:00–18:00 Uhr Treff']],
      ['Samstag, 19. Dezember', undefined, ['ab 10:00 Uhr Fest fällt aus']],
      ['Freitag, 25. Dezember', '1. Weihnachtstag', []],
      ['Samstag, 26. Dezember', '2. Weihnachtstag', []],
    ]);
  });

  test('what goes on for days stands on each of them, also when it has begun; a night belongs to its evening', () => {
    const termine = (werte: string) => {
      const gelesen = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot({ termine: werte }) });
      const kontext = createKontext(gelesen.katalog!, 'de');
      const { tage } = toWochenSeite(kontext, 1);
      expect(gibtEsTermine(kontext)).toBe(tage.length > 0);
      return tage.flatMap(({ datum, termine }) => termine.map(({ zeit }) => [datum, zeit]));
    };
    expect(termine('[{ start: 2026-11-19T09:00, ende: 2026-11-21T17:00 }]')).toEqual([
      ['2026-11-20', undefined],
      ['2026-11-21', undefined],
    ]);
    expect(termine('[{ start: 2026-12-02T18:00, ende: 2026-12-31T17:00 }]')).toEqual([
      ['2026-12-02', 'ab 18:00 Uhr'],
      ['2026-12-03', undefined],
    ]);
    expect(termine('[{ start: 2026-11-01T18:00, ende: 2027-11-01T17:00 }]')).toHaveLength(14);
    expect(termine('[{ start: 2026-11-19T22:00, ende: 2026-11-20T02:00 }]')).toEqual([]);
    expect(termine('[{ start: 2026-11-21T22:00, ende: 2026-11-22T02:00 }]')).toEqual([
      ['2026-11-21', 'ab 22:00 Uhr'],
    ]);
    expect(termine('[{ start: 2026-11-21T04:00, ende: 2026-11-21T05:00 }]')).toEqual([
      ['2026-11-21', '04:00–05:00 Uhr'],
    ]);
    expect(termine('[{ start: 2026-11-17T09:00, ende: 2026-11-19T17:00 }]')).toEqual([]);
  });

  test('is cut into pages where very much takes place, and all of them together say it once', () => {
    const viele = lies(
      {
        ...OHNE_ANGEBOTE,
        ...Object.fromEntries(
          Array.from({ length: 130 }, (_, i) => [
            `angebote/a${i}.md`,
            angebot({
              titel: `Treff ${i}`,
              zeiten: '[{ tage: [mo, fr], von: 16:00, bis: 18:00 }]',
            }),
          ]),
        ),
      },
      '2026-12-18',
    ).katalog!;
    const kontext = createKontext(viele, 'de');
    const { seiten } = toWochenSeite(kontext, 1);
    expect(weitereWochenSeiten(kontext)).toEqual([2]);
    expect(seiten).toBe(2);
    const alle = [1, 2].map((nr) => toWochenSeite(kontext, nr).tage);
    expect(alle.map((tage) => tage.map(({ datum }) => datum.slice(-2)))).toEqual([
      ['18', '21'],
      ['21', '25', '26', '28'],
    ]);
    const zeilen = alle
      .flat()
      .flatMap(({ datum, termine }) => termine.map(({ titel }) => `${datum} ${titel.href}`));
    expect(new Set(zeilen).size).toBe(zeilen.length);
    expect(zeilen).toHaveLength(3 * 130);
  });

  test('tells apart whether these are all, or meetings are missing whose hours nobody has checked for too long', () => {
    const luecken = (felder: Record<string, string>) => {
      const zeiten = '[{ tage: [fr], von: 16:00, bis: 18:00 }]';
      const treff = angebot({ angebotsart: 'treffpunkt', zeiten, ...felder });
      const { katalog } = lies({ ...OHNE_ANGEBOTE, 'angebote/treff.md': treff });
      return toWochenSeite(createKontext(katalog!, 'de'), 1).luecken;
    };
    const alt = { geprueft_am: '2025-01-01' };
    expect(luecken(alt)).toBe(true);
    expect(luecken({})).toBe(false);
    // None of these would stand there if its hours were checked.
    expect(luecken({ ...alt, angebotsart: 'behoerde' })).toBe(false);
    expect(luecken({ ...alt, zeiten: '[{ hinweis: nach Vereinbarung }]' })).toBe(false);
    expect(luecken({ ...alt, schutz: '[schnell-verlassen]' })).toBe(false);
    expect(luecken({ ...alt, status: 'voll' })).toBe(false);
    expect(luecken({ ...alt, status: 'pausiert' })).toBe(false);
  });

  test('says where it is, and what editors remark on the hours', () => {
    const [, treff] = seite.tage[0]!.termine;
    expect(treff).toMatchObject({
      ort: { text: 'Musterstadt' },
      hinweise: [{ text: 'mit Kindern' }, { text: 'Nicht in den Ferien.' }],
    });
  });
});

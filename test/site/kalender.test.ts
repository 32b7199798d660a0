/** Calendars, read by another program than the one that writes them. */
import ical, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { toDateien } from '../../src/site/dateien.ts';
import { aboVerweis, kalenderHinweis } from '../../src/site/kalender.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { createPfade } from '../../src/site/pfade.ts';
import { angebot, lies, MUSTERKREIS, OHNE_ANGEBOTE, STICHTAG } from '../lib/inhalt.ts';

type Felder = Record<string, string | null>;

const TREFF = { angebotsart: 'treffpunkt', titel: 'Treff', web: null, email: null };
const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');

/** The Katalog with these offers only. */
function mit(angebote: Record<string, Felder>, { stichtag = STICHTAG, land = 'nw' } = {}) {
  const dateien = Object.entries(angebote).map(([id, felder]) => [
    `angebote/${id}.md`,
    angebot({ ...TREFF, ...felder }),
  ]);
  const gelesen = lies(
    {
      ...OHNE_ANGEBOTE,
      'portal.yaml': portal.replace('land: nw', `land: ${land}`),
      ...Object.fromEntries(dateien),
    },
    stichtag,
  );
  expect(gelesen.fehlerZu()).toEqual([]);
  return gelesen.katalog!;
}

type Dateien = Map<string, string>;
const dateienVon = (katalog: ReturnType<typeof mit>): Dateien =>
  new Map([...toDateien(katalog)].filter(([pfad]) => pfad.endsWith('.ics')));
const pfade = createPfade('', 'de', {});

function ereignisse(text: string | undefined): VEvent[] {
  expect(text).toBeDefined();
  return Object.values(ical.sync.parseICS(text!)).filter(
    (teil): teil is VEvent => teil?.type === 'VEVENT',
  );
}

const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** „2027-03-26 10:00“ of every time an entry takes place, as its reader's calendar shows it. */
function zeiten(event: VEvent, bis = '2028-12-31'): string[] {
  return ical
    .expandRecurringEvent(event, { from: new Date('2026-01-01'), to: new Date(bis) })
    .map(({ start }) => berlin.format(start));
}

/** All times of the only entry of an offer's own calendar. */
function zeitenVon(felder: Felder, optionen = {}): string[] {
  const dateien = dateienVon(mit({ x: felder }, optionen));
  const [event, ...weitere] = ereignisse(dateien.get(pfade.kalender('x')));
  expect(weitere).toEqual([]);
  return zeiten(event!);
}
const tage = (alle: string[]) => alle.map((zeit) => zeit.slice(0, 10));

describe('hours that come again', () => {
  const MONTAGS = { zeiten: '[{ tage: [mo], von: 10:00, bis: 12:00 }]' };

  test('have the same time on the clock in summer and in winter', () => {
    const alle = zeitenVon({ zeiten: '[{ tage: [so], von: 10:00, bis: 12:00 }]' });
    for (const tag of ['2027-03-21', '2027-03-28', '2027-04-04', '2027-10-24', '2027-10-31'])
      expect(alle).toContain(`${tag} 10:00`);
    expect(new Set(alle.map((zeit) => zeit.slice(11)))).toEqual(new Set(['10:00']));
  });

  test('reach from today to a year later, and no farther', () => {
    const alle = tage(zeitenVon(MONTAGS));
    expect(alle[0]).toBe('2026-11-23');
    expect(alle.at(-1)).toBe('2027-11-15');
    // Without Easter Monday, Whit Monday and All Saints.
    expect(alle).toHaveLength(52 - 3);
  });

  test('leave out the public holidays of the Land, and only those', () => {
    const freitags = { zeiten: '[{ tage: [mo, do, fr, sa], von: 10:00 }]' };
    const [nw, be] = (['nw', 'be'] as const).map((land) => tage(zeitenVon(freitags, { land })));
    const feste = ['2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17'];
    expect(nw!.filter((tag) => feste.includes(tag))).toEqual([]);
    expect(be!.filter((tag) => feste.includes(tag))).toEqual([]);
    expect(nw).not.toContain('2027-05-27');
    expect(be).toContain('2027-05-27');
    expect(be).not.toContain('2027-03-08');
    expect(nw).toContain('2027-03-08');
  });

  test('keep to their months, to the course and to the offer', () => {
    const zeit = '{ tage: [mi], von: 10:00, gueltig_ab: 2027-01-01, gueltig_bis: 2027-06-30 }';
    const felder = { zeiten: `[${zeit}]`, kurs: '{ start: 2027-02-01, ende: 2027-06-01 }' };
    const alle = tage(zeitenVon({ ...felder, gueltig_bis: '2027-05-20' }));
    expect([alle[0], alle.at(-1)]).toEqual(['2027-02-03', '2027-05-19']);
    expect(tage(zeitenVon(felder)).at(-1)).toBe('2027-05-26');
    expect(tage(zeitenVon({ zeiten: `[${zeit}]` })).at(-1)).toBe('2027-06-30');
  });

  test('follow the weeks of the month', () => {
    const zeile = '[{ tage: [di], von: 10:00, rhythmus: [monatlich-2, monatlich-letzte] }]';
    const alle = tage(zeitenVon({ zeiten: zeile }));
    expect(alle.slice(0, 4)).toEqual(['2026-11-24', '2026-12-08', '2026-12-29', '2027-01-12']);
  });

  test('count every other week from the first time, however long ago that was', () => {
    const zeile =
      '[{ tage: [mo, do], von: 10:00, rhythmus: zweiwoechentlich, gueltig_ab: 2026-09-03 }]';
    const alle = tage(zeitenVon({ zeiten: zeile }));
    // Thursday 3 September, then the weeks of 14 and 28 September, … 23 November.
    expect(alle.slice(0, 4)).toEqual(['2026-11-23', '2026-11-26', '2026-12-07', '2026-12-10']);
    const mittendrin =
      '[{ tage: [mo], von: 10:00, rhythmus: zweiwoechentlich, gueltig_ab: 2026-12-03 }]';
    expect(tage(zeitenVon({ zeiten: mittendrin })).slice(0, 2)).toEqual([
      '2026-12-07',
      '2026-12-21',
    ]);
  });

  test('count every other week from the day of a meeting that is named, also where a course begins later', () => {
    const alle = tage(
      zeitenVon({
        zeiten: '[{ tage: [fr], von: 10:00, rhythmus: zweiwoechentlich, gueltig_ab: 2026-10-02 }]',
        kurs: '{ start: 2026-12-14 }',
      }),
    );
    // 2, 16 and 30 October, 13 and 27 November, 11 and 25 December, which is a holiday.
    expect(alle.slice(0, 2)).toEqual(['2027-01-08', '2027-01-22']);
  });

  test('of every other week without a beginning are in no calendar, and the page says why', () => {
    const katalog = mit({
      x: { zeiten: '[{ tage: [mo], von: 10:00, rhythmus: zweiwoechentlich }]' },
    });
    expect([...dateienVon(katalog).keys()].filter((pfad) => !/-/.test(pfad))).toEqual([]);
    const kontext = createKontext(katalog, 'de');
    expect(kalenderHinweis(kontext, katalog.angebote.get('x')!)).toEqual({
      hinweise: [expect.stringContaining('In welcher Woche, wissen wir nicht')],
    });
  });

  test('until midnight end at the next day, and open ends stay open', () => {
    const dateien = dateienVon(
      mit({
        nachts: { zeiten: '[{ tage: [mo], von: 18:00, bis: 24:00 }]' },
        offen: { zeiten: '[{ tage: [mo], von: 00:00 }]' },
      }),
    );
    expect(dateien.get(pfade.kalender('nachts'))).toContain(
      'DTSTART;TZID=Europe/Berlin:20261123T180000\r\nDTEND;TZID=Europe/Berlin:20261124T000000\r\n',
    );
    expect(dateien.get(pfade.kalender('offen'))).toContain(
      'DTSTART;TZID=Europe/Berlin:20261123T000000',
    );
    expect(dateien.get(pfade.kalender('offen'))).not.toContain('DTEND');
    expect(ereignisse(dateien.get(pfade.kalender('offen')))[0]!.description).toContain(
      'Wann es endet, wissen wir nicht.',
    );
  });

  test.each<[string, Felder]>([
    [
      'round the clock',
      { zeiten: '[{ tage: [mo, di, mi, do, fr, sa, so], von: 00:00, bis: 24:00 }]' },
    ],
    ['of which only the day is known', { zeiten: '[{ tage: [mo] }]' }],
    ['in words', { zeiten: '[{ hinweis: nach Vereinbarung }]' }],
    ['of an offer that pauses', { ...MONTAGS, status: 'pausiert' }],
    ['of an offer that has ended', { ...MONTAGS, status: 'beendet' }],
    ['that nobody has checked for long', { ...MONTAGS, geprueft_am: '2024-01-01' }],
    ['of which nobody knows how old they are', { ...MONTAGS, geprueft_am: 'unbekannt' }],
    ['that must not be found on a telephone', { ...MONTAGS, schutz: '[schnell-verlassen]' }],
    [
      'of a shelter',
      { ...MONTAGS, schutz: '[vertraulich]', orte: null, termine: '[{ start: 2026-12-05T15:00 }]' },
    ],
  ])('%s are no dates', (_, felder) => {
    const dateien = dateienVon(mit({ x: felder }));
    expect(dateien.has(pfade.kalender('x'))).toBe(false);
    for (const text of dateien.values()) expect(text).not.toContain('BEGIN:VEVENT');
  });

  test('belong into calendars that many read only where people meet and somebody can join', () => {
    const dateien = dateienVon(
      mit({
        treff: { ...MONTAGS, titel: 'Treff am Montag' },
        buero: { ...MONTAGS, titel: 'Beratung am Montag', angebotsart: 'beratung' },
        voll: { ...MONTAGS, titel: 'Voller Treff', status: 'voll' },
      }),
    );
    for (const id of ['treff', 'buero', 'voll']) expect(dateien.has(pfade.kalender(id))).toBe(true);
    const titel = ereignisse(dateien.get(pfade.abo('kommune', 'musterstadt'))).map(
      ({ summary }) => summary,
    );
    expect(titel).toEqual(['Treff am Montag']);
  });
});

describe('dates', () => {
  test('stay on holidays, and a series stops on its cancelled days', () => {
    const termine = `
  - start: 2026-12-18T18:00
    ende: 2026-12-18T21:00
    rrule: FREQ=WEEKLY;UNTIL=20270115
    ausfall: [2027-01-08]`;
    const alle = zeitenVon({ termine });
    expect(alle).toEqual(
      ['2026-12-18', '2026-12-25', '2027-01-01', '2027-01-15'].map((tag) => `${tag} 18:00`),
    );
  });

  test('that are cancelled say so: a single one itself, one of a series beside it', () => {
    const termine = `
  - start: 2026-12-05T15:00
    ausfall: [2026-12-05]
  - start: 2026-12-18T18:00
    rrule: FREQ=WEEKLY;COUNT=4
    ausfall: [2026-12-25]`;
    const dateien = dateienVon(mit({ x: { termine } }));
    const abo = ereignisse(dateien.get(pfade.abo('thema', 'sprache')));
    const kurz = abo.map(({ uid, summary, status, start }) => [
      uid.replace(/^[^-]+-/, ''),
      summary,
      status,
      berlin.format(start),
    ]);
    expect(kurz).toEqual([
      ['termin-20261205@muster.example', 'Fällt aus: Treff', 'CANCELLED', '2026-12-05 15:00'],
      ['termin-20261218@muster.example', 'Treff', 'CONFIRMED', '2026-12-18 18:00'],
      [
        'termin-20261218-ausfall-20261225@muster.example',
        'Fällt aus: Treff',
        'CANCELLED',
        '2026-12-25 18:00',
      ],
    ]);
    expect(zeiten(abo[1]!)).not.toContain('2026-12-25 18:00');
    expect(ereignisse(dateien.get(pfade.kalender('x')))).toHaveLength(2);
  });

  test('over midnight and over the change of time end when they should', () => {
    const text = dateienVon(
      mit({ x: { termine: '[{ start: 2027-03-27T22:00, ende: 2027-03-28T06:00 }]' } }),
    ).get(pfade.kalender('x'));
    const [event] = ereignisse(text);
    // The night is an hour short.
    expect((event!.end!.getTime() - event!.start.getTime()) / 3_600_000).toBe(7);
    expect(berlin.format(event!.end)).toBe('2027-03-28 06:00');
  });

  test('that have been are in no calendar; what is counted is counted from its beginning', () => {
    const termine = `
  - start: 2026-11-01T10:00
  - start: 2026-11-06T10:00
    rrule: FREQ=WEEKLY;COUNT=4`;
    expect(tage(zeitenVon({ termine }))).toEqual(['2026-11-20', '2026-11-27']);
  });

  test('are there on the last day of the offer, and not behind it', () => {
    const termine = '[{ start: 2026-12-05T15:00 }, { start: 2026-12-06T15:00 }]';
    expect(tage(zeitenVon({ termine, gueltig_bis: '2026-12-05' }))).toEqual(['2026-12-05']);
  });

  test('for a Kommune are those of the whole Kreis, too, but none for the whole country', () => {
    const termine = '[{ start: 2026-12-05T15:00 }]';
    const katalog = mit({
      kreis: { titel: 'Für den Kreis', termine, einzugsgebiet: 'kreisweit' },
      bund: { titel: 'Für alle', termine, einzugsgebiet: 'bundesweit', thema: '[arbeit]' },
    });
    const dateien = dateienVon(katalog);
    const titel = (art: 'kommune' | 'thema', id: string) =>
      ereignisse(dateien.get(pfade.abo(art, id))).map(({ summary }) => summary);
    expect(titel('kommune', 'probeburg')).toEqual(['Für den Kreis']);
    expect(titel('thema', 'arbeit')).toEqual(['Für alle']);
    const nurBund = createKontext(mit({ bund: { termine, einzugsgebiet: 'bundesweit' } }), 'de');
    expect(aboVerweis(nurBund, 'kommune', 'probeburg')).toBeUndefined();
    expect(aboVerweis(nurBund, 'thema', 'sprache')).toBeDefined();
  });

  test('of a course without hours are its first day, as a whole day', () => {
    const [event] = ereignisse(
      dateienVon(mit({ x: { angebotsart: 'kurs', kurs: '{ start: 2027-01-11 }' } })).get(
        pfade.kalender('x'),
      ),
    );
    expect(event).toMatchObject({ summary: 'Beginn: Treff', datetype: 'date' });
    const heute = { angebotsart: 'kurs', kurs: `{ start: ${STICHTAG} }` };
    expect(dateienVon(mit({ x: heute })).has(pfade.kalender('x'))).toBe(true);
  });
});

describe('calendar files', () => {
  const BOESE = 'Kurs; „A, B“ \\ \u{1F600} BEGIN:VEVENT END:VCALENDAR دورة '.repeat(2).trim();
  const katalog = mit({
    a: { titel: `"${BOESE.replaceAll('\\', '\\\\')}"`, zeiten: '[{ tage: [mo], von: 10:00 }]' },
    b: { titel: 'Anderer', termine: '[{ start: 2026-12-05T15:00 }, { start: 2026-12-05T18:00 }]' },
  });
  const dateien = dateienVon(katalog);

  test('say what the offer says, whatever it says', () => {
    const [event, ...weitere] = ereignisse(dateien.get(pfade.kalender('a')));
    expect(weitere).toEqual([]);
    expect(event!.summary).toBe(BOESE);
    expect(event).toMatchObject({
      url: 'https://muster.example/integration/angebote/a/',
      location: 'Haus der Begegnung, Beispielallee 12, 53999 Musterstadt',
      categories: ['Sprache lernen'],
    });
    const name = ical.sync.parseICS(dateien.get(pfade.kalender('a'))!).vcalendar!['WR-CALNAME'];
    expect(JSON.stringify(name)).toContain('BEGIN:VEVENT END:VCALENDAR');
  });

  test('say what holds on their last day, and that nobody else can join', () => {
    const beschreibung = (felder: Felder) =>
      ereignisse(
        dateienVon(mit({ x: { termine: '[{ start: 2026-12-05T15:00 }]', ...felder } })).get(
          pfade.kalender('x'),
        ),
      )[0]!.description;
    const hinweis = (bis: string) => ({ hinweis: `{ text: Anderer Eingang, bis: ${bis} }` });
    expect(beschreibung(hinweis(STICHTAG))).toContain('Anderer Eingang');
    expect(beschreibung(hinweis('2026-11-19'))).not.toContain('Anderer Eingang');
    const voll = createKontext(katalog, 'de').t('status.voll');
    expect(beschreibung({ status: 'voll' })).toContain(voll);
    expect(beschreibung({})).not.toContain(voll);
  });

  test('of protected offers are none at all, for even their names would tell', () => {
    const geschuetzt = { termine: '[{ start: 2026-12-05T15:00 }]', schutz: '[schnell-verlassen]' };
    expect([...dateienVon(mit({ x: geschuetzt })).keys()]).toEqual([]);
  });

  test('lead to the address as it stands there, in every language', () => {
    const { katalog } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({
        orte: '[{ strasse: Marktplatz 1, plz: "53999", kommune: musterstadt }]',
        termine: '[{ start: 2026-12-05T15:00 }]',
      }),
    });
    const { kalender } = createPfade('', 'ar', {});
    const [event] = ereignisse(dateienVon(katalog!).get(kalender('x')));
    expect(event!.location).toBe('Marktplatz 1, 53999 Musterstadt');
  });

  test('have lines of at most 75 bytes that end as the standard asks', () => {
    for (const text of dateien.values()) {
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      const zeilen = text.split('\r\n');
      expect(zeilen.filter((zeile) => /[\r\n]/.test(zeile))).toEqual([]);
      expect(zeilen.filter((zeile) => Buffer.byteLength(zeile) > 75)).toEqual([]);
      expect(zeilen.filter((zeile) => zeile === 'BEGIN:VEVENT').length).toBe(
        ereignisse(text).length,
      );
    }
  });

  test('name an entry the same everywhere, and no two entries', () => {
    const namen = new Map<string, string>();
    for (const [pfad, text] of dateien) {
      const uids = ereignisse(text).map(({ uid }) => uid);
      expect(new Set(uids).size, pfad).toBe(uids.length);
      for (const { uid, start } of ereignisse(text)) {
        expect(namen.get(uid) ?? start.toISOString(), uid).toBe(start.toISOString());
        namen.set(uid, start.toISOString());
      }
    }
    expect([...namen.keys()].map((uid) => uid.replace(/^[^-]+/, '')).sort()).toEqual([
      '-termin-20261205-2@muster.example',
      '-termin-20261205@muster.example',
      '-zeit-1@muster.example',
    ]);
  });

  test('are in the words of their language', () => {
    const arabisch = createPfade('', 'ar', {});
    const [event] = ereignisse(dateien.get(arabisch.kalender('a')));
    expect(event!.description).toContain('أيام العطل الرسمية');
    expect(event!.url).toBe('https://muster.example/integration/ar/angebote/a/');
  });

  test('are the same bytes for the same day', () => {
    const nochmal = dateienVon(
      mit({
        a: { titel: `"${BOESE.replaceAll('\\', '\\\\')}"`, zeiten: '[{ tage: [mo], von: 10:00 }]' },
        b: {
          titel: 'Anderer',
          termine: '[{ start: 2026-12-05T15:00 }, { start: 2026-12-05T18:00 }]',
        },
      }),
    );
    expect(nochmal).toEqual(dateien);
  });

  test('to subscribe to remain, empty, when their last offer ends', () => {
    const text = dateienVon(
      mit({ a: { zeiten: '[{ tage: [mo], von: 10:00 }]', status: 'beendet' } }),
    ).get(pfade.abo('kommune', 'musterstadt'));
    expect(ereignisse(text)).toEqual([]);
    expect(text).toContain('BEGIN:VTIMEZONE');
  });
});

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { plusTage } from '../../src/domain/datum.ts';
import {
  formatWiederholung,
  parseWiederholung,
  type Wiederholung,
  wiederholungstage,
} from '../../src/domain/wiederholung.ts';

const regel = (text: string): Wiederholung => {
  const gelesen = parseWiederholung(text);
  if ('meldung' in gelesen) throw new Error(gelesen.meldung);
  return gelesen.wert;
};

test('zeros and signs in front of a number say nothing', () => {
  const wie = (text: string) => formatWiederholung(regel(text));
  expect(wie('FREQ=MONTHLY;INTERVAL=02;BYDAY=01WE')).toBe('FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE');
  expect(wie('FREQ=MONTHLY;BYDAY=+2MO,-01FR')).toBe('FREQ=MONTHLY;BYDAY=2MO,-1FR');
});

describe('a rule is refused, and the sentence says what to write,', () => {
  test.each([
    ['jeden Montag', /keine Wiederholungsregel/, /FREQ=MONTHLY;BYDAY=2WE/],
    ['FREQ=SECONDLY', /keine Wiederholungsregel/, /FREQ=/],
    ['FREQ=HOURLY;COUNT=3', /keine Wiederholungsregel/, /FREQ=/],
    ['BYDAY=MO;FREQ=WEEKLY', /keine Wiederholungsregel/, /FREQ=/],
    ['FREQ=WEEKLY=X', /keine Wiederholungsregel/, /FREQ=/],
    ['FREQ=WEEKLY;COUNT=5=7', /„COUNT“/, /UNTIL/],
    ['FREQ=WEEKLY;BYDAY=MO=TU', /keinen Wochentag/, /MO, TU/],
    ['FREQ=WEEKLY;COUNT=99999999', /„COUNT“.*zwischen 1 und 400/, /UNTIL=20271231/],
    ['FREQ=WEEKLY;COUNT=0', /„COUNT“/, /UNTIL/],
    ['FREQ=WEEKLY;INTERVAL=0', /„INTERVAL“.*zwischen 1 und 99/, /prüfen/],
    ['FREQ=WEEKLY;BYDAY=XX', /keinen Wochentag/, /MO, TU/],
    ['FREQ=MONTHLY;BYDAY=6MO', /keinen Wochentag/, /2WE/],
    ['FREQ=WEEKLY;BYDAY=', /keinen Wochentag/, /MO, TU/],
    ['FREQ=WEEKLY;BYDAY=2MO', /nur im Monat/, /FREQ=MONTHLY/],
    ['FREQ=WEEKLY;BYMONTHDAY=3', /passt diese Angabe/, /FREQ=MONTHLY;BYMONTHDAY=15/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /„BYMONTHDAY“/, /prüfen/],
    ['FREQ=YEARLY;BYMONTH=13', /„BYMONTH“.*zwischen 1 und 12/, /prüfen/],
    ['FREQ=YEARLY;BYDAY=MO', /passt diese Angabe/, /BYMONTH=5/],
    ['FREQ=WEEKLY;UNTIL=20271231T230000Z', /kein Tag/, /UNTIL=20271231$/],
    ['FREQ=WEEKLY;UNTIL=2027-12-31', /kein Tag/, /UNTIL=20271231$/],
    ['FREQ=WEEKLY;UNTIL=20270231', /kein Tag/, /ohne Uhrzeit/],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20271231', /COUNT.*UNTIL.*zugleich/, /löschen/],
    ['FREQ=WEEKLY;COUNT=3;COUNT=4', /doppelt/, /löschen/],
    ['FREQ=WEEKLY;BYHOUR=3', /„BYHOUR“.*kennt das Portal nicht/, /einzelne Termine/],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', /„BYSETPOS“/, /einzelne Termine/],
    ['FREQ=WEEKLY;', /„“/, /Bekannt sind/],
  ])('%s', (text, meldung, tipp) => {
    const gelesen = parseWiederholung(text);
    expect(gelesen).toEqual({
      meldung: expect.stringMatching(meldung),
      tipp: expect.stringMatching(tipp),
    });
  });
});

test('a rule that never fits ends all the same', () => {
  const nie = regel('FREQ=DAILY;BYMONTH=2;COUNT=400');
  expect(wiederholungstage(nie, '2026-12-02', '2026-12-02', '2027-01-31')).toEqual([]);
  const nie2 = regel('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30');
  expect(wiederholungstage(nie2, '2026-12-02', '2026-12-02', '2199-12-31')).toEqual([]);
});

const liste = <T>(werte: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...werte), { maxLength: 3 });
const wochentage = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const teil = (name: string, werte: readonly unknown[]) =>
  werte.length > 0 ? [`${name}=${werte.join(',')}`] : [];

/** Rules of all the forms that are accepted. */
const regeln = fc.oneof(
  fc
    .record({ byday: liste(wochentage) })
    .map(({ byday }) => ['FREQ=WEEKLY', ...teil('BYDAY', byday)]),
  fc
    .record({ byday: liste(wochentage) })
    .map(({ byday }) => ['FREQ=DAILY', ...teil('BYDAY', byday)]),
  liste([1, 2, 15, 28, 31, -1]).map((tage) => ['FREQ=MONTHLY', ...teil('BYMONTHDAY', tage)]),
  liste(wochentage.flatMap((tag) => ['', 1, 2, 4, 5, -1].map((nr) => `${nr}${tag}`))).map(
    (tage) => ['FREQ=MONTHLY', ...teil('BYDAY', tage)],
  ),
  fc.constant(['FREQ=YEARLY']),
  liste([3, 5, 10]).map((monate) => ['FREQ=YEARLY', ...teil('BYMONTH', monate)]),
);

test('days are those of another program, whatever the rule', () => {
  fc.assert(
    fc.property(
      regeln,
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.integer({ min: 1, max: 20 })),
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 0, max: 700 }),
      (teile, interval, count, nachStart, spaeter) => {
        const ab = plusTage('2024-01-01', nachStart);
        const kern = regel([...teile, `INTERVAL=${interval}`].join(';'));
        // A series begins on one of its own days, as a rule of the content demands.
        const [start] = wiederholungstage({ ...kern, interval: 1 }, ab, ab, plusTage(ab, 400));
        fc.pre(start !== undefined);
        const mitEnde = { ...kern, ...(count !== null && { count }) };
        const text = `${formatWiederholung(kern)}${count === null ? '' : `;COUNT=${count}`}`;
        const von = plusTage(start!, spaeter);
        const bis = plusTage(von, 400);
        expect(wiederholungstage(mitEnde, start!, von, bis)).toEqual(
          andere(text, start!, von, bis),
        );
      },
    ),
    { numRuns: 150 },
  );
});

/** The same by ical.js. */
function andere(text: string, start: string, von: string, bis: string): string[] {
  const tage: string[] = [];
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start));
  for (let tag = iterator.next(); tag; tag = iterator.next()) {
    if (tag.toString() > bis) break;
    if (tag.toString() >= von) tage.push(tag.toString());
  }
  return tage;
}

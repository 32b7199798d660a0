import { expect, test } from 'vitest';
import { deutschesDatum, heute, isDatum, plusTage, tageZwischen } from '../../src/domain/datum.ts';

test.each([
  ['2026-11-20', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-11-31', false],
  ['2026-00-10', false],
  ['2026-1-1', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
  ['2026-11-20T00:00', false],
  [' 2026-11-20', false],
  ['', false],
])('isDatum(%j) is %s', (text, erwartet) => expect(isDatum(text)).toBe(erwartet));

test.each([
  ['2026-11-20', '2026-11-20', 0],
  ['2026-03-28', '2026-03-30', 2], // summer time begins in between
  ['2026-10-24', '2026-10-26', 2], // and ends
  ['2028-02-28', '2028-03-01', 2],
  ['2026-12-31', '2026-01-01', -364],
])('from %s to %s are %i days', (von, bis, tage) => {
  expect(tageZwischen(von, bis)).toBe(tage);
  expect(plusTage(von, tage)).toBe(bis);
});

test.each([
  ['1.3.2026', '2026-03-01'],
  ['01.03.2026', '2026-03-01'],
  ['1. 3. 2026', '2026-03-01'],
  ['31.2.2026', undefined],
  ['1.3.26', '2026-03-01'],
  ['1. März 2026', '2026-03-01'],
  ['1. Sept. 2026', '2026-09-01'],
  ['2026-3-1', '2026-03-01'],
  ['2026/03/01', '2026-03-01'],
  ['3/1/2026', undefined], // the third of January, or the first of March
  ['1. Quartal 2026', undefined],
  ['2026-3-1 bis 5', undefined], // half of it would be lost
  ['ab 2026-3-1', undefined],
  ['2026-03-01', undefined], // right already
])('deutschesDatum(%j) is %s', (text, datum) => expect(deutschesDatum(text)).toBe(datum));

test('today is a day in Germany', () => {
  expect(isDatum(heute())).toBe(true);
  const berlin = new Date().toLocaleDateString('de-DE', {
    timeZone: 'Europe/Berlin',
    day: 'numeric',
  });
  expect(Number(heute().slice(8))).toBe(parseInt(berlin, 10));
});

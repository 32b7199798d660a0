import { afterEach, expect, test } from 'vitest';
import { feiertag } from '../../src/domain/feiertage.ts';

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

test.each([
  ['nw', '2027-03-26', 'Karfreitag'],
  ['nw', '2027-03-29', 'Ostermontag'],
  ['nw', '2027-05-01', 'Tag der Arbeit'],
  ['nw', '2027-05-27', 'Fronleichnam'],
  ['be', '2027-05-27', undefined],
  ['be', '2027-03-08', 'Weltfrauentag'],
  ['sl', '2027-08-15', 'Mariä Himmelfahrt'],
  ['nw', '2027-06-02', undefined],
] as const)('in %s the %s is %s', (land, tag, name) => {
  expect(feiertag(land, tag)).toBe(name);
});

test('what only parts of a Land have is none', () => {
  expect(feiertag('by', '2027-08-15')).toBeUndefined();
  expect(feiertag('by', '2027-08-08')).toBeUndefined();
  expect(feiertag('sn', '2027-05-27')).toBeUndefined();
});

test('a machine in another time zone knows the same days', () => {
  process.env['TZ'] = 'Pacific/Auckland';
  expect(feiertag('sh', '2031-01-01')).toBe('Neujahrstag');
  process.env['TZ'] = 'America/Los_Angeles';
  expect(feiertag('hh', '2032-01-01')).toBe('Neujahrstag');
});

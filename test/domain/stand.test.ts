import { describe, expect, test } from 'vitest';
import { isArchiviert, isSehrAlt, toStand } from '../../src/domain/stand.ts';

const fristen = {
  pruefintervall: 100,
  archivNach: 2,
  schutz: false,
  stichtag: '2026-11-20',
} as const;
const stand = (geprueft_am: string, mehr: Partial<Parameters<typeof toStand>[1]> = {}) =>
  toStand({ geprueft_am }, { ...fristen, ...mehr });

describe('a check counts as long as the interval', () => {
  test.each([
    ['2026-11-20', 'aktuell'],
    ['2026-09-12', 'aktuell'], // until 21 December, 31 days from now
    ['2026-09-11', 'faellig'],
    ['2026-08-12', 'faellig'], // until today
    ['2026-08-11', 'ueberfaellig'],
    ['unbekannt', 'ohne-datum'],
  ])('checked %s: %s', (geprueft_am, zustand) => expect(stand(geprueft_am).zustand).toBe(zustand));

  test('until when', () => expect(stand('2026-08-12').geprueftBis).toBe('2026-11-20'));
});

describe('an offer goes to the archive', () => {
  const imArchiv = (...args: Parameters<typeof stand>) =>
    isArchiviert(stand(...args), args[1]?.stichtag ?? fristen.stichtag);

  test('on the day after so many intervals, and not before', () => {
    const { sehrAltAb } = stand('2026-05-04');
    expect(sehrAltAb).toBe('2026-11-21');
    expect(imArchiv('2026-05-04')).toBe(false);
    expect(imArchiv('2026-05-04', { stichtag: sehrAltAb! })).toBe(true);
  });

  test('after as many as the Kreis says', () => {
    expect(imArchiv('2026-05-01')).toBe(true);
    expect(imArchiv('2026-05-01', { archivNach: 2.5 })).toBe(false);
  });

  test('also where it has a last day, unless that comes before', () => {
    const ab = (gueltig_bis: string) =>
      toStand({ geprueft_am: '2026-05-04', gueltig_bis }, fristen).sehrAltAb;
    expect([ab('2030-01-01'), ab('2026-11-21')]).toEqual(['2026-11-21', '2026-11-21']);
    expect(ab('2026-11-20')).toBeUndefined();
  });

  test('never where nobody knows when it was checked', () => {
    expect(imArchiv('unbekannt')).toBe(false);
    expect(isSehrAlt(stand('unbekannt'), '2099-01-01')).toBe(false);
  });

  test('never where the Kreis has none, but it is known which ones would', () => {
    const alt = stand('2015-01-01', { archivNach: 'nie' });
    expect(isArchiviert(alt, fristen.stichtag)).toBe(false);
    expect(isSehrAlt(alt, fristen.stichtag)).toBe(true);
    expect(alt.bleibt).toBe('nie');
  });

  test('never where somebody in danger may need it', () => {
    expect(imArchiv('2015-01-01', { schutz: true })).toBe(false);
    expect(stand('2015-01-01', { schutz: true, archivNach: 'nie' }).bleibt).toBe('schutz');
  });
});

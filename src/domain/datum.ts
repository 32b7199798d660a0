/**
 * Calendar dates are `YYYY-MM-DD` strings from the file to the page; no time zone can shift them.
 */

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists between 1900 and 2199. */
export function isDatum(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Days from one date to the other; negative when `bis` lies before `von`. */
export function tageZwischen(von: string, bis: string): number {
  return Math.round((Date.parse(bis) - Date.parse(von)) / 86_400_000);
}

/** The date a number of days later. */
export function plusTage(datum: string, tage: number): string {
  return new Date(Date.parse(datum) + tage * 86_400_000).toISOString().slice(0, 10);
}

/** The earlier of two days, of which one may not be known. */
export function frueher<T extends string | undefined>(a: T, b: string | undefined): T | string {
  return b !== undefined && (a === undefined || b < a) ? b : a;
}

/** The later of two days, of which one may not be known. */
export function spaeter<T extends string | undefined>(a: T, b: string | undefined): T | string {
  return b !== undefined && (a === undefined || b > a) ? b : a;
}

/** The day of the week, as an index of `WOCHENTAGE`: 0 is Monday. */
export function wochentag(datum: string): number {
  return (new Date(datum).getUTCDay() + 6) % 7;
}

const MONATE = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];

/**
 * Reads a date an editor wrote in another way, to suggest the right form. What can be read in two ways is left alone.
 * @example deutschesDatum('1.3.2026') // '2026-03-01'
 * @example deutschesDatum('1. März 26') // '2026-03-01'
 * @example deutschesDatum('2026/3/1') // '2026-03-01'
 */
export function deutschesDatum(text: string): string | undefined {
  const [, tag, monat, name, jahr] =
    /^(\d{1,2})\. ?(?:(\d{1,2})\. ?|(\p{L}{3,9})\.? )(\d{2}|\d{4})$/u.exec(text.trim()) ?? [];
  const [, jahrVorn, monatMitte, tagHinten] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim()) ?? [];
  const teile = tag
    ? [
        jahr!.padStart(4, '20'),
        monat ?? String(MONATE.indexOf(name!.toLowerCase().slice(0, 3)) + 1),
        tag,
      ]
    : [jahrVorn ?? '', monatMitte ?? '', tagHinten ?? ''];
  const datum = teile.map((teil) => teil.padStart(2, '0')).join('-');
  return isDatum(datum) && datum !== text ? datum : undefined;
}

/**
 * The first day of what may be a whole month or year.
 * @example ersterTag('2026-11') // '2026-11-01'
 */
export function ersterTag(zeitangabe: string): string {
  return `${zeitangabe}-01-01`.slice(0, 10);
}

/** True for a day, a month (`2026-11`) or a year (`2026`) that exists. */
export function isZeitangabe(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(text) && isDatum(ersterTag(text));
}

/** Today in Germany, whatever the machine's time zone. */
export function heute(): string {
  return tagInDeutschland(new Date());
}

/** The day that a moment falls on in Germany. */
export function tagInDeutschland(zeitpunkt: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(zeitpunkt);
}

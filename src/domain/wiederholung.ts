/**
 * Rules by which a date comes again: the part of iCalendar's RRULE (RFC 5545) that editors need. Everything else is refused, so that
 * calendar programs cannot understand a rule in another way than this portal does.
 */
import { isDatum, plusTage, tageZwischen, wochentag } from './datum.ts';

/** In the order of the week; iCalendar's names. */
export const RRULE_TAGE = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const FREQUENZEN = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

export interface Wiederholung {
  freq: (typeof FREQUENZEN)[number];
  /** Every so many days, weeks, months or years. */
  interval: number;
  /** How often in all, the first time included. */
  count?: number;
  /** The last day on which it may take place. */
  until?: string;
  /** Weekdays, 0 is Monday; `nr` is the first (1) to fifth or the last (-1) of the month. */
  byday: { tag: number; nr?: number }[];
  /** Days of the month; -1 is the last. */
  bymonthday: number[];
  bymonth: number[];
}

/** A longer series is not planned by anybody; it is a slip of the finger. */
const MAX_ANZAHL = 400;

type Teil = { meldung: string; tipp: string };
type Gelesen = { wert: Wiederholung } | Teil;

/**
 * Reads a rule.
 * @returns the rule, or a German sentence that says what is wrong and one that says what to write
 * @example parseWiederholung('FREQ=MONTHLY;BYDAY=2WE;UNTIL=20270630')
 */
export function parseWiederholung(text: string): Gelesen {
  const paare = text.split(';').map((paar): [string, string] => {
    const [name = '', wert = ''] = paar.split(/=(.*)/s);
    return [name, wert];
  });
  const teile = new Map(paare);
  const freq = teile.get('FREQ') as Wiederholung['freq'];
  if (paare[0]![0] !== 'FREQ' || !FREQUENZEN.includes(freq))
    return {
      meldung: `„${text}“ ist keine Wiederholungsregel.`,
      tipp: 'Zum Beispiel jeden zweiten Mittwoch im Monat: FREQ=MONTHLY;BYDAY=2WE',
    };
  const regel: Wiederholung = { freq, interval: 1, byday: [], bymonthday: [], bymonth: [] };
  for (const [name, wert] of paare.slice(1)) {
    const einwand = readTeil(regel, name, wert);
    if (einwand) return einwand;
  }
  if (teile.size < paare.length)
    return { meldung: 'Ein Teil der Regel steht doppelt.', tipp: 'Bitte einen davon löschen.' };
  return widerspruch(regel) ?? { wert: regel };
}

/** Adds one part to a rule, or says why not. */
function readTeil(regel: Wiederholung, name: string, wert: string): Teil | undefined {
  switch (name) {
    case 'INTERVAL':
      regel.interval = ganzeZahl(wert);
      return inGrenzen(name, regel.interval, 1, 99);
    case 'COUNT':
      regel.count = ganzeZahl(wert);
      return inGrenzen(name, regel.count, 1, MAX_ANZAHL);
    case 'UNTIL':
      regel.until = wert.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
      return /^\d{8}$/.test(wert) && isDatum(regel.until) ? undefined : einwandUntil(wert);
    case 'BYDAY':
      regel.byday = wert.split(',').map((eines) => {
        const [, nr, tag = ''] = /^(-0?1|\+?0?[1-5])?([A-Z]{2})$/.exec(eines) ?? [];
        return { tag: RRULE_TAGE.indexOf(tag as never), ...(nr && { nr: Number(nr) }) };
      });
      return regel.byday.every(({ tag }) => tag >= 0)
        ? undefined
        : {
            meldung: `„BYDAY=${wert}“ nennt keinen Wochentag.`,
            tipp: `Wochentage sind ${RRULE_TAGE.join(', ')}; im Monat mit Zahl davor: 2WE ist der zweite Mittwoch, -1FR der letzte Freitag.`,
          };
    case 'BYMONTHDAY':
      regel.bymonthday = wert.split(',').map((tag) => (tag === '-1' ? -1 : ganzeZahl(tag)));
      return ersterEinwand(regel.bymonthday, (tag) => tag !== -1 && inGrenzen(name, tag, 1, 31));
    case 'BYMONTH':
      regel.bymonth = wert.split(',').map(ganzeZahl);
      return ersterEinwand(regel.bymonth, (monat) => inGrenzen(name, monat, 1, 12));
    default:
      return {
        meldung: `Den Teil „${name}“ einer Wiederholungsregel kennt das Portal nicht.`,
        tipp: 'Bekannt sind FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY und BYMONTH. Was damit nicht geht, bitte als einzelne Termine schreiben.',
      };
  }
}

/** NaN for everything that is no whole number. */
function ganzeZahl(wert: string): number {
  return /^\d{1,6}$/.test(wert) ? Number(wert) : NaN;
}

function inGrenzen(name: string, zahl: number, min: number, max: number): Teil | undefined {
  return zahl >= min && zahl <= max
    ? undefined
    : {
        meldung: `In der Wiederholungsregel ist „${name}“ keine ganze Zahl zwischen ${min} und ${max}.`,
        tipp:
          name === 'COUNT'
            ? 'Bitte mit UNTIL den letzten Tag nennen, zum Beispiel UNTIL=20271231.'
            : 'Bitte die Zahl prüfen.',
      };
}

function ersterEinwand(
  zahlen: number[],
  pruefe: (zahl: number) => Teil | undefined | false,
): Teil | undefined {
  return (
    zahlen.map(pruefe).find((einwand) => einwand !== undefined && einwand !== false) || undefined
  );
}

/** An end with a time would need a time zone, and half of those who write one mean another. */
function einwandUntil(wert: string): Teil {
  const tag = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(wert)?.slice(1).join('');
  return {
    meldung: `„UNTIL=${wert}“ ist kein Tag.`,
    tipp: `Bitte den letzten Tag ohne Uhrzeit und ohne Striche schreiben: UNTIL=${tag ?? '20271231'}`,
  };
}

/** Parts that do not go together, or that programs read in different ways. */
function widerspruch({
  freq,
  count,
  until,
  byday,
  bymonthday,
  bymonth,
}: Wiederholung): Teil | undefined {
  if (count && until)
    return {
      meldung: 'Die Wiederholungsregel nennt Anzahl (COUNT) und Ende (UNTIL) zugleich.',
      tipp: 'Bitte eines von beiden löschen.',
    };
  const imMonat = freq === 'MONTHLY' || (freq === 'YEARLY' && bymonth.length > 0);
  if (byday.some(({ nr }) => nr !== undefined) && !imMonat)
    return {
      meldung: `Der wievielte Wochentag (BYDAY mit Zahl) gibt es nur im Monat, nicht bei FREQ=${freq}.`,
      tipp: 'Bitte FREQ=MONTHLY schreiben, oder die Zahl vor dem Wochentag löschen.',
    };
  if ((bymonthday.length > 0 && !imMonat) || (freq === 'YEARLY' && byday.length > 0 && !imMonat))
    return {
      meldung: `Zu FREQ=${freq} passt diese Angabe des Tages nicht.`,
      tipp: 'Jeden Monat am 15.: FREQ=MONTHLY;BYMONTHDAY=15. Jedes Jahr am zweiten Sonntag im Mai: FREQ=YEARLY;BYMONTH=5;BYDAY=2SU',
    };
  return undefined;
}

/** Writes a rule without its end: where a series ends depends on who asks. */
export function formatWiederholung(regel: Wiederholung): string {
  const { freq, interval, byday, bymonthday, bymonth } = regel;
  return [
    `FREQ=${freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    bymonth.length > 0 && `BYMONTH=${bymonth.join(',')}`,
    bymonthday.length > 0 && `BYMONTHDAY=${bymonthday.join(',')}`,
    byday.length > 0 &&
      `BYDAY=${byday.map(({ nr = '', tag }) => `${nr}${RRULE_TAGE[tag]}`).join(',')}`,
  ]
    .filter(Boolean)
    .join(';');
}

/**
 * The days of a series within a span, in order. A rule that never fits has none.
 * @param start day on which the series begins; its weeks and months are counted from there
 * @param von first day of the span
 * @param bis last day of the span
 */
export function wiederholungstage(
  regel: Wiederholung,
  start: string,
  von: string,
  bis: string,
): string[] {
  const { count = Infinity, until = bis } = regel;
  // What is counted is counted from the start.
  const erster = tagesnummer(count === Infinity && von > start ? von : start);
  const letzter = tagesnummer(until < bis ? until : bis);
  const anfang = teile(tagesnummer(start));
  const gefunden: string[] = [];
  for (let nr = erster; nr <= letzter && gefunden.length < count; nr++) {
    const tag = teile(nr);
    if (passt(regel, anfang, tag)) gefunden.push(tag.datum);
  }
  return gefunden.filter((tag) => tag >= von);
}

/** Days since 1970. */
function tagesnummer(datum: string): number {
  return tageZwischen('1970-01-01', datum);
}

interface Tag {
  /** Days since 1970. */
  nr: number;
  datum: string;
  jahr: number;
  /** 1 is January. */
  monat: number;
  tag: number;
  /** Days of its month. */
  tageImMonat: number;
  /** 0 is Monday. */
  wochentag: number;
}

/** Every series walks through the same days. */
const tage = new Map<number, Tag>();

function teile(nr: number): Tag {
  let tag = tage.get(nr);
  if (!tag) tage.set(nr, (tag = createTag(nr)));
  return tag;
}

function createTag(nr: number): Tag {
  const datum = plusTage('1970-01-01', nr);
  const date = new Date(nr * 86_400_000);
  const jahr = date.getUTCFullYear();
  const monat = date.getUTCMonth() + 1;
  return {
    nr,
    datum,
    jahr,
    monat,
    tag: date.getUTCDate(),
    tageImMonat: new Date(Date.UTC(jahr, monat, 0)).getUTCDate(),
    wochentag: wochentag(datum),
  };
}

/** Whether a series that begins at `start` takes place on a day, whatever its end. */
function passt(regel: Wiederholung, start: Tag, tag: Tag): boolean {
  const { byday, bymonthday, bymonth, freq } = regel;
  if (perioden(freq, start, tag) % regel.interval !== 0) return false;
  if (bymonth.length > 0 && !bymonth.includes(tag.monat)) return false;
  if (byday.length === 0 && bymonthday.length === 0) {
    if (freq === 'WEEKLY') return tag.wochentag === start.wochentag;
    if (freq === 'YEARLY' && bymonth.length === 0 && tag.monat !== start.monat) return false;
    return freq === 'DAILY' || tag.tag === start.tag;
  }
  const amTag =
    bymonthday.includes(tag.tag) || (bymonthday.includes(-1) && tag.tag === tag.tageImMonat);
  if (bymonthday.length > 0 && !amTag) return false;
  return byday.length === 0 || byday.some((einer) => isWochentag(einer, tag));
}

/** Days, weeks (from Monday), months or years from one day to the other. */
function perioden(freq: Wiederholung['freq'], von: Tag, bis: Tag): number {
  const jahre = bis.jahr - von.jahr;
  switch (freq) {
    case 'DAILY':
      return bis.nr - von.nr;
    case 'WEEKLY':
      return (bis.nr - bis.wochentag - von.nr + von.wochentag) / 7;
    case 'MONTHLY':
      return jahre * 12 + bis.monat - von.monat;
    case 'YEARLY':
      return jahre;
  }
}

function isWochentag({ tag, nr }: Wiederholung['byday'][number], day: Tag): boolean {
  if (tag !== day.wochentag) return false;
  if (nr === -1) return day.tag > day.tageImMonat - 7;
  return nr === undefined || Math.ceil(day.tag / 7) === nr;
}

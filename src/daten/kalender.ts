/** Calendars as files (iCalendar, RFC 5545). */
import ICAL from 'ical.js';

// It does not count the space that each further line begins with; with it a line has at most 75 bytes.
ICAL.foldLength = 74;

export interface Kalendereintrag {
  /** The same in every file and build, so that programs know it again. */
  uid: string;
  titel: string;
  beschreibung: string;
  ort?: string;
  /** Absolute address of its page. */
  url: string;
  kategorien: readonly string[];
  /** Grows whenever somebody has looked at it anew. */
  sequenz: number;
  abgesagt: boolean;
  /** `YYYY-MM-DDTHH:MM` in Germany, or a whole day `YYYY-MM-DD`. */
  start: string;
  /** As `start`; missing where nobody knows. */
  ende?: string;
  wiederholung?: {
    /** RRULE without its end. */
    regel: string;
    /** When it begins for the last time; as `start`. */
    letzter: string;
    /** When it does not take place, each as `start`. */
    ohne: readonly string[];
  };
}

export interface Kalender {
  /** As calendar programs show it. */
  name: string;
  /** Who made it: the portal. */
  portal: string;
  /** Absolute address of its page. */
  url: string;
  /** As {@link formatEintrag} wrote them. */
  eintraege: readonly string[];
}

/** Germany's time since 1996. A calendar begins on its day and never shows what was before. */
const ZEITZONE = `BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.replaceAll('\n', '\r\n');

const zeitzone = ICAL.Component.fromString(ZEITZONE);
const berlin = new ICAL.Timezone(zeitzone);
/** What stands before the entries, … */
const ANFANG = `${zeitzone.toString()}\r\n`;
/** … and behind them. */
const ENDE = 'END:VCALENDAR';

/** @returns the file, with the line ends that the standard asks for */
export function formatKalender({ name, portal, url, eintraege }: Kalender): string {
  const kalender = new ICAL.Component('vcalendar');
  kalender.addPropertyWithValue('version', '2.0');
  kalender.addPropertyWithValue('prodid', text(`-//${portal}//Kalender//DE`));
  kalender.addPropertyWithValue('calscale', 'GREGORIAN');
  // Newer than the library, which would write them as they are: only as a text are line ends and commas escaped.
  for (const property of ['name', 'x-wr-calname'])
    kalender.addProperty(new ICAL.Property([property, {}, 'text', text(name)]));
  kalender.addPropertyWithValue('url', url);
  // Once a day is as often as the portal is built.
  kalender.addProperty(new ICAL.Property(['refresh-interval', {}, 'duration', 'P1D']));
  kalender.addPropertyWithValue('x-published-ttl', 'P1D');
  const eigenes = kalender.toString().slice(0, -ENDE.length);
  return [eigenes, ANFANG, ...eintraege, ENDE, '\r\n'].join('');
}

/**
 * An entry as it stands in every calendar that holds it: most stand in several, and making one takes most of the time.
 * @param stichtag the day it is true for
 */
export function formatEintrag(eintrag: Kalendereintrag, stichtag: string): string {
  return `${toEvent(eintrag, stichtag).toString()}\r\n`;
}

function toEvent(eintrag: Kalendereintrag, stichtag: string): ICAL.Component {
  const { uid, titel, beschreibung, ort, url, kategorien, sequenz, abgesagt } = eintrag;
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${stichtag}T00:00:00Z`));
  event.addPropertyWithValue('sequence', sequenz);
  addZeit(event, 'dtstart', eintrag.start);
  if (eintrag.ende) addZeit(event, 'dtend', eintrag.ende);
  if (eintrag.wiederholung) addWiederholung(event, eintrag.wiederholung);
  event.addPropertyWithValue('summary', text(titel));
  event.addPropertyWithValue('description', text(beschreibung));
  if (ort) event.addPropertyWithValue('location', text(ort));
  event.addPropertyWithValue('url', url);
  if (kategorien.length > 0) {
    const property = new ICAL.Property('categories');
    property.setValues(kategorien.map(text));
    event.addProperty(property);
  }
  event.addPropertyWithValue('status', abgesagt ? 'CANCELLED' : 'CONFIRMED');
  // Who keeps a date in mind has not yet promised to come.
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

function addWiederholung(
  event: ICAL.Component,
  { regel, letzter, ohne }: NonNullable<Kalendereintrag['wiederholung']>,
): void {
  // Where a beginning names its zone, the standard wants the end in UTC.
  const bis = toTime(letzter).convertToZone(ICAL.Timezone.utcTimezone);
  event.addPropertyWithValue(
    'rrule',
    ICAL.Recur.fromString(`${regel};UNTIL=${bis.toICALString()}`),
  );
  for (const zeit of ohne) addZeit(event, 'exdate', zeit);
}

/** A time in Germany, or a whole day. */
function addZeit(event: ICAL.Component, name: string, zeit: string): void {
  const property = event.addPropertyWithValue(name, toTime(zeit));
  if (zeit.includes('T')) property.setParameter('tzid', 'Europe/Berlin');
}

function toTime(zeit: string): ICAL.Time {
  if (!zeit.includes('T')) return ICAL.Time.fromDateString(zeit);
  const time = ICAL.Time.fromDateTimeString(`${zeit}:00`);
  time.zone = berlin;
  return time;
}

/** Text without what would end its line: iCalendar knows one line end only, and that is written as `\n`. */
function text(wert: string): string {
  return wert
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}

/** When an offer takes place, as far as schema.org has words for it. What would only be half true is left out. */
import type { Angebot } from '../../domain/angebot.ts';
import { plusTage } from '../../domain/datum.ts';
import { geltungVon } from '../../domain/reihen.ts';
import { WOCHENTAGE, type Wochentag } from '../../domain/zeiten.ts';
import { isAngebotVeraltet, type Katalog } from '../../katalog/katalog.ts';
import { reihenImKalender } from '../kalender.ts';
import { type Knoten, knoten } from './knoten.ts';

/** So many dates of an offer are told; its page has the others, and is built every day. */
const NAECHSTE = 3;

const TAGE = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const tagesnamen = (tage: readonly Wochentag[]) =>
  tage.map((tag) => TAGE[WOCHENTAGE.indexOf(tag)]!);

/** A line of hours that holds every week. */
interface Wochenzeit {
  tage: readonly Wochentag[];
  von: string;
  bis: string;
  gueltig_ab?: string | undefined;
  gueltig_bis?: string | undefined;
}

/**
 * The hours of which a machine may tell without the rest of the page: as in calendars, none while the offer pauses or when nobody has
 * checked them for too long; and none with a remark, for a search engine would leave that out.
 */
function sichereZeiten(katalog: Katalog, angebot: Angebot): Wochenzeit[] {
  const { status, ausnahmen } = angebot;
  if (status === 'pausiert' || ausnahmen || isAngebotVeraltet(katalog, angebot)) return [];
  return (angebot.zeiten ?? []).flatMap((zeit) => {
    const { tage, von, bis, rhythmus, hinweis } = zeit;
    const woechentlich = rhythmus?.every((wort) => wort === 'woechentlich') ?? true;
    const { ab, letzter } = geltungVon(zeit, angebot);
    const vorbei = letzter !== undefined && letzter < katalog.stichtag;
    if (!tage || !von || !bis || hinweis || !woechentlich || vorbei) return [];
    return [{ tage, von, bis, gueltig_ab: ab, gueltig_bis: letzter }];
  });
}

/** When somebody is there. */
export function oeffnungszeiten(
  katalog: Katalog,
  angebot: Angebot,
): Knoten<'OpeningHoursSpecification'>[] {
  return sichereZeiten(katalog, angebot).map(({ tage, von, bis, gueltig_ab, gueltig_bis }) =>
    knoten('OpeningHoursSpecification', {
      dayOfWeek: tagesnamen(tage),
      opens: von,
      closes: uhrzeit(bis),
      validFrom: gueltig_ab,
      validThrough: gueltig_bis,
    }),
  );
}

/** The hours of a course. */
export function stundenplan(katalog: Katalog, angebot: Angebot): Knoten<'Schedule'>[] {
  return sichereZeiten(katalog, angebot).map(({ tage, von, bis, gueltig_ab, gueltig_bis }) =>
    knoten('Schedule', {
      repeatFrequency: 'P1W',
      byDay: tagesnamen(tage),
      startTime: von,
      endTime: uhrzeit(bis),
      scheduleTimezone: 'Europe/Berlin',
      startDate: gueltig_ab,
      endDate: gueltig_bis,
    }),
  );
}

/** Midnight at the end of a day has no name there. */
function uhrzeit(zeit: string): string {
  return zeit === '24:00' ? '23:59' : zeit;
}

export interface NaechsterTermin {
  /** With its offset from UTC; a day alone where nobody knows the time. */
  start: string;
  ende?: string;
  abgesagt: boolean;
}

/** The next dates, the cancelled ones among them: who knows of one must learn that it is off. */
export function naechsteTermine(katalog: Katalog, angebot: Angebot): NaechsterTermin[] {
  return reihenImKalender(katalog, angebot)
    .filter(({ feld }) => feld === 'termine')
    .flatMap(({ von, ende, tage, ausfall }) =>
      [...tage, ...ausfall].map((tag) => ({
        start: von ? inBerlin(`${tag}T${von}`) : tag,
        ...(ende && { ende: inBerlin(`${plusTage(tag, ende.tage)}T${ende.zeit}`) }),
        abgesagt: ausfall.includes(tag),
      })),
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .slice(0, NAECHSTE);
}

const versatz = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Berlin',
  timeZoneName: 'longOffset',
});

/**
 * A time in Germany with its offset.
 * @example inBerlin('2026-12-05T15:00') // '2026-12-05T15:00+01:00'
 */
function inBerlin(zeitpunkt: string): string {
  // In winter it is this very moment, in summer an hour later: neither crosses the change of time, which is at night.
  const teile = versatz.formatToParts(new Date(`${zeitpunkt}+01:00`));
  const gmt = teile.find(({ type }) => type === 'timeZoneName')!.value;
  return zeitpunkt + gmt.replace('GMT', '');
}

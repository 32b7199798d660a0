/** When an offer takes place: its hours, dates and the beginning of its course as days and times in Germany. */
import type { Angebot } from './angebot.ts';
import { frueher, plusTage, spaeter, tageZwischen } from './datum.ts';
import { feiertag } from './feiertage.ts';
import type { Portal } from './portal.ts';
import { parseWiederholung, type Wiederholung, wiederholungstage } from './wiederholung.ts';
import { isRundUmDieUhr, WOCHENTAGE, type Zeit } from './zeiten.ts';

/** A single date, or one that comes again. */
export interface Reihe {
  /** What of the offer it is of: a line of `zeiten`, of `termine`, or the beginning of its course. */
  feld: 'zeiten' | 'termine' | 'kurs';
  index: number;
  /** `HH:MM`; missing where only the day is known. */
  von?: string;
  /** When it ends, so many days later; missing where nobody knows. */
  ende?: { tage: number; zeit: string };
  /** Missing for a single date. */
  regel?: Wiederholung;
  /** Days on which it takes place, in order. */
  tage: string[];
  /** Days on which it would take place, and was cancelled. */
  ausfall: string[];
  /** Public holidays on which it would take place; nobody knows whether it does. */
  feiertage: string[];
}

/** First and last day. */
export interface Spanne {
  von: string;
  bis: string;
}

type Zeitlich = Pick<Angebot, 'zeiten' | 'termine' | 'kurs' | 'gueltig_bis'>;

/**
 * What takes place within a span; series of which nothing does are left out. Hours do not hold on public holidays, dates do: whoever
 * wrote the date knew the day.
 * @param land for the holidays
 */
export function reihenVon(angebot: Zeitlich, { von, bis }: Spanne, land: Portal['land']): Reihe[] {
  const spanne = { von, bis: frueher(bis, angebot.gueltig_bis) };
  const zeiten = (angebot.zeiten ?? []).flatMap((zeit, index) => {
    const reihe = reiheAusZeit(zeit, angebot, spanne);
    if (!reihe) return [];
    const frei = (tag: string) => feiertag(land, tag) !== undefined;
    return {
      feld: 'zeiten' as const,
      index,
      ...reihe,
      tage: reihe.tage.filter((tag) => !frei(tag)),
      ausfall: [],
      feiertage: reihe.tage.filter(frei),
    };
  });
  const termine = (angebot.termine ?? []).map((termin, index) =>
    reiheAusTermin(termin, index, spanne),
  );
  const reihen = [...zeiten, ...termine].filter(
    ({ tage, ausfall }) => tage.length > 0 || ausfall.length > 0,
  );
  return reihen.length > 0 ? reihen : kursbeginn(angebot, spanne);
}

/** True for a line that comes every other week, and nobody has written when it began. */
export function isOhneBeginn(zeit: Zeit, kurs: Zeitlich['kurs']): boolean {
  return (
    zeit.tage !== undefined &&
    regelVon(zeit, zeit.tage).interval === 2 &&
    !zeit.gueltig_ab &&
    !kurs?.start
  );
}

/** What a line of hours says of its days, as far as it is looked at here. */
type Wann = Pick<Zeit, 'tage' | 'rhythmus' | 'gueltig_ab' | 'gueltig_bis'>;

/** From when to when a line of hours holds. */
export interface Geltung {
  /** Missing where neither the line nor its course says when it begins. */
  ab?: string;
  letzter?: string;
  /** The first day from `ab` on on which it takes place; what comes every other week is counted from there. */
  erster?: string;
}

/**
 * From when to when a line of hours holds: no longer than itself, its course and its offer do. Every other week is counted from the day
 * that its editor named as that of a meeting, also where that lies before the course.
 */
export function geltungVon(
  { tage, rhythmus, gueltig_ab, gueltig_bis }: Wann,
  angebot: Pick<Zeitlich, 'kurs' | 'gueltig_bis'>,
): Geltung {
  const { kurs } = angebot;
  const ab = spaeter(gueltig_ab, kurs?.start);
  const letzter = frueher(frueher(gueltig_bis, kurs?.ende), angebot.gueltig_bis);
  const erster = tage && ab && erstesTreffen(regelVon({ rhythmus }, tage), gueltig_ab ?? ab, ab);
  return { ...(ab && { ab }), ...(letzter && { letzter }), ...(erster && { erster }) };
}

/** @param gezaehltAb the first meeting from this day on is the one that is counted from */
function erstesTreffen(regel: Wiederholung, gezaehltAb: string, ab: string): string | undefined {
  const jedes = { ...regel, interval: 1 };
  const [start] = wiederholungstage(jedes, gezaehltAb, gezaehltAb, plusTage(gezaehltAb, 62));
  return start && wiederholungstage(regel, start, ab, plusTage(ab, 62))[0];
}

/** Undefined for what is no date: no time is known, or the door is always open. */
function reiheAusZeit(
  zeit: Zeit,
  angebot: Zeitlich,
  spanne: Spanne,
): Pick<Reihe, 'von' | 'ende' | 'regel' | 'tage'> | undefined {
  const { tage, von, bis } = zeit;
  if (!tage || !von || isRundUmDieUhr(zeit) || isOhneBeginn(zeit, angebot.kurs)) return undefined;
  const regel = regelVon(zeit, tage);
  const { erster = spanne.von, letzter } = geltungVon(zeit, angebot);
  return {
    von,
    ...(bis && { ende: bis === '24:00' ? { tage: 1, zeit: '00:00' } : { tage: 0, zeit: bis } }),
    regel,
    tage: wiederholungstage(regel, erster, spanne.von, frueher(spanne.bis, letzter)),
  };
}

/** `tage` and `rhythmus` of a line as a rule. */
export function regelVon(
  { rhythmus = [] }: Pick<Zeit, 'rhythmus'>,
  tage: NonNullable<Zeit['tage']>,
): Wiederholung {
  const wochentage = tage.map((tag) => WOCHENTAGE.indexOf(tag)).sort();
  const imMonat = rhythmus.flatMap((wort) => {
    const welcher = /^monatlich-(.+)$/.exec(wort)?.[1];
    return welcher ? [welcher === 'letzte' ? -1 : Number(welcher)] : [];
  });
  const byday = wochentage.flatMap((tag) =>
    imMonat.length > 0 ? imMonat.map((nr) => ({ tag, nr })) : [{ tag }],
  );
  const jedeZweite = imMonat.length === 0 && rhythmus.includes('zweiwoechentlich');
  return {
    freq: imMonat.length > 0 ? 'MONTHLY' : 'WEEKLY',
    interval: jedeZweite ? 2 : 1,
    byday,
    bymonthday: [],
    bymonth: [],
  };
}

/**
 * One of `termine` as far as it takes place within a span, or still goes on then; without days where it does not.
 * @param index its place among them
 */
export function reiheAusTermin(
  { start, ende, rrule, ausfall = [] }: NonNullable<Zeitlich['termine']>[number],
  index: number,
  { von, bis }: Spanne,
): Reihe {
  const [tag = '', zeit = ''] = start.split('T');
  const [endtag = '', endzeit = ''] = ende?.split('T') ?? [];
  const regel = rrule === undefined ? undefined : regelAus(rrule);
  const dauer = ende ? tageZwischen(tag, endtag) : 0;
  // What began the day before the span may still go on.
  const ab = plusTage(von, -dauer);
  const alle = regel
    ? wiederholungstage(regel, tag, ab, bis)
    : [tag].filter((einer) => ab <= einer && einer <= bis);
  return {
    feld: 'termine',
    index,
    von: zeit,
    ...(ende && { ende: { tage: dauer, zeit: endzeit } }),
    ...(regel && { regel }),
    tage: alle.filter((einer) => !ausfall.includes(einer)),
    ausfall: alle.filter((einer) => ausfall.includes(einer)),
    feiertage: [],
  };
}

/** A rule of `termine`. @throws where it is none: the schema lets no such rule pass */
export function regelAus(rrule: string): Wiederholung {
  const gelesen = parseWiederholung(rrule);
  if ('meldung' in gelesen) throw new Error(gelesen.meldung);
  return gelesen.wert;
}

/** The first day of a course of which nobody knows the hours. */
function kursbeginn({ kurs }: Zeitlich, { von, bis }: Spanne): Reihe[] {
  const tag = kurs?.start;
  if (!tag || tag < von || tag > bis) return [];
  return [{ feld: 'kurs', index: 0, tage: [tag], ausfall: [], feiertage: [] }];
}

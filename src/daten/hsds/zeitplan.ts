/** Opening hours and dates as `schedule` of HSDS, and back. Times are those on the clock in Germany. */
import type { Datensatz } from '../../domain/datensatz.ts';
import { frueher, isDatum, plusTage, spaeter } from '../../domain/datum.ts';
import { geltungVon, regelVon } from '../../domain/reihen.ts';
import {
  parseWiederholung,
  RRULE_TAGE,
  type Wiederholung,
  wiederholungstage,
} from '../../domain/wiederholung.ts';
import { RHYTHMEN, WOCHENTAGE } from '../../domain/zeiten.ts';

type Zeit = NonNullable<Datensatz['zeiten']>[number];
type Termin = NonNullable<Datensatz['termine']>[number];

/** On which days something takes place. */
type Wann = Required<Pick<Zeit, 'tage'>> & Pick<Zeit, 'rhythmus'>;

/** What of an offer says from when to when its hours hold, where they do not say so themselves. */
type Spanne = Pick<Datensatz, 'kurs' | 'gueltig_bis'>;

/** A schedule as far as it is written and read. */
export interface Zeitplan {
  freq?: string | null | undefined;
  interval?: number | string | null | undefined;
  byday?: string | null | undefined;
  bymonthday?: string | null | undefined;
  count?: number | null | undefined;
  until?: string | null | undefined;
  dtstart?: string | null | undefined;
  valid_from?: string | null | undefined;
  valid_to?: string | null | undefined;
  opens_at?: string | null | undefined;
  closes_at?: string | null | undefined;
  description?: string | null | undefined;
  notes?: string | null | undefined;
  /** One of `termine` that comes again; no opening hours. */
  x_de_reihe?: unknown;
}

/** Midnight at the end of a day; HSDS and tables know no 24:00. */
const MITTERNACHT = '00:00';

/** A line of `zeiten`. */
export function ausZeit(zeit: Zeit, angebot: Spanne & Pick<Datensatz, 'ausnahmen'>): Zeitplan {
  const { tage, von, bis } = zeit;
  const { ab, letzter, erster } = geltungVon(zeit, angebot);
  const regel = tage && regelVon(zeit, tage);
  return {
    ...(regel && ausRegel(regel)),
    dtstart: regel?.interval === 2 ? erster : undefined,
    valid_from: ab,
    valid_to: letzter,
    opens_at: von,
    closes_at: bis === '24:00' ? MITTERNACHT : bis,
    description: zeit.hinweis,
    notes: angebot.ausnahmen,
  };
}

/** One of `termine`: a day, or a series that HSDS can say; of any other its first day, and its rule in the notes. */
export function ausTermin(
  { start, ende, rrule, ausfall }: Termin,
  { gueltig_bis }: Pick<Datensatz, 'gueltig_bis'>,
): Zeitplan {
  const [tag = '', von] = start.split('T');
  const [endtag = tag, bis] = ende?.split('T') ?? [];
  const regel = rrule === undefined ? undefined : regelAus(rrule);
  const notes = [
    rrule && !regel && `Wiederholt sich nach dieser Regel (iCalendar): ${rrule}`,
    ausfall && `Fällt aus: ${ausfall.join(', ')}`,
  ].filter(Boolean);
  return {
    ...(regel && { ...regel, dtstart: tag }),
    valid_from: tag,
    valid_to: regel ? frueher(regel.until ?? undefined, gueltig_bis) : endtag,
    opens_at: von,
    closes_at: endtag === tag ? bis : undefined,
    notes: notes.join('\n') || undefined,
    x_de_reihe: rrule === undefined ? undefined : true,
  };
}

function regelAus(rrule: string): Zeitplan | undefined {
  const gelesen = parseWiederholung(rrule);
  return 'wert' in gelesen ? ausRegel(gelesen.wert) : undefined;
}

/** Undefined for what HSDS has no words for: it only knows weeks and months. */
function ausRegel(regel: Wiederholung): Zeitplan | undefined {
  const { freq, interval, byday, bymonthday, bymonth, count, until } = regel;
  if (freq === 'DAILY' && interval === 1 && byday.length + bymonthday.length + bymonth.length === 0)
    return ausRegel({ ...regel, freq: 'WEEKLY', byday: WOCHENTAGE.map((_, tag) => ({ tag })) });
  if ((freq !== 'WEEKLY' && freq !== 'MONTHLY') || bymonth.length > 0) return undefined;
  return {
    freq,
    interval,
    byday: byday.map(({ nr = '', tag }) => `${nr}${RRULE_TAGE[tag]}`).join(',') || undefined,
    bymonthday: bymonthday.join(',') || undefined,
    count,
    until,
  };
}

/** Lines of `zeiten` and single dates out of schedules; what the portal has no words for stays as its description. */
export function readSchedules(
  plaene: readonly Zeitplan[],
  angebot: Spanne,
): { zeiten: Zeit[]; termine: Termin[] } {
  const zeiten: Zeit[] = [];
  const termine: Termin[] = [];
  for (const plan of plaene) {
    if (plan.x_de_reihe) continue;
    const termin = readTermin(plan);
    if (termin) termine.push(termin);
    else zeiten.push(...readZeit(plan, angebot));
  }
  return { zeiten, termine };
}

function readTermin({ freq, valid_from: tag, valid_to, opens_at, closes_at }: Zeitplan) {
  const [von, bis] = [uhrzeit(opens_at), uhrzeit(closes_at)];
  if (freq || !tag || tag !== valid_to || !von) return undefined;
  return { start: `${tag}T${von}`, ...(bis && bis !== MITTERNACHT && { ende: `${tag}T${bis}` }) };
}

function readZeit(plan: Zeitplan, angebot: Spanne): Zeit[] {
  const { opens_at, closes_at, valid_to, description } = plan;
  const text = description?.replace(/\s+/g, ' ').trim();
  const hinweis = text ? { hinweis: text } : undefined;
  const wann = readRegel(plan);
  const [von, bis] = [uhrzeit(opens_at), uhrzeit(closes_at)];
  // Days without their hours would say that the door is always open.
  const unlesbar = (opens_at && !von) || (closes_at && !bis) || (bis && !von);
  if (!wann || unlesbar) return hinweis ? [hinweis] : [];
  const { letzter } = geltungVon({}, angebot);
  const gueltig_ab = gueltigAb(plan, wann, angebot);
  return [
    {
      ...wann,
      ...(von && { von }),
      ...(bis && { bis: bis === MITTERNACHT ? '24:00' : bis }),
      ...(gueltig_ab && { gueltig_ab }),
      ...(valid_to && valid_to !== letzter && { gueltig_bis: valid_to }),
      ...hinweis,
    },
  ];
}

/** From when on a line says that it holds; undefined where its offer says the same. */
function gueltigAb(
  { dtstart, valid_from }: Zeitplan,
  wann: Wann,
  angebot: Spanne,
): string | undefined {
  const ab = valid_from && valid_from !== geltungVon({}, angebot).ab ? valid_from : undefined;
  const regel = regelVon(wann, wann.tage);
  if (regel.interval !== 2 || !dtstart || !isDatum(dtstart)) return ab;
  // Counted from another day than theirs, everybody would come in the wrong week.
  const von = valid_from && isDatum(valid_from) ? spaeter(valid_from, dtstart) : dtstart;
  const [erster] = wiederholungstage(regel, dtstart, von, plusTage(von, 62));
  const unserer = geltungVon({ ...wann, ...(ab && { gueltig_ab: ab }) }, angebot).erster;
  return unserer === erster ? ab : erster;
}

/** Undefined where it is not one week like the other, every second, or the same weeks of every month. */
function readRegel({ freq, interval, byday }: Zeitplan): Wann | undefined {
  const teile = (byday ?? '').split(',').map((teil) => /^(-?\d)?([A-Z]{2})$/.exec(teil.trim()));
  const raenge = [...new Set(teile.map((teil) => RRULE_TAGE.indexOf(teil?.[2] as never)))];
  const wochen = [...new Set(teile.map((teil) => teil?.[1]))];
  // „1MO,3TU“ is less than the first and third Monday and Tuesday.
  if (raenge.includes(-1) || teile.length !== raenge.length * wochen.length) return undefined;
  const tage = raenge.map((rang) => WOCHENTAGE[rang]!);
  const jede = Number(interval ?? 1);
  if (freq === 'WEEKLY' && wochen.join() === '')
    return { 1: { tage }, 2: { tage, rhythmus: ['zweiwoechentlich' as const] } }[jede];
  const rhythmus = RHYTHMEN.filter((wort) =>
    wochen.some((nr) => wort === `monatlich-${nr === '-1' ? 'letzte' : nr}`),
  );
  return freq === 'MONTHLY' && jede === 1 && rhythmus.length === wochen.length
    ? { tage, rhythmus }
    : undefined;
}

/** Time on the clock; a time of another zone would be a guess. */
function uhrzeit(wert: string | null | undefined): string | undefined {
  return /^(\d\d:\d\d)(:00)?(\+0[12]:?00)?$/.exec(wert ?? '')?.[1];
}

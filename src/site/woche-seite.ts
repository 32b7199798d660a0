/** The view model of the page of dates: what takes place in the next days. */
import type { Angebot } from '../domain/angebot.ts';
import { plusTage } from '../domain/datum.ts';
import { einmalJe } from '../domain/einmal.ts';
import { feiertag } from '../domain/feiertage.ts';
import type { Reihe } from '../domain/reihen.ts';
import { datumsformat } from '../i18n/intl.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { toAngebotKarte } from './angebot-karte.ts';
import { aufSeite, seitenzahl, weitereSeiten, ZEILEN_JE_SEITE } from './blaettern.ts';
import { bemerkungenZu, fehlenTreffen, gemeinsameReihen } from './kalender.ts';
import { type Beschriftung, deutsch, formatDatum, type Kontext } from './kontext.ts';
import type { Verweis } from './kontakt.ts';
import { formatZeitraum } from './zeit-zeilen.ts';

/** This week and the next, on whatever day of the week it is read. */
const TAGE = 14;
/** What goes on until then belongs to the evening before. */
const MORGEN = '06:00';

export interface WochenTermin {
  /** „15:00–17:30 Uhr“; missing where only the day is known, and where it began on a day before. */
  zeit?: string;
  titel: Verweis;
  ort: Beschriftung;
  /** What it does not hold for; that there is no place left. */
  hinweise: Beschriftung[];
  abgesagt: boolean;
}

export interface WochenTag {
  /** `YYYY-MM-DD` */
  datum: string;
  /** „Freitag, 27. November“. */
  text: string;
  /** Name of a public holiday. */
  feiertag?: Beschriftung;
  termine: WochenTermin[];
}

export interface WochenSeite {
  /** How many pages the days take. */
  seiten: number;
  /** For which days it is true, in words. */
  vonBis: string;
  /** True where more takes place, as far as old data tell: who sees few dates must not take them for all. */
  luecken: boolean;
  /** Days on which something takes place, and public holidays. */
  tage: WochenTag[];
  /** Last of the days: after it the page is old. */
  letzter: string;
}

/** @param nr of the page, from 1 */
export function toWochenSeite(kontext: Kontext, nr: number): WochenSeite {
  const { katalog, sprache, t } = kontext;
  const { stichtag, portal } = katalog;
  const tage = tageVon(katalog);
  const letzter = tage.at(-1)!;
  const zeilen = zeilenVon(katalog);
  const hier = aufSeite(zeilen, nr, ZEILEN_JE_SEITE);
  const format = datumsformat(sprache, { weekday: 'long', day: 'numeric', month: 'long' });
  return {
    vonBis: t('kalender.woche.von-bis', {
      von: formatDatum(stichtag, sprache),
      bis: formatDatum(letzter, sprache),
    }),
    luecken: fehlenTreffen(katalog),
    letzter,
    seiten: seitenzahl(zeilen.length, ZEILEN_JE_SEITE),
    tage: [...Map.groupBy(hier, ({ tag }) => tag)].map(([datum, seine]) => {
      const frei = feiertag(portal.land, datum);
      return {
        datum,
        text: format.format(new Date(datum)),
        ...(frei && { feiertag: deutsch(sprache, frei) }),
        termine: seine.flatMap(({ einer }) => (einer ? [toTermin(kontext, einer)] : [])),
      };
    }),
  };
}

/** True where the page has a date to show. */
export function gibtEsTermine({ katalog }: Kontext): boolean {
  const tage = tageVon(katalog);
  return [...katalog.angebote.values()].some(
    (angebot) => vorkommenVon(katalog, angebot, tage).length > 0,
  );
}

interface Vorkommen {
  tag: string;
  /** When it begins on this day. */
  von?: string | undefined;
  angebot: Angebot;
  reihe: Reihe;
  abgesagt: boolean;
}

/** The days of the page. */
function tageVon({ stichtag }: Katalog): string[] {
  return Array.from({ length: TAGE }, (_, i) => plusTage(stichtag, i));
}

/** What the pages say, one below the other: every date, and public holidays without one. */
const zeilenVon = einmalJe((katalog: Katalog): { tag: string; einer?: Vorkommen }[] => {
  const jeTag = Map.groupBy(vorkommen(katalog), ({ tag }) => tag);
  return tageVon(katalog).flatMap((tag) => {
    const seine = jeTag.get(tag)?.map((einer) => ({ tag, einer }));
    return seine ?? (feiertag(katalog.portal.land, tag) ? [{ tag }] : []);
  });
});

/** How many pages there are beside the first. */
export function weitereWochenSeiten({ katalog }: Kontext): number[] {
  return weitereSeiten(zeilenVon(katalog).length, ZEILEN_JE_SEITE);
}

/** Every date of the page, by time and title. */
function vorkommen(katalog: Katalog): Vorkommen[] {
  const tage = tageVon(katalog);
  return [...katalog.angebote.values()]
    .flatMap((angebot) => vorkommenVon(katalog, angebot, tage))
    .sort((a, b) => uhrzeit(a) - uhrzeit(b));
}

/** What goes on for days stands on each of them. */
function vorkommenVon(katalog: Katalog, angebot: Angebot, tage: readonly string[]): Vorkommen[] {
  return gemeinsameReihen(katalog, angebot).flatMap((reihe) => {
    const weitere = weitereTage(reihe);
    const amTag = (beginn: string, abgesagt: boolean) => {
      const letzter = weitere > 0 ? plusTage(beginn, weitere) : beginn;
      if (letzter < tage[0]! || tage.at(-1)! < beginn) return [];
      return tage
        .filter((tag) => beginn <= tag && tag <= letzter)
        .map((tag) => ({
          tag,
          von: tag === beginn ? reihe.von : undefined,
          angebot,
          reihe,
          abgesagt,
        }));
    };
    return [
      ...reihe.tage.flatMap((tag) => amTag(tag, false)),
      ...reihe.ausfall.flatMap((tag) => amTag(tag, true)),
    ];
  });
}

/** On how many days after its first it still goes on. */
function weitereTage({ ende }: Reihe): number {
  if (!ende) return 0;
  return ende.zeit > MORGEN ? ende.tage : Math.max(0, ende.tage - 1);
}

/** Minutes of the day; those without a time come first. */
function uhrzeit({ von = '00:00' }: Vorkommen): number {
  const [stunde = 0, minute = 0] = von.split(':').map(Number);
  return stunde * 60 + minute;
}

function toTermin(kontext: Kontext, { von, angebot, reihe, abgesagt }: Vorkommen): WochenTermin {
  const { t } = kontext;
  const { titel, href, ort } = toAngebotKarte(kontext, angebot);
  const { ende } = reihe;
  const name =
    reihe.feld === 'kurs' ? { ...titel, text: t('kalender.beginn', { titel: titel.text }) } : titel;
  return {
    ...(von && { zeit: formatZeitraum({ von, ...(ende && bisAmTag(ende)) }, kontext) }),
    titel: { ...name, href },
    ort,
    hinweise: [
      ...(angebot.status === 'voll' ? [{ text: t('status.voll') }] : []),
      ...bemerkungenZu(kontext, angebot, reihe),
    ],
    abgesagt,
  };
}

/** The end, where it is on the same day. */
function bisAmTag({ tage, zeit }: NonNullable<Reihe['ende']>): { bis?: string } {
  if (tage === 0) return { bis: zeit };
  return tage === 1 && zeit === '00:00' ? { bis: '24:00' } : {};
}

/** The dates of an offer as readers read them. */
import type { Angebot } from '../domain/angebot.ts';
import { frueher, plusTage, wochentag } from '../domain/datum.ts';
import { type Reihe, reiheAusTermin } from '../domain/reihen.ts';
import { type Wiederholung, wiederholungstage } from '../domain/wiederholung.ts';
import { WOCHENTAGE, type Zeit } from '../domain/zeiten.ts';
import { aufzaehlung, datumsformat } from '../i18n/intl.ts';
import { formatDatum, type Kontext } from './kontext.ts';
import { formatZeitraum, toZeitZeile } from './zeit-zeilen.ts';

type Termin = NonNullable<Angebot['termine']>[number];

/** So many days of a series that has no words are listed. */
const NAECHSTE = 5;
/** Of a series without an end. */
const VORAUS_TAGE = 3 * 366;

/** What is still to come or goes on, one text for each date or series, the cancelled ones marked; nothing that begins after the offer ends. */
export function terminZeilen(
  kontext: Kontext,
  { termine = [], gueltig_bis }: Pick<Angebot, 'termine' | 'gueltig_bis'>,
): string[] {
  const von = kontext.katalog.stichtag;
  return termine.flatMap((termin, index) => {
    // A single date is told however far ahead it is.
    const weit =
      termin.rrule === undefined ? termin.start.slice(0, 10) : plusTage(von, VORAUS_TAGE);
    const reihe = reiheAusTermin(termin, index, { von, bis: frueher(weit, gueltig_bis) });
    if (reihe.tage.length + reihe.ausfall.length === 0) return [];
    if (reihe.regel) return [reihenText(kontext, termin, reihe.regel, reihe, gueltig_bis)];
    const text = terminText(termin, kontext.sprache);
    return [reihe.ausfall.length > 0 ? kontext.t('kalender.faellt-aus', { was: text }) : text];
  });
}

/** „Samstag, 5. Dezember 2026, 15:00–18:00“. */
function terminText({ start, ende }: Termin, sprache: string): string {
  const format = datumsformat(sprache, { dateStyle: 'full', timeStyle: 'short' });
  const von = new Date(`${start}:00Z`);
  return ende ? format.formatRange(von, new Date(`${ende}:00Z`)) : format.format(von);
}

/** „jeden letzten Freitag im Monat 18:00–21:00 Uhr (bis 25. Juni 2027)“. */
function reihenText(
  kontext: Kontext,
  { start, ende }: Termin,
  regel: Wiederholung,
  kommende: Pick<Reihe, 'tage' | 'ausfall'>,
  gueltig_bis: string | undefined,
): string {
  const { katalog, sprache, t } = kontext;
  const [tag = '', von = ''] = start.split('T');
  const bis = ende?.startsWith(tag) ? ende.slice(11) : undefined;
  const ihrLetzter =
    regel.until ??
    (regel.count ? wiederholungstage(regel, tag, tag, '2199-12-31').at(-1) : undefined);
  const letzter = frueher(ihrLetzter, gueltig_bis);
  const zeit: Zeit = {
    ...rhythmusVon(regel, tag),
    von,
    ...(bis && { bis }),
    ...(tag > katalog.stichtag && { gueltig_ab: tag }),
    ...(letzter && { gueltig_bis: letzter }),
  };
  const zeile = toZeitZeile(kontext, zeit);
  const tage = kommende.tage.slice(0, NAECHSTE);
  const abgesagt = kommende.ausfall;
  const mitZeit = (text: string) => `${text} ${formatZeitraum(zeit, kontext)}`;
  if (!zeit.tage && tage.length === 0)
    return t('kalender.faellt-aus', { was: mitZeit(formatTage(abgesagt, sprache)) });
  const worte = zeit.tage
    ? [zeile.tage, zeile.zeit, zeile.zusatz && `(${zeile.zusatz})`].filter(Boolean).join(' ')
    : mitZeit(t('kalender.naechste', { tage: formatTage(tage, sprache) }));
  return abgesagt.length > 0
    ? `${worte} – ${t('kalender.faellt-aus-am', { tage: formatTage(abgesagt, sprache) })}`
    : worte;
}

function formatTage(tage: readonly string[], sprache: string): string {
  return aufzaehlung(
    tage.map((tag) => formatDatum(tag, sprache)),
    sprache,
  );
}

/** A rule in the words there are for opening hours; empty where there are none for it. */
function rhythmusVon(regel: Wiederholung, start: string): Pick<Zeit, 'tage' | 'rhythmus'> {
  const { freq, interval, byday, bymonthday, bymonth } = regel;
  if (bymonth.length > 0 || bymonthday.length > 0) return {};
  const nummern = byday.length > 0 ? byday : freq === 'WEEKLY' ? [{ tag: wochentag(start) }] : [];
  const tage = [...new Set(nummern.map(({ tag }) => WOCHENTAGE[tag]!))];
  if (freq === 'DAILY' && interval === 1) return { tage: tage.length > 0 ? tage : [...WOCHENTAGE] };
  if (freq === 'WEEKLY' && interval <= 2)
    return { tage, ...(interval === 2 && { rhythmus: ['zweiwoechentlich'] }) };
  // „Every first Monday“ has words, „the first Monday and the second Tuesday“ has not.
  if (freq !== 'MONTHLY' || interval > 1 || tage.length !== 1) return {};
  const rhythmus = byday.map(({ nr }) => RHYTHMUS[nr ?? 0]);
  return rhythmus.every((wort) => wort !== undefined) ? { tage, rhythmus } : {};
}

const RHYTHMUS: Record<number, NonNullable<Zeit['rhythmus']>[number]> = {
  1: 'monatlich-1',
  2: 'monatlich-2',
  3: 'monatlich-3',
  4: 'monatlich-4',
  [-1]: 'monatlich-letzte',
};

/** How long a check counts: until when an offer is fresh, and from when on it is too old to be listed. */
import type { Angebot } from './angebot.ts';
import { plusTage } from './datum.ts';

/** So many days before its check runs out an offer is due. */
export const VORLAUF_TAGE = 30;

/** After so many review intervals an offer is too old to be listed, where a Kreis says nothing else. */
export const ARCHIV_NACH = 2;

/** What is to be done about an offer, the most urgent first. */
const ZUSTAENDE = ['ohne-datum', 'ueberfaellig', 'faellig', 'aktuell'] as const;
export type Zustand = (typeof ZUSTAENDE)[number];

export interface Stand {
  zustand: Zustand;
  /** Last day on which the check counts; missing where nobody knows when it was. */
  geprueftBis?: string;
  /** First day on which the check is too old for the offer to be listed; missing where it ends before. */
  sehrAltAb?: string;
  /** Why the offer stays listed even then: the Kreis has no archive, or somebody may need it at once. */
  bleibt?: 'nie' | 'schutz';
}

/** What the age of an offer is measured by. */
export interface Fristen {
  /** Days, of its Angebotsart. */
  pruefintervall: number;
  /** Of the portal: so many intervals make it too old. */
  archivNach: number | 'nie';
  /** Somebody in danger may need it: a dead number is bad, but a missing shelter is worse. */
  schutz: boolean;
  /** `YYYY-MM-DD` */
  stichtag: string;
}

/** How an offer stands on a day. */
export function toStand(
  { geprueft_am, gueltig_bis }: Pick<Angebot, 'geprueft_am' | 'gueltig_bis'>,
  fristen: Fristen,
): Stand {
  const { pruefintervall, archivNach, schutz, stichtag } = fristen;
  const bleibt = schutz ? 'schutz' : archivNach === 'nie' ? 'nie' : undefined;
  if (geprueft_am === 'unbekannt') return { zustand: 'ohne-datum', ...(bleibt && { bleibt }) };
  const geprueftBis = plusTage(geprueft_am, pruefintervall);
  const faktor = archivNach === 'nie' ? ARCHIV_NACH : archivNach;
  const sehrAltAb = plusTage(geprueft_am, Math.round(pruefintervall * faktor) + 1);
  const endetVorher = gueltig_bis !== undefined && gueltig_bis < sehrAltAb;
  return {
    zustand: isVeraltet({ geprueft_am }, pruefintervall, stichtag)
      ? 'ueberfaellig'
      : geprueftBis <= plusTage(stichtag, VORLAUF_TAGE)
        ? 'faellig'
        : 'aktuell',
    geprueftBis,
    ...(!endetVorher && { sehrAltAb }),
    ...(bleibt && { bleibt }),
  };
}

/** True where nobody knows when somebody looked at it last, or that is longer ago than it should be. */
export function isVeraltet(
  { geprueft_am }: Pick<Angebot, 'geprueft_am'>,
  pruefintervallTage: number,
  stichtag: string,
): boolean {
  return geprueft_am === 'unbekannt' || plusTage(geprueft_am, pruefintervallTage) < stichtag;
}

/** True from the day on which nobody has checked the offer for so long that it may be gone. */
export function isSehrAlt({ sehrAltAb }: Stand, stichtag: string): boolean {
  return sehrAltAb !== undefined && sehrAltAb <= stichtag;
}

/** True where the offer is in the archive: neither listed nor found. */
export function isArchiviert(stand: Stand, stichtag: string): boolean {
  return isSehrAlt(stand, stichtag) && !stand.bleibt;
}

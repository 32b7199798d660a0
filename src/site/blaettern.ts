/** Long lists, cut into pages: each is there at once on a slow line, and none needs a script. */
import type { Beschriftung } from './kontext.ts';

/** Lists of cards, and lists with a line for each entry. So a page stays below its budget (`scripts/lib/bau/seitengewicht`). */
export const KARTEN_JE_SEITE = 50;
export const ZEILEN_JE_SEITE = 200;

/** Where somebody is in a list of several pages. */
export interface Blaettern {
  nr: number;
  /** Addresses of all pages, from the first. */
  seiten: readonly string[];
}

/** How many pages a list has, at least one. */
export function seitenzahl(anzahl: number, jeSeite: number): number {
  return Math.max(1, Math.ceil(anzahl / jeSeite));
}

/** The entries of a page. @param nr from 1 */
export function aufSeite<T>(alle: readonly T[], nr: number, jeSeite: number): T[] {
  return alle.slice((nr - 1) * jeSeite, nr * jeSeite);
}

/** All pages of a list but the first, which has the address of the list. */
export function weitereSeiten(anzahl: number, jeSeite: number): number[] {
  return Array.from({ length: seitenzahl(anzahl, jeSeite) - 1 }, (_, i) => i + 2);
}

/** @param adresse of a page, from 1 @returns undefined for a list of one page */
export function toBlaettern(
  adresse: (nr: number) => string,
  nr: number,
  seiten: number,
): Blaettern | undefined {
  if (seiten === 1) return undefined;
  return { nr, seiten: Array.from({ length: seiten }, (_, i) => adresse(i + 1)) };
}

/** The title of a page in tabs and bookmarks, where no two may look alike: „Beratung (2/17)“. */
export function titelMitNr(titel: Beschriftung, { nr, seiten }: Blaettern): Beschriftung {
  return { ...titel, text: `${titel.text} (${nr}/${seiten.length})` };
}

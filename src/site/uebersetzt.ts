/** Texts of offers and pages in the page's language, where somebody has translated them. */
import type { Uebersetzung } from '../domain/uebersetzung.ts';
import { type Beschriftung, deutsch, type Kontext } from './kontext.ts';

interface Uebersetzbar {
  uebersetzungen: ReadonlyMap<string, Uebersetzung>;
}

/** A text as a page shows it. */
export interface Uebersetzt extends Beschriftung {
  /** The German text, where it is newer than the translation shown. */
  neuer?: string;
}

/**
 * A field in the page's language, else in German and marked as such.
 * @param feld as `textfelder` names it
 * @param original the German text
 */
export function uebersetzt(
  { sprache }: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
  feld: string,
  original: string,
): Uebersetzt {
  const uebersetzung = eintrag.uebersetzungen.get(sprache)?.felder.get(feld);
  if (!uebersetzung) return deutsch(sprache, original);
  return { text: uebersetzung.text, ...(uebersetzung.veraltet && { neuer: original }) };
}

/** A short remark: translated, and behind it the German where that is newer; empty where there is none. */
export function bemerkung(
  { sprache }: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
  feld: string,
  original: string | undefined,
): Beschriftung[] {
  if (original === undefined) return [];
  const { neuer, ...text } = uebersetzt({ sprache }, eintrag, feld, original);
  return neuer === undefined ? [text] : [text, deutsch(sprache, neuer)];
}

/** True where the page shows a translation that nobody has read. */
export function isUngeprueft(
  { sprache }: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
): boolean {
  return eintrag.uebersetzungen.get(sprache)?.geprueft === false;
}

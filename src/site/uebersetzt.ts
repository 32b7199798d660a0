/** Texts of offers and pages in the page's language, where somebody has translated them. */
import type { Uebersetzung } from '../domain/uebersetzung.ts';
import { type Beschriftung, deutsch, type Kontext } from './kontext.ts';

/** `116 016` in an Arabic line: without isolates its two groups change places. */
function mitNummern(text: string): string {
  return text.replace(/\d[\d/-]*(?: [\d/-]+)+/g, '\u2066$&\u2069');
}

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
  return {
    text: feld === 'text' ? uebersetzung.text : mitNummern(uebersetzung.text),
    ...(uebersetzung.veraltet && { neuer: original }),
  };
}

/** The translation of a field, where the German has not changed since. */
export function geltende(
  { sprache }: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
  feld: string,
): string | undefined {
  const uebersetzung = eintrag.uebersetzungen.get(sprache)?.felder.get(feld);
  return uebersetzung?.veraltet ? undefined : uebersetzung?.text;
}

/**
 * A name, a remark, a line: in the page's language where its translation still holds, else in German. Two versions of „Monday“ side by side
 * would only leave the reader to guess.
 */
export function kurzesFeld(
  kontext: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
  feld: string,
  original: string,
): Beschriftung {
  const { neuer, ...text } = uebersetzt(kontext, eintrag, feld, original);
  return neuer === undefined ? text : deutsch(kontext.sprache, neuer);
}

/** A remark that may be missing. */
export function bemerkung(
  kontext: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
  feld: string,
  original: string | undefined,
): Beschriftung[] {
  return original === undefined ? [] : [kurzesFeld(kontext, eintrag, feld, original)];
}

/** By whom the translation is that a page shows and nobody has read; undefined where there is none, or somebody has. */
export function ungelesen(
  { sprache }: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
): Uebersetzung['art'] | undefined {
  const uebersetzung = eintrag.uebersetzungen.get(sprache);
  return uebersetzung?.geprueft === false ? uebersetzung.art : undefined;
}

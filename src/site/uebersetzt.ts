/** Texts of offers and pages in the page's language, where somebody has translated them. */
import type { Uebersetzung } from '../domain/uebersetzung.ts';
import { richtung } from '../i18n/sprachen.ts';
import { type Beschriftung, deutsch, type Kontext, mitIsoliertenNummern } from './kontext.ts';

/** A text in the page's language, its numbers in the order in which they are dialled. */
export function mitNummern({ sprache }: Pick<Kontext, 'sprache'>, text: string): string {
  return richtung(sprache) === 'rtl' ? mitIsoliertenNummern(text) : text;
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
  kontext: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
  feld: string,
  original: string,
): Uebersetzt {
  const uebersetzung = eintrag.uebersetzungen.get(kontext.sprache)?.felder.get(feld);
  if (!uebersetzung) return deutsch(kontext.sprache, original);
  return {
    text: lesbar(kontext, feld, uebersetzung.text),
    ...(uebersetzung.veraltet && { neuer: original }),
  };
}

/** Markdown isolates its numbers when it is rendered. */
function lesbar(kontext: Pick<Kontext, 'sprache'>, feld: string, text: string): string {
  return feld === 'text' ? text : mitNummern(kontext, text);
}

/** The translation of a field, where the German has not changed since. */
export function geltende(
  kontext: Pick<Kontext, 'sprache'>,
  eintrag: Uebersetzbar,
  feld: string,
): string | undefined {
  const uebersetzung = eintrag.uebersetzungen.get(kontext.sprache)?.felder.get(feld);
  return uebersetzung && !uebersetzung.veraltet
    ? lesbar(kontext, feld, uebersetzung.text)
    : undefined;
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

/** Which parts a search asks for first: what its words alone tell, before any of it is loaded. */
import { woerter } from '../suche/analyse/falten.ts';
import { formen, stamm } from '../suche/analyse/stamm.ts';
import type { Teilebezug } from '../suche/suchtabelle.ts';
import { zeichen } from '../suche/zeichen.ts';
import { MIN_ANGEFANGEN } from './lesen.ts';
import { teileAb, teilMit } from './nachschlagen.ts';

/**
 * @param grenzen where parts begin
 * @param text what was typed
 * @returns names of parts, without what ends them, see `Teil`: those that `deuten` and `Volltext.ahnen` load for it, and for phrases
 *   that ask for no town a few more
 */
export function ersteTeile(
  grenzen: Pick<Teilebezug, 'woerter' | 'zeichen'>,
  text: string,
): Set<string> {
  // Without offers nothing is searched.
  if (grenzen.zeichen.length === 0) return new Set();
  const worte = woerter(text);
  // It may not be finished.
  const letztes = worte.slice(-1).filter((wort) => wort.length >= MIN_ANGEFANGEN);
  return new Set([
    ...worte.flatMap(formen).map((form) => `w${teilMit(grenzen.woerter, form)}`),
    ...letztes.flatMap((wort) => teileAb(grenzen.woerter, wort)).map((nr) => `w${nr}`),
    ...worte.map((wort) => `z${teilMit(grenzen.zeichen, zeichen.form(stamm(wort)))}`),
  ]);
}

/** Whether what somebody searches tells that they may be in danger, by what it finds. */

/**
 * Whether words lead to offers about violence, or others that are protected. Who asks for that may be in danger, whatever words they
 * have for it. `vielleicht`: such an offer is among others, as for „wohnen“.
 */
export type Heikel = 'ja' | 'vielleicht' | 'nein';

/** So many hits tell what a search is about, and only those that fit about as well as the best. */
const ERSTE = 3;
const ETWA_SO_GUT = 2 / 3;

/** @param treffer as they are shown, each with how well it fits the words */
export function wieHeikel(
  treffer: readonly { row: number; wert: number }[],
  istGeschuetzt: (row: number) => boolean,
): Heikel {
  const genug = ETWA_SO_GUT * treffer.reduce((bisher, { wert }) => Math.max(bisher, wert), 0);
  const geschuetzt = treffer
    .slice(0, ERSTE)
    // „Wohnung“ in a town finds places to live there first, and a shelter far behind them.
    .map(({ row, wert }) => wert >= genug && istGeschuetzt(row));
  if (geschuetzt[0] || geschuetzt.filter(Boolean).length > 1) return 'ja';
  return geschuetzt.includes(true) ? 'vielleicht' : 'nein';
}

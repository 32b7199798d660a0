/** Chance that is the same in every run. */

/**
 * Numbers from 0 up to 1, the same for the same seed (mulberry32).
 * @param samen seed, a whole number
 */
export function createZufall(samen: number): () => number {
  let stand = samen;
  return () => {
    stand = (stand + 0x6d2b79f5) | 0;
    let wert = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    wert = (wert + Math.imul(wert ^ (wert >>> 7), 61 | wert)) ^ wert;
    return ((wert ^ (wert >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A draw from that chance. */
export interface Los {
  /** True so often: 0.3 in three of ten cases. */
  trifft(anteil: number): boolean;
  /** A whole number, both ends included. */
  zahl(von: number, bis: number): number;
  eines<T>(aus: readonly T[]): T;
  /** So many different ones, in the order they have. */
  einige<T>(aus: readonly T[], anzahl: number): T[];
}

/**
 * All draws follow from the seed, one after the other: one more in between changes all that come after it.
 * @param samen seed, a whole number
 */
export function createLos(samen: number): Los {
  const zufall = createZufall(samen);
  const zahl = (von: number, bis: number) => von + Math.floor(zufall() * (bis - von + 1));
  return {
    zahl,
    trifft: (anteil) => zufall() < anteil,
    eines: (aus) => aus[zahl(0, aus.length - 1)]!,
    einige(aus, anzahl) {
      const uebrige = aus.map((_, i) => i);
      while (uebrige.length > anzahl) uebrige.splice(zahl(0, uebrige.length - 1), 1);
      return uebrige.map((i) => aus[i]!);
    },
  };
}

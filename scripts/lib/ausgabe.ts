/** The files of a portal, and where each of them lies: while it is built, those that nothing has changed still lie in the last one. */
import { join } from 'node:path';
import { listPfade } from './dateiliste.ts';

export interface Ausgabe {
  /** The folder of the portal; while it is built, of what is new in it. */
  ordner: string;
  /** What it keeps of the last one, from its root; none of it lies in `ordner`, too. */
  bleibt?: { ordner: string; dateien: ReadonlySet<string> } | undefined;
}

/**
 * Where a file is read.
 * @param pfad from the root of the portal
 */
export function ortVon({ ordner, bleibt }: Ausgabe, pfad: string): string {
  return join(bleibt?.dateien.has(pfad) ? bleibt.ordner : ordner, pfad);
}

/** All files of the portal, from its root, sorted. */
export function dateienVon({ ordner, bleibt }: Ausgabe): string[] {
  const neue = listPfade(ordner);
  return bleibt ? [...neue, ...bleibt.dateien].sort() : neue;
}

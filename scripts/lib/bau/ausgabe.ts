/** The files of a portal, and where each of them lies: while it is built, those that nothing has changed still lie in the last one. */
import { join } from 'node:path';
import { listPfade } from '../dateiliste.ts';

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

/**
 * All files of the portal, from its root, sorted.
 * @throws where one is both new and kept: nobody could say which of them was looked at
 */
export function dateienVon({ ordner, bleibt }: Ausgabe): string[] {
  const neue = listPfade(ordner);
  if (!bleibt) return neue;
  const doppelt = neue.find((pfad) => bleibt.dateien.has(pfad));
  if (doppelt !== undefined) throw new Error(`„${doppelt}“ wurde geschrieben, obwohl es bleibt.`);
  return [...neue, ...bleibt.dateien].sort();
}

/** Compressed copies of files, beside them: servers send them as they are, and compress nothing while somebody waits. */
import { inWorkern } from '../../src/bau/in-workern.ts';
import type { Summen } from './pruefsummen.ts';

/** Files; fewer are done before another thread has started. */
const JE_WORKER = 500;

export interface Auftrag {
  ordner: string;
  /** From the root of the folder. */
  pfade: readonly string[];
  /** Whether copies are made, or only sums. */
  kopien: boolean;
}

export interface Komprimiert {
  /** How many files have copies. */
  dateien: number;
  /** Of these files, and of their copies that most browsers get. */
  bytes: number;
  brBytes: number;
}

/** Of a part of the files. */
export type Teil = Komprimiert & { summen: Summen };

/**
 * Writes `<file>.gz` and `<file>.br` beside each file that gains by it; the same file gives the same bytes.
 * @returns what it came to, and the checksums of all files and copies
 */
export async function komprimiere(auftrag: Auftrag): Promise<Teil> {
  const teile = await inWorkern<Teil>(new URL('./komprimiere-lauf.ts', import.meta.url), auftrag, {
    anzahl: auftrag.pfade.length,
    jeWorker: JE_WORKER,
  });
  const summe = (feld: keyof Komprimiert) => teile.reduce((bisher, teil) => bisher + teil[feld], 0);
  return {
    dateien: summe('dateien'),
    bytes: summe('bytes'),
    brBytes: summe('brBytes'),
    summen: new Map(teile.flatMap(({ summen }) => [...summen])),
  };
}

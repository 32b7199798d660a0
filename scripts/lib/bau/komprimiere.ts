/** Compressed copies of files, beside them: servers send them as they are, and compress nothing while somebody waits. */
import { inWorkern } from '../../../src/bau/in-workern.ts';
import type { Stand } from '../../../src/bau/uebernahme.ts';
import type { Ausgabe } from './ausgabe.ts';
import type { Summen } from '../pruefsummen.ts';

/** Files; fewer are done before another worker has started. */
const JE_WORKER = 500;

export interface Auftrag {
  ausgabe: Ausgabe;
  /** From its root. */
  pfade: readonly string[];
  /** The last portal, where there is one. */
  stand?: Stand | undefined;
  /** Files that are the same there. */
  gleiche: ReadonlySet<string>;
}

export interface Komprimiert {
  /** How many files have copies. */
  dateien: number;
  /** Of these files, and of their copies that most browsers get. */
  bytes: number;
  brBytes: number;
  /** Of the copies. */
  summen: Summen;
  /** Those that stay as they are in the last portal. */
  behalten: Set<string>;
}

/**
 * Writes `<file>.gz` and `<file>.br` beside each file that gains by it; the same file gives the same bytes. Where it is known that it is
 * the same, its copies in the last portal stay.
 */
export async function komprimiere(auftrag: Auftrag): Promise<Komprimiert> {
  const teile = await inWorkern<Komprimiert>(
    new URL('./komprimiere-lauf.ts', import.meta.url),
    auftrag,
    { anzahl: auftrag.pfade.length, jeWorker: JE_WORKER },
  );
  const summe = (feld: 'dateien' | 'bytes' | 'brBytes') =>
    teile.reduce((bisher, teil) => bisher + teil[feld], 0);
  return {
    dateien: summe('dateien'),
    bytes: summe('bytes'),
    brBytes: summe('brBytes'),
    summen: new Map(teile.flatMap(({ summen }) => [...summen])),
    behalten: new Set(teile.flatMap(({ behalten }) => [...behalten])),
  };
}

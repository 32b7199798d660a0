/** Writes the open data in a process of its own: they take long, and need nothing that others make. */
import { inWorkern } from '../../src/bau/in-workern.ts';
import type { Verlauf } from '../../src/katalog/verlauf.ts';
import type { Summen } from './pruefsummen.ts';

export interface Auftrag {
  /** Where the portal is built. */
  ordner: string;
  /** File of the Katalog, see `katalog/weitergabe`. */
  katalog: string;
  verlauf: Verlauf;
}

/** @returns the checksums of all of them, the page about them left out */
export async function schreibeOffeneDaten(auftrag: Auftrag): Promise<Summen> {
  const lauf = new URL('./offene-daten-lauf.ts', import.meta.url);
  const teile = await inWorkern<Summen>(lauf, auftrag, { anzahl: 1, jeWorker: 1 });
  return new Map(teile.flatMap((summen) => [...summen]));
}

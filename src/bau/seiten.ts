/** Makes the pages of a portal by the program that Astro has bundled (`programm`): on all processors, each page by itself. */
import { inWorkern } from './in-workern.ts';

const LAUF = new URL('./seiten-lauf.ts', import.meta.url);

export interface Auftrag {
  /** Where the portal is built. */
  ordner: string;
  /** Folder of the program. */
  programm: string;
  /** File of the Katalog, see `katalog/weitergabe`. */
  katalog: string;
}

/**
 * @param anzahl of pages, roughly: a few are made before another thread has started
 * @throws what a page throws, and where two pages have the same address
 */
export async function macheSeiten(auftrag: Auftrag, anzahl: number): Promise<void> {
  await inWorkern(LAUF, auftrag, { anzahl, jeWorker: 500 });
}

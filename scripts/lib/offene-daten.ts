/** Writes the open data while others need no processor: of many offers in a process of its own, for nothing else that is made needs them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkern } from '../../src/bau/in-workern.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import type { Verlauf } from '../../src/katalog/verlauf.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';
import { type Summen, summenVon } from './pruefsummen.ts';
import { schreibeStuecke } from './schreibe-datei.ts';

export interface Auftrag {
  /** Where the portal is built. */
  ordner: string;
  /** File of the Katalog, see `katalog/weitergabe`. */
  katalog: string;
  verlauf: Verlauf;
}

/** Offers; with fewer, starting a process takes longer than it saves. */
const AB = 500;

/**
 * @param katalog the same as in the file
 * @returns the checksums of all of them, the page about them left out
 */
export async function schreibeOffeneDaten(auftrag: Auftrag, katalog: Katalog): Promise<Summen> {
  if (katalog.angebote.size < AB)
    return schreibeHier(auftrag.ordner, toOffeneDaten(katalog, auftrag.verlauf));
  const lauf = new URL('./offene-daten-lauf.ts', import.meta.url);
  const [summen] = await inWorkern<Summen>(lauf, auftrag, { anzahl: 1, jeWorker: 1 });
  return summen!;
}

/** In this process. @returns their checksums */
export async function schreibeHier(
  ordner: string,
  daten: ReturnType<typeof toOffeneDaten>,
): Promise<Summen> {
  for (const { stuecke } of daten) await schreibeStuecke(ordner, stuecke());
  const pfade = daten.flatMap(({ pfade }) => pfade);
  // Whether one is missing, the gate tells.
  return summenVon(
    ordner,
    pfade.filter((pfad) => existsSync(join(ordner, pfad))),
  );
}

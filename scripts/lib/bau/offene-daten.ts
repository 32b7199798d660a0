/** Writes the open data while others need no processor: of many offers in a process of its own, for nothing else that is made needs them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkern } from '../../../src/bau/in-workern.ts';
import { istNoch, type Stand } from '../../../src/bau/uebernahme.ts';
import type { Katalog } from '../../../src/katalog/katalog.ts';
import type { Verlauf } from '../../../src/katalog/verlauf.ts';
import { toOffeneDaten } from '../../../src/site/offene-daten.ts';
import { sha256, type Summen, summenVon } from '../pruefsummen.ts';
import { schreibeStuecke } from '../schreibe-datei.ts';

export interface Auftrag extends Ort {
  /** File of the Katalog, see `katalog/weitergabe`. */
  katalog: string;
  verlauf: Verlauf;
}

export interface Ort {
  /** Where the portal is built. */
  ordner: string;
  /** The last one. */
  stand?: Stand | undefined;
}

export interface Geschrieben {
  /** Of all of them, the page about them left out. */
  summen: Summen;
  /** Those that stay as they are in the last portal. */
  behalten: Set<string>;
}

/** Offers; with fewer, starting a process takes longer than it saves. */
const AB = 500;

/** @param katalog the same as in the file */
export async function schreibeOffeneDaten(
  auftrag: Auftrag,
  katalog: Katalog,
): Promise<Geschrieben> {
  if (katalog.angebote.size < AB)
    return schreibeHier(auftrag, toOffeneDaten(katalog, auftrag.verlauf));
  const lauf = new URL('./offene-daten-lauf.ts', import.meta.url);
  const [geschrieben] = await inWorkern<Geschrieben>(lauf, auftrag, { anzahl: 1, jeWorker: 1 });
  return geschrieben!;
}

/** In this process. */
export async function schreibeHier(
  { ordner, stand }: Ort,
  daten: ReturnType<typeof toOffeneDaten>,
): Promise<Geschrieben> {
  const behalten: Summen = new Map();
  // Creating a file takes longer than seeing that it is there.
  const istDa = (pfad: string, text: string) => {
    const summe = sha256(text);
    const ist = istNoch(stand, pfad, summe);
    if (ist) behalten.set(pfad, summe);
    return ist;
  };
  for (const { stuecke } of daten) await schreibeStuecke(ordner, stuecke(), istDa);
  const pfade = daten.flatMap(({ pfade }) => pfade).filter((pfad) => !behalten.has(pfad));
  // Whether one is missing, the gate tells.
  const neue = summenVon(
    ordner,
    pfade.filter((pfad) => existsSync(join(ordner, pfad))),
  );
  return { summen: new Map([...neue, ...behalten]), behalten: new Set(behalten.keys()) };
}

/**
 * Makes the pages of a portal by the program that Astro has bundled (`programm`): on all processors, those of one offer together.
 * Pages that say what decides them (`cacheKey` of `getStaticPaths`) are taken over from the last portal, where that is the same.
 */
import { inWorkern } from './in-workern.ts';
import type { Schluessel, Vorher } from './uebernahme.ts';

const LAUF = new URL('./seiten-lauf.ts', import.meta.url);

export interface Auftrag {
  /** Where the portal is built. */
  ordner: string;
  /** Folder of the program. */
  programm: string;
  /** File of the Katalog, see `katalog/weitergabe`. */
  katalog: string;
  /** The last portal, made by the same program. */
  vorher?: Vorher | undefined;
}

/** The pages of a portal, by their path from its root. */
export interface Gemacht {
  /** Of those that say what decides them. */
  schluessel: Schluessel;
  /** SHA-256 of each, hexadecimal. */
  summen: Map<string, string>;
  /** Those that stay as they are in the last portal. */
  behalten: Set<string>;
}

/** What one worker is told. */
export interface Teilauftrag extends Auftrag {
  /** Where it has to make more pages than that, it makes none. */
  hoechstens?: number | undefined;
}

/** Pages that one worker has made before another one has read the Katalog and looked at what stays. */
const WENIGE = 2000;

export interface Umfang {
  /** Offers: with 176 in twelve languages, a second worker costs a processor what it saves the other. */
  anzahl: number;
  /** Most pages are probably as they are in the last portal. */
  wenigNeues?: boolean;
}

/**
 * @param abbruch ends it before all are made
 * @throws what a page throws, and where two pages have the same address
 */
export async function macheSeiten(
  auftrag: Auftrag,
  { anzahl, wenigNeues = false }: Umfang,
  abbruch?: AbortSignal,
): Promise<Gemacht> {
  const starte = <E>(einer: Teilauftrag, jeWorker: number) =>
    inWorkern<E>(LAUF, einer, { anzahl, jeWorker }, abbruch);
  if (wenigNeues) {
    const einer = { ...auftrag, hoechstens: WENIGE };
    const [alle] = await starte<Gemacht | undefined>(einer, anzahl);
    if (alle) return alle;
  }
  const teile = await starte<Gemacht>(auftrag, 500);
  return {
    schluessel: new Map(teile.flatMap(({ schluessel }) => [...schluessel])),
    summen: new Map(teile.flatMap(({ summen }) => [...summen])),
    behalten: new Set(teile.flatMap(({ behalten }) => [...behalten])),
  };
}

/**
 * Makes the pages of a portal by the program that Astro has bundled (`programm`): on all processors, those of one offer together.
 * Pages that say what decides them (`cacheKey` of `getStaticPaths`) are taken over from the last portal, where that is the same.
 */
import type { Ablage } from '../katalog/baeume.ts';
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
  /** Of syntax trees that an earlier run has made of its texts. */
  baeume?: Ablage | undefined;
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
  /** Where it has to make a larger part of all pages, it makes none. */
  hoechstens?: number | undefined;
}

/** Offers: with 176 in twelve languages, a second worker costs a processor what it saves the other. */
const JE_WORKER = 500;
const EINER = { anzahl: 1, jeWorker: 1 };
/** Of all pages: so many, one worker has made before another one has read the Katalog and looked at what stays. */
const WENIGE = 1 / 8;

export interface Umfang {
  /** Of offers. */
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
  // Those of few offers are made by one anyway.
  if (wenigNeues && anzahl > JE_WORKER) {
    const einer: Teilauftrag = { ...auftrag, hoechstens: WENIGE };
    const [alle] = await inWorkern<Gemacht | undefined>(LAUF, einer, EINER, abbruch);
    if (alle) return alle;
    abbruch?.throwIfAborted();
  }
  const umfang = { anzahl, jeWorker: JE_WORKER };
  const teile = await inWorkern<Gemacht>(LAUF, auftrag, umfang, abbruch);
  return {
    schluessel: new Map(teile.flatMap(({ schluessel }) => [...schluessel])),
    summen: new Map(teile.flatMap(({ summen }) => [...summen])),
    behalten: new Set(teile.flatMap(({ behalten }) => [...behalten])),
  };
}

/** What the Kreise of a Land contribute to its search: fetched from their portals, stored beside `land.yaml`, read with suspicion. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BEITRAG, type Beitrag, beitragSchema } from '../../../src/domain/beitrag.ts';
import type { Land, LandKreis } from '../../../src/domain/land.ts';
import { portalVon } from '../../../src/domain/portal.ts';
import { einwandGegenTexte, liesFremdeDatei } from '../../../src/katalog/fremde-datei.ts';
import { mehrzahl } from '../format-befunde.ts';
import { ladeDatei, userAgentVon } from '../links/abruf.ts';
import { schreibeAlle } from '../schreibe-datei.ts';
import { liegtIn } from '../bau/ziel.ts';

/** Some fifteen thousand offers with long texts. */
const MAX_BEITRAG_BYTES = 60_000_000;
/** Fewer may come and go as they like. */
const WENIGE = 10;

/** A German sentence says why there is nothing, or nothing usable. */
export type Gelesen = { beitrag: Beitrag } | { einwand: string };

const datenVon = (datei: string) => join(dirname(datei), 'daten');

/** Where the contribution of a Kreis is stored. @param datei `land.yaml` */
export function pfadVon(datei: string, { id }: LandKreis): string {
  return join(datenVon(datei), `${id}.json`);
}

/**
 * Where nothing may be built, for there lies what belongs to the Land: its folder, or what is in it where that is the
 * project's as well.
 * @param datei `land.yaml`
 */
export function orteVon(datei: string): string[] {
  return liegtIn('.', dirname(datei)) ? [datei, datenVon(datei)] : [dirname(datei)];
}

/** The stored contribution of a Kreis. */
export function liesBeitrag(datei: string, kreis: LandKreis): Gelesen {
  const pfad = pfadVon(datei, kreis);
  if (!existsSync(pfad)) return { einwand: `Die Datei ${pfad} fehlt.` };
  return parseBeitrag(kreis, readFileSync(pfad));
}

/** Reads what a portal publishes; all of it or nothing. */
function parseBeitrag(kreis: LandKreis, bytes: Uint8Array): Gelesen {
  return liesFremdeDatei(bytes, beitragSchema, (beitrag) => {
    const { portal, stand, woerter, angebote } = beitrag;
    if (portalVon(portal) !== portalVon(kreis))
      return {
        einwand: `Die Datei gehört zu einem anderen Portal (${portal.url}); in land.yaml steht ${kreis.url}.`,
      };
    const unsichtbar = einwandGegenTexte({
      stand,
      woerter,
      angebote: angebote.map(({ titel, ort }) => ({ titel, ort })),
    });
    return unsichtbar ? { einwand: unsichtbar } : { beitrag };
  });
}

export interface Auftrag {
  /** `land.yaml`. */
  datei: string;
  land: Land;
  /** Store it even where it looks like a mistake. */
  trotzdem: boolean;
  /** Names that end in `.test` lead to this machine. */
  testnetz: boolean;
}

/**
 * Fetches the contribution of a Kreis and stores it; what was stored before stays where that fails.
 * @returns a line to print, or why nothing was stored; both may quote the server
 */
export async function holeBeitrag(
  kreis: LandKreis,
  { datei, land, trotzdem, testnetz }: Auftrag,
): Promise<{ zeile: string } | { einwand: string }> {
  const adresse = new URL(BEITRAG, portalVon(kreis)).href;
  const userAgent = userAgentVon('Land', land);
  const geladen = await ladeDatei(adresse, { userAgent, testnetz, maxBytes: MAX_BEITRAG_BYTES });
  if ('grund' in geladen) return { einwand: `${geladen.grund} Gefragt wurde: ${adresse}` };
  const neu = parseBeitrag(kreis, geladen.bytes);
  if ('einwand' in neu) return neu;
  const alt = liesBeitrag(datei, kreis);
  const verdacht = 'beitrag' in alt && einwandGegen(alt.beitrag, neu.beitrag);
  if (verdacht && !trotzdem)
    return { einwand: `${verdacht} Ist es richtig so, noch einmal mit --trotzdem.` };
  try {
    schreibeAlle(new Map([[pfadVon(datei, kreis), JSON.stringify(neu.beitrag)]]));
  } catch (error) {
    return { einwand: (error as Error).message };
  }
  const { angebote, stand } = neu.beitrag;
  return { zeile: `${mehrzahl(angebote.length, 'Angebot', 'Angebote')}, Stand ${stand}` };
}

/** What is nearly always a mistake of the portal's. */
function einwandGegen(alt: Beitrag, neu: Beitrag): string | undefined {
  if (neu.stand < alt.stand)
    return `Der Stand (${neu.stand}) ist älter als der gespeicherte (${alt.stand}).`;
  if (alt.angebote.length >= WENIGE && neu.angebote.length * 2 < alt.angebote.length)
    return `Von ${alt.angebote.length} Angeboten blieben nur ${neu.angebote.length}.`;
  return undefined;
}

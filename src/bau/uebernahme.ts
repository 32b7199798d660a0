/** Files of the last portal that are those of the next one, too: where everything that decides them is the same. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides a file, by its path from the root of the portal. */
export type Schluessel = Map<string, string>;

/** A finished portal, as its build has left it; somebody may have changed it since. */
export interface Stand {
  ordner: string;
  /** SHA-256 of its files, hexadecimal, by their path from its root. */
  summen: ReadonlyMap<string, string>;
}

/** The last portal, where something is known of what decided its files. */
export interface Vorher extends Stand {
  schluessel: ReadonlyMap<string, string>;
}

/** @returns the SHA-256 of the file, hexadecimal; undefined where it has to be made: something else decides it now, or somebody has changed it */
export function uebernimm(
  vorher: Vorher | undefined,
  datei: string,
  schluessel: string,
): string | undefined {
  if (!vorher || vorher.schluessel.get(datei) !== schluessel) return undefined;
  const summe = vorher.summen.get(datei);
  return istNoch(vorher, datei, summe) ? summe : undefined;
}

/**
 * Whether a file of a portal is there and as its build has left it.
 * @param summe the SHA-256 that it must have
 */
export function istNoch(
  stand: Stand | undefined,
  datei: string,
  summe: string | undefined,
): boolean {
  if (summe === undefined || stand?.summen.get(datei) !== summe) return false;
  try {
    return hash('sha256', readFileSync(join(stand.ordner, datei))) === summe;
  } catch {
    return false;
  }
}

/** Files of the last portal that are those of the next one, too: where everything that decides them is the same. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides a file, by its path from the root of the portal. */
export type Schluessel = Map<string, string>;

export interface Vorher {
  ordner: string;
  /** By file: what decided it, and its SHA-256, hexadecimal, for somebody may have changed it since. */
  dateien: ReadonlyMap<string, { schluessel: string; summe: string | undefined }>;
}

/** @returns the SHA-256 of the file, hexadecimal; undefined where it has to be made: something else decides it now, or somebody has changed it */
export function uebernimm(
  vorher: Vorher | undefined,
  datei: string,
  schluessel: string,
): string | undefined {
  const alte = vorher?.dateien.get(datei);
  if (!vorher || alte?.schluessel !== schluessel) return undefined;
  return istNoch(vorher.ordner, datei, alte.summe) ? alte.summe : undefined;
}

/**
 * Whether a file of a portal is there and as it was.
 * @param summe its SHA-256, hexadecimal
 */
export function istNoch(ordner: string, datei: string, summe: string | undefined): boolean {
  try {
    return hash('sha256', readFileSync(join(ordner, datei))) === summe;
  } catch {
    return false;
  }
}

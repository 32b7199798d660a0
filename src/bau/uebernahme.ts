/** Files of the last portal that are those of the next one, too: where everything that decides them is the same. */
import { hash } from 'node:crypto';
import { linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides a file, by its path from the root of the portal. */
export type Schluessel = Map<string, string>;

export interface Vorher {
  ordner: string;
  /** By file: what decided it, and its SHA-256, hexadecimal, for somebody may have changed it since. */
  dateien: ReadonlyMap<string, { schluessel: string; summe: string | undefined }>;
}

/** @returns the SHA-256 of the file, hexadecimal; undefined where it has to be made: it is another one, or cannot be linked */
export function uebernimm(
  vorher: Vorher | undefined,
  ordner: string,
  datei: string,
  schluessel: string,
): string | undefined {
  const alte = vorher?.dateien.get(datei);
  if (!vorher || alte?.schluessel !== schluessel) return undefined;
  return verknuepfe(vorher.ordner, ordner, datei, alte.summe) ? alte.summe : undefined;
}

/**
 * Gives a file of one portal a second name in another, whose folder is there.
 * @param summe that it must have
 * @returns false where it is missing, somebody has changed it, or the disk cannot give a file two names
 */
export function verknuepfe(
  von: string,
  nach: string,
  datei: string,
  summe: string | undefined,
): boolean {
  try {
    if (hash('sha256', readFileSync(join(von, datei))) !== summe) return false;
    linkSync(join(von, datei), join(nach, datei));
    return true;
  } catch {
    return false;
  }
}

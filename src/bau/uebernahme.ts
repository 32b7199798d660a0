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

/**
 * Gives a file of the last portal a second name in the next one; its folder is there.
 * @returns false where it is another one, somebody has changed it, or the disk cannot give a file two names: then it has to be made
 */
export function uebernimm(
  vorher: Vorher | undefined,
  ordner: string,
  datei: string,
  schluessel: string,
): boolean {
  const alte = vorher?.dateien.get(datei);
  if (!vorher || alte?.schluessel !== schluessel) return false;
  try {
    const wo = join(vorher.ordner, datei);
    if (hash('sha256', readFileSync(wo)) !== alte.summe) return false;
    linkSync(wo, join(ordner, datei));
    return true;
  } catch {
    return false;
  }
}

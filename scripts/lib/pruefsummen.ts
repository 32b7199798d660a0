/** Checksums of all files of a built portal, in a file as `sha256sum` writes and reads it: whether a copy is whole. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPfade } from './dateiliste.ts';

/** Its name; it lies in the root of the portal, and servers do not hand it out. */
export const PRUEFSUMMEN = '.pruefsummen';

/** Hexadecimal, by path from the root of the portal. */
export type Summen = Map<string, string>;

/**
 * The checksums of the files of a folder.
 * @param pfade from its root; all files unless told
 */
export function summenVon(ordner: string, pfade: readonly string[] = listPfade(ordner)): Summen {
  return new Map(pfade.map((pfad) => [pfad, sha256(readFileSync(join(ordner, pfad)))]));
}

/** As they lie in a folder, sorted by path. */
export function formatPruefsummen(summen: ReadonlyMap<string, string>): string {
  return [...summen]
    .map(([pfad, summe]) => `${summe}  ${pfad}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

/** The checksums that lie in a folder; undefined where there are none. */
export function readPruefsummen(ordner: string): Summen | undefined {
  const datei = join(ordner, PRUEFSUMMEN);
  if (!existsSync(datei)) return undefined;
  return parsePruefsummen(readFileSync(datei, 'utf8'));
}

/** Reads what {@link formatPruefsummen} writes. */
export function parsePruefsummen(text: string): Summen {
  const zeilen = text.split('\n').slice(0, -1);
  return new Map(zeilen.map((zeile) => [zeile.slice(66), zeile.slice(0, 64)]));
}

/** @returns hexadecimal */
export function sha256(inhalt: Uint8Array | string): string {
  return hash('sha256', inhalt);
}

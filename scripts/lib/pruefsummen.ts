/** Checksums of all files of a built portal, in a file as `sha256sum` writes and reads it: whether a copy is whole. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { listFiles } from './pruefe-ausgabe.ts';

/** Its name; it lies in the root of the portal, and servers do not hand it out. */
export const PRUEFSUMMEN = '.pruefsummen';

/** The checksums of all files of a folder. */
export function formatPruefsummen(ordner: string): string {
  return listFiles(ordner)
    .map((datei) => `${sha256(datei)}  ${relative(ordner, datei).split(sep).join('/')}\n`)
    .join('');
}

/**
 * The checksums that lie in a folder.
 * @returns by path from the root of the portal; undefined where there are none
 */
export function readPruefsummen(ordner: string): Map<string, string> | undefined {
  const datei = join(ordner, PRUEFSUMMEN);
  if (!existsSync(datei)) return undefined;
  const zeilen = readFileSync(datei, 'utf8').split('\n').slice(0, -1);
  return new Map(zeilen.map((zeile) => [zeile.slice(66), zeile.slice(0, 64)]));
}

/** @returns hexadecimal */
export function sha256(datei: string): string {
  return createHash('sha256').update(readFileSync(datei)).digest('hex');
}

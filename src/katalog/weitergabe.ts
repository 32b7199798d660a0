/** A Katalog for other processes of the same build: reading it takes a hundredth of the time of reading and checking the content. */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Katalog } from './katalog.ts';

/** @param datei is written; only this version of Node reads it, so it is for nothing that lasts */
export function schreibeKatalog(datei: string, katalog: Katalog): void {
  writeFileSync(datei, serialize(katalog));
}

export function liesKatalog(datei: string): Katalog {
  return deserialize(readFileSync(datei)) as Katalog;
}

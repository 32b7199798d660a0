/**
 * The Katalog for whoever did not read it: for workers of the same build as a file, whose reading takes a hundredth of the time of
 * reading and checking the content; and within a process for the program that makes pages, which has copies of our modules of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Katalog } from './katalog.ts';

/** @param datei is written; only this version of Node reads it, so it is for nothing that lasts */
export function schreibeKatalog(datei: string, katalog: Katalog): void {
  writeFileSync(datei, serialize(katalog));
}

/**
 * @param datei as {@link schreibeKatalog} of the same version of Node wrote it
 * @throws where it is not there, or something else
 */
export function liesKatalog(datei: string): Katalog {
  return deserialize(readFileSync(datei)) as Katalog;
}

/** What pages are made of. */
export interface Uebergabe {
  katalog: Katalog;
  /** Somebody edits: what only a build makes is not there. */
  dev: boolean;
}

/** The one place that all copies of this module know. */
const UEBERGABE = Symbol.for('portal.uebergabe');
const global = globalThis as { [UEBERGABE]?: Uebergabe };

/** From now on, pages are made of this. */
export function uebergib(uebergabe: Uebergabe): void {
  global[UEBERGABE] = uebergabe;
}

/** What was handed over last; undefined where nobody has: Astro makes pages by itself. */
export function uebergebenes(): Uebergabe | undefined {
  return global[UEBERGABE];
}

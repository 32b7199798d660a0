/** What is kept between runs, so that the next one need not do it again: beside the packages, where nobody looks for what people wrote. */
import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Of a kind: for portals at other addresses, other contents and targets, and what was there before an attempt that is taken back. */
const BEHALTEN = 8;

/** @returns the path of what is kept; nothing is there yet */
export function ablageort(art: string, name: string): string {
  return resolve('node_modules/.cache', art, name);
}

/** Keeps something, whole or not at all, and removes what has not been used for longest. */
export function legeAb(ziel: string, bytes: Uint8Array): void {
  mkdirSync(dirname(ziel), { recursive: true });
  const neu = `${ziel}-${process.pid}`;
  writeFileSync(neu, bytes);
  renameSync(neu, ziel);
  raeumeAuf(dirname(ziel));
}

/** Says that something is in use. */
export function benutzt(ziel: string): void {
  const jetzt = new Date();
  utimesSync(ziel, jetzt, jetzt);
}

/** Removes what has not been used for longest. */
export function raeumeAuf(ordner: string): void {
  const alter = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const alle = readdirSync(ordner).map((name) => join(ordner, name));
  for (const path of alle.sort((a, b) => alter(b) - alter(a)).slice(BEHALTEN))
    rmSync(path, { recursive: true, force: true });
}

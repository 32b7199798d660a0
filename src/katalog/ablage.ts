/** What is kept between runs, so that the next one need not do it again: beside the packages, where nobody looks for what people wrote. */
import { hash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Of a kind: for portals at other addresses, other contents and targets, and what was there before an attempt that is taken back. */
const BEHALTEN = 8;
/** No run takes longer. */
const IN_GEBRAUCH_MS = 3_600_000;

/** @returns the path of what is kept; nothing is there yet */
export function ablageort(art: string, name: string): string {
  return resolve('node_modules/.cache', art, name);
}

/** @returns the path of what is kept of a folder */
export function ablageVon(art: string, ordner: string): string {
  return ablageort(art, hash('sha256', resolve(ordner)).slice(0, 12));
}

/** What is kept, and of which code: what other code made of the same is something else. */
interface Abgelegt<T> {
  code: string;
  inhalt: T;
}

/** @returns undefined where nothing is kept, or by other code, or what is kept is broken: then everything is made anew */
export function holeAb<T>(ort: string, code: string): T | undefined {
  try {
    const abgelegt = deserialize(readFileSync(ort)) as Abgelegt<T>;
    return abgelegt.code === code ? abgelegt.inhalt : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps something, whole or not at all, and removes what has not been used for long. Where that cannot be done, the next run does all of
 * its work again; this one has done its own.
 * @param code of everything that made it
 * @param inhalt plain data, Maps, Sets
 */
export function legeAb<T>(ziel: string, code: string, inhalt: T): void {
  const neu = `${ziel}-${process.pid}`;
  try {
    mkdirSync(dirname(ziel), { recursive: true });
    writeFileSync(neu, serialize({ code, inhalt } satisfies Abgelegt<T>));
    renameSync(neu, ziel);
    raeumeAuf(dirname(ziel));
  } catch (error) {
    console.warn(
      `Hinweis: Für das nächste Mal ließ sich nichts aufheben (${(error as Error).message}).`,
    );
  }
}

/** Says that something is in use, so that nobody removes it; where it belongs to somebody else, they say so. */
export function benutzt(ziel: string): void {
  const jetzt = new Date();
  try {
    utimesSync(ziel, jetzt, jetzt);
  } catch {
    return;
  }
}

/** Removes what has not been used for longest, but nothing that a run may be using now. */
export function raeumeAuf(ordner: string): void {
  const zuletzt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const alle = readdirSync(ordner)
    .map((name) => join(ordner, name))
    .map((path) => ({ path, zuletzt: zuletzt(path) }))
    .sort((a, b) => b.zuletzt - a.zuletzt);
  for (const { path } of alle
    .slice(BEHALTEN)
    .filter((eines) => eines.zuletzt < Date.now() - IN_GEBRAUCH_MS))
    rmSync(path, { recursive: true, force: true });
}

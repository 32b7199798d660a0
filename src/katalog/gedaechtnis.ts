/**
 * What files said when they were last read: whoever reads a folder again parses only what has changed. Files are
 * compared by the hash of their bytes, for times of files lie.
 */
import { hash } from 'node:crypto';
import { ablageVon, holeAb, legeAb } from './ablage.ts';
import { type Ablage, ladeBaeume, sichereBaeume } from './baeume.ts';
import type { ContentDatei } from './content-files.ts';
import { fingerabdruck } from './fingerabdruck.ts';
import type { Gelesen } from './parse-document.ts';
import type { parseEintrag } from './parse-eintrag.ts';

/** What a file says, as long as it holds the same bytes. */
export interface Gemerkt {
  /** Of the bytes. */
  hash: string;
  gelesen: Gelesen;
  /** What the schema of its kind made of it. */
  eintrag?: ReturnType<typeof parseEintrag>;
}

/** Parses a file, unless it still holds the bytes it had when it was last read. */
export type Gedaechtnis = (datei: ContentDatei, bytes: Buffer, parse: () => Gelesen) => Gemerkt;

/** The files of the folder that was read last, by kind and path. */
let gemerkte: { inhalt: string; dateien: Map<string, Gemerkt> } | undefined;

/** @param inhalt content folder, all of whose files are now read */
export function createGedaechtnis(inhalt: string): Gedaechtnis {
  const vorher = gemerkte?.inhalt === inhalt ? gemerkte.dateien : new Map<string, Gemerkt>();
  const dateien = new Map<string, Gemerkt>();
  gemerkte = { inhalt, dateien };
  return ({ art, datei }, bytes, parse) => {
    const key = `${art} ${datei}`;
    const bisher = vorher.get(key);
    const summe = hash('sha256', bytes, 'base64');
    const gemerkt = bisher?.hash === summe ? bisher : { hash: summe, gelesen: parse() };
    dateien.set(key, gemerkt);
    return gemerkt;
  };
}

/** Of everything that decides what a file says, when this run began: code may be edited meanwhile. */
let dieserCode: string | undefined;

/**
 * Remembers what an earlier run has read, with the same code. Whoever wants to be remembered calls this before reading.
 * @param neu nothing is remembered
 * @returns false where there is nothing to remember
 */
export function ladeGedaechtnis(inhalt: string, neu = false): boolean {
  dieserCode = fingerabdruck(['src/domain', 'src/i18n', 'src/katalog']);
  const dateien = neu
    ? undefined
    : holeAb<Map<string, Gemerkt>>(ablageVon('inhalt', inhalt), dieserCode);
  if (dateien) gemerkte = { inhalt, dateien };
  if (!neu) ladeBaeume(ablageDerBaeume(inhalt));
  return dateien !== undefined;
}

/** Where the syntax trees of a content lie, also for who reads its texts in another process. */
export function ablageDerBaeume(inhalt: string): Ablage {
  return { ort: ablageVon('baeume', inhalt), code: dieserCode ?? '' };
}

/** Keeps what was read for the next run. */
export function sichereGedaechtnis(inhalt: string): void {
  if (gemerkte?.inhalt !== inhalt || dieserCode === undefined) return;
  legeAb(ablageVon('inhalt', inhalt), dieserCode, gemerkte.dateien);
  sichereBaeume(ablageDerBaeume(inhalt));
}

/** For who reads nothing again. */
export function vergissGedaechtnis(): void {
  gemerkte = undefined;
}

/** Content files as texts: read without loss, written so that nobody ever finds half of one. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * The text of a file with everything that is in it, a byte order mark included.
 * @throws Error with a German sentence where it is not in UTF-8, what the file system says where it cannot be opened
 */
export function liesDatei(pfad: string): string {
  const bytes = readFileSync(pfad);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('Die Datei ist nicht in UTF-8 gespeichert und bleibt, wie sie ist.');
  }
}

/**
 * Writes a file whole or not at all: beside its target first, which it then takes the place of.
 * @throws what the file system says; the target is then as it was
 */
export function schreibeDatei(pfad: string, inhalt: string | Uint8Array): void {
  const entwurf = `${pfad}.${process.pid}.tmp`;
  try {
    writeFileSync(entwurf, inhalt);
    renameSync(entwurf, pfad);
  } catch (error) {
    rmSync(entwurf, { force: true });
    throw error;
  }
}

/**
 * Writes a file that must not be there yet.
 * @throws Error with a German sentence where it is there, what the file system says else; nothing remains of it then
 */
export function legeDateiAn(pfad: string, inhalt: string): void {
  try {
    writeFileSync(pfad, inhalt, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Error('Die Datei gibt es schon; vorhandene werden nie überschrieben.');
    rmSync(pfad, { force: true });
    throw error;
  }
}

/**
 * Writes several files, or none: where one cannot be written, the others become again what they were.
 * @param dateien path → content
 * @throws what the file system says
 */
export function schreibeAlle(dateien: ReadonlyMap<string, string>): void {
  const vorher = new Map<string, Uint8Array | undefined>();
  try {
    for (const [pfad, inhalt] of dateien) {
      const alt = existsSync(pfad) ? readFileSync(pfad) : undefined;
      mkdirSync(dirname(pfad), { recursive: true });
      schreibeDatei(pfad, inhalt);
      vorher.set(pfad, alt);
    }
  } catch (error) {
    for (const [pfad, alt] of vorher)
      if (alt === undefined) rmSync(pfad, { force: true });
      else schreibeDatei(pfad, alt);
    throw error;
  }
}

/** So much text is written at a time, in characters. */
const BLOCK = 1_000_000;

/** Writes a file piece by piece, with the folders it is in; what is written so never stands in memory as a whole. */
export function schreibeStuecke(pfad: string, stuecke: Iterable<string>): void {
  mkdirSync(dirname(pfad), { recursive: true });
  const datei = openSync(pfad, 'w');
  try {
    let block = '';
    for (const stueck of stuecke) {
      block += stueck;
      if (block.length < BLOCK) continue;
      writeSync(datei, block);
      block = '';
    }
    writeSync(datei, block);
  } finally {
    closeSync(datei);
  }
}

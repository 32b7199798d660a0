/** Content files as texts: read without loss, written so that nobody ever finds half of one. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

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

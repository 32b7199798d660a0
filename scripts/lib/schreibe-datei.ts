/** Content files as texts: read without loss, written so that nobody ever finds half of one. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Stueck } from '../../src/daten/datei.ts';
import { setImmediate } from 'node:timers/promises';

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
 * @throws Error with a German sentence; nothing remains of it then, but what was there before
 */
export function legeDateiAn(pfad: string, inhalt: string): void {
  try {
    writeFileSync(pfad, inhalt, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new Error(
        'Die Datei gibt es schon; vorhandene werden nie überschrieben. Bitte einen anderen Namen wählen.',
      );
    if (existsSync(pfad)) rmSync(pfad);
    throw new Error(`Die Datei lässt sich nicht schreiben. Gibt es den Ordner? (${message})`);
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

/** So much text waits to be written, in characters: what waits for long is garbage that V8 does not look for at once. */
const VORRAT = 2_000_000;

/**
 * Writes files piece by piece, with the folders they are in; what is written so never stands in memory as a whole, and
 * others get a word in between. What was there before is gone.
 * @param ordner where the paths begin
 * @param istDa asked of each file that comes in one piece; where it says so, it is not written
 */
export async function schreibeStuecke(
  ordner: string,
  stuecke: Iterable<Stueck>,
  istDa: (pfad: string, text: string) => boolean = () => false,
): Promise<void> {
  const vorrat = new Map<string, string>();
  let laenge = 0;
  const angelegte = new Set<string>();
  const begonnene = new Set<string>();
  const schreibe = (pfad: string, text: string) => {
    const datei = join(ordner, pfad);
    if (!angelegte.has(dirname(datei))) mkdirSync(dirname(datei), { recursive: true });
    angelegte.add(dirname(datei));
    writeFileSync(datei, text, { flag: begonnene.has(pfad) ? 'a' : 'w' });
  };
  const leere = () => {
    for (const [pfad, text] of vorrat) {
      schreibe(pfad, text);
      begonnene.add(pfad);
    }
    vorrat.clear();
    laenge = 0;
  };
  for (const [pfad, text, ganz] of stuecke) {
    if (ganz) {
      if (!istDa(pfad, text)) schreibe(pfad, text);
      continue;
    }
    vorrat.set(pfad, (vorrat.get(pfad) ?? '') + text);
    laenge += text.length;
    if (laenge <= VORRAT) continue;
    leere();
    await setImmediate();
  }
  leere();
}

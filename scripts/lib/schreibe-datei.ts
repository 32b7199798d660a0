/** Files that people name, and those of the content: read without loss, written so that nobody ever finds half of one. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Stueck } from '../../src/daten/datei.ts';
import { setImmediate } from 'node:timers/promises';

const VERSPERRT =
  'Dieser Benutzer darf das nicht, oder die Datei ist noch in einem anderen Programm geöffnet.';
const VOLL = 'Auf dem Datenträger ist kein Platz mehr.';
const KEIN_ORDNER = 'Wo ein Ordner sein müsste, ist eine Datei.';

/** What the file system says, for people. */
const GRUENDE: Readonly<Record<string, string>> = {
  ENOSPC: VOLL,
  EDQUOT: VOLL,
  EACCES: VERSPERRT,
  EPERM: VERSPERRT,
  EBUSY: VERSPERRT,
  EROFS: 'Hier lässt sich nichts schreiben.',
  EISDIR: 'Das ist ein Ordner.',
  ENOTDIR: KEIN_ORDNER,
  ENAMETOOLONG: 'Der Name ist zu lang.',
};

/**
 * Why the file system does not do something: a German sentence.
 * @param hier what its codes mean here
 * @returns what the error says, where it is none that we know
 */
export function dateiGrund(error: unknown, hier: Readonly<Record<string, string>> = {}): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return hier[code] ?? GRUENDE[code] ?? message;
}

function nichtGeschrieben(pfad: string, cause: unknown): Error {
  const grund = dateiGrund(cause, { ENOENT: 'Den Ordner gibt es nicht; bitte zuerst anlegen.' });
  return new Error(`Die Datei „${pfad}“ lässt sich nicht schreiben: ${grund}`, { cause });
}

/**
 * What is in a file.
 * @param max the most bytes that are read
 * @throws Error with a German sentence where it cannot be read, or is larger
 */
export function liesBytes(pfad: string, max = Infinity): Uint8Array {
  let groesse: number;
  try {
    groesse = statSync(pfad).size;
    if (groesse <= max) return readFileSync(pfad);
  } catch (cause) {
    const grund = dateiGrund(cause, { ENOENT: 'Es gibt sie nicht; bitte den Namen prüfen.' });
    throw new Error(`Die Datei „${pfad}“ lässt sich nicht lesen: ${grund}`, { cause });
  }
  throw new Error(
    `Die Datei „${pfad}“ ist ${Math.ceil(groesse / 1e6)} MB groß; gelesen werden höchstens ${max / 1e6} MB.`,
  );
}

/**
 * The text of a file with everything that is in it, a byte order mark included.
 * @throws Error with a German sentence where it cannot be read, or is not in UTF-8
 */
export function liesDatei(pfad: string): string {
  const bytes = liesBytes(pfad);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('Die Datei ist nicht in UTF-8 gespeichert und bleibt, wie sie ist.');
  }
}

/**
 * A folder, with those it is in; there may be one already.
 * @throws Error with a German sentence
 */
export function legeOrdnerAn(ordner: string): void {
  try {
    mkdirSync(ordner, { recursive: true });
  } catch (cause) {
    const grund = dateiGrund(cause, { EEXIST: KEIN_ORDNER });
    throw new Error(`Der Ordner „${ordner}“ lässt sich nicht anlegen: ${grund}`, { cause });
  }
}

const entwurfVon = (pfad: string) => `${pfad}.${process.pid}.tmp`;

/**
 * Writes a file whole or not at all: beside its target first, which it then takes the place of.
 * @throws Error with a German sentence; the target is then as it was
 */
export function schreibeDatei(pfad: string, inhalt: string | Uint8Array): void {
  const entwurf = entwurfVon(pfad);
  try {
    writeFileSync(entwurf, inhalt);
    renameSync(entwurf, pfad);
  } catch (error) {
    if (existsSync(entwurf)) rmSync(entwurf);
    throw nichtGeschrieben(pfad, error);
  }
}

/**
 * Asks before long work whether its outcome could be written; nothing of it remains.
 * @throws as {@link schreibeDatei}
 */
export function pruefeSchreibbar(pfad: string): void {
  const entwurf = entwurfVon(pfad);
  try {
    writeFileSync(entwurf, '');
    rmSync(entwurf);
  } catch (error) {
    throw nichtGeschrieben(pfad, error);
  }
}

/** A name that no file or folder has yet: with a number from 2 on where it has to be. */
export function freierName(stamm: string, endung = ''): string {
  let name = `${stamm}${endung}`;
  for (let n = 2; existsSync(name); n++) name = `${stamm}-${n}${endung}`;
  return name;
}

/**
 * Writes a file that must not be there yet.
 * @throws Error with a German sentence; nothing remains of it then, but what was there before
 */
export function legeDateiAn(pfad: string, inhalt: string): void {
  try {
    writeFileSync(pfad, inhalt, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Error(
        `Die Datei „${pfad}“ gibt es schon; vorhandene werden nie überschrieben. Bitte einen anderen Namen wählen.`,
        { cause: error },
      );
    if (existsSync(pfad)) rmSync(pfad);
    throw nichtGeschrieben(pfad, error);
  }
}

/**
 * Asks before anything else is written whether a file could be created; nothing of it remains.
 * @throws as {@link legeDateiAn}
 */
export function pruefeAnlegbar(pfad: string): void {
  legeDateiAn(pfad, '');
  rmSync(pfad);
}

/**
 * Writes several files, or none, with the folders they are in: where one cannot be written, the others become again what they were.
 * @param dateien path → content
 * @throws Error with a German sentence
 */
export function schreibeAlle(dateien: ReadonlyMap<string, string>): void {
  const vorher = new Map<string, Uint8Array | undefined>();
  try {
    for (const [pfad, inhalt] of dateien) {
      const alt = existsSync(pfad) ? liesBytes(pfad) : undefined;
      legeOrdnerAn(dirname(pfad));
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

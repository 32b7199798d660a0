/**
 * A gzip file that is written piece by piece, each compressed with what stands before it in mind, but closed: where the same piece follows
 * the same one as in an earlier file, it is the same bytes there, and need not be compressed again.
 */
import { hash } from 'node:crypto';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Where a piece lies in the file, in bytes, and their checksum. */
interface Stelle {
  ab: number;
  bytes: number;
  summe: string;
}

/** By what they were made of: what stands before them, as far as deflate looks back, and themselves. */
export type Stuecke = ReadonlyMap<string, Stelle>;

/** A file that {@link schreibeGzip} of the same code has written. */
export interface Frueheres {
  datei: string;
  stuecke: Stuecke;
}

interface GzipDatei {
  /** Of the file. */
  bytes: number;
  /** Of what is in it. */
  roh: number;
  stuecke: Stuecke;
}

/** How far deflate looks back. */
const FENSTER = 32_768;
/** Of zlib; one more takes a fifth longer for half a thousandth of the bytes. */
const GUETE = 8;
/** RFC 1952: deflate, no name, no time, some system. */
const KOPF = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** RFC 1951: a last block with nothing in it. */
const SCHLUSS = Buffer.from([3, 0]);

/**
 * @param datei is written anew
 * @param stuecke some hundred kilobytes each; the same pieces give the same bytes
 * @param frueheres is looked into; where it is gone or has been changed, all is compressed again
 */
export function schreibeGzip(
  datei: string,
  stuecke: Iterable<Uint8Array>,
  frueheres?: Frueheres,
): GzipDatei {
  const stellen = new Map<string, Stelle>();
  const alt = frueheres && oeffne(frueheres.datei);
  const neu = openSync(datei, 'w');
  let ab = schreibe(neu, KOPF);
  let roh = 0;
  let crc = 0;
  let davor: Uint8Array = new Uint8Array();
  for (const stueck of stuecke) {
    const schluessel = `${summeVon(davor)} ${summeVon(stueck)}`;
    const stelle = frueheres?.stuecke.get(schluessel);
    const bytes = (alt !== undefined && stelle && lies(alt, stelle)) || presse(stueck, davor);
    stellen.set(schluessel, { ab, bytes: bytes.length, summe: summeVon(bytes) });
    ab += schreibe(neu, bytes);
    roh += stueck.length;
    crc = crc32(stueck, crc);
    davor = stueck.subarray(-FENSTER);
  }
  const ende = Buffer.alloc(8);
  ende.writeUInt32LE(crc);
  ende.writeUInt32LE(roh % 2 ** 32, 4);
  ab += schreibe(neu, Buffer.concat([SCHLUSS, ende]));
  closeSync(neu);
  if (alt !== undefined) closeSync(alt);
  return { bytes: ab, roh, stuecke: stellen };
}

/** Adds to a file; all of it, which `writeSync` alone does not promise. @returns how many bytes */
function schreibe(datei: number, bytes: Uint8Array): number {
  writeFileSync(datei, bytes);
  return bytes.length;
}

function presse(stueck: Uint8Array, davor: Uint8Array): Buffer {
  return deflateRawSync(stueck, {
    level: GUETE,
    dictionary: davor,
    // Ends at a whole byte, and is not the last.
    finishFlush: constants.Z_SYNC_FLUSH,
  });
}

/** @returns undefined where it is gone */
function oeffne(datei: string): number | undefined {
  try {
    return openSync(datei, 'r');
  } catch {
    return undefined;
  }
}

/** @returns undefined where something else lies there now */
function lies(datei: number, { ab, bytes, summe }: Stelle): Buffer | undefined {
  const stueck = Buffer.alloc(bytes);
  try {
    const gelesen = readSync(datei, stueck, 0, bytes, ab);
    return gelesen === bytes && summeVon(stueck) === summe ? stueck : undefined;
  } catch {
    return undefined;
  }
}

function summeVon(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64');
}

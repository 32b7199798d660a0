/**
 * The package of a language: everything its pages need without a network, as one download.
 *
 * Its first line is JSON, a list of `[address, length in bytes]`; then come the files, one after the other. What is
 * published is that, compressed with gzip, which browsers can unpack.
 */

/** Files by address, relative to the root of the portal: `ar/angebote/deutschkurs/`. */
export type Dateien = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** What is known of a package without loading it: a small file beside it, and kept with what was in it. */
export interface PaketAngaben {
  sprache: string;
  /** For `lang` and `dir` of its texts. */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** Address of the start page of its language. */
  wurzel: string;
  /** Of everything in it: another one means that something changed. */
  hash: string;
  /** Address of the package. */
  datei: string;
  /** Bytes to load. */
  bytes: number;
  /** Bytes it takes on the device. */
  roh: number;
  /** The day it is true for, `YYYY-MM-DD`. */
  stand: string;
  texte: {
    speichern: string;
    erneuern: string;
    /** Says what is stored. */
    gespeichert: string;
  };
  /** HTML for the top of stored pages. */
  banner: {
    /** Says that this page is a stored one, and how old. */
    gespeichert: string;
    /** For what is {@link istAlt}. */
    alt: string;
    /** For what is shown instead of a page that is not stored. */
    fehlt: string;
  };
}

const ZEILENENDE = '\n'.charCodeAt(0);
const ALT_NACH_TAGEN = 60;
const TAG_MS = 24 * 60 * 60 * 1000;

/** The beginning of a package. @param liste address and length of each of its files */
export function packeKopf(liste: readonly (readonly [string, number])[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(liste)}\n`);
}

/**
 * The files of a package; they share its memory.
 * @throws where it is no package, or not all of it
 */
export function entpackeDateien(paket: Uint8Array<ArrayBuffer>): Dateien {
  const ende = paket.indexOf(ZEILENENDE);
  const kopf = new TextDecoder().decode(paket.subarray(0, ende));
  const dateien = new Map<string, Uint8Array<ArrayBuffer>>();
  let ab = ende + 1;
  for (const [adresse, laenge] of JSON.parse(kopf) as [string, number][]) {
    dateien.set(adresse, paket.subarray(ab, ab + laenge));
    ab += laenge;
  }
  if (ab !== paket.length) throw new Error('The package is not complete');
  return dateien;
}

/** So old that telephone numbers may have changed. @param jetzt milliseconds since 1970 */
export function istAlt({ stand }: PaketAngaben, jetzt: number): boolean {
  return jetzt - Date.parse(stand) > ALT_NACH_TAGEN * TAG_MS;
}

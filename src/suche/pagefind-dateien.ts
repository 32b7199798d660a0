/** Reading what Pagefind wrote: the browser cannot ask it which record a result belongs to without a request. */
import { gunzipSync } from 'node:zlib';
import type { Stueck } from './suchtabelle.ts';

/** Every file of Pagefind is compressed and begins with this mark. */
const MARKE = 'pagefind_dcd';
const WORTE_JE_PROBE = 3;

/** The content of one of Pagefind's files. */
export function readPagefindDatei(bytes: Uint8Array): Uint8Array {
  const content = gunzipSync(bytes);
  if (content.subarray(0, MARKE.length).toString() !== MARKE) {
    throw new Error('Eine Datei von Pagefind hat nicht die erwartete Form.');
  }
  return content.subarray(MARKE.length);
}

/** The url of the record a fragment was made of. */
export function urlOfFragment(bytes: Uint8Array): string {
  return (JSON.parse(new TextDecoder().decode(readPagefindDatei(bytes))) as { url: string }).url;
}

/**
 * The parts of an index, each with words to test it by: a part that cannot be loaded yields no hits and no error,
 * and only a word that stands in it tells the difference.
 * @param meta the `.pf_meta` file of the language
 * @param part reads a part by its name
 * @param woerter all words of the records in lower case
 */
export function readStuecke(
  meta: Uint8Array,
  part: (name: string) => Uint8Array,
  woerter: ReadonlySet<string>,
): Stueck[] {
  const [, , stuecke] = decodeCbor(readPagefindDatei(meta)) as [
    string,
    unknown,
    [string, string, string][],
  ];
  return stuecke.map(([, bis, name]) => {
    const [eintraege] = decodeCbor(readPagefindDatei(part(name))) as [[string][]];
    // The index holds stems. A stem that is also a plain word, of letters only, is found by itself.
    const proben = eintraege
      .map(([stamm]) => stamm)
      .filter(
        (stamm) =>
          /^[a-z]{4,}$|^\p{Script=Arabic}{4,}$|^\d{2,}$/u.test(stamm) && woerter.has(stamm),
      );
    const schritt = Math.max(1, Math.floor(proben.length / WORTE_JE_PROBE));
    return [bis, proben.filter((_, i) => i % schritt === 0).slice(0, WORTE_JE_PROBE)];
  });
}

/** The part of CBOR that Pagefind uses. */
function decodeCbor(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const size = (info: number): number => {
    if (info < 24) return info;
    const length = 1 << (info - 24);
    const value =
      length === 1
        ? view.getUint8(at)
        : length === 2
          ? view.getUint16(at)
          : length === 4
            ? view.getUint32(at)
            : Number(view.getBigUint64(at));
    at += length;
    return value;
  };
  const read = (): unknown => {
    const head = view.getUint8(at++);
    const kind = head >> 5;
    const n = size(head & 31);
    if (kind === 0) return n;
    if (kind === 1) return -1 - n;
    if (kind === 3) return new TextDecoder().decode(bytes.subarray(at, (at += n)));
    if (kind === 4) return Array.from({ length: n }, read);
    if (kind === 7) return null;
    throw new Error(`Der Index von Pagefind hat nicht die erwartete Form (CBOR ${kind}).`);
  };
  return read();
}

/** Reading what Pagefind wrote: the browser cannot ask it which record a result belongs to without a request. */
import { gunzipSync } from 'node:zlib';

/** Every file of Pagefind is compressed and begins with this mark. */
const MARKE = 'pagefind_dcd';

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

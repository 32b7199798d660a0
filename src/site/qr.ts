/** QR codes as drawings (ISO/IEC 18004), made at build time and, for a list somebody put together, in the browser. */
import { encode } from 'uqr';

/** Light modules around the code, without which readers do not find it. */
const RAND = 4;

export interface QrCode {
  /** Side of the drawing in modules, with its margin. */
  seite: number;
  /** `d` of one path: the dark modules. */
  pfad: string;
}

/**
 * @param text an address
 * @throws where it is longer than a code can hold (about 2 300 bytes)
 */
export function toQr(text: string): QrCode {
  // M: a fold or a stain may cover 15 % of it. The best of the eight masks would cost ten times as much, for each offer in each
  // language; readers take any of them.
  const { data, size } = encode(text, { ecc: 'M', border: RAND, maskPattern: 0 });
  const pfad = data.flatMap((zeile, y) =>
    laeufe(zeile).map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`),
  );
  return { seite: size, pfad: pfad.join('') };
}

/** A code as a file; always dark on white, for many readers cannot see the reverse. */
export function formatQr(text: string): string {
  const { seite, pfad } = toQr(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${seite} ${seite}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${seite}v${seite}h-${seite}z"/><path d="${pfad}"/></svg>\n`;
}

/** Dark modules of a line that stand side by side: where they begin, and how many. */
function laeufe(zeile: readonly boolean[]): [number, number][] {
  const gefunden: [number, number][] = [];
  zeile.forEach((dunkel, x) => {
    if (!dunkel) return;
    if (zeile[x - 1]) gefunden.at(-1)![1]++;
    else gefunden.push([x, 1]);
  });
  return gefunden;
}

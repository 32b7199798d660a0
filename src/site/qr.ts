/** QR codes as drawings (ISO/IEC 18004), made at build time and, for a list somebody put together, in the browser. */
import { encode } from 'uqr';

/** Light modules around the code, without which readers do not find it. */
const RAND = 4;

export interface QrCode {
  /** What is seen of the drawing: a module is 1, lines run through the middle of theirs. */
  viewBox: string;
  /** `d` of one path for a pen as wide as a module: the dark modules, line by line. */
  pfad: string;
  /** `d` of all that is seen, to be filled with white. */
  grund: string;
}

/**
 * @param text an address
 * @throws where it is longer than a code can hold (about 2 300 bytes)
 */
export function toQr(text: string): QrCode {
  // M: a fold or a stain may cover 15 % of it. The best of the eight masks would cost ten times as much, for each offer in each
  // language; readers take any of them.
  const { data, size } = encode(text, { ecc: 'M', border: RAND, maskPattern: 0 });
  return {
    viewBox: `0 -.5 ${size} ${size}`,
    pfad: data.map(toLinie).join(''),
    grund: `M0-.5h${size}v${size}H0z`,
  };
}

/** A code as a file; always dark on white, for many readers cannot see the reverse. */
export function formatQr(text: string): string {
  const { viewBox, pfad, grund } = toQr(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" shape-rendering="crispEdges"><path fill="#fff" d="${grund}"/><path stroke="#000" d="${pfad}"/></svg>\n`;
}

/** From each run to the next: half as long as naming where each begins. */
function toLinie(zeile: readonly boolean[], y: number): string {
  let stift: number | undefined;
  return laeufe(zeile)
    .map(([x, n]) => {
      const sprung = stift === undefined ? `M${x} ${y}` : `m${x - stift} 0`;
      stift = x + n;
      return `${sprung}h${n}`;
    })
    .join('');
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

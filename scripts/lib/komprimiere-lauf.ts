/**
 * Compresses files in a worker; see `komprimiere`. By the synchronous functions of zlib: the others hand each piece to a thread of their
 * own, which costs as much as compressing a page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Anteil, anteilVon } from '../../src/bau/in-workern.ts';
import { KOMPRIMIERBAR } from '../../src/domain/medientyp.ts';
import { TABELLE } from '../../src/suche/dateien.ts';
import type { Auftrag, Teil } from './komprimiere.ts';
import { sha256 } from './pruefsummen.ts';

/** Bytes; what is smaller fits into one packet anyway. */
const AB = 1024;
/** Above it, brotli costs ten times as much and saves one per cent of a page. */
const BROTLI_SEITE = 5;
/** Above that, it pays for what everybody loads: scripts, styles, the table of the search. */
const BROTLI_GEMEINSAMES = 11;
const GEMEINSAMES = new RegExp(`^_astro/|(^|/)${TABELLE}$`);
const DATEI = new RegExp(`\\.(${KOMPRIMIERBAR.join('|')})$`);

const { ordner, pfade, kopien, ...anteil } = workerData as Auftrag & Anteil;
const teil: Teil = { dateien: 0, bytes: 0, brBytes: 0, summen: new Map() };
for (const pfad of anteilVon(pfade, anteil)) {
  const inhalt = readFileSync(join(ordner, pfad));
  teil.summen.set(pfad, sha256(inhalt));
  if (!kopien || !DATEI.test(pfad) || inhalt.length < AB) continue;
  const gz = gzipSync(inhalt, { level: constants.Z_BEST_COMPRESSION });
  const br = toBrotli(inhalt, GEMEINSAMES.test(pfad) ? BROTLI_GEMEINSAMES : BROTLI_SEITE);
  for (const [endung, kopie] of Object.entries({ gz, br })) {
    writeFileSync(join(ordner, `${pfad}.${endung}`), kopie);
    teil.summen.set(`${pfad}.${endung}`, sha256(kopie));
  }
  teil.dateien++;
  teil.bytes += inhalt.length;
  teil.brBytes += br.length;
}
parentPort!.postMessage(teil);

function toBrotli(inhalt: Buffer, guete: number): Buffer {
  return brotliCompressSync(inhalt, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: guete,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: inhalt.length,
      // A window no larger than the file: clearing a larger one costs as much as compressing a page.
      [constants.BROTLI_PARAM_LGWIN]: fensterFuer(inhalt.length),
    },
  });
}

/** Bits of the smallest window that holds so many bytes, within what brotli allows by default. */
function fensterFuer(bytes: number): number {
  const bits = Math.ceil(Math.log2(bytes));
  return Math.min(Math.max(bits, 16), constants.BROTLI_DEFAULT_WINDOW);
}

/**
 * Compresses files in a worker; see `komprimiere`. By the synchronous functions of zlib: the others hand each piece to a thread of their
 * own, which costs as much as compressing a page.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { anteilVon } from '../../../src/bau/in-workern.ts';
import { atme, meinAuftrag, melde } from '../../../src/bau/worker.ts';
import { istNoch } from '../../../src/bau/uebernahme.ts';
import { KOMPRIMIERBAR } from '../../../src/domain/medientyp.ts';
import { GRENZEN, TABELLE } from '../../../src/suche/dateien.ts';
import { ortVon } from './ausgabe.ts';
import type { Auftrag, Komprimiert } from './komprimiere.ts';
import { sha256 } from '../pruefsummen.ts';

/** Bytes; what is smaller fits into one packet anyway. */
const AB = 1024;
/** Above it, brotli costs ten times as much and saves one per cent of a page. */
const BROTLI_SEITE = 5;
/** Above that, it pays for what everybody loads: scripts, styles, the table of the search. */
const BROTLI_GEMEINSAMES = 11;
const GEMEINSAMES = new RegExp(`^_astro/|(^|/)(${TABELLE}|${GRENZEN})$`);
/**
 * Of small files that there are as many of as offers, copies would be most of all files: what only programs ask for, one by one, and
 * codes for cameras, of which they would save a kilobyte to whoever opens one.
 */
const OHNE = /^daten\/hsds\/services\/|(^|\/)kalender\/[^/-]+\.ics$|(^|\/)qr\.svg$/;
const DATEI = new RegExp(`\\.(${KOMPRIMIERBAR.join('|')})$`);

const ENDUNGEN = ['gz', 'br'] as const;

const { ausgabe, pfade, stand, gleiche, ...anteil } = meinAuftrag<Auftrag>();
const teil: Komprimiert = {
  dateien: 0,
  bytes: 0,
  brBytes: 0,
  summen: new Map(),
  behalten: new Set(),
};
for (const pfad of anteilVon(pfade, anteil)) {
  if (!DATEI.test(pfad) || OHNE.test(pfad)) continue;
  const bytes = statSync(ortVon(ausgabe, pfad)).size;
  if (bytes < AB) continue;
  await atme();
  teil.brBytes += behalte(pfad) ?? mache(pfad);
  teil.dateien++;
  teil.bytes += bytes;
}
melde(teil);

/** @returns bytes of the copy that most browsers get */
function mache(pfad: string): number {
  const inhalt = readFileSync(ortVon(ausgabe, pfad));
  const kopien = {
    gz: gzipSync(inhalt, { level: constants.Z_BEST_COMPRESSION }),
    br: toBrotli(inhalt, GEMEINSAMES.test(pfad) ? BROTLI_GEMEINSAMES : BROTLI_SEITE),
  };
  mkdirSync(dirname(join(ausgabe.ordner, pfad)), { recursive: true });
  for (const endung of ENDUNGEN) {
    const kopie = `${pfad}.${endung}`;
    writeFileSync(join(ausgabe.ordner, kopie), kopien[endung]);
    teil.summen.set(kopie, sha256(kopien[endung]));
  }
  return kopien.br.length;
}

/** Keeps the copies of the last portal, which costs a tenth of new ones. @returns the same; undefined where they have to be made */
function behalte(pfad: string): number | undefined {
  if (!stand || !gleiche.has(pfad)) return undefined;
  const kopien = ENDUNGEN.map((endung) => `${pfad}.${endung}`);
  if (!kopien.every((kopie) => istNoch(stand, kopie, stand.summen.get(kopie)))) return undefined;
  for (const kopie of kopien) {
    teil.summen.set(kopie, stand.summen.get(kopie)!);
    teil.behalten.add(kopie);
  }
  return statSync(join(stand.ordner, `${pfad}.br`)).size;
}

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

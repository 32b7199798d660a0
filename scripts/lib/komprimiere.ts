/** Compressed copies of files, beside them: servers send them as they are, and compress nothing while somebody waits. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { KODIERUNGEN, KOMPRIMIERBAR } from '../../src/domain/medientyp.ts';
import { TABELLE } from '../../src/suche/dateien.ts';

/** Bytes; what is smaller fits into one packet anyway. */
const AB = 1024;
/** How many files are held at a time: enough for the threads of zlib, little for the memory. */
const ZUGLEICH = 16;
/** Above it, brotli costs ten times as much and saves one per cent of a page. */
const BROTLI_SEITE = 5;
/** Above that, it pays for what everybody loads: scripts, styles, the table of the search. */
const BROTLI_GEMEINSAMES = 11;
const GEMEINSAMES = new RegExp(`^_astro/|(^|/)${TABELLE}$`);

const KOPIE = new RegExp(`\\.(${Object.keys(KODIERUNGEN).join('|')})$`);
const DATEI = new RegExp(`\\.(${KOMPRIMIERBAR.join('|')})$`);

export interface Komprimiert {
  dateien: number;
  /** Of the files, and of their copies that most browsers get. */
  bytes: number;
  brBytes: number;
}

/**
 * Writes `<file>.gz` and `<file>.br` beside each file that gains by it; the same file gives the same bytes.
 * @param pfade files of the folder
 */
export async function komprimiere(ordner: string, pfade: readonly string[]): Promise<Komprimiert> {
  const summe: Komprimiert = { dateien: 0, bytes: 0, brBytes: 0 };
  const rest = pfade.filter((pfad) => DATEI.test(pfad)).values();
  const arbeite = async () => {
    for (const pfad of rest) {
      const inhalt = readFileSync(join(ordner, pfad));
      if (inhalt.length < AB) continue;
      const [gz, br] = await Promise.all([
        promisify(gzip)(inhalt, { level: constants.Z_BEST_COMPRESSION }),
        toBrotli(inhalt, GEMEINSAMES.test(pfad) ? BROTLI_GEMEINSAMES : BROTLI_SEITE),
      ]);
      writeFileSync(join(ordner, `${pfad}.gz`), gz);
      writeFileSync(join(ordner, `${pfad}.br`), br);
      summe.dateien++;
      summe.bytes += inhalt.length;
      summe.brBytes += br.length;
    }
  };
  await Promise.all(Array.from({ length: ZUGLEICH }, arbeite));
  return summe;
}

function toBrotli(inhalt: Buffer, guete: number): Promise<Buffer> {
  return promisify(brotliCompress)(inhalt, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: guete,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: inhalt.length,
    },
  });
}

/**
 * Servers would send a copy in the place of its file, and nobody looks into it: only those that are made here may be there.
 * @param pfade all files, before {@link komprimiere}
 * @returns German sentences; empty where all is well
 */
export function fremdeKopien(pfade: readonly string[]): string[] {
  return pfade
    .filter((pfad) => KOPIE.test(pfad))
    .map(
      (pfad) =>
        `Die Datei /${pfad} ist schon komprimiert; Server würden sie ungeprüft an Stelle einer anderen ausliefern. Bitte aus dem Ordner „public“ nehmen.`,
    );
}

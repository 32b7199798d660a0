/** Packages for use without a network, and the service worker that reads them: made of what was built. */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { build } from 'vite';
import { packeKopf } from '../../src/domain/offline-paket.ts';
import { sprachcodes } from '../../src/domain/portal.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { AELTESTE_BROWSER } from '../../src/site/browser.ts';
import { createKontext, standDerListen } from '../../src/site/kontext.ts';
import { JSON_LD_IM_HTML } from '../../src/site/json-ld/knoten.ts';
import {
  angabenVon,
  gehoertInsPaket,
  OFFLINE_ORDNER,
  toPaketAngaben,
} from '../../src/site/offline.ts';
import { adresseVon } from '../../src/site/pfade.ts';
import { listPfade } from './pruefe-ausgabe.ts';

/**
 * Writes what is made of all other files: the package of each language, what is known of it, and the service worker. A package is read
 * and compressed file by file, for all of it can be larger than memory.
 * @param ordner the built portal: pages, search, generated files; the same portal gives the same bytes
 * @returns bytes of each package
 */
export async function schreibeOffline(ordner: string, katalog: Katalog): Promise<number[]> {
  const pfade = listPfade(ordner);
  writeFileSync(join(ordner, 'sw.js'), await buildServiceWorker());
  mkdirSync(join(ordner, OFFLINE_ORDNER), { recursive: true });
  // Compressing is done beside this thread, several languages at once.
  return Promise.all(
    sprachcodes(katalog.portal).map((sprache) => schreibePaket(ordner, katalog, sprache, pfade)),
  );
}

async function schreibePaket(
  ordner: string,
  katalog: Katalog,
  sprache: string,
  pfade: readonly string[],
): Promise<number> {
  const eigene = pfade.filter((pfad) =>
    gehoertInsPaket(pfad, sprache, sprachcodes(katalog.portal)),
  );
  const kontext = createKontext(katalog, sprache);
  const { liste, hash } = messe(ordner, eigene, standDerListen(kontext));
  // Not „.gz“: some servers would say that it is compressed for transport, and browsers would unpack it.
  const datei = `${OFFLINE_ORDNER}${sprache}-${hash}.paket`;
  const kopf = packeKopf(liste);
  await pipeline(
    Readable.from(
      (function* () {
        yield kopf;
        for (const pfad of eigene) yield lies(join(ordner, pfad));
      })(),
    ),
    createGzip({ level: 9 }),
    createWriteStream(join(ordner, datei)),
  );
  const { size: bytes } = statSync(join(ordner, datei));
  const roh = liste.reduce((summe, [, laenge]) => summe + laenge, kopf.length);
  const angaben = toPaketAngaben(kontext, { hash, datei, bytes, roh });
  writeFileSync(join(ordner, angabenVon('', sprache)), JSON.stringify(angaben));
  return bytes;
}

/** A file as phones need it: pages without what only search engines read. */
function lies(path: string): Uint8Array<ArrayBuffer> {
  const bytes = readFileSync(path);
  if (!path.endsWith('.html')) return new Uint8Array(bytes);
  return new TextEncoder().encode(bytes.toString('utf8').replace(JSON_LD_IM_HTML, ''));
}

/**
 * Address and length of each file, and a fingerprint of all.
 * @param heute what every list says of the day it was built: that alone is no new version, which would cost everybody a download
 */
function messe(
  ordner: string,
  pfade: readonly string[],
  heute: string,
): { liste: [string, number][]; hash: string } {
  const hash = createHash('sha256');
  const liste = pfade.map((pfad): [string, number] => {
    const [adresse, bytes] = [adresseVon(pfad), lies(join(ordner, pfad))];
    const isSeite = adresse === '' || adresse.endsWith('/');
    hash.update(`${adresse}\n`);
    hash.update(isSeite ? new TextDecoder().decode(bytes).replaceAll(heute, '') : bytes);
    return [adresse, bytes.length];
  });
  return { liste, hash: hash.digest('hex').slice(0, 10) };
}

/** One classic script without imports, under an address that never changes: browsers ask for it by that. */
async function buildServiceWorker(): Promise<string> {
  const [ergebnis] = [
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        write: false,
        target: AELTESTE_BROWSER,
        lib: { entry: 'src/browser/sw.ts', formats: ['iife'], name: 'sw' },
      },
    }),
  ].flat();
  if (!ergebnis || !('output' in ergebnis)) throw new Error('The service worker was not built.');
  return ergebnis.output[0].code;
}

/** Packages for use without a network, and the service worker that reads them: made of what was built. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { type Dateien, packeDateien } from '../../src/domain/offline-paket.ts';
import { sprachcodes } from '../../src/domain/portal.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { createKontext, standDerListen } from '../../src/site/kontext.ts';
import { JSON_LD_IM_HTML } from '../../src/site/json-ld/knoten.ts';
import {
  adresseVon,
  angabenVon,
  gehoertInsPaket,
  OFFLINE_ORDNER,
  toPaketAngaben,
} from '../../src/site/offline.ts';
import { listFiles } from './pruefe-ausgabe.ts';

/**
 * The files that must be written last, since they are made of all others.
 * @param ordner the built portal: pages, search, generated files
 * @returns by path, relative to the root of the portal; the same portal gives the same bytes
 */
export async function buildOffline(
  ordner: string,
  katalog: Katalog,
): Promise<Map<string, Uint8Array | string>> {
  const pfade = listFiles(ordner).map((path) => relative(ordner, path).split(sep).join('/'));
  const sprachen = sprachcodes(katalog.portal);
  const dateien = new Map<string, Uint8Array | string>([['sw.js', await buildServiceWorker()]]);
  for (const sprache of sprachen) {
    const inhalt: Dateien = new Map(
      pfade
        .filter((pfad) => gehoertInsPaket(pfad, sprache, sprachen))
        .map((pfad) => [adresseVon(pfad), lies(join(ordner, pfad))]),
    );
    const roh = packeDateien(inhalt);
    const paket = gzipSync(roh, { level: 9 });
    const kontext = createKontext(katalog, sprache);
    const hash = fingerabdruck(inhalt, standDerListen(kontext));
    // Not „.gz“: some servers would say that it is compressed for transport, and browsers would unpack it.
    const datei = `${OFFLINE_ORDNER}${sprache}-${hash}.paket`;
    const angaben = toPaketAngaben(kontext, {
      hash,
      datei,
      bytes: paket.length,
      roh: roh.length,
    });
    dateien.set(datei, paket);
    dateien.set(angabenVon('', sprache), JSON.stringify(angaben));
  }
  return dateien;
}

/** A file as phones need it: pages without what only search engines read. */
function lies(path: string): Uint8Array<ArrayBuffer> {
  const bytes = readFileSync(path);
  if (!path.endsWith('.html')) return new Uint8Array(bytes);
  return new TextEncoder().encode(bytes.toString('utf8').replace(JSON_LD_IM_HTML, ''));
}

/** @param heute what every list says of the day it was built: that alone is no new version, which would cost everybody a download */
function fingerabdruck(inhalt: Dateien, heute: string): string {
  const hash = createHash('sha256');
  for (const [adresse, bytes] of inhalt) {
    const isSeite = adresse === '' || adresse.endsWith('/');
    hash.update(`${adresse}\n`);
    hash.update(isSeite ? new TextDecoder().decode(bytes).replaceAll(heute, '') : bytes);
  }
  return hash.digest('hex').slice(0, 10);
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
        target: 'es2022',
        lib: { entry: 'src/browser/sw.ts', formats: ['iife'], name: 'sw' },
      },
    }),
  ].flat();
  if (!ergebnis || !('output' in ergebnis)) throw new Error('The service worker was not built.');
  return ergebnis.output[0].code;
}

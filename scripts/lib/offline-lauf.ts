/** Makes packages in a worker, see `offline`: file by file, for a package can be larger than memory. */
import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { anteilVon } from '../../src/bau/in-workern.ts';
import { meinAuftrag, melde } from '../../src/bau/worker.ts';
import { packeKopf } from '../../src/domain/offline-paket.ts';
import { adresseVon } from '../../src/site/pfade.ts';
import { ortVon } from './ausgabe.ts';
import type { Auftrag, Paket, Paketvorlage } from './offline.ts';

/** Bytes that are handed to the compressor at once: each piece costs two changes of threads, and a page is small. */
const STUECK = 1_000_000;
/** Bytes: a package that is no larger, as those of most portals, is kept between measuring and packing. */
const MERKBAR = 16_000_000;
/** Of zlib; one more takes a fifth longer for half a thousandth of the bytes. */
const GUETE = 8;

const { ausgabe, paketordner, auslassen, vorlagen, ...anteil } = meinAuftrag<Auftrag>();
for (const vorlage of anteilVon(vorlagen, anteil)) melde(await schreibe(vorlage));

async function schreibe({ sprache, pfade, heute }: Paketvorlage): Promise<Paket> {
  const { liste, hash, inhalte } = messe(pfade, heute);
  // Not „.gz“: some servers would say that it is compressed for transport, and browsers would unpack it.
  const datei = `${paketordner}${sprache}-${hash}.paket`;
  const kopf = packeKopf(liste);
  await pipeline(
    Readable.from(inStuecken(kopf, pfade, inhalte)),
    createGzip({ level: GUETE, chunkSize: STUECK }),
    createWriteStream(join(ausgabe.ordner, datei)),
  );
  const { size: bytes } = statSync(join(ausgabe.ordner, datei));
  const roh = liste.reduce((summe, [, laenge]) => summe + laenge, kopf.length);
  return { hash, datei, bytes, roh, sprache };
}

function* inStuecken(
  kopf: Uint8Array,
  pfade: readonly string[],
  inhalte: ReadonlyMap<string, string>,
): Generator<Uint8Array> {
  yield kopf;
  let stueck = '';
  for (const pfad of pfade) {
    stueck += inhalte.get(pfad) ?? lies(pfad);
    if (stueck.length < STUECK) continue;
    yield Buffer.from(stueck, 'latin1');
    stueck = '';
  }
  yield Buffer.from(stueck, 'latin1');
}

/** Address and length of each file, a fingerprint of all, and what they hold, if it is little. */
function messe(
  pfade: readonly string[],
  heute: string,
): { liste: [string, number][]; hash: string; inhalte: Map<string, string> } {
  const inhalte = new Map<string, string>();
  let gemerkt = 0;
  const hash = createHash('sha256');
  const tag = Buffer.from(heute).toString('latin1');
  const liste = pfade.map((pfad): [string, number] => {
    const [adresse, inhalt] = [adresseVon(pfad), lies(pfad)];
    const isSeite = adresse === '' || adresse.endsWith('/');
    hash.update(`${adresse}\n`);
    gemerkt += inhalt.length;
    if (gemerkt <= MERKBAR) inhalte.set(pfad, inhalt);
    else inhalte.clear();
    hash.update(isSeite ? inhalt.replaceAll(tag, '') : inhalt, 'latin1');
    return [adresse, inhalt.length];
  });
  return { liste, hash: hash.digest('hex').slice(0, 10), inhalte };
}

/**
 * A file as phones need it: pages without what only search engines read. Each character stands for a byte (Latin-1): what is looked for is
 * found all the same, and nothing has to be decoded and encoded again.
 */
function lies(pfad: string): string {
  const inhalt = readFileSync(ortVon(ausgabe, pfad), 'latin1');
  return pfad.endsWith('.html') ? inhalt.replace(auslassen, '') : inhalt;
}

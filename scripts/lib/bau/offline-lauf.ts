/** Makes packages in a worker, see `offline`. Large ones file by file: a package can be larger than memory. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { anteilVon } from '../../../src/bau/in-workern.ts';
import { atme, meinAuftrag, melde } from '../../../src/bau/worker.ts';
import { packeKopf } from '../../../src/domain/offline-paket.ts';
import { adresseVon } from '../../../src/site/pfade.ts';
import { ortVon } from './ausgabe.ts';
import { schreibeGzip } from './gzip-stuecke.ts';
import type { Auftrag, Gepackt, Paketvorlage } from './offline.ts';

/** Files: a package that has no more is read once, and kept until it is packed. */
const WENIGE = 3000;
/** Files that are compressed together, about. */
const JE_STUECK = 16;

const { ausgabe, paketordner, auslassen, vorlagen, ...anteil } = meinAuftrag<Auftrag>();
for (const vorlage of anteilVon(vorlagen, anteil)) {
  await atme();
  melde(schreibe(vorlage));
}

function schreibe({ sprache, pfade, heute, frueheres }: Paketvorlage): Gepackt {
  const gelesene = new Map<string, Buffer>();
  const inhaltVon = (pfad: string) => gelesene.get(pfad) ?? lies(pfad);
  if (pfade.length <= WENIGE) for (const pfad of pfade) gelesene.set(pfad, lies(pfad));
  const { liste, hash } = messe(pfade, inhaltVon, heute);
  // Not „.gz“: some servers would say that it is compressed for transport, and browsers would unpack it.
  const datei = `${paketordner}${sprache}-${hash}.paket`;
  const stuecke = inStuecken(packeKopf(liste), pfade, inhaltVon);
  const { stuecke: stellen, ...groesse } = schreibeGzip(
    join(ausgabe.ordner, datei),
    stuecke,
    frueheres,
  );
  return { paket: { sprache, hash, datei, ...groesse }, stuecke: stellen };
}

/** Where a piece ends, only names decide: a page that has grown changes its own piece, and at most the next one, which looks back to it. */
function* inStuecken(
  kopf: Uint8Array,
  pfade: readonly string[],
  inhaltVon: (pfad: string) => Buffer,
): Generator<Uint8Array> {
  yield kopf;
  let stueck: Buffer[] = [];
  for (const pfad of pfade) {
    stueck.push(inhaltVon(pfad));
    if (crc32(pfad) % JE_STUECK !== 0) continue;
    yield Buffer.concat(stueck);
    stueck = [];
  }
  yield Buffer.concat(stueck);
}

/** Address and length of each file, and a fingerprint of all. */
function messe(
  pfade: readonly string[],
  inhaltVon: (pfad: string) => Buffer,
  heute: string,
): { liste: [string, number][]; hash: string } {
  const hash = createHash('sha256');
  const liste = pfade.map((pfad): [string, number] => {
    const [adresse, inhalt] = [adresseVon(pfad), inhaltVon(pfad)];
    const isSeite = adresse === '' || adresse.endsWith('/');
    hash.update(`${adresse}\n`);
    for (const teil of isSeite ? teileOhne(inhalt, heute) : [inhalt]) hash.update(teil);
    return [adresse, inhalt.length];
  });
  return { liste, hash: hash.digest('hex').slice(0, 10) };
}

/** What stands before, between and after a text; in the bytes of the file, which share their memory. */
function* teileOhne(inhalt: Buffer, text: string): Generator<Buffer> {
  const laenge = Buffer.byteLength(text);
  let ab = 0;
  for (let stelle; (stelle = inhalt.indexOf(text, ab)) !== -1; ab = stelle + laenge)
    yield inhalt.subarray(ab, stelle);
  yield inhalt.subarray(ab);
}

/** A file as phones need it: pages without what only search engines read. */
function lies(pfad: string): Buffer {
  const inhalt = readFileSync(ortVon(ausgabe, pfad));
  if (!pfad.endsWith('.html')) return inhalt;
  const von = inhalt.indexOf(auslassen.von);
  if (von === -1) return inhalt;
  const bis = inhalt.indexOf(auslassen.bis, von) + auslassen.bis.length;
  return Buffer.concat([inhalt.subarray(0, von), inhalt.subarray(bis)]);
}

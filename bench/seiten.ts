/**
 * Makes pages, and with them the search, and nothing more: what Hugo, Eleventy and Pagefind do. No rule is asked, nothing is checked,
 * exported, packed or compressed.
 *
 *     node scripts/run.mjs bench/seiten.ts <content folder> <target> [suche]
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { holeProgramm } from '../scripts/lib/bau/programm.ts';
import { macheSeiten } from '../src/bau/seiten.ts';
import { gibFrei, sparsam } from '../src/bau/speicher.ts';
import { readPortal, readUngeprueft } from '../src/katalog/read-katalog.ts';
import { stichtagDesLaufs } from '../src/katalog/umgebung.ts';
import { schreibeKatalog } from '../src/katalog/weitergabe.ts';
import { aufAbruf } from '../src/site/dateien.ts';
import { basisOf } from '../src/site/pfade.ts';
import { vergissAnalysen } from '../src/suche/analysen.ts';
import { bereiteIndex, toSuchdateien } from '../src/suche/build-suchindex.ts';

sparsam();
const [inhalt, ziel, suche] = process.argv.slice(2) as [string, string, string?];
const holt = holeProgramm(basisOf(readPortal(inhalt)!.url));
const katalog = readUngeprueft(inhalt, stichtagDesLaufs()).katalog!;
const uebergabe = `${ziel}-katalog`;
rmSync(ziel, { recursive: true, force: true });
schreibeKatalog(uebergabe, katalog);
const { programm, dateien: skripte } = await holt;
cpSync(skripte, ziel, { recursive: true });
gibFrei();
const seiten = macheSeiten(
  { ordner: ziel, programm, katalog: uebergabe },
  { anzahl: katalog.angebote.size },
);
const dateien = new Map<string, Uint8Array | string>(suche ? toSuchdateien(katalog) : []);
const macheIndex = suche ? bereiteIndex(katalog) : undefined;
vergissAnalysen();
// Short addresses are pages, too, though not Astro's.
for (const [pfad, { erzeuge }] of aufAbruf(katalog))
  if (pfad.startsWith('a/') && pfad.endsWith('.html')) dateien.set(pfad, erzeuge()!);
await seiten;
rmSync(uebergabe);
if (macheIndex) {
  gibFrei();
  for (const [pfad, inhalt] of await macheIndex()) dateien.set(pfad, inhalt);
}
for (const [pfad, text] of dateien) {
  mkdirSync(dirname(join(ziel, pfad)), { recursive: true });
  writeFileSync(join(ziel, pfad), text);
}

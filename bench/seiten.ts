/**
 * Makes pages, and with them the search, and nothing more: what Hugo, Eleventy and Pagefind do. No rule is asked, nothing is checked,
 * exported, packed or compressed.
 *
 *     node bench/seiten.ts <content folder> <target> [suche]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runAstro } from '../scripts/lib/lauf.ts';
import { readUngeprueft, stichtagDesLaufs } from '../src/katalog/read-katalog.ts';
import { schreibeKatalog } from '../src/katalog/weitergabe.ts';
import { aufAbruf } from '../src/site/dateien.ts';
import { buildSuchindex } from '../src/suche/build-suchindex.ts';

const [inhalt, ziel, suche] = process.argv.slice(2) as [string, string, string?];
const katalog = readUngeprueft(inhalt, stichtagDesLaufs()).katalog!;
const uebergabe = `${ziel}-katalog`;
schreibeKatalog(uebergabe, katalog);
const astro = runAstro(
  ['build'],
  {
    NODE_ENV: 'production',
    PORTAL_INHALT: inhalt,
    PORTAL_ZIEL: ziel,
    PORTAL_KATALOG: uebergabe,
  },
  () => undefined,
);
const dateien = new Map<string, Uint8Array | string>(suche ? await buildSuchindex(katalog) : []);
// Short addresses are pages, too, though not Astro's.
for (const [pfad, erzeuge] of aufAbruf(katalog))
  if (pfad.startsWith('a/') && pfad.endsWith('.html')) dateien.set(pfad, erzeuge()!);
const { code, ausgabe } = await astro;
rmSync(uebergabe);
if (code !== 0) throw new Error(ausgabe);
for (const [pfad, text] of dateien) {
  mkdirSync(dirname(join(ziel, pfad)), { recursive: true });
  writeFileSync(join(ziel, pfad), text);
}

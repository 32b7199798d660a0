/**
 * Measures what visitors and editors feel: how long a build takes, what a page weighs, whether two builds agree.
 *
 *     npm run bench
 *
 * Uses PORTAL_INHALT and STICHTAG. Prints a table for docs/messwerte.md.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inhaltsordner, readKatalog, stichtagDesLaufs } from '../src/katalog/read-katalog.ts';
import { listFiles, pageWeight } from './lib/pruefe-ausgabe.ts';

const RUNDEN = 3;
const stichtag = stichtagDesLaufs();
const { katalog } = readKatalog(inhaltsordner(), stichtag);
if (!katalog) throw new Error('The content cannot be read; see npm run check.');

const sekunden: number[] = [];
const abdruecke = new Set<string>();
const ziel = '.tmp/bench';
for (let runde = 1; runde <= RUNDEN; runde++) {
  console.error(`Runde ${runde} von ${RUNDEN} …`);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, PORTAL_ZIEL: ziel, STICHTAG: stichtag },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  sekunden.push((performance.now() - start) / 1000);
  abdruecke.add(fingerprint(ziel));
}

const seiten = listFiles(ziel).filter((path) => path.endsWith('index.html'));
const gewicht = (muster: RegExp) => {
  const treffer = seiten.filter((path) => muster.test('/' + relative(ziel, path)));
  return Math.max(...treffer.map((path) => pageWeight(path, ziel, katalog)));
};
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const dateien = (muster: RegExp) =>
  kb(
    listFiles(ziel)
      .filter((path) => muster.test(path))
      .reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0),
  );
const skripte = [
  ...readFileSync(
    join(ziel, 'angebote', [...katalog.angebote.keys()][0]!, 'index.html'),
    'utf8',
  ).matchAll(/<script/g),
];

console.log(`| Measure | Value |
|---|---|
| Offers / pages | ${katalog.angebote.size} / ${seiten.length} |
| Build, median of ${RUNDEN} | ${median(sekunden).toFixed(1)} s |
| Builds that differ, of ${RUNDEN} | ${abdruecke.size - 1} |
| Heaviest offer page with all it loads, gzip | ${kb(gewicht(/^\/angebote\/[^/]+\//))} |
| Script elements on an offer page | ${skripte.length} |
| Start page with all it loads, gzip | ${kb(gewicht(/^\/index\.html$/))} |
| Heaviest facet page, gzip | ${kb(gewicht(/^\/(themen|zielgruppen|kommunen|sprachen|angebotsarten)\/[^/]+\//))} |
| Search table of the first language, gzip | ${dateien(/suche[^/]*\.json$/)} |
| Pagefind index, as stored | ${kb(listFiles(join(ziel, 'pagefind')).reduce((sum, path) => sum + readFileSync(path).length, 0))} |`);
rmSync(ziel, { recursive: true, force: true });

function fingerprint(ordner: string): string {
  const hash = createHash('sha256');
  for (const path of listFiles(ordner))
    hash.update(relative(ordner, path)).update(readFileSync(path));
  return hash.digest('hex');
}

function median(werte: number[]): number {
  return [...werte].sort((a, b) => a - b)[Math.floor(werte.length / 2)]!;
}

/**
 * Measures what visitors and editors feel: how long a build takes, what a page weighs, whether two builds agree.
 *
 *     npm run bench              everything
 *     npm run bench -- daten     the open data alone, in a minute
 *
 * Uses PORTAL_INHALT and STICHTAG. Prints a table for docs/messwerte.md.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inhaltsordner, readKatalog, stichtagDesLaufs } from '../src/katalog/read-katalog.ts';
import { measureDaten, wachstum } from './lib/bench-daten.ts';
import { measureSuche, type SuchMessung, vervielfacht } from './lib/bench-suche.ts';
import { listFiles, pageWeight } from './lib/pruefe-ausgabe.ts';

const RUNDEN = 3;
const SUCHE = 'Deutschkurs';
const VIELE = 5000;
const stichtag = stichtagDesLaufs();
const { katalog } = readKatalog(inhaltsordner(), stichtag);
if (!katalog) throw new Error('The content cannot be read; see npm run check.');

const daten = messeDaten();
if (process.argv[2] === 'daten') {
  console.log(daten);
  process.exit();
}

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
const skripte = [
  ...readFileSync(
    join(ziel, 'angebote', [...katalog.angebote.keys()][0]!, 'index.html'),
    'utf8',
  ).matchAll(/<script/g),
];

// What is typed later: a place of this Kreis.
const [kommune] = katalog.vokabular.kommunen.values();
const danach = ` ${kommune!.bezeichnung['de']}`;
console.error('Suche auf einer langsamen Leitung …');
const suche = await medianSuche(ziel);
console.error(`Suche in ${VIELE} Angeboten …`);
const viele = `${ziel}-viele`;
await vervielfacht(ziel, viele, katalog, VIELE);
const grosseSuche = await medianSuche(viele);

console.log(`| Measure | Value |
|---|---|
| Offers / pages | ${katalog.angebote.size} / ${seiten.length} |
| Build, median of ${RUNDEN} | ${median(sekunden).toFixed(1)} s |
| Builds that differ, of ${RUNDEN} | ${abdruecke.size - 1} |
| Heaviest offer page with all it loads, gzip | ${kb(gewicht(/^\/angebote\/[^/]+\//))} |
| Script elements on an offer page | ${skripte.length} |
| Start page with all it loads, gzip | ${kb(gewicht(/^\/index\.html$/))} |
| Heaviest facet page, gzip | ${kb(gewicht(/^\/(themen|zielgruppen|kommunen|sprachen|angebotsarten)\/[^/]+\//))} |

| Search for „${SUCHE}“, gzip | ${katalog.angebote.size} offers | ${VIELE} offers |
|---|---|---|
${zeile('Finding layer and cards, all of it', ({ schicht }) => kb(schicht))}
${zeile('… script', ({ davon }) => kb(davon.skript))}
${zeile('… table of all offers', ({ davon }) => kb(davon.tabelle))}
${zeile('… words looked up', ({ davon }) => kb(davon.woerter))}
${zeile('… cards of the results shown', ({ davon }) => kb(davon.karten))}
${zeile("Pagefind's own files", ({ pagefind }) => kb(pagefind))}
${zeile('First letter to results, 400 ms / 400 kbit/s', ({ ersteTrefferMs }) => `${(ersteTrefferMs / 1000).toFixed(1)} s`)}
${zeile('Later letter to results, no network', ({ weitererBuchstabeMs }) => `${Math.round(weitererBuchstabeMs)} ms`)}

${daten}`);
rmSync(viele, { recursive: true, force: true });
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

/** The run whose first results took the median time. */
async function medianSuche(ordner: string): Promise<SuchMessung> {
  const laeufe: SuchMessung[] = [];
  for (let runde = 0; runde < RUNDEN; runde++)
    laeufe.push(await measureSuche(ordner, katalog!, SUCHE, danach));
  return laeufe.sort((a, b) => a.ersteTrefferMs - b.ersteTrefferMs)[Math.floor(RUNDEN / 2)]!;
}

function zeile(name: string, wert: (messung: SuchMessung) => string): string {
  return `| ${name} | ${wert(suche)} | ${wert(grosseSuche)} |`;
}

/** The open data of more and more offers. */
function messeDaten(): string {
  console.error('Offene Daten …');
  const messungen = measureDaten([5000, 10_000, 20_000], '.tmp/bench-daten');
  const zeilen = messungen.map(
    ({ anzahl, dateien, mb, cpuSekunden, zusaetzlichMb }) =>
      `| ${anzahl} | ${dateien} | ${mb.toFixed(0)} MB | ${cpuSekunden.toFixed(1)} s | ${zusaetzlichMb.toFixed(0)} MB |`,
  );
  return `| Open data of … offers | Files | Written | CPU | Memory beyond the offers |
|---|---|---|---|---|
${zeilen.join('\n')}

Growth exponent from the first to the last: ${wachstum(messungen).toFixed(2)}`;
}

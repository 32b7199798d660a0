/**
 * Writes the open data of many offers and prints what that took; a process of its own, so that its memory is its own.
 *
 *     node scripts/run.mjs bench/daten-lauf.ts <number of offers> <folder>
 */
import { ohneVerlauf } from '../src/katalog/verlauf.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { toOffeneDaten } from '../src/site/offene-daten.ts';
import { vieleAngebote } from './angebote.ts';
import type { DatenMessung } from './daten.ts';
import type { Stueck } from '../src/daten/datei.ts';
import { schreibeStuecke } from '../scripts/lib/schreibe-datei.ts';

const [anzahl = 0, ziel = ''] = [Number(process.argv[2]), process.argv[3]];
const { katalog: vorlage } = readKatalog();
const katalog = { ...vorlage!, angebote: vieleAngebote(vorlage!, anzahl) };
globalThis.gc?.();
const vorher = process.memoryUsage().rss;
const start = process.cpuUsage();
let dateien = 0;
let zeichen = 0;
for (const { pfade, stuecke } of toOffeneDaten(katalog, ohneVerlauf(katalog.stichtag))) {
  dateien += pfade.length;
  await schreibeStuecke(ziel, gezaehlt(stuecke()));
}
const { user, system } = process.cpuUsage(start);
console.log(
  JSON.stringify({
    anzahl,
    dateien,
    mb: zeichen / 1e6,
    cpuSekunden: (user + system) / 1e6,
    zusaetzlichMb: process.resourceUsage().maxRSS / 1000 - vorher / 1e6,
  } satisfies DatenMessung),
);

function* gezaehlt(stuecke: Iterable<Stueck>): Generator<Stueck> {
  for (const stueck of stuecke) {
    zeichen += stueck[1].length;
    yield stueck;
  }
}

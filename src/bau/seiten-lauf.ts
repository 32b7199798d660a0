/** Makes every so-and-so-many page of a portal; see `seiten`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { liesKatalog, uebergib } from '../katalog/weitergabe.ts';
import { type Anteil, anteilVon } from './in-workern.ts';
import type { Auftrag } from './seiten.ts';
import { dateiVon, ladeSeitenprogramm, type Seitenart } from './seitenprogramm.ts';
import { type Schluessel, uebernimm } from './uebernahme.ts';

const { ordner, programm, katalog, vorher, ...anteil } = workerData as Auftrag & Anteil;
uebergib({ katalog: liesKatalog(katalog), dev: false });
const arten = await ladeSeitenprogramm(programm);
// What Astro complains of is no page for visitors.
console.warn = console.error = (...worte: unknown[]) => {
  throw new Error(worte.join(' '));
};
const gemacht = new Map<string, string>();
const schluessel: Schluessel = new Map();
for (const art of arten) await macheAlle(art);
parentPort!.postMessage(schluessel);

async function macheAlle(art: Seitenart): Promise<void> {
  const pfade = await art.pfade();
  for (const { params } of pfade) {
    const datei = dateiVon(art.muster, params);
    const andere = gemacht.get(datei);
    if (andere) throw new Error(`${datei} comes of ${art.komponente} and of ${andere}.`);
    gemacht.set(datei, art.komponente);
  }
  for (const pfad of anteilVon(pfade, anteil)) {
    const { cacheKey } = pfad;
    const datei = dateiVon(art.muster, pfad.params);
    legeAn(dirname(join(ordner, datei)));
    if (cacheKey) schluessel.set(datei, cacheKey);
    if (cacheKey && uebernimm(vorher, ordner, datei, cacheKey)) continue;
    writeFileSync(join(ordner, datei), await art.rendere(pfad));
  }
}

/** Most folders lie in one that is there: looking for it first takes twice as long. */
function legeAn(neu: string): void {
  try {
    mkdirSync(neu);
  } catch {
    mkdirSync(neu, { recursive: true });
  }
}

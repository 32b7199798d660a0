/** A thread that reads and checks the content whenever it is told to, so that no page waits for that; see `pruefung`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Befund, fehlerIn } from '../../../src/domain/befund.ts';
import { ladeGedaechtnis, sichereGedaechtnis } from '../../../src/katalog/gedaechtnis.ts';
import { readKatalog } from '../../../src/katalog/read-katalog.ts';

/** What the rules refuse. */
export type Ergebnis = Befund[];

const inhalt = workerData as string;
ladeGedaechtnis(inhalt);
parentPort!.on('message', () => {
  const { befunde } = readKatalog(inhalt);
  const fehler: Ergebnis = fehlerIn(befunde);
  parentPort!.postMessage(fehler);
  sichereGedaechtnis(inhalt);
});

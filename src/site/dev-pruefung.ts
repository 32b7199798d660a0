/** Development: a thread that checks the content whenever it is told to, so that no page waits for the rules. */
import { parentPort, workerData } from 'node:worker_threads';
import { ladeGedaechtnis, sichereGedaechtnis } from '../katalog/gedaechtnis.ts';
import { readKatalog } from '../katalog/read-katalog.ts';

const inhalt = workerData as string;
ladeGedaechtnis(inhalt);
parentPort!.on('message', () => {
  const { befunde } = readKatalog(inhalt);
  parentPort!.postMessage(befunde.filter(({ stufe }) => stufe === 'fehler'));
  sichereGedaechtnis(inhalt);
});

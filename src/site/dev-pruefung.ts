/** Development: a thread that reads the content ahead, and checks it whenever it is told to, so that no page waits for the rules. */
import { parentPort, workerData } from 'node:worker_threads';
import { ladeGedaechtnis, sichereGedaechtnis } from '../katalog/gedaechtnis.ts';
import { readKatalog, readUngeprueft } from '../katalog/read-katalog.ts';

const inhalt = workerData as string;
if (!ladeGedaechtnis(inhalt)) {
  readUngeprueft(inhalt);
  sichereGedaechtnis(inhalt);
}
parentPort!.postMessage(undefined);
parentPort!.on('message', () => {
  const { befunde } = readKatalog(inhalt);
  parentPort!.postMessage(befunde.filter(({ stufe }) => stufe === 'fehler'));
  sichereGedaechtnis(inhalt);
});

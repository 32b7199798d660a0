/** Reads pages in a worker; see `sammle`. */
import { parentPort, workerData } from 'node:worker_threads';
import { sammle, type Vorgaben } from './sammle.ts';

/** What was found on pages keeps their texts in memory until it is sent. */
const AUF_EINMAL = 200;

const { vorgaben, pfade } = workerData as { vorgaben: Vorgaben; pfade: string[] };
for (let i = 0; i < pfade.length; i += AUF_EINMAL)
  parentPort!.postMessage(sammle(vorgaben, pfade.slice(i, i + AUF_EINMAL)));

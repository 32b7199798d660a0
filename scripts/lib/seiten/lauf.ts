/** Reads pages in a worker; see `sammle`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Anteil } from '../../../src/bau/in-workern.ts';
import { sammle, type Vorgaben } from './sammle.ts';

/** What was found on pages keeps their texts in memory until it is sent. */
const AUF_EINMAL = 200;

export interface Auftrag {
  vorgaben: Vorgaben;
  pfade: readonly string[];
}

const { vorgaben, pfade, teil, von } = workerData as Auftrag & Anteil;
const jeder = Math.ceil(pfade.length / von);
// In one piece: of what many pages have in common, the first in the order of all is named.
const eigene = pfade.slice(teil * jeder, (teil + 1) * jeder);
for (let i = 0; i < eigene.length; i += AUF_EINMAL)
  parentPort!.postMessage(sammle(vorgaben, eigene.slice(i, i + AUF_EINMAL)));

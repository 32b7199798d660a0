/** Reads pages in a worker; see `sammle`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Anteil, anteilVon } from '../../../src/bau/in-workern.ts';
import { sammle, type Vorgaben } from './sammle.ts';

/** What was found on pages keeps their texts in memory until it is sent. */
const AUF_EINMAL = 200;

export interface Auftrag {
  vorgaben: Vorgaben;
  pfade: readonly string[];
}

const { vorgaben, pfade, ...anteil } = workerData as Auftrag & Anteil;
const eigene = anteilVon(pfade, anteil);
for (let i = 0; i < eigene.length; i += AUF_EINMAL)
  parentPort!.postMessage(sammle(vorgaben, eigene.slice(i, i + AUF_EINMAL)));

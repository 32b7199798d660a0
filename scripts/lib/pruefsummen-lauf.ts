/** Adds up checksums in a worker; see `pruefsummen`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Anteil, anteilVon } from '../../src/bau/in-workern.ts';
import { type Auftrag, summenVon } from './pruefsummen.ts';

const { ordner, pfade, ...anteil } = workerData as Auftrag & Anteil;
parentPort!.postMessage(summenVon(ordner, anteilVon(pfade, anteil)));

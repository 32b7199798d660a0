/** Adds up checksums in a worker; see `pruefsummen`. */
import { anteilVon } from '../../src/bau/in-workern.ts';
import { meinAuftrag, melde } from '../../src/bau/worker.ts';
import { type Auftrag, summenVon } from './pruefsummen.ts';

const { ordner, pfade, ...anteil } = meinAuftrag<Auftrag>();
melde(summenVon(ordner, anteilVon(pfade, anteil)));

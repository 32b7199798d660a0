/** Reads pages in a worker; see `sammle`. */
import { anteilVon } from '../../../src/bau/in-workern.ts';
import { meinAuftrag, melde } from '../../../src/bau/worker.ts';
import { sammle, type Vorgaben } from './sammle.ts';

/** What was found on pages keeps their texts in memory until it is sent. */
const AUF_EINMAL = 200;

export interface Auftrag {
  vorgaben: Vorgaben;
  pfade: readonly string[];
}

const { vorgaben, pfade, ...anteil } = meinAuftrag<Auftrag>();
const eigene = anteilVon(pfade, anteil);
for (let i = 0; i < eigene.length; i += AUF_EINMAL)
  melde(sammle(vorgaben, eigene.slice(i, i + AUF_EINMAL)));

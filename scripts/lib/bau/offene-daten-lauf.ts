/** Writes the open data in a worker; see `offene-daten`. */
import { meinAuftrag, melde } from '../../../src/bau/worker.ts';
import { liesKatalog } from '../../../src/katalog/weitergabe.ts';
import { toOffeneDaten } from '../../../src/site/offene-daten.ts';
import { type Auftrag, schreibeHier } from './offene-daten.ts';

const { katalog, verlauf, ...ort } = meinAuftrag<Auftrag>();
melde(await schreibeHier(ort, toOffeneDaten(liesKatalog(katalog), verlauf)));

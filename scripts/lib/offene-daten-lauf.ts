/** Writes the open data in a worker; see `offene-daten`. */
import { meinAuftrag, melde } from '../../src/bau/worker.ts';
import { liesKatalog } from '../../src/katalog/weitergabe.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';
import { type Auftrag, schreibeHier } from './offene-daten.ts';

const { ordner, katalog, verlauf } = meinAuftrag<Auftrag>();
melde(await schreibeHier(ordner, toOffeneDaten(liesKatalog(katalog), verlauf)));

/** Writes the open data in a worker; see `offene-daten`. */
import { atme, meinAuftrag, melde } from '../../src/bau/worker.ts';
import { liesKatalog } from '../../src/katalog/weitergabe.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';
import type { Auftrag } from './offene-daten.ts';
import { summenVon } from './pruefsummen.ts';
import { schreibeStuecke } from './schreibe-datei.ts';

const { ordner, katalog, verlauf } = meinAuftrag<Auftrag>();
for (const { pfade, stuecke } of toOffeneDaten(liesKatalog(katalog), verlauf)) {
  await schreibeStuecke(ordner, stuecke());
  melde(summenVon(ordner, pfade));
  await atme();
}

/** The files of open data, each from the same Katalog as the pages. */
import type { Dateien } from '../daten/datei.ts';
import { dcatDatei } from '../daten/dcat.ts';
import { eigeneDateien } from '../daten/eigenes-json.ts';
import type { Herausgabe } from '../daten/herausgabe.ts';
import { hsdsDateien } from '../daten/hsds/dateien.ts';
import type { Katalog } from '../katalog/katalog.ts';
import type { Verlauf } from '../katalog/verlauf.ts';
import { tabelleUndKarte } from './angebote-tabelle.ts';
import { createKontext } from './kontext.ts';
import { feedDateien } from './neuigkeiten.ts';
import { absolut, basisOf } from './pfade.ts';

/** The Katalog with the addresses of its pages. */
export function toHerausgabe(katalog: Katalog, verlauf: Verlauf): Herausgabe {
  const { pfade } = createKontext(katalog, 'de');
  return {
    katalog,
    verlauf,
    adressen: {
      angebot: (id) => absolut(katalog.portal, pfade.angebot(id)),
      anbieter: (id) => absolut(katalog.portal, pfade.anbieter(id)),
      datei: (pfad) => absolut(katalog.portal, basisOf(katalog.portal.url) + pfad),
    },
  };
}

/** Everything below `daten/` but its page. */
export function toOffeneDaten(katalog: Katalog, verlauf: Verlauf): Dateien[] {
  const herausgabe = toHerausgabe(katalog, verlauf);
  return [
    tabelleUndKarte(herausgabe),
    ...feedDateien(herausgabe),
    ...eigeneDateien(herausgabe),
    dcatDatei(herausgabe),
    ...hsdsDateien(herausgabe),
  ];
}

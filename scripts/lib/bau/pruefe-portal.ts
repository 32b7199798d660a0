/** Looks at all of a portal before it takes the place of the last one: its pages, open data, packages, and whether a secret stands anywhere. */
import type { Eintraege, Katalog } from '../../../src/katalog/katalog.ts';
import type { Ausgabe } from './ausgabe.ts';
import { pruefeAusgabe } from './pruefe-ausgabe.ts';
import { pruefeDaten } from './pruefe-daten.ts';
import { pruefeGeheimes } from './pruefe-geheimes.ts';
import {
  type GeleseneSeiten,
  liesSeiten,
  pruefeSeiten,
  type Seitenpruefung,
  type Umfang,
} from './pruefe-seiten.ts';

/** A portal without its compressed copies: nobody looks into them. */
export interface GebautesPortal {
  ausgabe: Ausgabe;
  katalog: Katalog;
  /** What the files of the content say, before anything was left out. */
  eintraege: Eintraege;
  /** All its files, from its root. */
  dateien: readonly string[];
  /** Those of them that are open data. */
  datenPfade: readonly string[];
}

/**
 * @param umfang what was found the last time
 * @returns what was found on its pages, and what stands against publishing it, in German sentences
 */
export async function pruefePortal(
  { ausgabe, katalog, eintraege, dateien, datenPfade }: GebautesPortal,
  umfang: Umfang,
): Promise<Seitenpruefung & { gelesen: GeleseneSeiten }> {
  const gelesen = await liesSeiten(ausgabe, katalog, dateien, umfang);
  const { seiten, einwaende } = pruefeSeiten(ausgabe, katalog, dateien, gelesen);
  return {
    gelesen,
    seiten,
    einwaende: [
      ...einwaende,
      ...pruefeDaten(ausgabe, katalog, datenPfade, dateien),
      ...(await pruefeAusgabe(ausgabe, katalog, dateien)),
      ...pruefeGeheimes(ausgabe, katalog, eintraege, dateien),
    ],
  };
}

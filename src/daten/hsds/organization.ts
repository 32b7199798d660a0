/** Providers as organizations of HSDS. */
import type { Anbieter } from '../../domain/anbieter.ts';
import { alsUri } from '../../domain/felder.ts';
import { type Herausgabe, ohneLeere, uuidVon, uuidVonAnbieter } from '../herausgabe.ts';
import type { IdVon, Objekt } from './umfeld.ts';
import { SEITE_IM_PORTAL } from './worte.ts';

/**
 * An organization of HSDS, without fields that are empty. What HSDS has no field for stands in `x_de_…`; ids (UUIDv5)
 * are the same in every build.
 */
export function toOrganization({ katalog, adressen }: Herausgabe, anbieter: Anbieter): Objekt {
  const { portal } = katalog;
  const { id: name, telefon } = anbieter;
  const id: IdVon = (...teile) => uuidVon(portal, 'anbieter', name, ...teile);
  return ohneLeere({
    id: uuidVonAnbieter(portal, name),
    name: anbieter.name,
    // HSDS demands one.
    description: anbieter.beschreibung ?? `${anbieter.name}, genannt im Portal „${portal.name}“.`,
    email: anbieter.email,
    website: alsUri(anbieter.web),
    additional_websites: [
      { id: id('seite'), label: SEITE_IM_PORTAL, url: adressen.anbieter(name) },
    ],
    phones: telefon && [{ id: id('telefon'), number: telefon, type: 'voice' }],
    x_de_id: name,
    x_de_art: anbieter.art,
    x_de_kommune: anbieter.kommune,
    x_de_quelle: anbieter.quelle,
  }) as unknown as Objekt;
}

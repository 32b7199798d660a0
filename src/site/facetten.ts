/** Static lists of offers by one value: what every visitor reaches without JavaScript. */
import { type Angebot, naeheZu } from '../domain/angebot.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import { type Beschriftung, inSprache, type Kontext, label, sprachLabel } from './kontext.ts';
import type { SeitenFacette } from './pfade.ts';

export interface FacettenWert {
  id: string;
  name: Beschriftung;
  beschreibung?: Beschriftung;
  href: string;
  anzahl: number;
}

/** The ids under which an offer is listed. A Kommune lists all offers that serve it. */
export function werteOf(kontext: Pick<Kontext, 'katalog'>, facette: SeitenFacette, angebot: Angebot): readonly string[] {
  switch (facette) {
    case 'thema':
      return angebot.thema;
    case 'angebotsart':
      return [angebot.angebotsart];
    case 'zielgruppe':
      return angebot.zielgruppen;
    case 'sprache':
      return (angebot.sprachen ?? []).map(({ code }) => code);
    case 'kommune':
      return [...kontext.katalog.vokabular.kommunen.keys()].filter((id) => naeheZu(angebot, id) !== undefined);
  }
}

/** All values of a facet that at least one offer has, in the order of the vocabulary. Kommunen always. */
export function facettenWerte(kontext: Kontext, facette: SeitenFacette): FacettenWert[] {
  const { katalog, sprache, pfade } = kontext;
  const anzahl = new Map<string, number>();
  for (const angebot of katalog.angebote.values()) {
    for (const id of werteOf(kontext, facette, angebot)) anzahl.set(id, (anzahl.get(id) ?? 0) + 1);
  }
  return [...begriffe(kontext, facette).entries()]
    .filter(([id]) => facette === 'kommune' || anzahl.has(id))
    .map(([id, begriff]) => ({
      id,
      name: facette === 'sprache' ? sprachLabel(kontext, id) : label(begriffe(kontext, facette), id, sprache),
      ...(begriff.beschreibung && { beschreibung: inSprache(begriff.beschreibung, sprache) }),
      href: pfade.wert(facette, id),
      anzahl: anzahl.get(id) ?? 0,
    }));
}

type Begriff = { bezeichnung?: Record<string, string> | undefined; beschreibung?: Record<string, string> | undefined };

function begriffe({ katalog: { vokabular } }: Pick<Kontext, 'katalog'>, facette: SeitenFacette): ReadonlyMap<string, Begriff> {
  switch (facette) {
    case 'thema':
      return vokabular.themen;
    case 'angebotsart':
      return vokabular.angebotsarten;
    case 'zielgruppe':
      return vokabular.zielgruppen;
    case 'sprache':
      return vokabular.sprachen;
    case 'kommune':
      return vokabular.kommunen;
  }
}

export interface Gruppe {
  titel: string;
  karten: AngebotKarte[];
}

export interface FacettenSeite {
  titel: Beschriftung;
  beschreibung?: Beschriftung;
  anzahl: number;
  gruppen: Gruppe[];
  /** The same list in the search, to narrow it down. */
  sucheHref: string;
}

/** The page of one value; offers of a Kommune's own place come before those for the whole Kreis. */
export function toFacettenSeite(kontext: Kontext, facette: SeitenFacette, id: string): FacettenSeite {
  const { katalog, t, pfade } = kontext;
  const wert = facettenWerte(kontext, facette).find((kandidat) => kandidat.id === id);
  if (!wert) throw new Error(`Facet ${facette} has no value ${id}`);
  const treffer = [...katalog.angebote.values()].filter((angebot) => werteOf(kontext, facette, angebot).includes(id));
  const karten = (angebote: Angebot[]) => angebote.map((angebot) => toAngebotKarte(kontext, angebot));
  const stufen = [t('kommune.vor-ort', { ort: wert.name.text }), t('kommune.kreisweit'), t('kommune.bundesweit')];
  const gruppen =
    facette === 'kommune'
      ? stufen.map((titel, stufe) => ({ titel, karten: karten(treffer.filter((angebot) => naeheZu(angebot, id) === stufe)) }))
      : [{ titel: t('liste.angebote', { anzahl: treffer.length }), karten: karten(treffer) }];
  return {
    titel: wert.name,
    ...(wert.beschreibung && { beschreibung: wert.beschreibung }),
    anzahl: treffer.length,
    gruppen: gruppen.filter((gruppe) => gruppe.karten.length > 0),
    sucheHref: pfade.sucheMit({ [facette]: id }),
  };
}

/** Static lists of offers by one value: what every visitor reaches without JavaScript. */
import { type Angebot, naeheZu } from '../domain/angebot.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import { type Beschriftung, inSprache, type Kontext, label, sprachLabel } from './kontext.ts';
import { ALLE, facettenwerte } from '../suche/facettenwerte.ts';
import type { SeitenFacette } from './pfade.ts';

export interface FacettenWert {
  id: string;
  name: Beschriftung;
  beschreibung?: Beschriftung;
  href: string;
  anzahl: number;
}

/**
 * How an offer belongs to a value: 0 it is meant first (its own place, its named group), higher numbers follow, and
 * undefined is not at all. The same in the search, so that both show the same offers.
 */
export function stufeOf({ katalog }: Pick<Kontext, 'katalog'>, facette: SeitenFacette | 'anbieter', id: string, angebot: Angebot): 0 | 1 | 2 | undefined {
  if (facette === 'kommune') return naeheZu(angebot, id);
  const werte = facettenwerte(angebot, katalog.vokabular.kommunen.keys())[facette];
  if (werte.includes(id)) return 0;
  return facette === 'zielgruppe' && werte.includes(ALLE) ? 1 : undefined;
}

/** All values of a facet that at least one offer has, in the order of the vocabulary. Kommunen always. */
export function facettenWerte(kontext: Kontext, facette: SeitenFacette): FacettenWert[] {
  const { katalog, sprache, pfade } = kontext;
  const angebote = [...katalog.angebote.values()];
  return [...begriffe(kontext, facette).entries()]
    .map(([id, begriff]) => {
      const stufen = angebote.map((angebot) => stufeOf(kontext, facette, id, angebot));
      const gemeint = stufen.includes(0);
      return { id, begriff, gemeint, anzahl: stufen.filter((stufe) => stufe !== undefined).length };
    })
    .filter(({ gemeint }) => facette === 'kommune' || gemeint)
    .map(({ id, begriff, anzahl }) => ({
      id,
      name: facette === 'sprache' ? sprachLabel(kontext, id) : label(begriffe(kontext, facette), id, sprache),
      ...(begriff.beschreibung && { beschreibung: inSprache(begriff.beschreibung, sprache) }),
      href: pfade.wert(facette, id),
      anzahl,
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
  const { katalog, pfade } = kontext;
  const wert = facettenWerte(kontext, facette).find((kandidat) => kandidat.id === id);
  if (!wert) throw new Error(`Facet ${facette} has no value ${id}`);
  const gruppe = (titel: string, stufe: number): Gruppe => ({
    titel,
    karten: [...katalog.angebote.values()]
      .filter((angebot) => stufeOf(kontext, facette, id, angebot) === stufe)
      .map((angebot) => toAngebotKarte(kontext, angebot)),
  });
  const gruppen = titelDerStufen(kontext, facette, wert).map(gruppe);
  return {
    titel: wert.name,
    ...(wert.beschreibung && { beschreibung: wert.beschreibung }),
    anzahl: wert.anzahl,
    gruppen: gruppen.filter((gruppe) => gruppe.karten.length > 0),
    sucheHref: pfade.sucheMit({ [facette]: id }),
  };
}

/** Headings of the groups, by {@link stufeOf}. */
function titelDerStufen({ t }: Kontext, facette: SeitenFacette, { name, anzahl }: FacettenWert): string[] {
  if (facette === 'kommune') return [t('kommune.vor-ort', { ort: name.text }), t('kommune.kreisweit'), t('kommune.bundesweit')];
  if (facette === 'zielgruppe') return [t('zielgruppe.gemeint', { wer: name.text }), t('zielgruppe.alle')];
  return [t('liste.angebote', { anzahl })];
}

/** What a search can be narrowed down by. */

/** Facets in the order of the search page; their ids stand in the address of a search. */
export const FACETTEN = [
  'thema',
  'kommune',
  'sprache',
  'zielgruppe',
  'angebotsart',
  'kosten',
  'termin',
  'kanal',
  'kinderbetreuung',
  'deutschniveau',
  'alter',
  'tageszeit',
  'gebaerdensprache',
  'barrierefreiheit',
  'anbieter',
] as const;

export type FacetteId = (typeof FACETTEN)[number];

/** Facets that say what an offer is about or for; the others say under which circumstances it is there. */
export const SACHLICH: ReadonlySet<string> = new Set([
  'thema',
  'angebotsart',
  'zielgruppe',
] satisfies FacetteId[]);

/**
 * Facets of which an offer names all that it has: another language than these is not spoken there. For whom it is and what it is about,
 * nobody names in full: what is not named may be all the same.
 */
export const VOLLSTAENDIG: ReadonlySet<string> = new Set([
  'kommune',
  'sprache',
  'angebotsart',
  'kosten',
  'termin',
  'kanal',
  'kinderbetreuung',
  'deutschniveau',
  'gebaerdensprache',
] satisfies FacetteId[]);

/** The Zielgruppe that includes every other one. */
export const ALLE = 'alle';

/** Folders of facets whose values have pages, by facet: addresses, and names of their vocabularies. */
export const FACETTEN_ORDNER = {
  thema: 'themen',
  angebotsart: 'angebotsarten',
  zielgruppe: 'zielgruppen',
  sprache: 'sprachen',
  kommune: 'kommunen',
} as const satisfies Partial<Record<FacetteId, string>>;

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

/** Fields that scripts read from the part of an address behind `#`, beside the facets of a search (`suche/facettenwerte`). */
export const FRAGMENT_FELDER = ['q', 'ansicht', 'nahe', 'sort', 'merk'] as const;

export type FragmentFeld = (typeof FRAGMENT_FELDER)[number];

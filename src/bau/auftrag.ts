/** What workers are told that make pages. */

/** The pages of one route. */
export interface Serie {
  /** `src/pages/[...sprache]/angebote/[id].astro` */
  component: string;
  /** `/[...sprache]/angebote/[id]` */
  muster: string;
  /** Addresses of its style sheets, in their order. */
  stile: string[];
}

export interface Auftrag {
  /** Where the portal is built. */
  ordner: string;
  /** The program that Astro has bundled to make pages. */
  programm: string;
  serien: Serie[];
}

/** The file of a page, from the root of the portal. */
export function dateiVon(pfad: string): string {
  return `${pfad.replace(/^\//, '')}index.html`;
}

/** What the browser keeps of a search with the entry of the tab's history. */
import { uebergebenes } from './uebergabe.ts';

/** What the address does not say, kept by the browser for this tab only. */
export interface Merkzettel {
  /** The search itself, as in an address; what the address says counts only without it. */
  suche?: string;
  /** Scroll position. */
  y?: number;
  /** Number of results shown. */
  gezeigt?: number;
  /** Where the device was; rounded to about a hundred metres. */
  standort?: [lat: number, lon: number, ungefaehr: 0 | 1];
}

/** What the page is opened with: what the page before handed over, else what the current entry asks for. It is left where it is. */
export function ersteSuche(): ReturnType<typeof lesen> {
  const mitgebracht = uebergebenes();
  return mitgebracht === undefined ? lesen() : { fragment: mitgebracht, merkzettel: {} };
}

/** What the current entry asks for. */
export function lesen(): { fragment: string; merkzettel: Merkzettel } {
  const merkzettel = (history.state as Merkzettel | null) ?? {};
  return { fragment: merkzettel.suche ?? location.hash, merkzettel };
}

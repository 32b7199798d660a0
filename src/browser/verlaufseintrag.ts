/** What the browser keeps of a search with the entry of the tab's history. */
import { uebergebenes } from './uebergabe.ts';

/** What the address does not say, kept by the browser for this tab only. */
export interface Verlaufseintrag {
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
export function ersteSuche(): ReturnType<typeof liesEintrag> {
  const mitgebracht = uebergebenes();
  return mitgebracht === undefined ? liesEintrag() : { fragment: mitgebracht, eintrag: {} };
}

/** What the current entry asks for. */
export function liesEintrag(): { fragment: string; eintrag: Verlaufseintrag } {
  const eintrag = (history.state as Verlaufseintrag | null) ?? {};
  return { fragment: eintrag.suche ?? location.hash, eintrag };
}

/** The search in the address and in the history of the tab: Back, reload and returning from an offer restore it. */
import { mitMerkliste } from '../domain/merkliste.ts';
import { gemerkt } from './merkliste.ts';
import { liesEintrag, type Verlaufseintrag } from './verlaufseintrag.ts';

const SCROLL_RUHE_MS = 150;

/**
 * Writes the search, beside the list of offers somebody keeps, as a new entry of the history or in place of the current one.
 * @param offen true where the search may stand in the address: browsers keep every address, also one that is replaced at once
 */
export function schreiben(
  fragment: string,
  offen: boolean,
  eintrag: Verlaufseintrag,
  art: 'neu' | 'ersetzen',
): void {
  const hash = mitMerkliste(offen ? fragment : '', gemerkt());
  const url = location.pathname + location.search + (hash && `#${hash}`);
  const state: Verlaufseintrag = { ...eintrag, suche: fragment };
  if (art === 'neu') history.pushState(state, '', url);
  else history.replaceState(state, '', url);
}

/** Adds to what is remembered of the current entry. */
export function ergaenzen(neu: Verlaufseintrag): void {
  history.replaceState({ ...liesEintrag().eintrag, ...neu }, '');
}

/**
 * Keeps the scroll position of the current entry, and reports every change of entry.
 * The browser's own restoring comes before the results are there.
 */
export function verfolgen(onWechsel: () => void): void {
  history.scrollRestoration = 'manual';
  let ruhe: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clearTimeout(ruhe);
    ruhe = setTimeout(() => ergaenzen({ y: Math.round(scrollY) }), SCROLL_RUHE_MS);
  });
  // A click may leave the page before the scrolling has come to rest.
  addEventListener('click', () => ergaenzen({ y: Math.round(scrollY) }), { capture: true });
  addEventListener('popstate', () => {
    clearTimeout(ruhe);
    onWechsel();
  });
}

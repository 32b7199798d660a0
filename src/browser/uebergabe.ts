/** A search handed to the next page of this tab: not in its address, which the browser keeps and somebody else may read. */
const NAME = 'suche';

/** @returns false where the browser does not allow it */
export function uebergeben(fragment: string): boolean {
  try {
    sessionStorage.setItem(NAME, fragment);
    return true;
  } catch {
    return false;
  }
}

/** What the page before handed over. */
export function uebergebenes(): string | undefined {
  try {
    return sessionStorage.getItem(NAME) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The same, once. */
export function annehmen(): string | undefined {
  const fragment = uebergebenes();
  if (fragment !== undefined) sessionStorage.removeItem(NAME);
  return fragment;
}

/**
 * True for a click on a link that puts another page in the place of this one. Where it opens another tab, what this one hands over would
 * wait here for whoever searches next.
 * @param link a selector
 */
export function verlaesstSeite(klick: MouseEvent, link: string): boolean {
  const { target, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = klick;
  const anderswo = ctrlKey || metaKey || shiftKey || altKey || defaultPrevented;
  return !anderswo && target instanceof Element && !!target.closest(link);
}

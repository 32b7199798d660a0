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

/** The list on the device: one value, there only where somebody asked for it. */

const SCHLUESSEL = 'merkliste';

/** The list, see `formatGehaltene`; undefined where none is kept, or the browser forbids it. */
export function vomGeraet(): string | undefined {
  try {
    return localStorage.getItem(SCHLUESSEL) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns false where the browser forbids it or is full */
export function aufGeraet(feld: string): boolean {
  try {
    localStorage.setItem(SCHLUESSEL, feld);
    return true;
  } catch {
    return false;
  }
}

/** Leaves nothing behind. */
export function loescheVomGeraet(): void {
  try {
    localStorage.removeItem(SCHLUESSEL);
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

/** Reports what another tab did to it. */
export function beiAenderung(melden: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    // Without a key, everything was deleted.
    if (key === SCHLUESSEL || key === null) melden();
  });
}

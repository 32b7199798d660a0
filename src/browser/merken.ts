/** The buttons that put offers on the list. The list itself is loaded where there is one, or with the first offer. */

const GEDULD_MS = 20_000;
type Liste = typeof import('./merkliste.ts');

/** Does something with the list; where it does not come, says so. Every page loads this, so it loads nothing else. */
async function mitListe(tun: (liste: Liste) => void = () => undefined): Promise<void> {
  try {
    const frist = new Promise<never>((_, fail) => setTimeout(fail, GEDULD_MS));
    tun(await Promise.race([import('./merkliste.ts'), frist]));
  } catch {
    const meldung = document.querySelector<HTMLElement>('[data-merk-meldung]')!;
    meldung.textContent = meldung.dataset['fehler']!;
  }
}

const [geladen] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];

function hatListe(): boolean {
  try {
    // Who comes back to a page may have begun one meanwhile.
    return (
      /[#&]merk=/.test(location.hash) || geladen?.type !== 'navigate' || 'merkliste' in localStorage
    );
  } catch {
    return false;
  }
}

for (const knopf of document.querySelectorAll('[data-merken]'))
  knopf.setAttribute('aria-pressed', 'false');
addEventListener('click', ({ target }) => {
  const knopf = (target as Element).closest<HTMLElement>('[data-merken]');
  if (knopf) void mitListe(({ umschalten }) => umschalten(knopf.dataset['merken']!));
});
addEventListener('hashchange', () => {
  if (hatListe()) void mitListe();
});
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void mitListe(({ lies }) => lies(false));
});
if (hatListe()) void mitListe();

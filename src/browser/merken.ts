/** The buttons that put offers on the list. The list itself is loaded where there is one, or with the first offer. */

const liste = () => import('./merkliste.ts');
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
addEventListener('click', async ({ target }) => {
  const knopf = (target as Element).closest<HTMLElement>('[data-merken]');
  if (!knopf) return;
  try {
    (await liste()).umschalten(knopf.dataset['merken']!);
  } catch {
    const meldung = document.querySelector<HTMLElement>('[data-merk-meldung]')!;
    meldung.textContent = meldung.dataset['fehler']!;
  }
});
addEventListener('hashchange', () => {
  if (hatListe()) void liste();
});
window.addEventListener('pageshow', async ({ persisted }) => {
  if (persisted) (await liste()).lies(false);
});
if (hatListe()) void liste();

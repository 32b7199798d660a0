/** The button that copies the German sentences; without a clipboard it stays hidden. */
const knopf = document.querySelector<HTMLButtonElement>('[data-kopieren]');
const satz = document.querySelector<HTMLElement>('[data-anfrage]');
const meldung = document.querySelector<HTMLElement>('[data-kopiert]');

if (knopf && satz && meldung && 'clipboard' in navigator) {
  knopf.hidden = false;
  knopf.addEventListener('click', async () => {
    const text = [...satz.children].map((zeile) => zeile.textContent).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      meldung.textContent = meldung.dataset['kopiert']!;
    } catch {
      // Not allowed: chosen, so that it can be copied by hand.
      getSelection()?.selectAllChildren(satz);
    }
  });
}

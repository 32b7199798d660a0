/** Buttons that copy, and say so. What cannot be copied is marked, so that it can be copied by hand. */
for (const knopf of document.querySelectorAll<HTMLButtonElement>('[data-kopieren]')) {
  const meldung = knopf.nextElementSibling as HTMLElement;
  knopf.hidden = false;
  knopf.addEventListener('click', async () => {
    const quelle = document.getElementById(knopf.dataset['kopieren']!);
    try {
      await navigator.clipboard.writeText(quelle ? textOf(quelle) : location.href);
      meldung.textContent = meldung.dataset['kopiert']!;
    } catch {
      // Not allowed, or not there at all.
      if (quelle) getSelection()?.selectAllChildren(quelle);
      meldung.textContent = meldung.dataset['sonst']!;
    }
  });
}

/** Paragraphs become lines. */
function textOf(element: HTMLElement): string {
  const absaetze = [...element.querySelectorAll('p')];
  return (absaetze.length > 0 ? absaetze : [element])
    .map(({ textContent }) => textContent.trim())
    .join('\n');
}

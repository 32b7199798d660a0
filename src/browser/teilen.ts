/** Buttons that pass something on: that copy and say so, and that open the device's own menu of apps. */
for (const knopf of document.querySelectorAll<HTMLButtonElement>('[data-kopieren]')) {
  const meldung = knopf.nextElementSibling as HTMLElement;
  knopf.hidden = false;
  knopf.addEventListener('click', async () => {
    const quelle = document.getElementById(knopf.dataset['kopieren']!);
    try {
      await navigator.clipboard.writeText(quelle ? textOf(quelle) : adresse());
      meldung.textContent = meldung.dataset['kopiert']!;
    } catch {
      // Not allowed, or not there at all: marked, so that it can be copied by hand.
      if (quelle) getSelection()?.selectAllChildren(quelle);
      meldung.textContent = meldung.dataset['sonst']!;
    }
  });
}

const menue = document.querySelector<HTMLButtonElement>('[data-teilen]');
if (menue && 'share' in navigator) {
  const { teilen: url = '', titel: title = '', text = '' } = menue.dataset;
  menue.hidden = false;
  // Who closes the menu has changed their mind; nothing went wrong.
  menue.addEventListener('click', () => navigator.share({ title, text, url }).catch(() => {}));
}

/** Of this page, without the list somebody keeps: its notes are nobody else's business. */
function adresse(): string {
  return location.href.replace(/[#&]merk=[^&]*$/, '');
}

/** Paragraphs become lines. */
function textOf(element: HTMLElement): string {
  const absaetze = [...element.querySelectorAll('p')];
  return (absaetze.length > 0 ? absaetze : [element])
    .map(({ textContent }) => textContent.trim())
    .join('\n');
}

/** The button that opens the device's own menu of apps; it appears only where there is one. */
for (const knopf of document.querySelectorAll<HTMLButtonElement>('[data-teilen]')) {
  if (!('share' in navigator)) break;
  const { titel: title = '', text = '', teilen: url = '' } = knopf.dataset;
  knopf.hidden = false;
  knopf.addEventListener('click', () => {
    // Who closes the menu has changed their mind; nothing went wrong.
    navigator.share({ title, text, url }).catch(() => undefined);
  });
}

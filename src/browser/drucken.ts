/** The button that prints a hand-out, once all its pictures are there. */
for (const knopf of document.querySelectorAll<HTMLButtonElement>('[data-drucken]')) {
  knopf.hidden = false;
  knopf.addEventListener('click', async () => {
    // One that cannot be loaded must not keep the others from paper.
    await Promise.allSettled([...document.images].map((bild) => bild.decode()));
    print();
  });
}

/** Whether a machine has the letters for what it is to print. */
import type { Page } from 'playwright-core';

/** Letters of a page for which no font has a picture: they would be printed as boxes. */
export function fehlendeZeichen(seite: Page): Promise<string[]> {
  return seite.evaluate(() => {
    const flaeche = document
      .createElement('canvas')
      .getContext('2d', { willReadFrequently: true })!;
    flaeche.canvas.width = 40;
    flaeche.canvas.height = 40;
    flaeche.font = `24px ${getComputedStyle(document.body).fontFamily}`;
    const bild = (zeichen: string) => {
      flaeche.clearRect(0, 0, 40, 40);
      flaeche.fillText(zeichen, 5, 30);
      return flaeche.getImageData(0, 0, 40, 40).data.join();
    };
    // No font has a picture for what will never be a letter.
    const ohneBild = bild('\u{10fffd}');
    const buchstaben = new Set(document.body.textContent.match(/\p{L}/gu) ?? []);
    return [...buchstaben].filter((zeichen) => bild(zeichen) === ohneBild);
  });
}

/** What a camera reads. */
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';

/**
 * Reads the QR code in a picture.
 * @param seite any page: the picture is unpacked in an empty one beside it, for its policy allows none from elsewhere
 */
export async function liesQr(seite: Page, png: Buffer): Promise<string | undefined> {
  const leer = await seite.context().newPage();
  const { punkte, breite, hoehe } = await leer.evaluate(async (base64) => {
    const bild = new Image();
    bild.src = `data:image/png;base64,${base64}`;
    await bild.decode();
    const flaeche = new OffscreenCanvas(bild.width, bild.height).getContext('2d')!;
    flaeche.drawImage(bild, 0, 0);
    const { data } = flaeche.getImageData(0, 0, bild.width, bild.height);
    return { punkte: [...data], breite: bild.width, hoehe: bild.height };
  }, png.toString('base64'));
  await leer.close();
  return jsQR(Uint8ClampedArray.from(punkte), breite, hoehe)?.data;
}

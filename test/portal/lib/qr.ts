/** What a camera reads. */
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';

/**
 * Reads the QR code in a picture.
 * @param seite any page: the picture is unpacked in an empty one beside it, for its policy allows none from elsewhere
 */
export async function liesQr(seite: Page, png: Buffer): Promise<string | undefined> {
  const leer = await seite.context().newPage();
  const { dunkel, breite, hoehe } = await leer.evaluate(async (base64) => {
    const bild = new Image();
    bild.src = `data:image/png;base64,${base64}`;
    await bild.decode();
    const flaeche = new OffscreenCanvas(bild.width, bild.height).getContext('2d')!;
    flaeche.drawImage(bild, 0, 0);
    const { data } = flaeche.getImageData(0, 0, bild.width, bild.height);
    // A character per point: as numbers they would take seconds on their way here.
    let dunkel = '';
    for (let i = 0; i < data.length; i += 4) dunkel += data[i]! < 128 ? '1' : '0';
    return { dunkel, breite: bild.width, hoehe: bild.height };
  }, png.toString('base64'));
  await leer.close();
  const punkte = new Uint8ClampedArray(4 * dunkel.length).fill(255);
  for (let i = 0; i < dunkel.length; i++) if (dunkel[i] === '1') punkte.fill(0, 4 * i, 4 * i + 3);
  return jsQR(punkte, breite, hoehe)?.data;
}

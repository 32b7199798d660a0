/** Prints a booklet: once to learn on which page each hand-out begins, and once with the page numbers. */
import type { Browser, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import type { Heft } from '../../src/site/heft.ts';
import { anker, type Druckbild, formatHeft } from './heft-html.ts';
import { fehlendeZeichen } from './schriften.ts';

/** The first Chromium that prints page numbers by style sheet. */
const CHROMIUM = 131;

/**
 * @param adresse of a page of the portal that is served; the booklet takes its place, so that it finds its pictures
 * @param melde called with what it does
 * @returns the PDF, and its number of pages
 * @throws Error with a German sentence where the machine cannot print it
 */
export async function druckeHeft(
  browser: Browser,
  adresse: string,
  heft: Heft,
  bild: Druckbild,
  melde: (was: string) => void,
): Promise<{ pdf: Uint8Array; seiten: number }> {
  if (Number(browser.version().split('.')[0]) < CHROMIUM)
    throw new Error(
      `Chromium ${browser.version()} ist zu alt und druckt keine Seitenzahlen. Bitte Version ${CHROMIUM} oder neuer installieren.`,
    );
  const seite = await browser.newPage();
  const drucke = async (nummern: ReadonlyMap<string, number>) => {
    await seite.unrouteAll();
    await seite.route(adresse, (route) =>
      route.fulfill({ contentType: 'text/html', body: formatHeft(heft, bild, nummern) }),
    );
    await seite.goto(adresse, { waitUntil: 'networkidle' });
    if (nummern.size === 0) await pruefeSchriften(seite);
    const pdf = await seite.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    return { pdf, ...(await liesSeiten(pdf, [...bild.zettel.keys()])) };
  };
  melde('Drucke zum ersten Mal, um die Seiten zu zählen …');
  const { nummern } = await drucke(new Map());
  melde('Drucke mit Seitenzahlen …');
  const fertig = await drucke(nummern);
  if (JSON.stringify([...fertig.nummern]) !== JSON.stringify([...nummern]))
    throw new Error('Die Seitenzahlen im Inhalt stimmen nicht; das Heft wurde nicht geschrieben.');
  return { pdf: fertig.pdf, seiten: fertig.seiten };
}

async function pruefeSchriften(seite: Page): Promise<void> {
  const zeichen = await fehlendeZeichen(seite);
  if (zeichen.length > 0)
    throw new Error(
      `Auf diesem Rechner fehlt eine Schrift für: ${zeichen.slice(0, 12).join(' ')}\nGedruckt würden leere Kästchen. Bitte installieren (Debian: apt-get install fonts-noto-core).`,
    );
}

/** Where each hand-out begins, from the targets of the PDF's own links. */
async function liesSeiten(pdf: Uint8Array, codes: readonly string[]) {
  // It takes the bytes away.
  const dokument = await getDocumentProxy(new Uint8Array(pdf));
  const nummern = new Map<string, number>();
  for (const code of codes) {
    const ziel = await dokument.getDestination(anker(code));
    if (!ziel) throw new Error(`The booklet has no target for ${code}`);
    nummern.set(code, (await dokument.getPageIndex(ziel[0])) + 1);
  }
  return { nummern, seiten: dokument.numPages };
}

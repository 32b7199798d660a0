/** Loading what the map needs beside the offers. */
import stil from '../styles/landkarte.css?url';
import { el } from './dom.ts';

/**
 * Loads the script of the map and its style sheet, each once; after a failure they may be tried again.
 * @returns what makes the map
 */
export async function ladeKarte() {
  const [{ createKarte }] = await Promise.all([import('./karte.ts'), loadCss(stil)]);
  return createKarte;
}

let geladen: Promise<void> | undefined;

function loadCss(href: string): Promise<void> {
  geladen ??= new Promise((done, fail) => {
    // Marked for `browser/stil`, which would put another in its place.
    const link = el('link', { rel: 'stylesheet', href, crossOrigin: '' });
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => {
      link.remove();
      geladen = undefined;
      fail(new Error(`No ${href}`));
    });
    // Before the page's own styles: those for paper change some of it.
    document.head.prepend(link);
  });
  return geladen;
}

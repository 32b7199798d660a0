/**
 * What the search page does before all else: it asks for the parts that its words stand in, while the scripts that read them, and the
 * table, are still on their way. Where these parts begin, a small file tells. Whoever searches then asks for the same, and finds it
 * there or coming; where this guesses wrong or fails, nobody notices.
 *
 * Not a module, for those wait for style sheets. Holds what every other page begins with: a file of its own would have to take its
 * turn on a slow line. Safari before 16.4 cannot read it, nor what searches: there it keeps this page
 * white where a style sheet never comes.
 */
import type { Teilebezug } from '../suche/suchtabelle.ts';
import { ersteTeile } from './erste-teile.ts';
import { ersteSuche } from './verlaufseintrag.ts';
import './stil.ts';
import { parseWorte } from './zustand.ts';

const { grenzen = '', teile = '' } = document.currentScript!.dataset;

// Also where nothing is searched yet: the page names it beforehand, so it comes anyway, and browsers complain of what nobody takes.
const bezug = fetch(grenzen).then((antwort) => antwort.json() as Promise<Teilebezug>);
const text = parseWorte(ersteSuche().fragment);
bezug.then((bezug) => fordereAn(bezug, text)).catch(() => undefined);

function fordereAn(bezug: Teilebezug, text: string): void {
  for (const name of ersteTeile(bezug, text)) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = 'anonymous';
    link.href = `${teile}${name}-${bezug.teile}.json`;
    document.head.append(link);
  }
}

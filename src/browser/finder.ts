/** Finding by words: the text index, and the plain search over the table where it does not work. */
import type { Stoerung } from './ansicht-meldung.ts';
import type { Bestand } from './bestand.ts';
import { ersatzsuche } from './ersatzsuche.ts';
import { createVolltext, type Pagefind } from './volltext.ts';

export interface Gefunden {
  /** Rows, best first; missing where no words are searched. */
  rows?: number[];
  stoerung?: Stoerung;
}

export interface Finder {
  finden(text: string): Promise<Gefunden>;
  /** Called when it turns out that the text index cannot be used at all. */
  beiStoerung(melden: () => void): void;
}

export function createFinder(
  pagefind: Promise<Pagefind>,
  hash: Promise<string | undefined>,
  bestand: Bestand,
): Finder {
  const volltext = createVolltext(pagefind, hash, bestand);
  let letzter: { text: string; rows: number[] } | undefined;
  let defekt = false;
  const bereit = Promise.all([pagefind, hash]).then(([, gefunden]) => {
    if (gefunden !== bestand.index) throw new Error('The index is not the one of the table');
  });
  bereit.catch(() => undefined);
  return {
    async finden(text) {
      if (!text || bestand.anzahl === 0) return defekt ? { stoerung: 'filter' } : {};
      if (letzter?.text === text) return { rows: letzter.rows };
      const { rows, gestoert } = await volltext.suchen(text);
      if (gestoert) {
        return { rows: [...new Set([...rows, ...ersatzsuche(bestand, text)])], stoerung: 'text' };
      }
      letzter = { text, rows };
      return { rows };
    },
    beiStoerung(melden) {
      bereit.catch((error: unknown) => {
        if (bestand.anzahl === 0) return;
        console.error(error);
        defekt = true;
        melden();
      });
    },
  };
}

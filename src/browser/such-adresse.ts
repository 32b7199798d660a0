/**
 * What is searched, and whether it may stand in the address. Browsers keep every address, also one that is replaced at once, and
 * somebody else may read them: words stand there only once they are finished, and known to be harmless.
 */
import type { Verlaufseintrag } from './verlaufseintrag.ts';
import {
  type Auswaehlbar,
  formatZustand,
  LEER,
  parseZustand,
  type Suchzustand,
} from './zustand.ts';

/**
 * Writes a search with the entry of the tab's history.
 * @param offen true where it may stand in the address
 * @param eintrag what else is kept of it; missing: what was
 */
export type Schreiber = (
  fragment: string,
  offen: boolean,
  art: 'neu' | 'ersetzen',
  eintrag?: Verlaufseintrag,
) => void;

export interface Suchadresse {
  /** What is searched. */
  zustand(): Suchzustand;
  /** The same in the form of an address. */
  fragment(zustand: Suchzustand): string;
  /** Reads what the entry of the history says; it stays as it is written. */
  lies(fragment: string): void;
  /**
   * Searches something else.
   * @param tippend true where the words are not finished
   */
  setze(
    neu: Suchzustand,
    art: 'neu' | 'ersetzen',
    eintrag: Verlaufseintrag,
    tippend: boolean,
  ): void;
  /** Writes it once more, where something else took its place. */
  wiederhole(): void;
  /** Somebody types: the beginning of a sentence may look harmless. */
  tippt(): void;
  /** Words are finished. @param q as they stand in the field: what is not searched yet is written with its results */
  fertig(q: string): void;
  /** What was found tells whether words are harmless. @param q that were searched: by now others may be */
  beurteilt(q: string, harmlos: boolean): void;
}

/** Begins with an empty search. @param facetten known facets, see {@link parseZustand} */
export function createSuchadresse(
  facetten: readonly Auswaehlbar[],
  schreiber: Schreiber,
): Suchadresse {
  let zustand = LEER;
  /** The last words that are known to be harmless. */
  let harmlos = '';
  /** False while somebody types. */
  let gemeint = true;

  const schreibe = (art: 'neu' | 'ersetzen', eintrag?: Verlaufseintrag) => {
    const offen = zustand.q === '' || (zustand.q === harmlos && gemeint);
    schreiber(formatZustand(zustand, facetten), offen, art, eintrag);
  };

  return {
    zustand: () => zustand,
    fragment: (eines) => formatZustand(eines, facetten),
    lies(fragment) {
      zustand = parseZustand(fragment, facetten);
      gemeint = true;
    },
    setze(neu, art, eintrag, tippend) {
      if (!tippend) gemeint = true;
      zustand = neu;
      schreibe(art, eintrag);
    },
    wiederhole: () => schreibe('ersetzen'),
    tippt() {
      gemeint = false;
    },
    fertig(q) {
      if (gemeint) return;
      gemeint = true;
      if (q === zustand.q) schreibe('ersetzen');
    },
    beurteilt(q, istHarmlos) {
      harmlos = istHarmlos ? q : '';
      if (gemeint) schreibe('ersetzen');
    },
  };
}

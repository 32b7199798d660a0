/** Finding by words: understood with the Wortschatz, looked up where their tokens stand; the plain search where that fails. */
import type { Stoerung } from './ansicht-meldung.ts';
import type { Bestand } from './bestand.ts';
import { bewerten, type Passung, zeichenVon } from './bewerten.ts';
import { deuten, type Deutung } from './deuten.ts';
import { createNachschlagewerk } from './nachschlagen.ts';
import { createVolltext } from './volltext.ts';

export interface Gefunden {
  /** Missing where no words are searched. */
  passungen?: Passung[];
  /** What the words were taken for; missing where that could not be found out. */
  deutung?: Deutung;
  stoerung?: Stoerung;
}

const NICHTS_GEDEUTET: Deutung = {
  worte: [],
  orte: [],
  gefahr: [],
  korrekturen: [],
  themen: [],
  unbekannt: [],
  unfertig: false,
  harmlos: false,
};

/** How it is searched. */
export interface Suchweise {
  /** True while somebody types; false unless told. */
  tippend?: boolean;
  /** Whether what failed for the same text before is tried again; true unless told. */
  erneut?: boolean;
}

export interface Finder {
  /** @returns undefined while typing, where only the next letters will tell */
  finden(text: string, wie?: Suchweise): Promise<Gefunden | undefined>;
  /** The Kommunen that are meant by the name of a place or a postal code. */
  orte(text: string): Promise<string[]>;
}

/**
 * `finden` does not fail: where words or tokens do not come, it finds by the plain search (`ersatzsuche`) and says so
 * in `stoerung`. It keeps the last answer for the same text. `orte` fails where words do not come.
 */
export function createFinder(bestand: Bestand): Finder {
  const volltext = createVolltext(bestand);
  const werk = createNachschlagewerk(bestand);
  let letzter: { text: string; gefunden: Gefunden } | undefined;
  /** The last for finished words, while it has not answered: who asks for the same meanwhile gets the same. */
  let laufend: { text: string; gefunden: Promise<Gefunden | undefined> } | undefined;

  const suchen = async (deutung: Deutung): Promise<Gefunden> => {
    // A place alone narrows down; there is no word to look for.
    if (deutung.worte.length === 0) return { deutung };
    const funde = await volltext.suchen(zeichenVon(deutung));
    return { deutung, passungen: bewerten(bestand, deutung, funde) };
  };

  const verstehenUndSuchen = async (text: string, tippend: boolean) => {
    let verstanden: Deutung | undefined;
    if (!tippend) volltext.ahnen(text);
    try {
      const deutung = await deuten(text, werk, tippend);
      if (!deutung) return undefined;
      verstanden = deutung;
      const gefunden = await suchen(deutung);
      letzter = { text, gefunden };
      return gefunden;
    } catch (error) {
      console.error(error);
      // Needed only where something failed; where even that cannot be loaded, nothing is found and said so.
      const passungen = await import('./ersatzsuche.ts')
        .then(({ ersatzsuche }) => ersatzsuche(bestand, text))
        .catch(() => []);
      // The plain search follows none of it, but who is in danger gets the numbers all the same. They are shown too
      // where nothing was understood: nobody knows then whether somebody is.
      const { gefahr = [], harmlos = false } = verstanden ?? {};
      const gefunden: Gefunden = {
        passungen,
        ...(verstanden && { deutung: { ...NICHTS_GEDEUTET, gefahr, harmlos } }),
        stoerung: 'text',
      };
      letzter = { text, gefunden };
      return gefunden;
    }
  };

  return {
    async finden(text, { tippend = false, erneut = true } = {}) {
      if (!text || bestand.anzahl === 0) return {};
      if (letzter?.text === text && !(erneut && letzter.gefunden.stoerung)) return letzter.gefunden;
      if (laufend?.text === text) return laufend.gefunden;
      const gefunden = verstehenUndSuchen(text, tippend);
      if (tippend) return gefunden;
      laufend = { text, gefunden };
      try {
        return await gefunden;
      } finally {
        if (laufend?.gefunden === gefunden) laufend = undefined;
      }
    },
    orte: async (text) => (await deuten(text, werk))?.orte ?? [],
  };
}

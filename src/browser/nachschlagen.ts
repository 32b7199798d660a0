/** Looking words up in the Wortschatz, whose parts are loaded when a word needs them. */
import { parseZeile, type Worteintrag, WORTART } from '../suche/wortzeile.ts';
import { type Bestand, einmal } from './bestand.ts';

/** A word of the Wortschatz. */
export interface Eintrag extends Pick<Worteintrag, 'fuellwort' | 'fremd' | 'ziele'> {
  wort: string;
  /** As a word to be read, in the spelling of `falten`. */
  ganz: string;
  /** How common it is in offers: 0 stands in none. */
  haeufig: number;
  /** Offers have words of its family. */
  familie: boolean;
}

export interface Nachschlagewerk {
  /** Loads what these words stand in. */
  lade(worte: Iterable<string>): Promise<void>;
  /** Loads everything that begins so. */
  ladeAnfang(anfang: string): Promise<void>;
  /** A word, if its part is loaded. */
  eintrag(wort: string): Eintrag | undefined;
  /** The loaded words that begin so. */
  mitAnfang(anfang: string): Eintrag[];
  /** Short words that mean danger, loaded or not; undefined where that is not known. */
  gefahr: readonly string[] | undefined;
}

/**
 * Loads each part once. `lade` and `ladeAnfang` fail where a part does not come or is none; then they load it anew when
 * they are called again.
 * @param woerter what the words of each part begin with or come after; empty where there is no Wortschatz: then nothing
 * is found
 */
export function createNachschlagewerk({
  woerter,
  ladeTeil,
  gefahr,
}: Pick<Bestand, 'woerter' | 'ladeTeil'> & Partial<Pick<Bestand, 'gefahr'>>): Nachschlagewerk {
  const laeufe = new Map<number, Promise<void>>();
  const teile = new Map<number, Map<string, Eintrag>>();

  const teilVon = (wort: string): number => teilMit(woerter, wort);

  const ladeTeile = async (nummern: Iterable<number>) => {
    if (woerter.length === 0) return;
    const ladeNr = async (nr: number) => {
      const text = (await ladeTeil(`w${nr}`)) as string;
      teile.set(nr, new Map(text.split('\n').map((zeile) => toEintrag(zeile))));
    };
    await Promise.all([...new Set(nummern)].map((nr) => einmal(laeufe, nr, () => ladeNr(nr))));
  };

  return {
    gefahr,
    lade: (worte) => ladeTeile([...worte].map(teilVon)),
    ladeAnfang: (anfang) => ladeTeile(teileAb(woerter, anfang)),
    eintrag: (wort) => teile.get(teilVon(wort))?.get(wort),
    mitAnfang: (anfang) =>
      teileAb(woerter, anfang).flatMap((nr) =>
        [...(teile.get(nr)?.values() ?? [])].filter(({ wort }) => wort.startsWith(anfang)),
      ),
  };
}

/**
 * Number of the part a word stands in.
 * @param grenzen what the words of each part begin with or come after
 */
export function teilMit(grenzen: readonly string[], wort: string): number {
  let nr = 0;
  while (nr + 1 < grenzen.length && grenzen[nr + 1]! <= wort) nr++;
  return nr;
}

/** Numbers of the parts that hold what begins so. */
export function teileAb(grenzen: readonly string[], anfang: string): number[] {
  const erster = teilMit(grenzen, anfang);
  const letzter = teilMit(grenzen, `${anfang}\uFFFF`);
  return Array.from({ length: letzter - erster + 1 }, (_, i) => erster + i);
}

function toEintrag(zeile: string): [string, Eintrag] {
  const [wort, { art, fuellwort, fremd, endung, ziele }] = parseZeile(zeile);
  const haeufig = Number(art) || 0;
  const familie = haeufig > 0 || art === WORTART.familie;
  return [wort, { wort, ganz: wort + endung, haeufig, familie, fuellwort, fremd, ziele }];
}

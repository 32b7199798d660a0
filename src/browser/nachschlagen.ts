/** Looking words up in the Wortschatz, whose parts are loaded when a word needs them. */
import { type Bestand, einmal } from './bestand.ts';

/** A word of the Wortschatz, see `suche/wortschatz.ts`. */
export interface Eintrag {
  wort: string;
  /** As a word to be read, in the spelling of `falten`. */
  ganz: string;
  /** How common it is in offers: 0 stands in none. */
  haeufig: number;
  /** Offers have words of its family. */
  familie: boolean;
  /** Left out where it is typed so; another word may have it as its stem. */
  fuellwort: boolean;
  /** Known only by neighbours' offers or protected ones, see `FREMD` in `suche/wortschatz.ts`. */
  fremd: boolean;
  ziele: string[];
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
}: Pick<Bestand, 'woerter' | 'ladeTeil'>): Nachschlagewerk {
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
  const [wort = '', kopf, ...ziele] = zeile.split(' ');
  if (!kopf) throw new Error(`No line of the Wortschatz: ${zeile}`);
  const [kuerzel = '', endung = ''] = kopf.split(':');
  const fremd = kuerzel.endsWith('*');
  const art = fremd ? kuerzel.slice(0, -1) : kuerzel;
  const fuellwort = art.startsWith('!');
  const alsStamm = fuellwort ? art.slice(1) : art;
  const haeufig = Number(alsStamm) || 0;
  const familie = haeufig > 0 || alsStamm === '~';
  return [wort, { wort, ganz: wort + endung, haeufig, familie, fuellwort, fremd, ziele }];
}

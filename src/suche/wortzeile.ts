/** How a word of the Wortschatz is written: a line, for the build that writes it and the browser that looks it up. */

/** What a word is where no offer has it. */
export const WORTART = {
  /** Leads somewhere, but stands in no offer. */
  nurZiel: '-',
  /** No offer has the word itself, but words of its family. */
  familie: '~',
} as const;

/** So many letters do words have in common that stand in one part, as far as that goes: what is misspelled mostly begins right. */
export const GRUPPE = 2;

/**
 * Marks what decides nothing where other words do. Before a target (`?gefahr=gewalt`), only in the search of a Land: some Kreise say so
 * and others do not. It leads there, and takes nothing from what the word finds otherwise.
 */
export const BEILAEUFIG = '?';

/** True for a target (see {@link Worteintrag}) that means danger, by itself or with other words; false for one that only some Kreise know. */
export function istGefahr(ziel: string): boolean {
  return ziel.startsWith('gefahr=');
}

/** Before the kind of a word, and behind it. */
const FUELLWORT = '!';
const FREMD = '*';

export interface Worteintrag {
  /** One of {@link WORTART}, or where offers have it the number of digits of how many (in binary); empty for a filler that is nothing else. */
  art: string;
  /** Left out of a search. Where it is the stem of other words as well („mal“, „malen“), its kind is theirs. */
  fuellwort: boolean;
  /**
   * The portal would not know it without its neighbours or its protected offers. Whoever types it may be in danger: it never counts as
   * harmless. Where there are no neighbours no word is marked.
   */
  fremd: boolean;
  /** What must be put behind the stem to read a word; empty where the stem is one. */
  endung: string;
  /**
   * `facette=wert[,wert]`, `anliegen=id`, `verwandt=id`, `gefahr=id`, and where nothing else is left `siehe=thema`; each followed by
   * `+wort` for every other word that must be typed with it; or {@link BEILAEUFIG}.
   */
  ziele: readonly string[];
}

/** Between spaces the word, its kind (behind a colon the ending) and its targets. */
export function formatZeile(
  wort: string,
  { art, fuellwort, fremd, endung, ziele }: Worteintrag,
): string {
  const marken = `${fuellwort ? FUELLWORT : ''}${art}${fremd ? FREMD : ''}`;
  return [wort, endung ? `${marken}:${endung}` : marken, ...ziele].join(' ');
}

/**
 * {@link formatZeile} the other way round.
 * @throws where the line was cut
 */
export function parseZeile(zeile: string): [wort: string, eintrag: Worteintrag] {
  const [wort = '', kopf, ...ziele] = zeile.split(' ');
  if (!kopf) throw new Error(`No line of the Wortschatz: ${zeile}`);
  const [marken = '', endung = ''] = kopf.split(':');
  const fuellwort = marken.startsWith(FUELLWORT);
  const fremd = marken.endsWith(FREMD);
  const art = marken.slice(Number(fuellwort), fremd ? -1 : undefined);
  return [wort, { art, fuellwort, fremd, endung, ziele }];
}

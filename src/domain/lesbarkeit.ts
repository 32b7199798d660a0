/**
 * How easy a German text is to read, as far as that can be counted: length of sentences and words, passive voice. The limits follow
 * the rules of the Netzwerk Leichte Sprache (short sentences, divided words, no passive); no number replaces readers who check.
 */

export interface Grenzen {
  /** Most words of a sentence. */
  satz: number;
  /** Most letters of a word, or of its parts where it is divided: `Deutsch·kurs`, `Migrations-Beratung`. */
  wort: number;
  passiv: 'erlaubt' | 'vermeiden';
}

/** For Leichte Sprache, and for the German short texts that everybody reads first. */
export const GRENZEN = {
  leicht: { satz: 12, wort: 15, passiv: 'vermeiden' },
  kurz: { satz: 20, wort: 25, passiv: 'erlaubt' },
} as const satisfies Record<string, Grenzen>;

/** What is too hard, each as it stands in the text. */
export interface Huerden {
  saetze: string[];
  woerter: string[];
  passiv: string[];
}

const PASSIV =
  /(?<!\p{L})[Ww](?:ird|erden|urden?|orden)(?!\p{L}).*?(?<!\p{L})(?:ge\p{Ll}+(?:t|en)|(?:be|ent|er|ver|zer)\p{Ll}+t|\p{Ll}+iert)(?=[.!?:,;]|$)/u;

/** @param text lines and sentences; what is in a line of its own (a heading, a list item) is a sentence of its own */
export function findHuerden(text: string, grenzen: Grenzen): Huerden {
  const saetze = text
    .split(/\n+|(?<=[.!?:;])\s+/)
    .map((satz) => satz.trim())
    .filter(Boolean);
  const woerter = (satz: string) => satz.match(/[\p{L}\p{N}][\p{L}\p{N}·\u00ad-]*/gu) ?? [];
  const laenge = (wort: string) =>
    Math.max(...wort.split(/[·\u00ad-]/).map((teil) => [...teil].length));
  return {
    saetze: saetze.filter((satz) => woerter(satz).length > grenzen.satz),
    woerter: [...new Set(saetze.flatMap(woerter))].filter((wort) => laenge(wort) > grenzen.wort),
    passiv: grenzen.passiv === 'vermeiden' ? saetze.filter((satz) => PASSIV.test(satz)) : [],
  };
}

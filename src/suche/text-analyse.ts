/** From the German text of an offer to what it can be found by. The browser does the same to what is typed. */
import { NEBENSACHE, inhaltswoerter } from './analyse/fuellwoerter.ts';
import { falten, MAX_WORT, woerter } from './analyse/falten.ts';
import { stamm, wurzel } from './analyse/stamm.ts';
import { KURZE_TEILE, zerlege } from './analyse/zerlegung.ts';

export interface Analyse {
  /** Stems of the words, each with a word it stands in. */
  formen: ReadonlyMap<string, string>;
  /** What the words and the pieces of compounds have in common with others of their family. */
  wurzeln: ReadonlySet<string>;
}

/** Tells whether a stem is a word that compounds are made of. */
export type IstTeil = (stamm: string) => boolean;

const MIN_TEIL = 4;

/**
 * The dictionary of compounds: every word of four letters or more that stands by itself in the portal's texts.
 * @param texte all German texts, labels and search words
 * @param namen names that are no words to build with (places)
 */
export function createTeile(texte: Iterable<string>, namen: Iterable<string>): IstTeil {
  const verboten = new Set([...namen].flatMap(woerter).map(stamm));
  const teile = new Set<string>(KURZE_TEILE);
  for (const text of texte)
    for (const wort of woerter(text)) {
      const form = stamm(wort);
      const kein = NEBENSACHE.fuellwoerter.has(wort) || verboten.has(form);
      if (wort.length >= MIN_TEIL && form.length >= 3 && !kein) teile.add(form);
    }
  // A compound that stands in the texts is a word too, but takes nothing apart: its own pieces do.
  return (form) => teile.has(form);
}

/** Analyses texts together. */
export function analysiere(texte: readonly (string | undefined)[], istTeil: IstTeil): Analyse {
  const formen = new Map<string, string>();
  const wurzeln = new Set<string>();
  for (const text of texte) {
    if (text === undefined) continue;
    for (const wort of [...inhaltswoerter(text), ...zusammengesetzte(text, istTeil)]) {
      // Years and numbers of houses say nothing; B1 does, and who knows a number by heart (116016) may type it.
      if (/^\p{N}{1,5}$/u.test(wort)) continue;
      const form = stamm(wort);
      if (!formen.has(form)) formen.set(form, wort);
      wurzeln.add(wurzel(form));
      for (const teil of alleTeile(wort, istTeil)) wurzeln.add(wurzel(stamm(teil)));
    }
  }
  return { formen, wurzeln };
}

/** The pieces of a compound, and theirs: Integrations-kurs-träger holds the Integrationskurs and the Kurs. */
function alleTeile(wort: string, istTeil: IstTeil): string[] {
  return zerlege(wort, istTeil).flatMap((teil) => [teil, ...alleTeile(teil, istTeil)]);
}

/** Words that a hyphen hides: „Sprach-Café“ is „Sprachcafé“, „Deutsch- und Integrationskurse“ holds „Deutschkurse“. */
function zusammengesetzte(text: string, istTeil: IstTeil): string[] {
  const verbunden = [...text.matchAll(/(?<!\p{L})\p{L}+(?:[-\u2010\u2011]\p{L}+)+/gu)].map(
    ([wort]) => falten(wort.replace(/\P{L}/gu, '')),
  );
  const ergaenzt = [
    ...text.matchAll(/(?<!\p{L})(\p{L}{3,})-(?=[\s,/]([^.;:!?\n]{0,80}))/gu),
  ].flatMap(([, anfang = '', folge = '']) => {
    const ganzes = woerter(folge.replace(/\p{L}+-(?=[\s,/])/gu, ' ')).find(
      (wort) => zerlege(wort, istTeil).length > 1,
    );
    return ganzes ? [falten(anfang) + zerlege(ganzes, istTeil).at(-1)!] : [];
  });
  return [...verbunden, ...ergaenzt].filter((wort) => wort.length <= MAX_WORT);
}

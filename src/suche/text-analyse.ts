/** From the German text of an offer to what it can be found by. The browser does the same to what is typed. */
import { NEBENSACHE } from './analyse/fuellwoerter.ts';
import { falten, MAX_WORT, woerter } from './analyse/falten.ts';
import { stamm, wurzel } from './analyse/stamm.ts';
import { KURZE_TEILE, MIN_WORT, zerlege } from './analyse/zerlegung.ts';

export interface Analyse {
  /** Stems of the words, each with a word it stands in. */
  formen: ReadonlyMap<string, string>;
  /** What the words and the pieces of compounds have in common with others of their family. */
  wurzeln: ReadonlySet<string>;
  /** All that was taken apart, or tried: longer words, parted by spaces. */
  lange: string;
}

/** Tells whether a stem is a word that compounds are made of. */
export type IstTeil = (stamm: string) => boolean;

const MIN_TEIL = 4;

/**
 * What texts add to the dictionary of compounds: the stem of every word of four letters or more that stands by itself.
 * A compound that stands in the texts is a word too, but takes nothing apart: its own pieces do.
 */
export function sammleTeile(texte: Iterable<string>): Set<string> {
  const teile = new Set<string>();
  for (const text of texte)
    for (const wort of woerter(text)) {
      const form = stamm(wort);
      if (wort.length >= MIN_TEIL && form.length >= 3 && !NEBENSACHE.fuellwoerter.has(wort))
        teile.add(form);
    }
  return teile;
}

/**
 * The dictionary of compounds.
 * @param gesammelt from {@link sammleTeile}: of all German texts, labels and search words
 * @param namen names that are no words to build with (places)
 */
export function createTeile(
  gesammelt: Iterable<ReadonlySet<string>>,
  namen: Iterable<string>,
): ReadonlySet<string> {
  const verboten = new Set([...namen].flatMap(woerter).map(stamm));
  const teile = new Set<string>(KURZE_TEILE);
  for (const formen of gesammelt)
    for (const form of formen) if (!verboten.has(form)) teile.add(form);
  return teile;
}

/** Analyses texts, each list of them together. */
export function createAnalyse(
  istTeil: IstTeil,
): (texte: readonly (string | undefined)[]) => Analyse {
  // Texts share most of their words; one that is cut out of a text keeps all of it in memory.
  const bekannt = new Map<string, { wort: string; form: string; familien: readonly string[] }>();
  const lies = (wort: string) => {
    let gelesen = bekannt.get(wort);
    if (!gelesen) {
      const form = stamm(wort);
      const teile = alleTeile(wort, istTeil).map((teil) => wurzel(stamm(teil)));
      bekannt.set(wort, (gelesen = { wort, form, familien: [wurzel(form), ...teile] }));
    }
    return gelesen;
  };
  return (texte) => {
    const formen = new Map<string, string>();
    const wurzeln = new Set<string>();
    const lange = new Set<string>();
    for (const text of texte) {
      if (text === undefined) continue;
      const einzelne = woerter(text);
      const weitere = zusammengesetzte(text, istTeil);
      for (const wort of [...einzelne, ...weitere]) if (wort.length >= MIN_WORT) lange.add(wort);
      const inhalt = einzelne.filter((wort) => !NEBENSACHE.fuellwoerter.has(wort));
      for (const wort of [...inhalt, ...weitere]) {
        // Years and numbers of houses say nothing; B1 does, and who knows a number by heart (116016) may type it.
        if (/^\p{N}{1,5}$/u.test(wort)) continue;
        const { wort: eines, form, familien } = lies(wort);
        if (!formen.has(form)) formen.set(form, eines);
        for (const familie of familien) wurzeln.add(familie);
      }
    }
    return { formen, wurzeln, lange: [...lange].join(' ') };
  };
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

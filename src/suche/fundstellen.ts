/**
 * Where tokens stand, for the browser: in which offers, and whether in the title, the short text or elsewhere. Whoever writes them cuts
 * them into parts, so that a search loads a few kilobytes, however many offers there are.
 */
import { einmalJe } from '../domain/einmal.ts';
import { createNummern } from './nummern.ts';

/** What an offer is found by: the tokens of its title, of its short text and of the rest, each between spaces. */
export type Fundtexte = readonly [titel: string, kurz: string, text: string];

/**
 * @param angebote in the order of the rows; `werte` are tokens that count like those of the title
 * @returns per token a line, in the order of the tokens: the token, the rows whose title has it, those whose short text has it, and the
 *   others, parted by `;`. Rows are written as their distance from the one before (base 36), so that neighbours cost little.
 */
export function formatFundstellen(
  angebote: Iterable<{ texte: Fundtexte; werte?: readonly string[] }>,
): [zeichen: string, zeile: string][] {
  const alle = Array.from(angebote, ({ texte, werte }) =>
    werte ? nummeriere(texte, werte) : nummerierteTexte(texte),
  );
  // Per token and field how many rows there are; then where they end; then, as they are filled in from behind, where they begin.
  const stellen = new Uint32Array(3 * zeichen.texte.length + 1);
  for (const felder of alle)
    felder.forEach((nummern, feld) => {
      for (const nummer of nummern) stellen[3 * nummer + feld]!++;
    });
  for (let i = 1; i < stellen.length; i++) stellen[i]! += stellen[i - 1]!;
  const rows = new Uint32Array(stellen.at(-1)!);
  for (let row = alle.length - 1; row >= 0; row--)
    alle[row]!.forEach((nummern, feld) => {
      for (const nummer of nummern) rows[--stellen[3 * nummer + feld]!] = row;
    });
  return geordnet().flatMap((nummer): [string, string][] => {
    const von = 3 * nummer;
    if (stellen[von] === stellen[von + 3]) return [];
    const felder = [0, 1, 2].map((feld) =>
      formatRows(rows, stellen[von + feld]!, stellen[von + feld + 1]!),
    );
    const eines = zeichen.texte[nummer]!;
    return [[eines, `${eines} ${felder.join(';')}`]];
  });
}

const zeichen = createNummern();
/** The numbers of all tokens, in the order of their tokens; the newest may not have their place yet. */
const reihenfolge: number[] = [];

function geordnet(): readonly number[] {
  const { texte } = zeichen;
  if (reihenfolge.length < texte.length) {
    while (reihenfolge.length < texte.length) reihenfolge.push(reihenfolge.length);
    reihenfolge.sort((a, b) => (texte[a]! < texte[b]! ? -1 : 1));
  }
  return reihenfolge;
}

/** The numbers of the tokens of each field; one that stands in several counts where it says most. */
type Nummeriert = readonly [titel: Uint32Array, kurz: Uint32Array, text: Uint32Array];

function nummeriere([titel, kurz, text]: Fundtexte, werte: readonly string[] = []): Nummeriert {
  const gesehen = new Set<number>();
  const nummern = (alle: readonly string[]) =>
    Uint32Array.from(
      alle.flatMap((eines) => {
        if (!eines) return [];
        const nummer = zeichen.von(eines);
        if (gesehen.has(nummer)) return [];
        gesehen.add(nummer);
        return nummer;
      }),
    );
  return [
    nummern([...titel.split(' '), ...werte]),
    nummern(kurz.split(' ')),
    nummern(text.split(' ')),
  ];
}

/** Whoever edits one offer does not wait for the others. */
const nummerierteTexte = einmalJe((texte: Fundtexte) => nummeriere(texte));

/** Most rows are near the one before. */
const ABSTAENDE = Array.from({ length: 1296 }, (_, abstand) => abstand.toString(36));

function formatRows(rows: Uint32Array, ab: number, bis: number): string {
  let text = '';
  let davor = -1;
  for (let i = ab; i < bis; i++) {
    const abstand = rows[i]! - davor;
    davor = rows[i]!;
    text += (text && ',') + (ABSTAENDE[abstand] ?? abstand.toString(36));
  }
  return text;
}

/**
 * Where tokens stand, for the browser: in which offers, and whether in the title, the short text or elsewhere. Cut into parts in the order
 * of the tokens, so that a search loads a few kilobytes, however many offers there are.
 */
import { inTeile } from './wortschatz.ts';

/** What an offer is found by: the tokens of its title, of its short text and of the rest, each between spaces. */
export type Fundtexte = readonly [titel: string, kurz: string, text: string];

/**
 * @param angebote in the order of the rows; `werte` are tokens that count like those of the title
 * @param zeichenJeTeil about how long a part is
 * @returns per part its text, and what its tokens begin with or come after. Per token a line: the rows whose title has it, those whose
 *   short text has it, and the others, parted by `;`. Rows are written as their distance from the one before (base 36), so that
 *   neighbours cost little.
 */
export function formatFundstellen(
  angebote: Iterable<{ texte: Fundtexte; werte?: readonly string[] }>,
  zeichenJeTeil: number,
): { von: string; text: string }[] {
  const stellen = new Map<string, [number[], number[], number[]]>();
  let row = 0;
  for (const { texte, werte = [] } of angebote) {
    const gesehen = new Set<string>();
    const [titel, kurz, text] = texte.map((eines) => eines.split(' '));
    [[...titel!, ...werte], kurz!, text!].forEach((alle, feld) => {
      for (const eines of alle) {
        if (!eines || gesehen.has(eines)) continue;
        gesehen.add(eines);
        let wo = stellen.get(eines);
        if (!wo) stellen.set(eines, (wo = [[], [], []]));
        wo[feld as 0 | 1 | 2].push(row);
      }
    });
    row++;
  }
  const zeilen = [...stellen]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([eines, felder]) => [eines, `${eines} ${felder.map(formatRows).join(';')}`] as const);
  return inTeile(zeilen, zeichenJeTeil);
}

function formatRows(rows: readonly number[]): string {
  return rows.map((row, i) => (row - (rows[i - 1] ?? -1)).toString(36)).join(',');
}

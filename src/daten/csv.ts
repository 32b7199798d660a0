/** Tables for German spreadsheets. */
import Papa from 'papaparse';

/** What a spreadsheet would calculate, and numbers of which it would drop the zero in front or the last digits. */
const FORMEL = /^'*(?:[=+\-@\t\r]|0\d+$|\d{12,}$)/;

/**
 * CSV with semicolons, in UTF-8 with its mark. What a spreadsheet would obey or spoil begins with an apostrophe;
 * {@link ohneApostroph} takes it away again.
 * @param spalten headings, in order; keys of the rows
 */
export function formatCsv<S extends string>(
  spalten: readonly S[],
  zeilen: Iterable<Record<S, string>>,
): string {
  return [...csvStuecke(spalten, zeilen)].join('');
}

/** The same row by row, for tables that are too long to be held at once. */
export function* csvStuecke<S extends string>(
  spalten: readonly S[],
  zeilen: Iterable<Record<S, string>>,
): Generator<string> {
  const zeile = (zellen: readonly string[]) =>
    `${Papa.unparse([[...zellen]], { delimiter: ';', quotes: true, escapeFormulae: FORMEL })}\r\n`;
  yield `\ufeff${zeile(spalten)}`;
  for (const werte of zeilen) yield zeile(spalten.map((spalte) => werte[spalte] ?? ''));
}

/** A cell as it was before {@link formatCsv} made it harmless. */
export function ohneApostroph(zelle: string): string {
  return FORMEL.test(zelle) ? zelle.replace(/^'/, '') : zelle;
}

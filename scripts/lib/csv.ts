/** Tables for German spreadsheets. */
import Papa from 'papaparse';

/** What a spreadsheet would calculate. */
export const FORMEL = /^'*[=+\-@\t\r]/;

/**
 * CSV with semicolons, in UTF-8 with its mark. What a spreadsheet would take for a formula begins with an apostrophe.
 * @param spalten headings, in order; keys of the rows
 */
export function formatCsv<S extends string>(
  spalten: readonly S[],
  zeilen: readonly Record<S, string>[],
): string {
  const csv = Papa.unparse([...zeilen], {
    columns: [...spalten],
    delimiter: ';',
    quotes: true,
    escapeFormulae: FORMEL,
  });
  return `\ufeff${csv}\r\n`;
}

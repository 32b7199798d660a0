/** Tables for German spreadsheets. */
import Papa from 'papaparse';

/** What a spreadsheet takes for a formula, and numbers of which it would drop the zero in front or the last digits. */
const GEFAEHRLICH = "'*(?:[=+\\-@\\t\\r]|0\\d+$|\\d{12,}$)";

/**
 * CSV: semicolons, UTF-8 with its mark, a line end that spreadsheets know. Cells that a spreadsheet would obey or spoil begin with an
 * apostrophe; {@link ohneApostroph} takes it away again.
 * @param spalten headings, in order
 * @param zeilen cells by heading; what is missing stays empty
 */
export function formatCsv(
  spalten: readonly string[],
  zeilen: readonly Readonly<Record<string, string>>[],
): string {
  const csv = Papa.unparse(
    {
      fields: [...spalten],
      data: zeilen.map((zeile) => spalten.map((spalte) => zeile[spalte] ?? '')),
    },
    { delimiter: ';', quotes: true, escapeFormulae: new RegExp(`^${GEFAEHRLICH}`) },
  );
  return `\ufeff${csv}\r\n`;
}

/** A cell as it was before {@link formatCsv} made it harmless. */
export function ohneApostroph(zelle: string): string {
  return zelle.replace(new RegExp(`^'(?=${GEFAEHRLICH})`), '');
}

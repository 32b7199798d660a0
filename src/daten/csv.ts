/** Tables for German spreadsheets. */
import type { ParseError } from 'papaparse';

/** What a spreadsheet would calculate, and numbers of which it would drop the zero in front or the last digits. */
const FORMEL = /^'*(?:[=+\-@\t\r]|0\d+$|\d{12,}$)/;

/**
 * CSV with semicolons, in UTF-8 with its mark. What a spreadsheet would obey or spoil begins with an apostrophe;
 * {@link ohneApostroph} takes it away again.
 * @param spalten headings, in order; keys of the rows
 */
export function formatCsv<S extends string>(
  spalten: readonly S[],
  zeilen: readonly Record<S, string>[],
): string {
  return [csvKopf(spalten), ...zeilen.map((werte) => csvZeile(spalten, werte))].join('');
}

/** The same row by row, for tables that are too long to be held at once: the mark and the headings, … */
export function csvKopf(spalten: readonly string[]): string {
  return `\ufeff${zeile(spalten)}`;
}

/** … and each row. */
export function csvZeile<S extends string>(
  spalten: readonly S[],
  werte: Readonly<Record<S, string>>,
): string {
  return zeile(spalten.map((spalte) => werte[spalte] ?? ''));
}

function zeile(zellen: readonly string[]): string {
  return `${zellen.map((zelle) => inAnfuehrung(harmlos(zelle, FORMEL))).join(';')}\r\n`;
}

/** A cell with an apostrophe before what a spreadsheet would obey. */
export function harmlos(zelle: string, formel: RegExp): string {
  return formel.test(zelle) ? `'${zelle}` : zelle;
}

/** A cell that may hold whatever parts cells and rows (RFC 4180). */
export function inAnfuehrung(zelle: string): string {
  return `"${zelle.replaceAll('"', '""')}"`;
}

/** A cell as it was before {@link formatCsv} made it harmless. */
export function ohneApostroph(zelle: string): string {
  return FORMEL.test(zelle) ? zelle.replace(/^'/, '') : zelle;
}

/**
 * Why a table that was read must not be used: from a quotation mark without its other one on, Papa takes rows for parts of a cell.
 * @returns a German sentence, or undefined where all is well
 */
export function einwandGegenCsv(errors: readonly ParseError[]): string | undefined {
  const kaputt = errors.find(({ type }) => type === 'Quotes');
  return (
    kaputt &&
    `In Zeile ${(kaputt.row ?? 0) + 1} ist ein Anführungszeichen (") nicht geschlossen; was danach kommt, ist nicht lesbar. Bitte das Zeichen dort löschen, oder die Tabelle in Excel oder LibreOffice öffnen, berichtigen und noch einmal als „CSV UTF-8“ speichern.`
  );
}

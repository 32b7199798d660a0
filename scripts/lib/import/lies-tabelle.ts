/** Tables as people keep them: CSV of any spreadsheet, XLSX. */
import Papa from 'papaparse';
import { type CellValue, readSheet } from 'read-excel-file/universal';
import { einwandGegenCsv, ohneApostroph } from '../../../src/daten/csv.ts';
import { liesBytes } from '../schreibe-datei.ts';

export interface Tabelle {
  /** How the file was read, for people. */
  form: string;
  /** Headings, each once. */
  kopf: string[];
  zeilen: Zeile[];
}

export interface Zeile {
  /** As the spreadsheet counts. */
  nummer: number;
  /** In the order of the headings. */
  zellen: string[];
}

/** No table that people keep by hand is larger, nor what says how its columns are read. */
export const MAX_BYTES = 5_000_000;
/** What an XLSX may become when unpacked: a few kilobytes can hold gigabytes. */
const MAX_ENTPACKT = 60_000_000;
const MAX_ZEILEN = 5000;
const MAX_SPALTEN = 200;

/**
 * Reads a table.
 * @param blatt name of the sheet, of an XLSX file only; the first one by default
 * @param istUeberschrift tells headings that are known: above them tables have titles and remarks
 * @throws Error with a German sentence
 */
export async function liesTabelle(
  datei: string,
  blatt: string | undefined,
  istUeberschrift: (text: string) => boolean,
): Promise<Tabelle> {
  const bytes = liesBytes(datei, MAX_BYTES);
  const { form, zeilen } = /\.xlsx$/i.test(datei)
    ? await liesXlsx(bytes, blatt)
    : liesCsv(bytes, istUeberschrift);
  if (zeilen.length > MAX_ZEILEN || zeilen.some((zellen) => zellen.length > MAX_SPALTEN))
    throw new Error(
      `Die Tabelle ist zu groß. Gelesen werden höchstens ${MAX_ZEILEN} Zeilen und ${MAX_SPALTEN} Spalten; bitte aufteilen.`,
    );
  const kopfzeile = findeKopf(zeilen, istUeberschrift);
  const breite = Math.max(0, ...zeilen.slice(Math.max(0, kopfzeile)).map(({ length }) => length));
  const daten = zeilen
    .map((zellen, i): Zeile => ({
      nummer: i + 1,
      zellen: Array.from({ length: breite }, (_, j) => (zellen[j] ?? '').normalize('NFC')),
    }))
    .slice(kopfzeile + 1)
    .filter(({ zellen }) => zellen.some((zelle) => zelle.trim() !== ''));
  if (kopfzeile < 0 || daten.length === 0)
    throw new Error('In der Tabelle steht nichts außer der Zeile mit den Überschriften.');
  return {
    form: `${form}, Überschriften in Zeile ${kopfzeile + 1}`,
    kopf: eindeutig(zeilen[kopfzeile]!, breite),
    zeilen: daten,
  };
}

/** The first row with two known headings; else the first that is not empty. */
function findeKopf(
  zeilen: readonly string[][],
  istUeberschrift: (text: string) => boolean,
): number {
  const bekannt = zeilen
    .slice(0, 20)
    .findIndex((zellen) => zellen.filter((zelle) => istUeberschrift(zelle.trim())).length >= 2);
  return bekannt >= 0
    ? bekannt
    : zeilen.findIndex((zellen) => zellen.some((zelle) => zelle.trim() !== ''));
}

/** One line per heading, no two alike, none empty. */
function eindeutig(kopf: readonly string[], breite: number): string[] {
  const namen: string[] = [];
  for (let i = 0; i < breite; i++) {
    const name =
      (kopf[i] ?? '')
        .normalize('NFC')
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .trim() || `Spalte ${i + 1}`;
    let neu = name;
    for (let n = 2; namen.includes(neu); n++) neu = `${name} (${n})`;
    namen.push(neu);
  }
  return namen;
}

interface Roh {
  form: string;
  zeilen: string[][];
}

function liesCsv(bytes: Uint8Array, istUeberschrift: (text: string) => boolean): Roh {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Error(
      'Das ist keine CSV-Datei, sondern eine Excel-Datei mit falscher Endung. Bitte in .xlsx umbenennen.',
    );
  const { text, kodierung } = dekodiere(bytes);
  // Excel's own way of naming the delimiter.
  const [, genannt] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const trenner = genannt ?? findeTrenner(text, istUeberschrift);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: trenner });
  const einwand = einwandGegenCsv(errors);
  if (einwand) throw new Error(einwand);
  const zeilen = data.map((zellen) => zellen.map(ohneApostroph));
  if (genannt) zeilen[0] = [];
  const namen: Record<string, string> = { ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator' };
  return {
    form: `CSV, ${kodierung}, getrennt durch ${namen[trenner] ?? trenner}`,
    zeilen,
  };
}

/** The delimiter between most of the headings that are known. */
function findeTrenner(text: string, istUeberschrift: (text: string) => boolean): string {
  const bekannte = (delimiter: string) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 20 });
    return Math.max(
      0,
      ...data.map((zellen) => zellen.filter((zelle) => istUeberschrift(zelle.trim())).length),
    );
  };
  const [bester] = [';', '\t', ',', '|']
    .map((trenner) => ({ trenner, anzahl: bekannte(trenner) }))
    .sort((a, b) => b.anzahl - a.anzahl);
  return bester!.trenner;
}

/** UTF-16 by its mark or its zeros, UTF-8 where it is valid, else what Windows calls ANSI. */
function dekodiere(bytes: Uint8Array): { text: string; kodierung: string } {
  const [a, b] = bytes;
  const nullen = (rest: number) =>
    bytes.slice(0, 200).filter((byte, i) => i % 2 === rest && byte === 0).length > 40;
  if ((a === 0xff && b === 0xfe) || nullen(1))
    return { text: new TextDecoder('utf-16le').decode(bytes), kodierung: 'UTF-16' };
  if ((a === 0xfe && b === 0xff) || nullen(0))
    return { text: new TextDecoder('utf-16be').decode(bytes), kodierung: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), kodierung: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), kodierung: 'Windows-1252' };
  }
}

async function liesXlsx(bytes: Uint8Array, blatt: string | undefined): Promise<Roh> {
  if (entpackteBytes(bytes) > MAX_ENTPACKT)
    throw new Error(
      'Die Excel-Datei wäre entpackt zu groß. Bitte nur das Blatt mit den Angeboten in eine neue Datei kopieren.',
    );
  try {
    const input = bytes.buffer.slice(
      bytes.byteOffset,
      bytes.byteOffset + bytes.byteLength,
    ) as ArrayBuffer;
    const zeilen = await readSheet(input, blatt ?? 1);
    return {
      form: `Excel, ${blatt === undefined ? 'erstes Blatt' : `Blatt „${blatt}“`}`,
      zeilen: zeilen.map((zellen) => zellen.map(zellenText)),
    };
  } catch (error) {
    if (blatt !== undefined && (error as Error).name === 'SheetNotFoundError')
      throw new Error(`Ein Blatt „${blatt}“ hat die Excel-Datei nicht.`);
    throw new Error(
      'Die Excel-Datei lässt sich nicht lesen. Vielleicht ist sie beschädigt oder mit einem Kennwort geschützt; sonst bitte als „CSV UTF-8“ speichern.',
    );
  }
}

/**
 * Sum of the sizes that a ZIP archive says of its files. The reader makes room for just that much, so a lie only cuts a file short.
 * @returns infinity for what is no ZIP archive one can be sure of
 */
function entpackteBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let ende = bytes.length - 22;
  while (ende >= 0 && view.getUint32(ende, true) !== 0x06054b50) ende--;
  if (ende < 0) return 0; // no archive at all; the reader says so
  let summe = 0;
  let stelle = view.getUint32(ende + 16, true);
  for (let anzahl = view.getUint16(ende + 10, true); anzahl > 0; anzahl--) {
    if (stelle + 46 > bytes.length || view.getUint32(stelle, true) !== 0x02014b50) return Infinity;
    summe += view.getUint32(stelle + 24, true);
    stelle +=
      46 +
      view.getUint16(stelle + 28, true) +
      view.getUint16(stelle + 30, true) +
      view.getUint16(stelle + 32, true);
  }
  return summe;
}

/** What a cell shows; days as `2026-03-01`, whatever the spreadsheet shows. */
function zellenText(wert: CellValue | null): string {
  if (wert === null) return '';
  if (typeof wert === 'boolean') return wert ? 'ja' : 'nein';
  if (!(wert instanceof Date)) return String(wert);
  const [tag = '', uhrzeit = ''] = wert.toISOString().slice(0, 16).split('T');
  if (wert.getUTCFullYear() < 1901) return uhrzeit;
  return uhrzeit === '00:00' ? tag : `${tag}T${uhrzeit}`;
}

/**
 * A finding about the content: what is wrong, where, and what to do. Written for editors, in plain German.
 */

/** `fehler` stops the build; `warnung` and `hinweis` are reported and do not. */
export type Stufe = 'fehler' | 'warnung' | 'hinweis';

export interface Befund {
  /** Path of the file, `/` as separator, relative to the working directory. */
  datei: string;
  /** Line in the file, counted from 1. */
  zeile: number;
  /** Path of the field (`orte[0].strasse`), or in brackets what is no field: `(text)`, `(dateiname)`, `(datei)`. */
  feld: string;
  stufe: Stufe;
  /** Kebab-case name of the rule that found it. */
  regel: string;
  /** One or two German sentences: what was found and why it does not do. */
  meldung: string;
  /** What to do about it, in German. */
  tipp?: string;
}

/** Where in an entry: keys and list positions from the top. */
export type Pfad = readonly (string | number)[];

/**
 * Writes a path as editors read it.
 * @example formatPfad(['orte', 0, 'plz']) // 'orte[0].plz'
 */
export function formatPfad(pfad: Pfad): string {
  return pfad
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

/** Reads what {@link formatPfad} has written. */
export function parsePfad(feld: string): Pfad {
  return (feld.match(/[^.[\]]+/g) ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Those findings that stop the build. */
export function fehlerIn(befunde: readonly Befund[]): Befund[] {
  return befunde.filter(({ stufe }) => stufe === 'fehler');
}

/** Sorts findings by file, line and field, so that two runs print the same. */
export function compareBefunde(a: Befund, b: Befund): number {
  return (
    compare(a.datei, b.datei) ||
    a.zeile - b.zeile ||
    compare(a.feld, b.feld) ||
    compare(a.regel, b.regel)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What was quoted of a file, where it is so long that it would hide the sentence around it. */
const LANGES_ZITAT = /„([^„“]{100})[^„“]+“/g;

/** A finding whose quotes are at most a hundred characters long. */
export function kuerzeZitate(befund: Befund): Befund {
  const { meldung, tipp } = befund;
  const kurz = (satz: string) => satz.replace(LANGES_ZITAT, '„$1…“');
  return { ...befund, meldung: kurz(meldung), ...(tipp !== undefined && { tipp: kurz(tipp) }) };
}

/** Nobody reads more about one file before mending the first. */
const MAX_JE_DATEI = 100;
const STUFEN: readonly Stufe[] = ['fehler', 'warnung', 'hinweis'];

/** The findings, of a file with many more than a hundred only the gravest, and how many more there are. */
export function begrenzeJeDatei(befunde: readonly Befund[]): Befund[] {
  return [...Map.groupBy(befunde, ({ datei }) => datei).values()].flatMap((gruppe) => {
    // A line that counts one more takes as much room as that one.
    if (gruppe.length <= MAX_JE_DATEI + 1) return gruppe;
    const geordnet = gruppe.toSorted(
      (a, b) => STUFEN.indexOf(a.stufe) - STUFEN.indexOf(b.stufe) || compareBefunde(a, b),
    );
    const weitere = geordnet.slice(MAX_JE_DATEI);
    return [
      ...geordnet.slice(0, MAX_JE_DATEI),
      {
        datei: weitere[0]!.datei,
        zeile: weitere[0]!.zeile,
        feld: '(datei)',
        stufe: weitere[0]!.stufe,
        regel: 'dateien',
        meldung: `… und ${weitere.length} weitere Befunde in dieser Datei.`,
        tipp: 'Bitte die genannten beheben und dann noch einmal prüfen.',
      },
    ];
  });
}

/** What the report is made of, whether it becomes a page, a Markdown file or paper. All texts are German and plain. */
import type { Zustand } from '../../bericht/kreuztabelle.ts';
import type { Verweis } from '../kontakt.ts';

export interface BerichtText {
  titel: string;
  /** Day the numbers are true for, and who answers for them. */
  stand: string;
  /** What matters most, in sentences. */
  zusammenfassung: string[];
  /** What the numbers cannot say. */
  vorbehalt: string[];
  abschnitte: Abschnitt[];
}

export interface Abschnitt {
  /** Anchor on the page. */
  id: string;
  titel: string;
  bloecke: Block[];
}

export type Block = Absatz | Liste | Tabelle | Balken;

export interface Absatz {
  art: 'absatz';
  text: string;
}

export interface Liste {
  art: 'liste';
  punkte: string[];
}

export interface Tabelle {
  art: 'tabelle';
  titel: string;
  /** Headings of all columns, that of the rows' names included. */
  kopf: string[];
  gruppen: { titel?: string; zeilen: Zeile[] }[];
  /** Many narrow columns: their headings stand upright. */
  schmal?: boolean;
}

export interface Zeile {
  name: string | Verweis;
  zellen: Zelle[];
}

export type Zelle = string | Zahlzelle | { verweise: (Verweis & { zusatz: string })[] };

/** A number, what comes from elsewhere, and a mark where it needs attention. */
export interface Zahlzelle {
  zahl: string;
  /** „+3“ */
  weitere?: string;
  marke?: Marke;
}

/** What needs attention, by a sign and a word: never by colour alone. */
export type Marke = Exclude<Zustand, 'aktuell'> | 'unbekannt';
export const MARKEN: Record<Marke, { zeichen: string; wort: string }> = {
  luecke: { zeichen: '○', wort: 'Lücke: kein eigenes Angebot' },
  leer: { zeichen: '✕', wort: 'gar kein Angebot' },
  veraltet: { zeichen: '△', wort: 'alle Angaben veraltet' },
  unbekannt: { zeichen: '?', wort: 'nicht bekannt' },
};

/** A bar chart. Its numbers stand in a table of the same section as well. */
export interface Balken {
  art: 'balken';
  id: string;
  titel: string;
  /** What it shows, for those who do not see it. */
  beschreibung: string;
  /** `wert` is at least 0. */
  balken: { name: string; wert: number; text: string }[];
}

/** @example toText({ zahl: '0', weitere: '+3', marke: 'luecke' }) // '0 ○ +3' */
export function toText({ zahl, weitere, marke }: Zahlzelle): string {
  return [zahl, marke && MARKEN[marke].zeichen, weitere].filter(Boolean).join(' ');
}

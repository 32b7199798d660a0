/** The search table as the search works with it: one row per offer, facets by value. */
import type { AngebotKarte } from '../site/angebot-karte.ts';
import type { Spalte } from '../suche/spalten.ts';
import type {
  FacetteDef,
  KommuneDef,
  PunktDef,
  Stueck,
  Suchtabelle,
} from '../suche/suchtabelle.ts';

/** Slow lines are slow; what takes longer has broken. */
const GEDULD_MS = 20_000;

export interface Facette extends Omit<FacetteDef, 'von'> {
  /** Numbers of its values, per offer. */
  von: number[][];
  /** Number of a value by its id. */
  nr: Map<string, number>;
}

export interface Bestand {
  /** Number of offers; all rows go from 0 to here. */
  anzahl: number;
  karten: AngebotKarte[];
  geprueft: string[];
  punkte: PunktDef[][];
  /** Per offer one character per Kommune, see {@link Suchtabelle.naehe}. */
  naehe: string[];
  facetten: Facette[];
  kommunen: KommuneDef[];
  /** Row of an offer, by Pagefind's id of its record. */
  zeileVon: Map<string, number>;
  index: string;
  stuecke: Stueck[];
}

/**
 * Unpacks a table.
 * @throws where it is not the table this script was written for
 */
export function toBestand(tabelle: Suchtabelle): Bestand {
  if (tabelle.version !== 1) throw new Error('Unknown version of the search table');
  const [vor, nach] = tabelle.adresse;
  const spalten = Object.entries(tabelle.karten).map(
    ([feld, spalte]) => [feld, entpacken(spalte as Spalte<unknown>)] as const,
  );
  const naehe = entpacken(tabelle.naehe);
  const anzahl = tabelle.ergebnisse.length;
  const karten = Array.from({ length: anzahl }, (_, i) => {
    const karte = Object.fromEntries(
      spalten.map(([feld, werte]) => [feld, werte[i]]),
    ) as unknown as AngebotKarte;
    return { ...karte, href: vor + karte.id + nach };
  });
  return {
    anzahl,
    karten,
    geprueft: entpacken(tabelle.geprueft),
    punkte: entpacken(tabelle.punkte),
    naehe,
    facetten: tabelle.facetten.map(({ von, ...facette }) => ({
      ...facette,
      von: von ? entpacken(von) : naehe.map(bediente),
      nr: new Map(facette.werte.map(({ id }, i) => [id, i])),
    })),
    kommunen: tabelle.kommunen,
    zeileVon: new Map(tabelle.ergebnisse.map((id, i) => [id, i])),
    index: tabelle.index,
    stuecke: tabelle.stuecke,
  };
}

/** Loads and unpacks the table; with `frisch` past every cache. */
export async function loadBestand(url: string, frisch = false): Promise<Bestand> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(GEDULD_MS),
    ...(frisch && { cache: 'reload' as const }),
  });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return toBestand((await response.json()) as Suchtabelle);
}

function entpacken<T>(spalte: Spalte<T>): T[] {
  return Array.isArray(spalte) ? spalte : spalte.nr.map((number) => spalte.werte[number]!);
}

/** Numbers of the Kommunen an offer serves. */
function bediente(naehe: string): number[] {
  return [...naehe].flatMap((stufe, i) => (stufe === '-' ? [] : [i]));
}

/** One search: from what is asked to what is found. Pure; the text search has answered before. */
import type { Bestand } from './bestand.ts';
import type { Passung } from './bewerten.ts';
import type { Standpunkt } from './entfernungen.ts';
import { filtern, zaehlen } from './facetten.ts';
import { type Heikel, wieHeikel } from './heikel.ts';
import { ordnen, type Treffer } from './reihenfolge.ts';
import { type Filter, sortierungVon, type Suchzustand } from './zustand.ts';

export interface Ergebnis {
  treffer: Treffer[];
  /** Offers per facet and value, see {@link zaehlen}. */
  zahlen: number[][];
  /** The named place has nothing of it: what was found is elsewhere. */
  anderswo: boolean;
  /** With what is chosen beside the words, or by themselves. */
  heikel: Heikel;
}

/** What the words of a search say. */
export interface Gesagt {
  /** Found by the words; missing where there are none but a place. */
  passungen?: readonly Passung[];
  /** Ids of the Kommunen that are named. */
  orte?: readonly string[];
  /** Ids of Themen close to what no offer meets. */
  themen?: readonly string[];
}

/**
 * Finds at the named places; where nothing is there, everywhere. A Kommune that is chosen goes before those that are
 * named.
 * @param standpunkt where distances start; without it no result has one
 */
export function suchlauf(
  bestand: Bestand,
  zustand: Suchzustand,
  { passungen, orte = [] }: Gesagt = {},
  standpunkt?: Standpunkt,
): Ergebnis {
  const byRow = passungen && new Map(passungen.map((passung) => [passung.row, passung]));
  const suche = (filter: Filter) => {
    const rows = filtern(bestand, filter).filter((row) => !byRow || byRow.has(row));
    const treffer = ordnen(bestand, rows, {
      sort: sortierungVon(zustand, standpunkt !== undefined),
      filter,
      ...(byRow && { passungen: byRow }),
      ...(standpunkt && { standpunkt }),
    });
    return { treffer, zahlen: zaehlen(bestand, filter, byRow) };
  };
  const amOrt = suche(mitOrt(zustand.filter, orte));
  const anderswo = amOrt.treffer.length === 0 && orte.length > 0 ? suche(zustand.filter) : amOrt;
  const istAnderswo = anderswo !== amOrt && anderswo.treffer.length > 0;
  const ergebnis = istAnderswo ? anderswo : amOrt;
  const nurWorte =
    orte.length === 0 && Object.keys(zustand.filter).length === 0 && !zustand.sort && !standpunkt;
  const jeSuche = passungen
    ? [ergebnis.treffer, nurWorte ? [] : allein(bestand, passungen)].map((treffer) =>
        wieHeikel(
          treffer.map(({ row, passung }) => ({ row, wert: passung?.wert ?? 0 })),
          (row) => istGeschuetzt(bestand, row),
        ),
      )
    : [];
  const heikel = STUFEN.find((stufe) => jeSuche.includes(stufe)) ?? 'nein';
  return { ...ergebnis, anderswo: istAnderswo, heikel };
}

const STUFEN: readonly Heikel[] = ['ja', 'vielleicht'];

/** Values of facets that are protected have another name in addresses; that is how the table tells them. */
function istGeschuetzt({ facetten }: Bestand, row: number): boolean {
  return facetten.some(({ von, werte }) => von[row]!.some((nr) => werte[nr]!.code !== undefined));
}

/** What words find where nothing else is asked. */
function allein(bestand: Bestand, passungen: readonly Passung[]): Treffer[] {
  const rows = passungen.map(({ row }) => row);
  const byRow = new Map(passungen.map((passung) => [passung.row, passung]));
  return ordnen(bestand, rows, { sort: 'relevanz', filter: {}, passungen: byRow });
}

/** A named place narrows down like a chosen one; a chosen one has the last word. */
export function mitOrt(filter: Filter, orte: readonly string[]): Filter {
  return orte.length > 0 && !filter['kommune'] ? { ...filter, kommune: orte } : filter;
}

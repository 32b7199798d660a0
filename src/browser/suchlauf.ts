/** One search: from what is asked to what is found. Pure; the text search has answered before. */
import type { Bestand } from './bestand.ts';
import type { Standpunkt } from './entfernungen.ts';
import { filtern, zaehlen } from './facetten.ts';
import { ordnen, type Treffer } from './reihenfolge.ts';
import { sortierungVon, type Suchzustand, umschalten } from './zustand.ts';

export interface Ergebnis {
  treffer: Treffer[];
  /** Offers per facet and value, see {@link zaehlen}. */
  zahlen: number[][];
}

/** @param fund rows found by the text, best first; missing without a text */
export function suchlauf(
  bestand: Bestand,
  zustand: Suchzustand,
  fund?: readonly number[],
  standpunkt?: Standpunkt,
): Ergebnis {
  const rang = fund && new Map(fund.map((row, i) => [row, i]));
  const rows = filtern(bestand, zustand.filter).filter((row) => !rang || rang.has(row));
  return {
    treffer: ordnen(bestand, rows, {
      sort: sortierungVon(zustand, standpunkt !== undefined),
      filter: zustand.filter,
      ...(rang && { rang }),
      ...(standpunkt && { standpunkt }),
    }),
    zahlen: zaehlen(bestand, zustand.filter, fund && new Set(fund)),
  };
}

/** A way out of a search without hits. */
export interface Ausweg {
  /** What to leave out: a value of a facet, or the text. */
  ohne: { facette: string; wert: string } | 'text';
  zustand: Suchzustand;
  /** Offers that would be found then. */
  anzahl: number;
}

/** What could be left out of a search to find something, the most fruitful first. */
export function auswege(
  bestand: Bestand,
  zustand: Suchzustand,
  fund?: readonly number[],
): Ausweg[] {
  const { q, filter } = zustand;
  const anzahl = (neu: Suchzustand) => {
    const found = fund && neu.q ? new Set(fund) : undefined;
    return filtern(bestand, neu.filter).filter((row) => !found || found.has(row)).length;
  };
  const ohneWert = Object.entries(filter).flatMap(([facette, werte]) =>
    werte.map((wert) => ({
      ohne: { facette, wert },
      zustand: { ...zustand, filter: umschalten(filter, facette, wert) },
    })),
  );
  const ohneText = q ? [{ ohne: 'text' as const, zustand: { ...zustand, q: '' } }] : [];
  return [...ohneWert, ...ohneText]
    .map((weg) => ({ ...weg, anzahl: anzahl(weg.zustand) }))
    .filter((weg) => weg.anzahl > 0)
    .sort((a, b) => b.anzahl - a.anzahl);
}

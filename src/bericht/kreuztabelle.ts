/** Counting offers in two directions at once: topics by municipality, topics by language. */
import type { Angebot } from '../domain/angebot.ts';

/** How many offers, and how many of them nobody has checked in time. */
export interface Anzahl {
  alle: number;
  veraltet: number;
}

export interface Zelle {
  /** Meant for this column: in this place, in this language. */
  hier: Anzahl;
  /** Serve it from elsewhere: an offer for the whole Kreis, for the whole country, or of another place. */
  weitere: Anzahl;
}

export interface Zeile {
  id: string;
  /** Every offer of the row once, in whatever column. */
  alle: Anzahl;
  /** Offers of the row that belong to no column. */
  ohneSpalte: number;
  /** In the order of the columns. */
  zellen: Zelle[];
}

export interface Kreuztabelle {
  spalten: readonly string[];
  zeilen: Zeile[];
}

/**
 * - `leer`: nothing at all · `luecke`: nothing of its own, something from elsewhere
 * - `veraltet`: all of its own are outdated · `aktuell`: at least one is not
 */
export type Zustand = 'leer' | 'luecke' | 'veraltet' | 'aktuell';

/**
 * By the offers meant for the cell. Those from elsewhere only make `luecke` of what would be `leer`: outdated or not,
 * they fill nothing.
 */
export function zustandVon({ hier, weitere }: Zelle): Zustand {
  if (hier.alle === 0) return weitere.alle === 0 ? 'leer' : 'luecke';
  return hier.veraltet === hier.alle ? 'veraltet' : 'aktuell';
}

/** What a table counts. An offer counts in each of its rows, and there once in each column it belongs to. */
export interface Achsen {
  zeilen: Iterable<string>;
  zeilenVon: (angebot: Angebot) => readonly string[];
  spalten: Iterable<string>;
  /** Whether the offer belongs to each column, in their order. */
  naehen: (angebot: Angebot) => readonly (keyof Zelle | undefined)[];
}

/** Goes through the offers once: a table of a Land asks a million times whether an offer belongs to a cell. */
export function createKreuztabelle(
  angebote: readonly Angebot[],
  achsen: Achsen,
  isVeraltet: (angebot: Angebot) => boolean,
): Kreuztabelle {
  const spalten = [...achsen.spalten];
  const keine = (): Anzahl => ({ alle: 0, veraltet: 0 });
  const leer = (id: string): Zeile => ({
    id,
    alle: keine(),
    ohneSpalte: 0,
    zellen: spalten.map(() => ({ hier: keine(), weitere: keine() })),
  });
  const zeilen = new Map([...achsen.zeilen].map((id) => [id, leer(id)]));
  for (const angebot of angebote) {
    const naehen = achsen.naehen(angebot);
    const veraltet = isVeraltet(angebot);
    const zaehleMit = (anzahl: Anzahl) => {
      anzahl.alle++;
      if (veraltet) anzahl.veraltet++;
    };
    for (const id of new Set(achsen.zeilenVon(angebot))) {
      const zeile = zeilen.get(id);
      if (!zeile) continue;
      zaehleMit(zeile.alle);
      for (const [spalte, naehe] of naehen.entries())
        if (naehe) zaehleMit(zeile.zellen[spalte]![naehe]);
      if (!naehen.some(Boolean)) zeile.ohneSpalte++;
    }
  }
  return { spalten, zeilen: [...zeilen.values()] };
}

/**
 * Of one list. Whoever counts for each cell of a table takes {@link createKreuztabelle}, which goes through the offers
 * once.
 */
export function zaehle(
  angebote: readonly Angebot[],
  isVeraltet: (angebot: Angebot) => boolean,
): Anzahl {
  return { alle: angebote.length, veraltet: angebote.filter(isVeraltet).length };
}

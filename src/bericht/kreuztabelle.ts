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

export function zustandVon({ hier, weitere }: Zelle): Zustand {
  if (hier.alle === 0) return weitere.alle === 0 ? 'leer' : 'luecke';
  return hier.veraltet === hier.alle ? 'veraltet' : 'aktuell';
}

/** What a table counts. An offer counts in each of its rows, and there once in each column it belongs to. */
export interface Achsen {
  zeilen: Iterable<string>;
  zeilenVon: (angebot: Angebot) => readonly string[];
  spalten: Iterable<string>;
  naehe: (angebot: Angebot, spalte: string) => keyof Zelle | undefined;
}

export function createKreuztabelle(
  angebote: readonly Angebot[],
  achsen: Achsen,
  isVeraltet: (angebot: Angebot) => boolean,
): Kreuztabelle {
  const spalten = [...achsen.spalten];
  const zeilen = [...achsen.zeilen].map((id): Zeile => {
    const inZeile = angebote.filter((angebot) => achsen.zeilenVon(angebot).includes(id));
    const in_ = (spalte: string, naehe: keyof Zelle) =>
      zaehle(
        inZeile.filter((angebot) => achsen.naehe(angebot, spalte) === naehe),
        isVeraltet,
      );
    return {
      id,
      alle: zaehle(inZeile, isVeraltet),
      ohneSpalte: inZeile.filter(
        (angebot) => !spalten.some((spalte) => achsen.naehe(angebot, spalte)),
      ).length,
      zellen: spalten.map((spalte) => ({
        hier: in_(spalte, 'hier'),
        weitere: in_(spalte, 'weitere'),
      })),
    };
  });
  return { spalten, zeilen };
}

export function zaehle(
  angebote: readonly Angebot[],
  isVeraltet: (angebot: Angebot) => boolean,
): Anzahl {
  return { alle: angebote.length, veraltet: angebote.filter(isVeraltet).length };
}

/** The order of results. The rows of the table stand in alphabetical order, which decides every tie. */
import type { Bestand } from './bestand.ts';
import { type Entfernung, entfernungZu, type Standpunkt } from './entfernungen.ts';
import { nenntSelbst } from './facetten.ts';
import type { Sortierung } from '../site/such-seite.ts';
import type { Filter } from './zustand.ts';

export interface Reihung {
  sort: Sortierung;
  filter: Filter;
  /** Position by the text search; missing without a text. */
  rang?: ReadonlyMap<number, number>;
  /** Where the visitor is. */
  standpunkt?: Standpunkt;
}

export interface Treffer {
  row: number;
  entfernung?: Entfernung;
}

/** Puts found rows in order and adds their distances. */
export function ordnen(bestand: Bestand, rows: readonly number[], reihung: Reihung): Treffer[] {
  const { sort, filter, rang, standpunkt } = reihung;
  const nah = createNaehe(bestand, filter);
  const eigens = createEigens(bestand, filter);
  const mitSchluessel = rows.map((row) => {
    const entfernung = standpunkt && entfernungZu(bestand.punkte[row]!, standpunkt);
    const geprueft = bestand.geprueft[row]!;
    const schluessel: Record<Sortierung, (number | string)[]> = {
      relevanz: [nah(row), rang?.get(row) ?? 0, eigens(row)],
      titel: [],
      naehe: [entfernung?.km ?? Infinity, nah(row), eigens(row)],
      // Dates fall, so the newest comes first; what nobody checked comes last.
      stand: [geprueft === 'unbekannt' ? 0 : -Number(geprueft.replaceAll('-', ''))],
    };
    return {
      treffer: { row, ...(entfernung && { entfernung }) },
      schluessel: [...schluessel[sort], row],
    };
  });
  return mitSchluessel
    .sort((a, b) => compare(a.schluessel, b.schluessel))
    .map(({ treffer }) => treffer);
}

/** For the chosen Kommunen: 0 in the own place, 1 for the whole Kreis, 2 for the whole country. */
function createNaehe(bestand: Bestand, { kommune: gewaehlt }: Filter): (row: number) => number {
  if (!gewaehlt) return () => 0;
  const nummern = bestand.kommunen.flatMap(({ id }, i) => (gewaehlt.includes(id) ? [i] : []));
  return (row) =>
    Math.min(...nummern.map((i) => Number(bestand.naehe[row]![i]!.replace('-', '3'))));
}

/** For the chosen Zielgruppen: 0 where the offer is made for them, 1 where it is for everyone. */
function createEigens(bestand: Bestand, { zielgruppe: gewaehlt }: Filter): (row: number) => number {
  const facette = bestand.facetten.find(({ id }) => id === 'zielgruppe');
  if (!facette || !gewaehlt) return () => 0;
  return (row) => (nenntSelbst(facette, row, gewaehlt) ? 0 : 1);
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

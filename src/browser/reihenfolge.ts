/** The order of results: our own before those of neighbours, whatever else is asked. The alphabetical order of titles decides every tie. */
import type { Sortierung } from '../site/such-seite.ts';
import type { Bestand } from './bestand.ts';
import type { Passung } from './bewerten.ts';
import { type Entfernung, entfernungZu, type Standpunkt } from './entfernungen.ts';
import { nenntSelbst } from './facetten.ts';
import type { Filter } from './zustand.ts';

export interface Reihung {
  sort: Sortierung;
  filter: Filter;
  /** How well offers fit the words; missing without a text. */
  passungen?: ReadonlyMap<number, Passung>;
  /** Where the visitor is. */
  standpunkt?: Standpunkt;
}

export interface Treffer {
  row: number;
  entfernung?: Entfernung;
  passung?: Passung;
}

/** Offers that fit about equally well: among them the nearer one comes first. */
const STUFE = 0.3;
/** Differences below this say nothing. */
const SCHRITT = 0.04;

/** Puts found rows in order and adds their distances. */
export function ordnen(bestand: Bestand, rows: readonly number[], reihung: Reihung): Treffer[] {
  const { sort, filter, passungen, standpunkt } = reihung;
  const nah = createNaehe(bestand, filter);
  const eigens = createEigens(bestand, filter);
  const bester = Math.max(0, ...[...(passungen?.values() ?? [])].map(({ wert }) => wert));
  const relevanz = (row: number): number[] => {
    const passung = passungen?.get(row);
    const veraltet = bestand.veraltet[row] ? 1 : 0;
    // Without words the rows stay by Thema, as the table has them.
    if (!passung) return [nah(row), eigens(row), row];
    return [
      passung.ganz ? 0 : 1,
      Math.floor((bester - passung.wert) / STUFE),
      nah(row),
      -Math.round(passung.wert / SCHRITT),
      eigens(row),
      veraltet,
      // Where no place is named, what more people can use comes first.
      -reichweite(bestand, row),
    ];
  };
  const mitSchluessel = rows.map((row) => {
    const entfernung = standpunkt && entfernungZu(bestand.punkte[row] ?? [], standpunkt);
    const geprueft = bestand.geprueft[row]!;
    const passung = passungen?.get(row);
    const schluessel: Record<Sortierung, () => number[]> = {
      relevanz: () => relevanz(row),
      titel: () => [],
      naehe: () => [entfernung?.km ?? Infinity, nah(row), eigens(row)],
      // Dates fall, so the newest comes first; what nobody checked comes last.
      stand: () => [geprueft === 'unbekannt' ? 0 : -Number(geprueft.replaceAll('-', ''))],
    };
    return {
      treffer: { row, ...(entfernung && { entfernung }), ...(passung && { passung }) },
      schluessel: [row < bestand.eigene ? 0 : 1, ...schluessel[sort](), bestand.alphabet[row]!],
    };
  });
  return mitSchluessel
    .sort((a, b) => compare(a.schluessel, b.schluessel))
    .map(({ treffer }) => treffer);
}

/** How many Kommunen an offer serves. */
export function reichweite(bestand: Bestand, row: number): number {
  return bestand.naehe[row]!.replaceAll('-', '').length;
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

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

/**
 * Facets: several values of one facet are alternatives, facets narrow each other down.
 *
 * An offer for everyone („alle“) is for women too: it fits every choice of its facet, and counts for each. What is
 * made for the chosen people comes first (see `reihenfolge.ts`).
 */
import type { Bestand, Facette } from './bestand.ts';
import type { Filter } from './zustand.ts';

/** The rows of all offers that fit the filter, in the order of the table. */
export function filtern(bestand: Bestand, filter: Filter): number[] {
  const pruefer = createPruefer(bestand, filter);
  return rows(bestand).filter((row) => pruefer.every(({ passt }) => passt(row)));
}

/**
 * How many offers each value would give. The choice within a facet does not narrow its own numbers.
 * @param treffer rows found by the text; missing: all
 * @returns per facet, in the order of {@link Bestand.facetten}, per value
 */
export function zaehlen(
  bestand: Bestand,
  filter: Filter,
  treffer?: Pick<ReadonlySet<number>, 'has'>,
): number[][] {
  const pruefer = createPruefer(bestand, filter);
  const zahlen = bestand.facetten.map(({ werte }) => werte.map(() => 0));
  for (const row of rows(bestand)) {
    if (treffer && !treffer.has(row)) continue;
    const gegen = pruefer.filter(({ passt }) => !passt(row));
    if (gegen.length > 1) continue;
    bestand.facetten.forEach((facette, f) => {
      // Held back by one facet only, an offer still counts there: another choice would bring it back.
      if (gegen[0] && gegen[0].facette !== facette) return;
      for (const wert of passendeWerte(facette, row)) zahlen[f]![wert]!++;
    });
  }
  return zahlen;
}

/** True where the offer itself names one of the chosen values, not only „alle“. */
export function nenntSelbst(facette: Facette, row: number, gewaehlt: readonly string[]): boolean {
  return gewaehlt.some((id) => facette.von[row]!.includes(facette.nr.get(id) ?? -1));
}

/** The values whose choice would bring an offer. */
function passendeWerte(facette: Facette, row: number): Iterable<number> {
  const eigene = facette.von[row]!;
  return facette.alle !== undefined && eigene.includes(facette.alle)
    ? facette.werte.keys()
    : eigene;
}

/** One test per facet with a choice. */
function createPruefer(bestand: Bestand, filter: Filter) {
  return bestand.facetten.flatMap((facette) => {
    const gewaehlt = new Set(filter[facette.id]?.map((id) => facette.nr.get(id)));
    if (gewaehlt.size === 0) return [];
    if (facette.alle !== undefined) gewaehlt.add(facette.alle);
    return [
      { facette, passt: (row: number) => facette.von[row]!.some((wert) => gewaehlt.has(wert)) },
    ];
  });
}

function rows(bestand: Bestand): number[] {
  return Array.from({ length: bestand.anzahl }, (_, i) => i);
}

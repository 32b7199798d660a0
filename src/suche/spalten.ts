/**
 * Columns of the search table. A column whose values repeat is written as its distinct values and, per row, the
 * number of one of them.
 */
export type Spalte<T> = T[] | { werte: T[]; nr: number[] };

/** Packs a column; {@link entpacken} is its inverse. */
export function packen<T>(values: readonly T[]): Spalte<T> {
  const known = new Map<string, number>();
  const nr = values.map((value) => {
    const key = JSON.stringify(value);
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
  if (known.size * 4 > values.length * 3) return [...values];
  return { werte: [...known.keys()].map((key) => JSON.parse(key) as T), nr };
}

/** The values of a column, one per row. */
export function entpacken<T>(spalte: Spalte<T>): T[] {
  return Array.isArray(spalte) ? spalte : spalte.nr.map((number) => spalte.werte[number]!);
}

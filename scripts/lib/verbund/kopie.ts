/** The stored copy as a file: the same offers give the same bytes, and one that changed is one line of a pull request. */
import { formatJsonListe } from '../../../src/daten/datei.ts';
import type { NachbarDatei } from '../../../src/katalog/nachbarn.ts';

/** JSON: offers by id, fields by name, a line for each offer. What was left out of the copy when it was read is not noted. */
export function formatKopie({ kopf, angebote }: NachbarDatei): string {
  const sortiert = angebote.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(geordnet);
  return [...formatJsonListe(geordnet(kopf) as object, 'angebote', sortiert)].join('');
}

/** A value with the fields of its objects in alphabetical order, however their author wrote them. */
export function geordnet(wert: unknown): unknown {
  if (Array.isArray(wert)) return wert.map(geordnet);
  if (typeof wert !== 'object' || wert === null) return wert;
  return Object.fromEntries(
    Object.entries(wert)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([feld, inhalt]) => [feld, geordnet(inhalt)]),
  );
}

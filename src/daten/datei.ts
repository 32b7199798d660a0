/** Files that are written piece by piece, so that nothing has to hold a whole Land's offers at once. */

/** One file, or several that are made of the same entries in one go. */
export interface Dateien {
  /** From the root of the portal: `daten/v1/angebote.json`. */
  pfade: readonly string[];
  /** Their texts piece by piece, those of each file in order; each call begins anew. */
  stuecke: () => Iterable<Stueck>;
}

/** A piece of a file; `ganz` where it is all of it. */
export type Stueck = readonly [pfad: string, text: string, ganz?: 'ganz'];

/** A file that is small enough to be one piece. */
export function datei(pfad: string, text: () => string): Dateien {
  return { pfade: [pfad], stuecke: () => [[pfad, text(), 'ganz']] };
}

/** A file that may be long. */
export function langeDatei(pfad: string, stuecke: () => Iterable<string>): Dateien {
  return {
    pfade: [pfad],
    *stuecke() {
      for (const stueck of stuecke()) yield [pfad, stueck];
    },
  };
}

/** JSON for people who look at it, too. */
export function formatJson(wert: unknown): string {
  return `${JSON.stringify(wert, undefined, 2)}\n`;
}

/**
 * An object with one long list as its last field, each entry of which stands on a line of its own: the text before the first entry, …
 * @param kopf the other fields
 */
export function jsonAnfang(kopf: object, name: string): string {
  const vorn = JSON.stringify(kopf, undefined, 2).replace(/\s*}$/, '');
  return `${vorn}${vorn === '{' ? '' : ','}\n  ${JSON.stringify(name)}: [`;
}

/** … each entry, and … @param nummer from 0 */
export function jsonEintrag(eintrag: unknown, nummer: number): string {
  return `${nummer > 0 ? ',' : ''}\n${JSON.stringify(eintrag)}`;
}

/** … the text behind the last. @param anzahl of entries */
export function jsonEnde(anzahl: number): string {
  return `${anzahl > 0 ? '\n' : ''}]\n}\n`;
}

/** All of it. */
export function* formatJsonListe(
  kopf: object,
  name: string,
  eintraege: Iterable<unknown>,
): Generator<string> {
  let anzahl = 0;
  yield jsonAnfang(kopf, name);
  for (const eintrag of eintraege) yield jsonEintrag(eintrag, anzahl++);
  yield jsonEnde(anzahl);
}

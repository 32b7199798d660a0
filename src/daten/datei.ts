/** Files that are written piece by piece, so that nothing has to hold a whole Land's offers at once. */

export interface Datei {
  /** From the root of the portal: `daten/v1/angebote.json`. */
  pfad: string;
  /** Its text, in order; each call begins anew. */
  stuecke: () => Iterable<string>;
}

/** A file that is small enough to be one piece. */
export function datei(pfad: string, text: () => string): Datei {
  return { pfad, stuecke: () => [text()] };
}

/** JSON for people who look at it, too. */
export function formatJson(wert: unknown): string {
  return `${JSON.stringify(wert, undefined, 2)}\n`;
}

/**
 * An object with one long list as its last field; each entry of the list stands on a line of its own.
 * @param kopf the other fields
 */
export function* formatJsonListe(
  kopf: object,
  name: string,
  eintraege: Iterable<unknown>,
): Generator<string> {
  const vorn = JSON.stringify(kopf, undefined, 2).replace(/\s*}$/, '');
  yield `${vorn}${vorn === '{' ? '' : ','}\n  ${JSON.stringify(name)}: [`;
  let erster = true;
  for (const eintrag of eintraege) {
    yield `${erster ? '' : ','}\n${JSON.stringify(eintrag)}`;
    erster = false;
  }
  yield `${erster ? '' : '\n'}]\n}\n`;
}

/** Files that other Kreise make: read with suspicion, and whatever is wrong with one is a sentence about it and nothing worse. */
import type { z } from 'zod';
import { formatPfad } from '../domain/befund.ts';
import { alleWerte } from './rules/texte.ts';
import { findUnsichtbaresZeichen } from './unsichtbare-zeichen.ts';

/** A German sentence that says why nothing of a file can be used. */
interface Einwand {
  einwand: string;
}

/**
 * Reads the JSON of somebody else.
 * @param pruefe makes of it what is needed, or says why it cannot be used
 */
export function liesFremdeDatei<Schema extends z.ZodType, Inhalt>(
  bytes: Uint8Array,
  schema: Schema,
  pruefe: (daten: z.output<Schema>) => Inhalt | Einwand,
): Inhalt | Einwand {
  let roh: unknown;
  try {
    roh = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { einwand: 'Die Datei ist kein lesbares JSON.' };
  }
  try {
    const { data, error, success } = schema.safeParse(roh);
    return success
      ? pruefe(data)
      : { einwand: `In der Datei stimmt etwas nicht: ${feldVon(error)}` };
  } catch {
    // Whatever somebody makes up next, everybody else's is still read.
    return { einwand: 'Die Datei ist so gebaut, dass sie sich nicht auswerten lässt.' };
  }
}

/** Says which field does not have the form it should have, or is too long. */
export function feldVon({ issues: [issue] }: z.ZodError): string {
  const feld = formatPfad(
    issue!.path.map((teil) => (typeof teil === 'number' ? teil : String(teil))),
  );
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return `Der Text im Feld „${feld}“ ist zu lang; höchstens ${issue.maximum} Zeichen sind möglich.`;
  return `Das Feld „${feld || '(alles)'}“ fehlt oder hat nicht die vorgesehene Form.`;
}

/** What text must not hold: characters that make it look other than it is. */
export function einwandGegenTexte(wert: unknown): string | undefined {
  for (const [pfad, text] of alleWerte(wert)) {
    const unsichtbar = findUnsichtbaresZeichen(text);
    if (unsichtbar) return `Feld „${formatPfad(pfad)}“: ${unsichtbar.meldung}`;
  }
  return undefined;
}

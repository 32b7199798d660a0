import type { z } from 'zod';
import { type Befund, formatPfad } from '../domain/befund.ts';
import type { Dokument } from './parse-document.ts';
import { zeileVon } from './read-yaml.ts';
import { wordIssue } from './word-issue.ts';

/**
 * Gives a document its meaning.
 * @returns the value, unless a field is wrong; then every wrong field as a finding
 */
export function parseEintrag<T extends z.ZodType>(
  dokument: Dokument,
  schema: T,
): { wert?: z.output<T>; befunde: Befund[] } {
  const result = schema.safeParse(dokument.daten, { reportInput: true });
  if (result.success) return { wert: result.data, befunde: [] };
  const befunde = result.error.issues
    .flatMap((issue) => wordIssue(issue, schema))
    .map(({ pfad, meldung, tipp }): Befund => ({
      datei: dokument.datei,
      zeile: zeileVon(dokument.zeilen, pfad),
      feld: formatPfad(pfad) || dokument.ganzes,
      stufe: 'fehler',
      regel: 'feld',
      meldung,
      ...(tipp && { tipp }),
    }));
  return { befunde };
}

import type { z } from 'zod';
import { type Befund, formatPfad, type Pfad } from '../domain/befund.ts';
import { naechsterWert } from '../domain/naechster-wert.ts';
import type { Dokument } from './parse-document.ts';
import { zeileVon } from './read-yaml.ts';
import { knownKeys, wordIssue } from './word-issue.ts';

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
  const befunde = ohneVertipptes(result.error.issues, schema)
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

/** Without the required fields whose name somebody has misspelt: they are there, and the finding about that name says so. */
function ohneVertipptes(issues: readonly z.core.$ZodIssue[], schema: z.ZodType) {
  const gemeint = new Set(
    issues.flatMap(({ code, path, ...issue }) =>
      'keys' in issue && code === 'unrecognized_keys'
        ? issue.keys.map((key) => naechsterFeldname(key, schema, path as Pfad))
        : [],
    ),
  );
  return issues.filter(
    ({ code, input, path }) =>
      code !== 'invalid_type' || input !== undefined || !gemeint.has(formatPfad(path as Pfad)),
  );
}

function naechsterFeldname(key: string, schema: z.ZodType, pfad: Pfad): string {
  return formatPfad([...pfad, naechsterWert(key, knownKeys(schema, pfad)) ?? key]);
}

/**
 * Checks the content and prints every finding.
 *
 *     npm run check -- [--format text|json|github|gitlab|markdown] [folder]
 *
 * Exit code 1 where a finding stops the build, 2 where the call is wrong.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fehlerIn } from '../src/domain/befund.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { liesAufruf, liesWahl } from './lib/aufruf.ts';
import { FORMATE } from './lib/format-befunde.ts';

const HILFE = `Aufruf: npm run check -- [--format ${Object.keys(FORMATE).join('|')}] [Ordner]`;

const { format, ordner, stichtag } = readAufruf();
const { befunde } = readKatalog(ordner, stichtag);
process.stdout.write(FORMATE[format](befunde) + '\n');
process.exitCode = fehlerIn(befunde).length > 0 ? 1 : 0;

/** What the caller wants; ends the program where that is not to be understood. */
function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: { format: { type: 'string', default: 'text' } },
      allowPositionals: true,
    },
    ({ values, positionals }, stichtag) => {
      const format = liesWahl('Das Format', values.format, FORMATE);
      if (positionals.some(istTeilDesInhalts))
        throw new Error('Geprüft wird immer der ganze Inhaltsordner: npm run check');
      if (positionals.length > 1) throw new Error('Es kann nur ein Ordner geprüft werden.');
      return { format, ordner: positionals[0] ?? inhaltsordner(), stichtag };
    },
  );
}

/** True for a file or folder within a content folder: alone it would lack all that it refers to. */
function istTeilDesInhalts(pfad: string): boolean {
  if (existsSync(join(pfad, 'portal.yaml'))) return false;
  const oben = dirname(resolve(pfad));
  return [oben, dirname(oben)].some((ordner) => existsSync(join(ordner, 'portal.yaml')));
}

/**
 * Checks the content and prints every finding.
 *
 *     npm run check -- [--format text|json|github|gitlab] [folder]
 *
 * Exit code 1 where a finding stops the build, 2 where the call is wrong.
 */
import { parseArgs } from 'node:util';
import { inhaltsordner, readKatalog } from '../src/katalog/read-katalog.ts';
import { FORMATE, isFormat } from './lib/format-befunde.ts';

const { values, positionals } = parseArgs({
  options: { format: { type: 'string', default: 'text' } },
  allowPositionals: true,
});
if (!isFormat(values.format)) {
  console.error(`Das Format „${values.format}“ gibt es nicht. Möglich sind: ${Object.keys(FORMATE).join(', ')}.`);
  process.exit(2);
}

const { befunde } = readKatalog(positionals[0] ?? inhaltsordner());
process.stdout.write(FORMATE[values.format](befunde) + '\n');
process.exitCode = befunde.some((befund) => befund.stufe === 'fehler') ? 1 : 0;

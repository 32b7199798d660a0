/** What people read who call a script in a way it does not know. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseArgs } from '../../scripts/lib/parse-args.ts';

const OPTIONEN = { trotzdem: { type: 'boolean' }, ziel: { type: 'string' } } as const;

test.each([
  [
    ['--trotz'],
    'Die Option „--trotz“ gibt es nicht. Meinten Sie „--trotzdem“? Bekannt sind: --trotzdem, --ziel.',
  ],
  [['-x'], 'Die Option „-x“ gibt es nicht. Bekannt sind: --trotzdem, --ziel.'],
  [['--trotzdem=ja'], 'Nach „--trotzdem“ steht kein Wert.'],
  [['--ziel'], 'Nach „--ziel“ fehlt der Wert.'],
  [['--ziel', '--trotzdem'], 'Nach „--ziel“ fehlt der Wert. Beginnt er mit einem Strich'],
  [['liste.csv'], '„liste.csv“ ist hier zu viel.'],
  [['--\u001b[2J'], 'Die Option „--\ufffd[2J“ gibt es nicht.'],
])('%j is answered in German', (args, satz) => {
  expect(() => parseArgs({ args, options: OPTIONEN })).toThrow(satz);
});

test('without any option there is none to propose', () => {
  expect(() => parseArgs({ args: ['--x'], allowPositionals: true })).toThrow(
    /^Die Option „--x“ gibt es nicht\.$/,
  );
});

test('every script reads its call in this way', () => {
  const mitArgumenten = readdirSync('scripts')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('scripts', name), 'utf8'))
    .filter((quelltext) => quelltext.includes('parseArgs('));
  expect(mitArgumenten.length).toBeGreaterThan(10);
  for (const quelltext of mitArgumenten) {
    expect(quelltext).toContain("import { parseArgs } from './lib/parse-args.ts'");
    expect(quelltext).not.toMatch(/parseArgs\b.* from 'node:util'/);
  }
});

/** What people read who call a script in a way it does not know. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parseArgs } from '../../scripts/lib/aufruf.ts';

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

const SKRIPTE = readdirSync('scripts')
  .filter((name) => name.endsWith('.ts') && name !== 'lockfile.ts')
  .map((name) => basename(name, '.ts'));

test.each(SKRIPTE)('npm run %s -- --help shows how it is called, and does nothing else', (name) => {
  const { stdout, stderr, status } = rufe(name, '--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Aufruf:/);
  expect(stdout).toContain(`npm run ${name}`);
});

test.each(['build', 'preview', 'check'])('npm run %s refuses what it does not know', (name) => {
  const { stdout, stderr, status } = rufe(name, '--gibtesnicht');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^Die Option „--gibtesnicht“ gibt es nicht\./);
  expect(stderr).toContain(`\n\nAufruf: npm run ${name}`);
});

function rufe(name: string, wort: string) {
  return spawnSync(process.execPath, [`scripts/${name}.ts`, wort], { encoding: 'utf8' });
}

/** What people read who call a script in a way it does not know. */
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

/** What all commands have in common where they read what they are called with, and name the next command. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { alsWort } from '../../scripts/lib/aufruf.ts';

test.each([
  ['liste.csv', 'liste.csv'],
  ['Müll/über_2-neu.csv', 'Müll/über_2-neu.csv'],
  ['C:\\Daten\\liste.csv', 'C:\\Daten\\liste.csv'],
  ['neue liste.csv', '"neue liste.csv"'],
  ['Stand (neu) & alt.csv', '"Stand (neu) & alt.csv"'],
  ["Bens' liste.csv", '"Bens\' liste.csv"'],
])('%s is one word of a command: %s', (name, wort) => expect(alsWort(name)).toBe(wort));

test.runIf(process.platform !== 'win32').each(['$(echo x) `echo y` "z"', `$HOME's`, 'a b;c', '*'])(
  'a shell reads %s as it is',
  (name) =>
    expect(spawnSync('sh', ['-c', `printf %s ${alsWort(name)}`], { encoding: 'utf8' }).stdout).toBe(
      name,
    ),
);

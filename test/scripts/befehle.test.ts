/** Each command as a process of its own, as `npm run` starts it; what it does is tested beside its name. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rufe } from '../lib/befehl.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
/** All that are a script of ours, by name and by that script. */
const BEFEHLE = Object.entries(scripts).flatMap(([name, befehl]) => {
  const [, script] =
    /^node scripts\/run\.mjs (?:--browser )?(scripts\/\w+\.ts)$/.exec(befehl) ?? [];
  return script ? [[name, script] as const] : [];
});

test('nearly every command of the project is asked', () =>
  expect(BEFEHLE.length).toBeGreaterThan(Object.keys(scripts).length - 5));

test.each(BEFEHLE)('%s called wrongly: 2, nothing on stdout, and how to call it', (_, script) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--gibt-es-nicht'], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Die Option „--gibt-es-nicht“ gibt es nicht\.[^]*\n\nAufruf:/);
  // The other tests of commands rely on it.
  expect(rufe(script, ['--gibt-es-nicht'])).toEqual({ status, stdout, stderr });
});

test.each(BEFEHLE)('%s --help: how to call it, and nothing else happens', (name, script) => {
  const { status, stdout, stderr } = rufe(script, ['--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Aufruf:/);
  expect(stdout).toContain(`npm run ${name}`);
});

test.each(BEFEHLE)('%s on a day that does not exist: 2, and a sentence', (_, script) => {
  const { status, stdout, stderr } = rufe(script, [], { STICHTAG: '2026-02-30' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^STICHTAG „2026-02-30“ ist kein Datum der Form JJJJ-MM-TT\.\n/);
});

const BEKANNT = 'Bekannt sind: --sofort, --zurueck, --aufraeumen.\n';

test.each([
  [
    'veroeffentlichen',
    ['--zuruec'],
    `Die Option „--zuruec“ gibt es nicht. Meinten Sie „--zurueck“? ${BEKANNT}`,
  ],
  ['veroeffentlichen', ['-x'], `Die Option „-x“ gibt es nicht. ${BEKANNT}`],
  ['veroeffentlichen', ['--\u001b[2J'], 'Die Option „--\ufffd[2J“ gibt es nicht. '],
  ['veroeffentlichen', ['--sofort=ja'], 'Nach „--sofort“ steht kein Wert.\n'],
  ['handzettel', ['--kommune'], 'Nach „--kommune“ fehlt der Wert.'],
  ['handzettel', ['--kommune', '--gross'], 'Nach „--kommune“ fehlt der Wert. Beginnt er mit einem'],
  ['handzettel', ['liste.csv'], '„liste.csv“ ist hier zu viel. Optionen beginnen mit zwei'],
  ['ausgeben', ['--x'], 'Die Option „--x“ gibt es nicht.\n'],
])('%s %j: is answered in German', (name, args, satz) => {
  const { status, stdout, stderr } = rufe(`scripts/${name}.ts`, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.slice(0, satz.length)).toBe(satz);
});

test.each([
  ['stand', ['bestaetige'], 'Den Befehl „bestaetige“ gibt es nicht. Meinten Sie „bestaetigen“?'],
  ['stand', ['--am', '2026-11-01'], 'Bei „liste“ gibt es die Option „--am“ nicht.'],
  ['stand', ['liste', 'kleiderkammer'], '„kleiderkammer“ ist bei „liste“ hier zu viel.'],
  ['uebersetzungen', ['ausgeben', 'ar', 'a.csv', 'b.csv'], '„b.csv“ ist bei „ausgeben“ hier'],
  ['uebersetzungen', ['zeigen', 'ar', '--maschinell'], 'Bei „zeigen“ gibt es die Option'],
  ['verbund', ['zeigen', '--trotzdem'], 'Bei „zeigen“ gibt es die Option „--trotzdem“ nicht.'],
  ['verbund', [], 'Es fehlt der Befehl.'],
])('%s %j: what it does not understand is not passed over', (name, args, satz) => {
  const { status, stdout, stderr } = rufe(`scripts/${name}.ts`, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(satz);
});

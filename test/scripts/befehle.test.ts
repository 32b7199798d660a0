/** Each command as a process of its own, as `npm run` starts it; what it does is tested beside its name. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rufe } from '../lib/befehl.ts';
import { STICHTAG } from '../lib/inhalt.ts';

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

/** What a booklet needs at least. */
const FUER = ['--kommune', 'x', '--sprache', 'ar'];
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
  ['check', ['--format', 'markdow'], 'Das Format „markdow“', 'Meinten Sie „markdown“?'],
  ['links', ['--format', 'jsn'], 'Das Format „jsn“', 'Meinten Sie „json“?'],
  ['stand', ['--format', 'constructor'], 'Das Format „constructor“', 'Bekannt sind: text, csv, '],
  ['aenderungen', ['--monat', '2026-10', '--format', 'xml'], 'Das Format „xml“', 'markdown, csv.'],
  ['handzettel', [...FUER, '--format', 'A4'], 'Das Format „A4“', 'Meinten Sie „a4“?'],
  ['server', ['ngins-http'], 'Den Server „ngins-http“', 'Meinten Sie „nginx-http“?'],
  ['land', ['baun'], 'Den Befehl „baun“', 'Meinten Sie „bauen“?'],
])('%s %j: what there is instead', (name, args, was, tipp) => {
  const { status, stdout, stderr } = rufe(`scripts/${name}.ts`, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`${was} gibt es nicht. `);
  expect(stderr.split('\n')[0]).toContain(tipp);
});

test.each(
  ['aenderungen', 'bericht'].flatMap((name) => [
    [
      name,
      'Oktober',
      '„Oktober“ ist kein Monat. Bitte Jahr-Monat schreiben, zum Beispiel 2026-11.',
    ],
    [
      name,
      '2026-13',
      '„2026-13“ ist kein Monat. Bitte Jahr-Monat schreiben, zum Beispiel 2026-11.',
    ],
    [name, '2026-12', 'Der Monat „2026-12“ hat noch nicht begonnen (Stichtag 2026-11-20).'],
  ]),
)('%s --monat %s: 2, and a sentence', (name, monat, satz) => {
  const { status, stdout, stderr } = rufe(`scripts/${name}.ts`, ['--monat', monat!], { STICHTAG });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.split('\n')[0]).toBe(satz);
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

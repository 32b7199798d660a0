/** What starts every command: it ends as its program does, and never without it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NEUSTART } from '../../scripts/lib/neustart.mjs';

const ordner = mkdtempSync(join(tmpdir(), 'run-'));
afterAll(() => rmSync(ordner, { recursive: true }));

function programm(code: string): string {
  const datei = join(ordner, 'programm.mjs');
  writeFileSync(datei, code);
  return datei;
}

/** Starts a program that says its number. */
async function starte(code: string): Promise<{ prozess: ChildProcess; pid: number }> {
  const datei = programm(`${code}; console.log(process.pid); setInterval(() => {}, 1000)`);
  const prozess = spawn(process.execPath, ['scripts/run.mjs', datei], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = await new Promise<number>((done) =>
    prozess.stdout!.once('data', (stueck: Buffer) => done(Number(stueck))),
  );
  return { prozess, pid };
}

const ende = (prozess: ChildProcess) =>
  new Promise((done) => prozess.once('exit', (code, signal) => done(code ?? signal)));

// There is no way to ask a program of Windows to end.
const aufUnix = test.skipIf(process.platform === 'win32');

aufUnix.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends the program, too',
  async (signal) => {
    const { prozess, pid } = await starte('');
    prozess.kill(signal);
    expect(await ende(prozess)).toBe(signal);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  },
);

aufUnix('what the program does about a signal counts', async () => {
  const { prozess } = await starte(`process.on('SIGTERM', () => process.exit(7))`);
  prozess.kill('SIGTERM');
  expect(await ende(prozess)).toBe(7);
});

aufUnix('a program that somebody else ends: 130', async () => {
  const { prozess, pid } = await starte('');
  process.kill(pid, 'SIGKILL');
  expect(await ende(prozess)).toBe(130);
});

test('its code is that of the program, which may want to begin again', () => {
  const merker = JSON.stringify(join(ordner, 'merker'));
  const datei = programm(`import { existsSync, writeFileSync } from 'node:fs';
    const zweites = existsSync(${merker});
    writeFileSync(${merker}, '');
    console.log(process.argv[2]);
    process.exit(zweites ? 3 : ${NEUSTART});`);
  const { status, stdout } = spawnSync(process.execPath, ['scripts/run.mjs', datei, 'wort'], {
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([3, 'wort\nwort\n']);
});

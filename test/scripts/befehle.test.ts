/** Each command as a process of its own, as `npm run` starts it; what it does is tested beside its name. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rufe } from '../lib/befehl.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
/** Those that take arguments, by the script that runs. */
const BEFEHLE = Object.values(scripts).flatMap((befehl) => {
  const [, script] =
    /run\.mjs (?:--browser )?(scripts\/(?!build|preview|dev|bench|lockfile)\w+\.ts)/.exec(befehl) ??
    [];
  return script ? [script] : [];
});

test.each(BEFEHLE)('%s called wrongly: 2, nothing on stdout, and how to call it', (script) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--gibt-es-nicht'], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/„--gibt-es-nicht“[^]*Aufruf/);
  // The other tests of commands rely on it.
  expect(rufe(script, ['--gibt-es-nicht'])).toEqual({ status, stdout, stderr });
});

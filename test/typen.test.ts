/** Node and Astro only leave types out: whether they are right, nothing else would tell. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the types of all programs and components agree', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning'],
    { env: { PATH: process.env['PATH'], ASTRO_TELEMETRY_DISABLED: '1' } },
  ).catch((error: { stdout: string }) => error);
  expect(stdout).toMatch(/- 0 errors\n- 0 warnings/);
});

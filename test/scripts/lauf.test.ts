/** Who stops a build stops Astro with it: the real function in a process of its own, Astro in its place another program. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';

const ordner = mkdtempSync(join(tmpdir(), 'lauf-'));
afterAll(() => rmSync(ordner, { recursive: true }));

/** On a busy machine a process takes its time to begin, and to end. */
const GEDULD = { timeout: 30_000 };

// There is no way to ask a program of Windows to end.
test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends Astro, too',
  async (signal) => {
    const astro = join(ordner, 'node_modules/astro/bin');
    const nummer = join(ordner, signal);
    mkdirSync(astro, { recursive: true });
    writeFileSync(
      join(astro, 'astro.mjs'),
      `import { writeFileSync } from 'node:fs';
      setTimeout(() => {}, 60_000);
      writeFileSync(${JSON.stringify(nummer)}, String(process.pid));`,
    );
    const lauf = JSON.stringify(pathToFileURL('scripts/lib/bau/lauf.ts'));
    const bau = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { buildMitAstro } = await import(${lauf}); await buildMitAstro({});`,
      ],
      { cwd: ordner, stdio: 'ignore' },
    );
    const ende = new Promise((done) => bau.once('exit', done));
    const pid = await vi.waitFor(() => {
      const gelesen = Number(readFileSync(nummer, 'utf8'));
      expect(gelesen).toBeGreaterThan(0);
      return gelesen;
    }, GEDULD);
    bau.kill(signal);
    expect(await ende).toBe(130);
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), GEDULD);
  },
);

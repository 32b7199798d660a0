/** Running Astro as a child process. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ASTRO = resolve('node_modules/astro/bin/astro.mjs');

export interface LaufErgebnis {
  code: number;
  /** Everything printed, both streams. */
  ausgabe: string;
}

/**
 * Runs an Astro command with this very Node.
 * @param args command and options
 * @param env added to the environment
 * @param zeige called with each piece of output as it comes
 */
export function runAstro(
  args: string[],
  env: Record<string, string>,
  zeige: (stueck: string) => void,
): Promise<LaufErgebnis> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [ASTRO, ...args], {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Whoever stops the build stops Astro with it.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        child.kill(signal);
        process.exit(130);
      });
    }
    let ausgabe = '';
    const collect = (chunk: Buffer) => {
      ausgabe += chunk;
      zeige(String(chunk));
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, ausgabe }));
  });
}

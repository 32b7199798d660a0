/** Running Astro's build as a child process. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ASTRO = resolve('node_modules/astro/bin/astro.mjs');

export interface LaufErgebnis {
  code: number;
  /** Everything printed, both streams. */
  ausgabe: string;
}

/** Whatever the caller's environment says (Vite reads these): what is built is for visitors. */
const FUER_BESUCHER = { NODE_ENV: 'production', PROD: 'true', DEV: '' };

/**
 * Lets Astro build, with this very Node.
 * @param env added to the environment
 */
export function buildMitAstro(env: Record<string, string>): Promise<LaufErgebnis> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [ASTRO, 'build'], {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...FUER_BESUCHER, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Whoever stops the build stops Astro with it.
    process.once('exit', () => child.kill());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        child.kill(signal);
        process.exit(130);
      });
    }
    let ausgabe = '';
    const collect = (chunk: Buffer) => {
      ausgabe += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, ausgabe }));
  });
}

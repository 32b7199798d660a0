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

/** What ends a build, as `scripts/run.mjs` hands it on. */
const SIGNALE = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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
    const mitIhm = () => void child.kill();
    const beiSignal = (signal: NodeJS.Signals) => {
      child.kill(signal);
      process.exit(130);
    };
    process.once('exit', mitIhm);
    for (const signal of SIGNALE) process.once(signal, beiSignal);
    let ausgabe = '';
    const collect = (chunk: Buffer) => {
      ausgabe += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => {
      process.off('exit', mitIhm);
      for (const signal of SIGNALE) process.off(signal, beiSignal);
      done({ code: code ?? 1, ausgabe });
    });
  });
}

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const STICHTAG = '2026-11-20';
/** Where tests put what they build; ignored by git. */
export const WERKSTATT = resolve('.tmp/test');

export interface Bau {
  code: number | null;
  ausgabe: string;
}

/** Runs the real build script. */
export function baue(inhalt: string, ziel: string, env: Record<string, string> = {}): Bau {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, PORTAL_INHALT: inhalt, PORTAL_ZIEL: ziel, STICHTAG, ...env },
    encoding: 'utf8',
  });
  return { code: status, ausgabe: stdout + stderr };
}

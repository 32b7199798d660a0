import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const STICHTAG = '2026-11-20';
/** Where tests put what they build; ignored by git. */
export const WERKSTATT = resolve('.tmp/test');

export interface Bau {
  code: number | null;
  ausgabe: string;
}

/**
 * Runs the real build script, of the project in `ordner` where another is named. Several may run at the same time: below {@link WERKSTATT} each has all its files for itself.
 * @param meldet is told all that was printed so far, whenever there is more
 */
export function baue(
  inhalt: string,
  ziel: string,
  { ordner = '.', ...env }: Record<string, string> & { ordner?: string } = {},
  meldet: (ausgabe: string) => void = () => undefined,
): Promise<Bau> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['scripts/build.ts'], {
      cwd: ordner,
      env: { ...process.env, PORTAL_INHALT: inhalt, PORTAL_ZIEL: ziel, STICHTAG, ...env },
    });
    let ausgabe = '';
    for (const strom of [child.stdout, child.stderr])
      strom.setEncoding('utf8').on('data', (stueck) => meldet((ausgabe += stueck)));
    child.on('error', fail);
    child.on('close', (code) => done({ code, ausgabe }));
  });
}

/**
 * The program that makes pages, and what browsers load with them: of the code alone, whatever the content says. Astro and Vite need some
 * ten seconds for it, so it is kept until the code changes.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ablageort, benutzt, raeumeAuf } from '../../src/katalog/ablage.ts';
import { fingerabdruck } from './fingerabdruck.ts';
import { buildMitAstro } from './lauf.ts';

export interface Programm {
  /** Folder of the program, for `bau/seiten`. */
  programm: string;
  /** Folder of the files of the portal that are no pages: scripts, styles, what lies in `public/`. */
  dateien: string;
}

/** What decides what Astro makes, beside the code. */
const DAZU = ['public', 'astro.config.mjs', 'tsconfig.json'];

/**
 * @param basis path of the portal on its server, as `basisOf` makes it: addresses of files begin with it, and nothing else of the content
 *   is known to Astro
 * @throws what Astro says, where it cannot make the program or warns
 */
export async function holeProgramm(basis: string): Promise<Programm> {
  const fertig = ablageort('programm', fingerabdruck(DAZU, [basis]));
  const programm = (ordner: string): Programm => ({
    programm: join(ordner, 'programm'),
    dateien: join(ordner, 'dateien'),
  });
  if (existsSync(fertig)) {
    benutzt(fertig);
    return programm(fertig);
  }
  // Others may be building, too: whoever is first puts it in its place.
  const entwurf = `${fertig}-${process.pid}`;
  process.once('exit', () => rmSync(entwurf, { recursive: true, force: true }));
  const ziel = programm(entwurf);
  const { code, ausgabe } = await buildMitAstro({
    PORTAL_ZIEL: ziel.dateien,
    PORTAL_PROGRAMM: ziel.programm,
  });
  if (code !== 0 || /\b(warn|warning|error)\b/i.test(ausgabe)) throw new Error(ausgabe);
  try {
    renameSync(entwurf, fertig);
  } catch (error) {
    if (!existsSync(fertig)) throw error;
  }
  raeumeAuf(dirname(fertig));
  return programm(fertig);
}

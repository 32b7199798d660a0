/**
 * The program that makes pages, and what browsers load with them: of the code alone, whatever the content says. Astro and Vite need some
 * ten seconds for it, so it is kept until the code changes.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ablageort, benutzt, raeumeAuf } from '../../../src/katalog/ablage.ts';
import { fingerabdruck } from '../../../src/katalog/fingerabdruck.ts';
import { buildMitAstro } from './lauf.ts';
import { formatPruefsummen, PRUEFSUMMEN, readPruefsummen, summenVon } from '../pruefsummen.ts';

export interface Programm {
  /** Folder of the program, for `bau/seiten`. */
  programm: string;
  /** Folder of the files of the portal that are no pages: scripts, styles, what lies in `public/`. */
  dateien: string;
}

/** Files and folders that decide what Astro makes. */
export const CODE = ['src', 'public', 'astro.config.mjs', 'tsconfig.json'];

/**
 * @param basis path of the portal on its server, as `basisOf` makes it: addresses of files begin with it, and nothing else of the content
 *   is known to Astro
 * @param wie.neu make it, even where there is one
 * @param wie.beginnt is called where it has to be made, which takes some seconds
 * @throws what Astro says, where it cannot make the program or warns; a German sentence where the code was edited meanwhile
 */
export async function holeProgramm(
  basis: string,
  { neu = false, beginnt }: { neu?: boolean; beginnt?: () => void } = {},
): Promise<Programm> {
  const code = fingerabdruck(CODE, [basis]);
  const fertig = ablageort('programm', code);
  const programm = (ordner: string): Programm => ({
    programm: join(ordner, 'programm'),
    dateien: join(ordner, 'dateien'),
  });
  if (!neu && istGanz(fertig)) {
    benutzt(fertig);
    return programm(fertig);
  }
  beginnt?.();
  // Others may be building, too: whoever is first puts it in its place.
  const entwurf = `${fertig}-${process.pid}`;
  const raeume = () => rmSync(entwurf, { recursive: true, force: true });
  process.once('exit', raeume);
  try {
    const ziel = programm(entwurf);
    const lauf = await buildMitAstro({
      PORTAL_BASIS: basis,
      PORTAL_ZIEL: ziel.dateien,
      PORTAL_PROGRAMM: ziel.programm,
    });
    if (lauf.code !== 0 || /\b(warn|warning|error)\b/i.test(lauf.ausgabe))
      throw new Error(lauf.ausgabe);
    if (fingerabdruck(CODE, [basis]) !== code)
      throw new Error('Während des Baus hat sich die Software geändert. Bitte noch einmal bauen.');
    writeFileSync(join(entwurf, PRUEFSUMMEN), formatPruefsummen(summenVon(entwurf)));
    // Who is using the one that was there finds the same files in this one: their names say what they hold.
    const alt = `${entwurf}-alt`;
    try {
      if (existsSync(fertig)) renameSync(fertig, alt);
      renameSync(entwurf, fertig);
    } catch (error) {
      // Somebody else was quicker.
      if (!istGanz(fertig)) throw error;
    }
    rmSync(alt, { recursive: true, force: true });
    raeumeAuf(dirname(fertig));
  } finally {
    process.off('exit', raeume);
    raeume();
  }
  return programm(fertig);
}

/** Whether it lies there as it was made: a disk may have lost a part of it. */
function istGanz(ordner: string): boolean {
  const summen = readPruefsummen(ordner);
  if (!summen) return false;
  const jetzt = summenVon(ordner);
  jetzt.delete(PRUEFSUMMEN);
  return (
    jetzt.size === summen.size && [...summen].every(([pfad, summe]) => jetzt.get(pfad) === summe)
  );
}

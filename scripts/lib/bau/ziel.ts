/** Where a build may put its result, and how it takes its place there. */
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { erneuere } from './erneuern.ts';

/** Folders of the project that no build may write into. */
const PROJEKT = ['src', 'scripts', 'test', 'public', 'docs', 'node_modules', '.git', '.ci'];

/** True where `innen` is `aussen` or lies within it. */
export function liegtIn(innen: string, aussen: string): boolean {
  const path = relative(resolve(aussen), resolve(innen));
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path);
}

/** A folder that need not be there yet; where it is a link, what it leads to: else a build would put a folder in place of the link. */
export function echterOrt(ordner: string): string {
  return existsSync(ordner) ? realpathSync(ordner) : resolve(ordner);
}

/** Why nothing may be written into a folder: it holds what people wrote. A German sentence. */
export function geschuetzt(ordner: string, inhalt: string): string | undefined {
  if (liegtIn('.', ordner)) return 'Darin liegt das Projekt selbst.';
  if (liegtIn(inhalt, ordner) || liegtIn(ordner, inhalt)) return 'Dort liegt der Inhalt.';
  const name = PROJEKT.find((name) => liegtIn(ordner, name));
  return name && `Der Ordner „${name}“ gehört zur Software.`;
}

/** Why a table does not lie where the content does: it would be proposed with it, and what it says of secret places. A German sentence. */
export function einwandGegenTabelle(datei: string, inhalt: string): string | undefined {
  return liegtIn(datei, inhalt)
    ? `Die Datei „${datei}“ käme in den Ordner des Inhalts und würde mit ihm vorgeschlagen. Bitte einen anderen Ordner nennen.`
    : undefined;
}

/**
 * Why a folder cannot be the target: what stands there would be deleted.
 * @returns a German sentence, or undefined where all is well
 */
export function einwandGegenZiel(ziel: string, inhalt: string): string | undefined {
  const nein = (grund: string) =>
    `PORTAL_ZIEL „${ziel}“ ist nicht möglich: ${grund} Bitte einen eigenen, leeren Ordner angeben, zum Beispiel „dist“.`;
  const grund = geschuetzt(ziel, inhalt);
  if (grund) return nein(grund);
  if (!existsSync(ziel)) return undefined;
  if (!statSync(ziel).isDirectory()) return nein('Das ist eine Datei.');
  if (readdirSync(ziel).length > 0 && !existsSync(join(ziel, '404.html'))) {
    return nein('Der Ordner ist nicht leer, und was darin liegt, ist kein gebautes Portal.');
  }
  return undefined;
}

/**
 * Puts a finished build in the place of the last one. Where that fails, the last one stays.
 * @param bleibt files of the last one that belong to the new one, too, from its root
 * @returns a German sentence where the last one cannot be deleted (another user built it, say); the new one is in place all the same
 * @throws where the folders cannot be renamed (the target is a mounted volume, say)
 */
export function einsetzen(
  entwurf: string,
  ziel: string,
  bleibt: ReadonlySet<string> = new Set(),
): string | undefined {
  const alt = nameFuerAlten(ziel);
  if (bleibt.size > 0 && erneuere({ entwurf, ziel, bleibt, alt })) {
    const reste = [raeumeWeg(alt), raeumeWeg(entwurf)].filter((satz) => satz !== undefined);
    return reste.length > 0 ? reste.join('\n') : undefined;
  }
  for (const pfad of bleibt) gibZweitenNamen(join(ziel, pfad), join(entwurf, pfad));
  return tausche(entwurf, ziel);
}

/** Two folders, as a whole. */
function tausche(entwurf: string, ziel: string): string | undefined {
  const alt = nameFuerAlten(ziel);
  const vorhanden = existsSync(ziel);
  if (vorhanden) renameSync(ziel, alt);
  try {
    renameSync(entwurf, ziel);
  } catch (error) {
    if (vorhanden) renameSync(alt, ziel);
    throw error;
  }
  return raeumeWeg(alt);
}

/** @returns a German sentence where a folder cannot be deleted */
function raeumeWeg(ordner: string): string | undefined {
  const grund = warumNochDa(ordner);
  return (
    grund &&
    `Was vom vorigen Stand übrig ist, ließ sich nicht löschen. Bitte den Ordner „${ordner}“ löschen (${grund}).`
  );
}

/** For what is replaced. What could not be deleted of one before is in nobody's way. */
function nameFuerAlten(ziel: string): string {
  const name = join(dirname(ziel), `.${basename(ziel)}-alt`);
  let alt = name;
  for (let n = 2; warumNochDa(alt); n++) alt = `${name}-${n}`;
  return alt;
}

/** To a file; a copy, where the disk cannot. @throws where the name is taken */
function gibZweitenNamen(datei: string, name: string): void {
  mkdirSync(dirname(name), { recursive: true });
  try {
    linkSync(datei, name);
  } catch {
    copyFileSync(datei, name, constants.COPYFILE_EXCL);
  }
}

/** Deletes a folder. @returns why it is still there, or undefined */
function warumNochDa(ordner: string): string | undefined {
  try {
    rmSync(ordner, { recursive: true, force: true });
    return undefined;
  } catch (error) {
    return existsSync(ordner) ? (error as Error).message : undefined;
  }
}

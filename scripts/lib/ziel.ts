/** Where a build may put its result, and how it takes its place there. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Folders of the project that no build may write into. */
const PROJEKT = ['src', 'scripts', 'test', 'public', 'docs', 'node_modules', '.git', '.ci'];

/** True where `innen` is `aussen` or lies within it. */
export function liegtIn(innen: string, aussen: string): boolean {
  const path = relative(resolve(aussen), resolve(innen));
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path);
}

/** Why nothing may be written into a folder: it holds what people wrote. A German sentence. */
export function geschuetzt(ordner: string, inhalt: string): string | undefined {
  if (liegtIn('.', ordner)) return 'Darin liegt das Projekt selbst.';
  if (liegtIn(inhalt, ordner) || liegtIn(ordner, inhalt)) return 'Dort liegt der Inhalt.';
  const name = PROJEKT.find((name) => liegtIn(ordner, name));
  return name && `Der Ordner „${name}“ gehört zur Software.`;
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
 * @returns a German sentence where the last one cannot be deleted (another user built it, say); the new one is in place all the same
 * @throws where the folders cannot be renamed (the target is a mounted volume, say)
 */
export function einsetzen(entwurf: string, ziel: string): string | undefined {
  const name = join(dirname(ziel), `.${basename(ziel)}-alt`);
  let alt = name;
  // What could not be deleted then is in nobody's way now.
  for (let n = 2; warumNochDa(alt); n++) alt = `${name}-${n}`;
  const vorhanden = existsSync(ziel);
  if (vorhanden) renameSync(ziel, alt);
  try {
    renameSync(entwurf, ziel);
  } catch (error) {
    if (vorhanden) renameSync(alt, ziel);
    throw error;
  }
  const grund = warumNochDa(alt);
  return (
    grund &&
    `Der vorige Stand ließ sich nicht löschen. Bitte den Ordner „${alt}“ löschen (${grund}).`
  );
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

/** Where a build may put its result, and how it takes its place there. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Folders of the project that no build may write into. */
const PROJEKT = ['src', 'scripts', 'test', 'public', 'docs', 'node_modules', '.git', '.ci'];

/** True where `innen` is `aussen` or lies within it. */
function liegtIn(innen: string, aussen: string): boolean {
  const path = relative(resolve(aussen), resolve(innen));
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path);
}

/**
 * Why a folder cannot be the target: what stands there would be deleted.
 * @returns a German sentence, or undefined where all is well
 */
export function einwandGegenZiel(ziel: string, inhalt: string): string | undefined {
  const nein = (grund: string) =>
    `PORTAL_ZIEL „${ziel}“ ist nicht möglich: ${grund} Bitte einen eigenen, leeren Ordner angeben, zum Beispiel „dist“.`;
  if (liegtIn('.', ziel)) return nein('Darin liegt das Projekt selbst.');
  if (liegtIn(inhalt, ziel) || liegtIn(ziel, inhalt)) return nein('Dort liegt der Inhalt.');
  const ordner = PROJEKT.find((name) => liegtIn(ziel, name));
  if (ordner) return nein(`Der Ordner „${ordner}“ gehört zur Software.`);
  if (!existsSync(ziel)) return undefined;
  if (!statSync(ziel).isDirectory()) return nein('Das ist eine Datei.');
  if (readdirSync(ziel).length > 0 && !existsSync(join(ziel, '404.html'))) {
    return nein('Der Ordner ist nicht leer, und was darin liegt, ist kein gebautes Portal.');
  }
  return undefined;
}

/**
 * Puts a finished build in the place of the last one. Where that fails, the last one stays.
 * @throws where the folders cannot be renamed (the target is a mounted volume, say)
 */
export function einsetzen(entwurf: string, ziel: string): void {
  const alt = join(dirname(ziel), `.${basename(ziel)}-alt`);
  rmSync(alt, { recursive: true, force: true });
  const vorhanden = existsSync(ziel);
  if (vorhanden) renameSync(ziel, alt);
  try {
    renameSync(entwurf, ziel);
  } catch (error) {
    if (vorhanden) renameSync(alt, ziel);
    throw error;
  }
  rmSync(alt, { recursive: true, force: true });
}

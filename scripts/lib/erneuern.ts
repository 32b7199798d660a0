/**
 * Brings a portal up to date where it lies, file by file: of tens of thousands, mostly a few hundred have changed, and creating, naming
 * and deleting all others would take longer than making those.
 */
import { linkSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPfade } from './dateiliste.ts';
import { PRUEFSUMMEN } from './pruefsummen.ts';

export interface Erneuerung {
  /** Folder of what is new; it is empty afterwards. */
  entwurf: string;
  /** Its files, from its root. */
  neue: readonly string[];
  /** The portal. */
  ziel: string;
  /** Its files that stay as they are. */
  bleibt: ReadonlySet<string>;
  /** Folder for what is replaced; nothing lies there, and nobody needs it afterwards. */
  alt: string;
}

/** A portal is neither the old nor the new one. */
export class Gemischt extends Error {}

/**
 * Each file takes the place of the old one in one step: first what is new, then what has changed, and what nobody wants any more goes
 * last. Whoever asks meanwhile may get some pages of the old and some of the new portal, each of them whole.
 *
 * Where the machine stops in the midst of it, the next build mends it: it keeps nothing whose checksum is another one. The list of
 * checksums comes after all else, so that whoever looks at it before he copies a portal finds out.
 *
 * @returns false where that is not possible; all is as it was then
 * @throws Gemischt where it is neither possible nor can be undone
 */
export function erneuere(erneuerung: Erneuerung): boolean {
  const zurueck: (() => void)[] = [];
  try {
    fuehreAus(erneuerung, zurueck);
  } catch {
    try {
      for (const tun of zurueck.reverse()) tun();
    } catch (cause) {
      throw new Gemischt((cause as Error).message, { cause });
    }
    return false;
  }
  return true;
}

/** @param zurueck gets what undoes each step */
function fuehreAus(
  { entwurf, neue, ziel, bleibt, alt }: Erneuerung,
  zurueck: (() => void)[],
): void {
  const vorhandene = new Set(
    listPfade(ziel, (pfad) => {
      throw new Error(`${pfad} is no file.`);
    }),
  );
  const [fehlt] = bleibt.difference(vorhandene);
  if (fehlt) throw new Error(`${fehlt} is gone.`);
  mkdirSync(alt);
  let gesichert = 0;
  const sichere = (pfad: string) => {
    const sicher = join(alt, String(gesichert++));
    linkSync(join(ziel, pfad), sicher);
    zurueck.push(() => {
      mkdirSync(dirname(join(ziel, pfad)), { recursive: true });
      renameSync(sicher, join(ziel, pfad));
    });
  };
  const setzeEin = (pfad: string) => {
    mkdirSync(dirname(join(ziel, pfad)), { recursive: true });
    if (vorhandene.has(pfad)) sichere(pfad);
    renameSync(join(entwurf, pfad), join(ziel, pfad));
    zurueck.push(() => renameSync(join(ziel, pfad), join(entwurf, pfad)));
  };
  const alle = new Set(neue);
  const listen = new Set([PRUEFSUMMEN]).intersection(alle);
  for (const pfad of alle.difference(vorhandene).difference(listen)) setzeEin(pfad);
  for (const pfad of alle.intersection(vorhandene).difference(listen)) setzeEin(pfad);
  for (const pfad of vorhandene.difference(bleibt).difference(alle)) {
    sichere(pfad);
    rmSync(join(ziel, pfad));
    raeumeAuf(ziel, dirname(pfad));
  }
  for (const pfad of listen) setzeEin(pfad);
}

/** Deletes a folder in which nothing lies any more, and those that it was the last in: servers would say that it is there. */
function raeumeAuf(ziel: string, ordner: string): void {
  for (let leer = ordner; leer !== '.'; leer = dirname(leer))
    try {
      rmdirSync(join(ziel, leer));
    } catch {
      return;
    }
}

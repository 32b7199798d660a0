/**
 * Brings a portal up to date where it lies, file by file: of tens of thousands, mostly a few hundred have changed, and creating, naming
 * and deleting all others would take longer than making those.
 */
import { linkSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPfade } from '../dateiliste.ts';
import { PRUEFSUMMEN } from '../pruefsummen.ts';

export interface Erneuerung {
  /** Folder of what is new; it is empty afterwards. */
  entwurf: string;
  /** The portal. */
  ziel: string;
  /** Its files that stay as they are, from its root. */
  bleibt: ReadonlySet<string>;
  /** Folder for what is replaced; nothing lies there, and nobody needs it afterwards. */
  alt: string;
}

/** A portal is neither the old nor the new one. */
export class Gemischt extends Error {}

/** Of all files: more take a while, in which visitors would find some of the old and some of the new portal. */
const HOECHSTENS = 0.1;

/** What undoes the steps that were done, the last of them first. */
type Zurueck = (() => void)[];

/**
 * Each file takes the place of the old one in one step: first what is new, then what has changed, and what nobody wants any more goes
 * last. Whoever asks meanwhile may get some pages of the old and some of the new portal, each of them whole.
 *
 * Where the machine stops in the midst of it, the next build mends it: it keeps nothing whose checksum is another one. The list of
 * checksums comes after all else, so that whoever looks at it before he copies a portal finds out.
 *
 * @returns false where that is not possible, or too much has changed; all is as it was then
 * @throws Gemischt where it is neither possible nor can be undone
 */
export function erneuere(erneuerung: Erneuerung): boolean {
  const zurueck: Zurueck = [];
  try {
    return fuehreAus(erneuerung, zurueck);
  } catch (cause) {
    const gescheitert = zurueck.reverse().flatMap((tun) => fehlerVon(tun) ?? []);
    const [erster] = gescheitert;
    if (erster) throw new Gemischt(`${(cause as Error).message}; ${erster.message}`, { cause });
    return false;
  }
}

function fuehreAus({ entwurf, ziel, bleibt, alt }: Erneuerung, zurueck: Zurueck): boolean {
  const vorhandene = new Set(
    listPfade(ziel, (pfad) => {
      throw new Error(`There is ${pfad}, which is no file.`);
    }),
  );
  const neue = new Set(listPfade(entwurf));
  const weg = vorhandene.difference(bleibt).difference(neue);
  if (neue.size + weg.size > (neue.size + bleibt.size) * HOECHSTENS) return false;
  const [fehlt] = bleibt.difference(vorhandene);
  if (fehlt) throw new Error(`${fehlt} is gone.`);
  pruefeNamen(vorhandene.union(neue));
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
    zurueck.push(() => raeumeAuf(ziel, dirname(pfad)));
    mkdirSync(dirname(join(ziel, pfad)), { recursive: true });
    if (vorhandene.has(pfad)) sichere(pfad);
    renameSync(join(entwurf, pfad), join(ziel, pfad));
    zurueck.push(() => renameSync(join(ziel, pfad), join(entwurf, pfad)));
  };
  const listen = new Set([PRUEFSUMMEN]).intersection(neue);
  for (const pfad of neue.difference(vorhandene).difference(listen)) setzeEin(pfad);
  for (const pfad of neue.intersection(vorhandene).difference(listen)) setzeEin(pfad);
  for (const pfad of weg) {
    sichere(pfad);
    rmSync(join(ziel, pfad));
    raeumeAuf(ziel, dirname(pfad));
  }
  for (const pfad of listen) setzeEin(pfad);
  return true;
}

/**
 * On some disks, `Wappen.png` and `wappen.png` are one file, which would be deleted when the new one has taken its place.
 * @throws where names differ in nothing else
 */
function pruefeNamen(pfade: ReadonlySet<string>): void {
  const gesehen = new Set<string>();
  for (const pfad of pfade) {
    const schlicht = pfad.normalize().toLowerCase();
    if (gesehen.has(schlicht)) throw new Error(`${pfad} is not the only one of that name.`);
    gesehen.add(schlicht);
  }
}

/** Deletes a folder in which nothing lies any more, and those that it was the last in: servers would say that it is there. */
function raeumeAuf(ziel: string, ordner: string): void {
  for (let leer = ordner; leer !== '.'; leer = dirname(leer))
    if (fehlerVon(() => rmdirSync(join(ziel, leer)))) return;
}

function fehlerVon(tun: () => void): Error | undefined {
  try {
    tun();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Only one run at a time: a file that says who works in a folder. */
import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { schreibeDatei } from './schreibe-datei.ts';

interface Inhaber {
  pid: number;
  rechner: string;
  /** Not even another machine of the same name has it. */
  lauf: string;
}

/** Who works says so from time to time; who has not done so for this long is dead, or stood still and must ask before it goes on. */
const FRIST_MINUTEN = 10;
/** So long a lock may say nothing: it is just being written. */
const FRIST_LEER_MS = 2000;

/**
 * Does something that nobody else may do at the same time.
 * @param datei the lock; not there before, and gone afterwards
 * @param tun gets a function to call from time to time, and before what cannot be taken back: it says that somebody still works, and throws where the lock was lost
 * @throws Error with a German sentence where somebody else is at it
 */
export function allein<T>(datei: string, tun: (pruefe: () => void) => T): T {
  const sperre = nimmSperre(datei);
  try {
    return tun(sperre.pruefe);
  } finally {
    sperre.gibFrei();
  }
}

/** Whoever takes it gives it back. */
interface Sperre {
  /** As `tun` of {@link allein} gets it. */
  pruefe(): void;
  /** Nothing, where it was lost. @param raeumeAuf deletes before what nobody else may find */
  gibFrei(raeumeAuf?: () => void): void;
}

/**
 * The same for what is no function.
 * @throws Error with a German sentence, also where nothing can be written there
 */
export function nimmSperre(datei: string): Sperre {
  const eigen = `${datei}.${process.pid}`;
  const inhaber: Inhaber = { pid: process.pid, rechner: hostname(), lauf: randomUUID() };
  const zettel = JSON.stringify(inhaber);
  schreibeDatei(eigen, zettel);
  try {
    nimm(datei, eigen);
  } finally {
    rmSync(eigen, { force: true });
  }
  const istMeine = () => lies(datei) === zettel;
  return {
    pruefe: () => {
      if (!istMeine())
        throw new Error(
          `Die Sperre „${datei}“ ist verschwunden; vielleicht arbeitet jetzt jemand anderes in diesem Ordner. Bitte danach noch einmal.`,
        );
      const jetzt = new Date();
      utimesSync(datei, jetzt, jetzt);
    },
    gibFrei: (raeumeAuf) => {
      if (!istMeine()) return;
      raeumeAuf?.();
      rmSync(datei);
    },
  };
}

function nimm(datei: string, eigen: string): void {
  if (verknuepft(eigen, datei)) return;
  const fremd = lies(datei);
  if (fremd !== undefined && !lebt(datei, fremd)) {
    // Left behind by a run that was killed. Of two who see that, one moves it away; what is not it comes back.
    const weg = `${eigen}.alt`;
    if (verschoben(datei, weg) && lies(weg) !== fremd) verknuepft(weg, datei);
    rmSync(weg, { force: true });
  }
  if (!verknuepft(eigen, datei))
    throw new Error(
      `Gerade arbeitet schon jemand in diesem Ordner. Bitte danach noch einmal.\nIst das nicht so, geht es nach ${FRIST_MINUTEN} Minuten von selbst wieder, oder gleich ohne die Datei „${datei}“.`,
    );
}

/** A link can be made only where none is: of two who try at the same time one gets it. */
function verknuepft(von: string, nach: string): boolean {
  try {
    return gelingt('EEXIST', () => linkSync(von, nach));
  } catch {
    // exFAT and some shares have no links. A copy can be made only where none is, too, but is empty for a moment.
    return gelingt('EEXIST', () => copyFileSync(von, nach, constants.COPYFILE_EXCL));
  }
}

function verschoben(von: string, nach: string): boolean {
  return gelingt('ENOENT', () => renameSync(von, nach));
}

/** @param code what may go wrong */
function gelingt(code: string, tun: () => void): boolean {
  try {
    tun();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}

function lies(datei: string): string | undefined {
  try {
    return readFileSync(datei, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Whether who wrote it still works. A process is no proof of that: numbers are given again, and of another machine nobody can tell.
 * Nor is a time to come: clocks are put right.
 */
function lebt(datei: string, zettel: string): boolean {
  const seit = statSync(datei, { throwIfNoEntry: false })?.mtimeMs;
  // Given back just now: what may stand there next is no dead one's.
  if (seit === undefined) return true;
  if (Math.abs(Date.now() - seit) > FRIST_MINUTEN * 60_000) return false;
  const { pid, rechner } = parse(zettel);
  if (rechner === undefined) return Math.abs(Date.now() - seit) < FRIST_LEER_MS;
  if (rechner !== hostname()) return true;
  try {
    process.kill(pid!, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function parse(zettel: string): Partial<Inhaber> {
  try {
    return (JSON.parse(zettel) as Inhaber | null) ?? {};
  } catch {
    return {};
  }
}

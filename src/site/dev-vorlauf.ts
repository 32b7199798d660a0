/**
 * Development: what begins before Astro has been loaded. A thread reads the content, which takes as long as Astro's own start, and the
 * folder is watched from before it reads.
 */
import { Worker } from 'node:worker_threads';
import { beobachte } from '../katalog/beobachten.ts';
import type { Katalog } from '../katalog/katalog.ts';
import type { Nachricht } from './dev-pruefung.ts';

export interface Vorlauf {
  /** Where `dev-pruefung` runs. */
  faden: Worker;
  /** What the thread has read; undefined where the content has no Katalog. */
  gelesen: Promise<Katalog | undefined>;
  /** From now on this is called after every change; at once, where there was one since the thread began to read. */
  beiAenderung: (melde: () => void) => void;
}

let begonnen: Vorlauf | undefined;

/** @param inhalt content folder */
export function beginneVorlauf(inhalt: string): void {
  begonnen = starte(inhalt);
}

/** What has begun, for who is first to ask; else it begins now. */
export function vorlauf(inhalt: string): Vorlauf {
  const einer = begonnen ?? starte(inhalt);
  begonnen = undefined;
  return einer;
}

function starte(inhalt: string): Vorlauf {
  let geaendert = false;
  let melde = (): void => {
    geaendert = true;
  };
  beobachte(inhalt, () => melde());
  const faden = new Worker(new URL('./dev-pruefung.ts', import.meta.url), { workerData: inhalt });
  faden.unref();
  faden.on('error', (error) => console.error(error));
  const gelesen = new Promise<Katalog | undefined>((fertig) => {
    faden.once('exit', () => fertig(undefined));
    faden.on('message', (nachricht: Nachricht) => {
      if ('katalog' in nachricht) fertig(nachricht.katalog);
    });
  });
  return {
    faden,
    gelesen,
    beiAenderung(anders) {
      melde = anders;
      if (geaendert) anders();
    },
  };
}

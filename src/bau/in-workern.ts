/** Work that is shared among all processors: as many processes run the same program, each on its part. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { SPARSAM } from './speicher.ts';
import type { Nachricht } from './worker.ts';

const START = fileURLToPath(new URL('./worker-start.ts', import.meta.url));

/** What each worker is told besides its order. */
export interface Anteil {
  /** Which of the workers this one is, from 0. */
  teil: number;
  /** How many there are. */
  von: number;
}

export interface Umfang {
  /** How many pieces of work there are. */
  anzahl: number;
  /** So many are done before another one has started. */
  jeWorker: number;
  /** Of each one's heap; without a limit it collects garbage only when the machine is full of it. */
  speicherMb?: number;
}

/** Those that run now, and folders of their orders. */
const laufende = new Set<ChildProcess>();
const ablagen = new Set<string>();

/** Ends all that run, for who ends himself: they could still write into what is deleted. */
export function beendeWorker(): void {
  for (const worker of laufende) worker.kill('SIGKILL');
  ablagen.forEach(raeumeAb);
}

function raeumeAb(ablage: string): void {
  rmSync(ablage, { recursive: true, force: true });
  ablagen.delete(ablage);
}

/**
 * Processes, not threads: V8 keeps the memory of threads that have ended for the whole process, hundreds of megabytes of it.
 *
 * @param programm the module that runs; see `worker`
 * @param auftrag plain data, the same for all
 * @param abbruch ends all of them
 * @returns what they have sent, worker by worker
 * @throws what the first of them throws, or that they were ended; none of them runs any more then, for they may have files open
 */
export async function inWorkern<E>(
  programm: URL,
  auftrag: object,
  { anzahl, jeWorker, speicherMb }: Umfang,
  abbruch?: AbortSignal,
): Promise<E[]> {
  const von = Math.max(1, Math.min(availableParallelism(), Math.ceil(anzahl / jeWorker)));
  const execArgv = [...process.execArgv, ...SPARSAM];
  if (speicherMb) execArgv.push(`--max-old-space-size=${speicherMb}`);
  // In a file: a long message would wait until whoever begins them has time to send it.
  const ablage = mkdtempSync(join(tmpdir(), 'portal-auftrag-'));
  ablagen.add(ablage);
  const datei = join(ablage, 'auftrag');
  writeFileSync(datei, serialize(auftrag));
  const workers = Array.from({ length: von }, (_, teil) =>
    fork(START, [programm.href, datei, String(teil), String(von)], {
      execArgv,
      serialization: 'advanced',
    }),
  );
  for (const worker of workers) laufende.add(worker);
  let grund: Error | undefined;
  const beende = (error: Error) => {
    grund ??= error;
    for (const worker of workers) worker.kill('SIGKILL');
  };
  const aufhoeren = () => beende(new Error(`${programm.pathname} was stopped.`));
  abbruch?.addEventListener('abort', aufhoeren, { once: true });
  const laeufe = workers.map(
    (worker) =>
      new Promise<E[]>((ende) => {
        const ergebnisse: E[] = [];
        let fertig = false;
        worker.on('message', (nachricht: Nachricht) => {
          if ('ergebnis' in nachricht) ergebnisse.push(nachricht.ergebnis as E);
          else if ('fehler' in nachricht) beende(nachricht.fehler as Error);
          else fertig = true;
        });
        worker.once('error', beende);
        worker.once('close', (code, signal) => {
          laufende.delete(worker);
          if (!fertig) beende(new Error(endeVon(signal ?? code)));
          ende(ergebnisse);
        });
      }),
  );
  const alle = await Promise.all(laeufe);
  abbruch?.removeEventListener('abort', aufhoeren);
  raeumeAb(ablage);
  if (grund) throw grund;
  return alle.flat();
}

/** Why there is nothing of a process that nobody here has ended. */
function endeVon(womit: number | string | null): string {
  const grund =
    womit === 'SIGKILL' || womit === 'SIGABRT'
      ? ' Vermutlich reicht der Arbeitsspeicher nicht.'
      : '';
  return `Ein Teil des Programms hat mitten in der Arbeit aufgehört (${womit}).${grund}`;
}

/** The part of a list that one worker does: every so-and-so-many, so that heavy neighbours are shared. */
export function anteilVon<T>(alle: readonly T[], { teil, von }: Anteil): T[] {
  return alle.filter((_, i) => i % von === teil);
}

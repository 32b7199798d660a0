/** Work that is shared among all processors: as many threads run the same program, each on its part. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** What each thread is told besides its order. */
export interface Anteil {
  /** Which of the threads this one is, from 0. */
  teil: number;
  /** How many there are. */
  von: number;
}

export interface Umfang {
  /** How many pieces of work there are. */
  anzahl: number;
  /** So many are done before another thread has started. */
  jeWorker: number;
  /** Of each thread's heap; without a limit it collects garbage only when the machine is full of it. */
  speicherMb?: number;
}

/**
 * @param programm the module that runs; it finds `auftrag` and its {@link Anteil} in `workerData`
 * @param auftrag plain data, the same for all
 * @param abbruch ends all threads
 * @returns what the threads have posted, thread by thread
 * @throws what the first thread throws, or that they were ended; none of them runs any more then, for they may have files open
 */
export async function inWorkern<E>(
  programm: URL,
  auftrag: object,
  { anzahl, jeWorker, speicherMb }: Umfang,
  abbruch?: AbortSignal,
): Promise<E[]> {
  const von = Math.max(1, Math.min(availableParallelism(), Math.ceil(anzahl / jeWorker)));
  const workers = Array.from(
    { length: von },
    (_, teil) =>
      new Worker(programm, {
        workerData: { ...auftrag, teil, von } satisfies Anteil,
        ...(speicherMb && { resourceLimits: { maxOldGenerationSizeMb: speicherMb } }),
      }),
  );
  let grund: Error | undefined;
  const beende = (error: Error) => {
    grund ??= error;
    for (const worker of workers) void worker.terminate();
  };
  const aufhoeren = () => beende(new Error(`${programm.pathname} was stopped.`));
  abbruch?.addEventListener('abort', aufhoeren, { once: true });
  const laeufe = workers.map(
    (worker) =>
      new Promise<E[]>((ende) => {
        const ergebnisse: E[] = [];
        worker.on('message', (ergebnis: E) => ergebnisse.push(ergebnis));
        worker.once('error', beende);
        worker.once('exit', (code) => {
          if (code !== 0) beende(new Error(`A thread of ${programm.pathname} ended with ${code}.`));
          ende(ergebnisse);
        });
      }),
  );
  const alle = await Promise.all(laeufe);
  abbruch?.removeEventListener('abort', aufhoeren);
  if (grund) throw grund;
  return alle.flat();
}

/** The part of a list that one thread does: every so-and-so-many, so that heavy neighbours are shared. */
export function anteilVon<T>(alle: readonly T[], { teil, von }: Anteil): T[] {
  return alle.filter((_, i) => i % von === teil);
}

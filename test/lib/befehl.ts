/**
 * Commands of the project in a thread that stays: the real scripts in real Node, without starting Node and loading
 * every library for each call. That they run as processes of their own is in test/scripts/befehle.test.ts.
 */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What a script left behind; streams as text. */
export interface Lauf {
  status: number;
  stdout: string;
  stderr: string;
}

/** A script and how it is called. */
export interface Aufruf {
  script: string;
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
}

/** Longer than any command takes over test content. */
const GEDULD_MS = 120_000;

const signal = new Int32Array(new SharedArrayBuffer(4));
const { port1: hier, port2: dort } = new MessageChannel();
let faden: Worker | undefined;

/**
 * Runs a script to its end, and lets nothing else happen meanwhile.
 * @param script path from the project's root, as `scripts/check.ts`
 * @param env what it differs in from this process's environment
 * @throws Error where it does not come to an end
 */
export function rufe(script: string, args: readonly string[], env: Aufruf['env'] = {}): Lauf {
  beginne({ script, args, env });
  return ergebnis(Atomics.wait(signal, 0, 0, GEDULD_MS), script, args);
}

/** The same for a script that asks a server of the test: that answers meanwhile. */
export async function rufeNebenher(
  script: string,
  args: readonly string[],
  env: Aufruf['env'] = {},
): Promise<Lauf> {
  beginne({ script, args, env });
  return ergebnis(await Atomics.waitAsync(signal, 0, 0, GEDULD_MS).value, script, args);
}

function beginne(aufruf: Aufruf): void {
  if (!faden) {
    faden = new Worker(new URL('./befehl-faden.mjs', import.meta.url), {
      workerData: { signal, dort },
      transferList: [dort],
    });
    faden.unref();
  }
  Atomics.store(signal, 0, 0);
  faden.postMessage({ ...aufruf, env: { ...process.env, ...aufruf.env } });
}

function ergebnis(wie: string, script: string, args: readonly string[]): Lauf {
  if (wie === 'timed-out') throw new Error(`${script} ${args.join(' ')} does not come to an end.`);
  return receiveMessageOnPort(hier)!.message as Lauf;
}

/** The other side of befehl.ts. Plain JavaScript: it is loaded by Node itself. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { signal, dort } = workerData;
/** What stands for the end of the process: nothing after it is heard. */
const ENDE = Symbol('exit');
let nummer = 0;

parentPort.on('message', async ({ script, args, env }) => {
  const lauf = { status: undefined, stdout: '', stderr: '' };
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, wert] of Object.entries(env)) if (wert !== undefined) process.env[name] = wert;
  process.argv = [process.execPath, resolve(script), ...args];
  process.exitCode = undefined;
  for (const strom of ['stdout', 'stderr']) {
    process[strom].write = (stueck) => {
      if (lauf.status === undefined) lauf[strom] += stueck;
      return true;
    };
  }
  process.exit = (code) => {
    lauf.status ??= Number(code ?? process.exitCode ?? 0);
    throw ENDE;
  };
  try {
    await import(`${pathToFileURL(resolve(script))}?${nummer++}`);
  } catch (error) {
    if (error !== ENDE && lauf.status === undefined) {
      lauf.stderr += String(error?.stack ?? error);
      lauf.status = 1;
    }
  }
  lauf.status ??= Number(process.exitCode ?? 0);
  dort.postMessage(lauf);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

/**
 * How much memory the build takes. V8 lets a heap grow as long as the machine has memory, and what it has once it keeps: of half a
 * gigabyte after reading 5 000 offers, less than 200 MB are in use.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * For Node. So many MB for what was made last; V8 takes up to eight times as much, which makes nothing faster here. And what is left
 * behind is looked for when there is a third as much of it as of what is in use; V8 would let it grow to the same or more.
 * These are V8's own: a Node that does not know one of them starts no worker (`test/bau/in-workern.test.ts`).
 */
export const SPARSAM = ['--max-semi-space-size=8', '--heap-growing-percent=33', '--expose-gc'];

/** For this process. */
export function sparsam(): void {
  SPARSAM.forEach(setFlagsFromString);
}

type Aufraeumen = (wie: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** Bytes of a heap: what smaller ones give back is less than what looking for it costs. */
const LOHNT_AB = 200_000_000;

/** Gives back what is not in use any more: before others begin that need it. Takes a tenth of a second per 100 MB; Node runs with {@link SPARSAM}. */
export function gibFrei(): void {
  if (process.memoryUsage().heapTotal < LOHNT_AB) return;
  const aufraeumen = runInNewContext('gc') as Aufraeumen;
  aufraeumen({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** What a program of `in-workern` knows of who has started it. */
import { setImmediate } from 'node:timers/promises';
import type { Anteil } from './in-workern.ts';

let auftrag: unknown;

/** What it is to do, and which part of it. @template A what was handed to `inWorkern` */
export function meinAuftrag<A extends object>(): A & Anteil {
  return auftrag as A & Anteil;
}

/** Before the program is loaded. */
export function nimmAuftrag(einer: unknown): void {
  auftrag = einer;
}

/** Sends a result; plain data, Maps, Sets. A program may have several. */
export function melde(ergebnis: unknown): void {
  process.send!({ ergebnis } satisfies Nachricht);
}

/** Between two pieces of work: lets it notice that whoever has started it is gone, and nobody wants the rest. */
export function atme(): Promise<void> {
  return setImmediate();
}

/** From a worker: a result, why there is none, or that there is no more. */
export type Nachricht = { ergebnis: unknown } | { fehler: unknown } | { fertig: true };

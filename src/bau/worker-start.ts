/** Begins a worker of `in-workern`: takes its order, and runs the program. */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { type Nachricht, nimmAuftrag } from './worker.ts';

const [programm, auftrag, teil, von] = process.argv.slice(2) as [string, string, string, string];

// Whoever has started it may be killed: it must not write into a folder that somebody else has by now.
process.once('disconnect', () => process.exit());
nimmAuftrag({
  ...(deserialize(readFileSync(auftrag)) as object),
  teil: Number(teil),
  von: Number(von),
});
const ende = await import(programm).then(
  (): Nachricht => ({ fertig: true }),
  (fehler: unknown): Nachricht => ({ fehler }),
);
process.send!(ende, () => process.disconnect());

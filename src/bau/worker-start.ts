/** Begins a worker of `in-workern`: takes its order, and runs the program. */
import { type Nachricht, nimmAuftrag } from './worker.ts';

export interface Beginn {
  /** Address of the module that runs. */
  programm: string;
  auftrag: object;
}

// Whoever has started it may be killed: nobody would want what it makes.
process.once('disconnect', () => process.exit());
process.once('message', async ({ programm, auftrag }: Beginn) => {
  nimmAuftrag(auftrag);
  const ende = await import(programm).then(
    (): Nachricht => ({ fertig: true }),
    (fehler: unknown): Nachricht => ({ fehler }),
  );
  process.send!(ende, () => process.disconnect());
});

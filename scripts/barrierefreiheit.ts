/**
 * Writes the table of criteria (`src/site/barrierefreiheit/kriterien.ts`) into `docs/barrierefreiheit.md`.
 *
 *     npm run barrierefreiheit
 *
 * Exit code 1 where the document has no place for it, 2 where the call is wrong.
 */
import { liesAufruf } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';
import { mitTabelle } from './lib/format-kriterien.ts';
import { liesDatei, schreibeDatei } from './lib/schreibe-datei.ts';

const DOKUMENT = 'docs/barrierefreiheit.md';

liesAufruf('Aufruf: npm run barrierefreiheit', {}, () => undefined);
try {
  schreibeDatei(DOKUMENT, mitTabelle(liesDatei(DOKUMENT)));
  console.log(`Geschrieben: ${DOKUMENT}`);
} catch (error) {
  ende((error as Error).message, 1);
}

/** Development: a thread that reads the content while Astro starts, and checks it whenever it is told to, so that no page waits for that. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Befund } from '../domain/befund.ts';
import { ladeGedaechtnis, sichereGedaechtnis } from '../katalog/gedaechtnis.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { readKatalog, readUngeprueft } from '../katalog/read-katalog.ts';

/** What the thread tells: what it has read, once, and then what the rules refuse. */
export type Nachricht = { katalog: Katalog | undefined } | { fehler: Befund[] };

const inhalt = workerData as string;
const sage = (nachricht: Nachricht) => parentPort!.postMessage(nachricht);

const bekannt = ladeGedaechtnis(inhalt);
sage({ katalog: readUngeprueft(inhalt).katalog });
if (!bekannt) sichereGedaechtnis(inhalt);
parentPort!.on('message', () => {
  const { befunde } = readKatalog(inhalt);
  sage({ fehler: befunde.filter(({ stufe }) => stufe === 'fehler') });
  sichereGedaechtnis(inhalt);
});

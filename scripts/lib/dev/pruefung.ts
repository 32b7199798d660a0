/** Has the content checked while somebody edits it, by a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Befund } from '../../../src/domain/befund.ts';
import type { Ergebnis } from './pruefung-lauf.ts';

/**
 * @param inhalt content folder
 * @param sage is told what the rules refuse, and in which state of the content; there may be a newer one
 * @returns asks for a check; of those asked for while one is under way, only the last follows
 */
export function createPruefung<S>(
  inhalt: string,
  sage: (stand: S, fehler: readonly Befund[]) => void,
): (stand: S) => void {
  let faden: Worker | undefined;
  let geprueft: S | undefined;
  let danach: S | undefined;
  const starte = () => {
    const neuer = new Worker(new URL('./pruefung-lauf.ts', import.meta.url), {
      workerData: inhalt,
    });
    neuer.on('error', (error) => console.error(error));
    neuer.on('message', (fehler: Ergebnis) => {
      const [fertig, naechster] = [geprueft!, danach];
      geprueft = danach = undefined;
      if (naechster) pruefe(naechster);
      sage(fertig, fehler);
    });
    return neuer;
  };
  const pruefe = (stand: S) => {
    if (geprueft) return void (danach = stand);
    geprueft = stand;
    (faden ??= starte()).postMessage('');
  };
  return pruefe;
}

/** Has the content checked while somebody edits it, by a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Befund } from '../../../src/domain/befund.ts';
import type { Ergebnis } from './pruefung-lauf.ts';

/**
 * @param inhalt content folder
 * @param sage is told what the rules refuse, and in which state of the content; there may be a newer one
 * @returns asks for a check; of those asked for while one is under way, only the last follows
 */
export function createPruefung(
  inhalt: string,
  sage: (stand: object, fehler: readonly Befund[]) => void,
): (stand: object) => void {
  let faden: Worker | undefined;
  let geprueft: object | undefined;
  let danach: object | undefined;
  const starte = () => {
    const neuer = new Worker(new URL('./pruefung-lauf.ts', import.meta.url), {
      workerData: inhalt,
    });
    // A fault of the program: the next check starts another.
    neuer.on('error', (error) => {
      console.error(error);
      console.error(
        'Der Inhalt konnte nicht geprüft werden; nach der nächsten Änderung wird es wieder versucht.',
      );
      faden = geprueft = danach = undefined;
    });
    neuer.on('message', (fehler: Ergebnis) => {
      const [fertig, naechster] = [geprueft!, danach];
      geprueft = danach = undefined;
      if (naechster) pruefe(naechster);
      sage(fertig, fehler);
    });
    return neuer;
  };
  const pruefe = (stand: object) => {
    if (geprueft) return void (danach = stand);
    geprueft = stand;
    (faden ??= starte()).postMessage('');
  };
  return pruefe;
}

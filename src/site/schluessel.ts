/** What decides a page, beside its address and the code: where it is the same as in the last build, so is the page. */
import { hash } from 'node:crypto';
import { einmalJe } from '../domain/einmal.ts';
import type { Kontext } from './kontext.ts';

/**
 * @param kontext of a Katalog without what the page must not ask for (`ohneAngebote`)
 * @param daten what the page is told besides
 * @throws where they hold something that is no plain data
 */
export function schluesselAus({ katalog }: Kontext, ...daten: readonly object[]): string {
  return hash('sha256', [katalog, ...daten].map((eines) => summe(eines).wert).join(' '), 'base64');
}

const EINFACH: ReadonlySet<unknown> = new Set([Object.prototype, Array.prototype]);

/** Of plain data, maps and sets; what JSON would change or say nothing of is refused. */
const summe = einmalJe((daten: object) => {
  function alsListe(this: Readonly<Record<string, unknown>>, name: string): unknown {
    // As it was before JSON asked it what to say.
    const wert = this[name];
    if (wert instanceof Map) return { map: [...wert] };
    if (wert instanceof Set) return { set: [...wert] };
    if (!istEinfach(wert))
      throw new Error(`What decides a page holds something in „${name}“ that is no plain data.`);
    return wert;
  }
  return { wert: hash('sha256', JSON.stringify(daten, alsListe), 'base64') };
});

function istEinfach(wert: unknown): boolean {
  switch (typeof wert) {
    case 'object':
      return wert === null || EINFACH.has(Object.getPrototypeOf(wert));
    case 'number':
      return Number.isFinite(wert);
    case 'function':
    case 'symbol':
    case 'bigint':
      return false;
    default:
      return true;
  }
}

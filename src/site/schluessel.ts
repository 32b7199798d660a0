/** What decides a page, beside its address and the code: where it is the same as in the last build, so is the page. */
import { hash } from 'node:crypto';
import { einmalJe } from '../domain/einmal.ts';
import type { Kontext } from './kontext.ts';

/**
 * @param kontext of a Katalog without what the page must not ask for (`ohneAndere`)
 * @param daten what the page is told besides
 * @throws where they hold something that is no plain data
 */
export function schluesselAus({ katalog }: Kontext, ...daten: readonly object[]): string {
  return hash('sha256', [katalog, ...daten].map((eines) => summe(eines).wert).join(' '), 'base64');
}

const EINFACH: ReadonlySet<unknown> = new Set([Object.prototype, Array.prototype]);

/** Of plain data, maps and sets; what JSON would say nothing of is refused. */
const summe = einmalJe((daten: object) => {
  const alsListe = (_: string, wert: unknown) => {
    if (wert instanceof Map || wert instanceof Set) return [...(wert as Iterable<unknown>)];
    const istEinfach =
      typeof wert === 'object'
        ? wert === null || EINFACH.has(Object.getPrototypeOf(wert))
        : typeof wert !== 'function';
    if (!istEinfach) throw new Error('What decides a page holds something that is no plain data.');
    return wert;
  };
  return { wert: hash('sha256', JSON.stringify(daten, alsListe), 'base64') };
});

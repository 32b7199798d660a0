import { alsKennung } from '../../src/domain/naechster-wert.ts';

/** Leaves room for a number behind it, and fits an address that somebody reads out. */
const MAX_LAENGE = 60;

/**
 * An id out of what names an entry, in whole words; empty where no letter or digit of it can stand in one.
 * @param kommune stands in front, unless the name has it
 */
export function kennungAus(name: string, kommune?: string): string {
  const eigene = alsKennung(name);
  const ganz = eigene && kommune && !eigene.includes(kommune) ? `${kommune}-${eigene}` : eigene;
  return ganz.length <= MAX_LAENGE ? ganz : ganz.slice(0, MAX_LAENGE).replace(/-[^-]*$/, '');
}

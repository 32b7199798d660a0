/** Sentences around a piece that is marked up on its own, as a German name within an Arabic line. */
import type { Text, TextSchluessel } from './texte.ts';

const ZEICHEN = '\uffff';

/**
 * A text in two pieces: what stands before a placeholder and what stands behind it.
 * @example umLuecke(t, 'angebot.quelle', 'name') // ['Quelle: ', '']
 */
export function umLuecke(t: Text, key: TextSchluessel, platzhalter: string): [string, string] {
  const [vor = '', nach = ''] = t(key, { [platzhalter]: ZEICHEN }).split(ZEICHEN);
  return [vor, nach];
}

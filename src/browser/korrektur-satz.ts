import type { Text } from '../i18n/texte.ts';
import { knopf } from './dom.ts';
import type { Korrektur } from './lesen.ts';

/**
 * Says for what a misspelled word was taken: „Meinten Sie …?“, with a button for each guess, unless there is no doubt.
 * @param worte the guesses as people write them, the best first
 * @param berichtigen is told which guess was clicked
 * @returns what stands in a paragraph
 */
export function korrekturSatz(
  t: Text,
  { getippt, sicher }: Pick<Korrektur, 'getippt' | 'sicher'>,
  worte: readonly string[],
  berichtigen: (wort: string) => void,
): (Node | string)[] {
  const gezeigt = t('suche.korrigiert', { getippt, gemeint: worte[0]! });
  if (sicher) return [gezeigt];
  return [
    `${gezeigt} ${t('suche.meinten')} `,
    ...worte.flatMap((wort) => [knopf(wort, () => berichtigen(wort), { class: 'als-link' }), ' ']),
  ];
}

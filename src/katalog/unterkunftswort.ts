/** By which words a shelter is told, whatever kind of offer somebody has called it. */
import type { Vokabular } from './katalog.ts';
import { schlicht } from './ortsworte.ts';

/** Letters; what is shorter („Schutz“) stands in many titles that are none of a shelter. */
const MIN_ZEICHEN = 7;
/** Letters from which a word tells within a longer one, too: „Kreisfrauenhaus“. */
const IM_WORT = 9;

/**
 * @param arten their names and search words in all languages, of those that are confidential
 * @returns finds the first of these words in a text, as the vocabulary writes it
 */
export function createUnterkunftswort(
  arten: Vokabular['angebotsarten'],
): (text: string) => string | undefined {
  const worte = [...arten.values()]
    .filter(({ schutz }) => schutz?.includes('vertraulich'))
    .flatMap(({ bezeichnung, suchwoerter = {} }) => [
      ...Object.values(bezeichnung),
      ...Object.values(suchwoerter).flat(),
    ]);
  const muster = worte.flatMap((wort): [string, RegExp][] => {
    const klein = schlicht(wort);
    if (klein.length < MIN_ZEICHEN) return [];
    const beginn = klein.length < IM_WORT || klein.includes(' ') ? '(?<!\\p{L})' : '';
    return [[wort, new RegExp(beginn + RegExp.escape(klein), 'u')]];
  });
  return (text) => {
    const klein = schlicht(text);
    return muster.find(([, eines]) => eines.test(klein))?.[0];
  };
}

/** The words that tell a place, found in whatever way a text spells them. */
import type { OrtEintrag } from '../domain/ort.ts';
import { lateinischeZiffern } from '../domain/ziffern.ts';

/**
 * What would tell a place: its street with and without the number, its name and its stop.
 * @returns „die Straße“ and the like, each with a pattern for texts made `schlicht`
 */
export function ortsworte({
  strasse,
  name,
  haltestelle,
}: Pick<OrtEintrag, 'strasse' | 'name' | 'haltestelle'>): [was: string, muster: RegExp][] {
  const worte: [string, string | undefined][] = [
    ['die Straße', strasse],
    ['die Straße', strasse?.replace(/\s*\d.*$/, '')],
    ['der Name des Hauses', name],
    ['die Haltestelle', haltestelle],
  ];
  return worte.flatMap(([was, wort]): [string, RegExp][] => {
    const muster = wort && wortMuster(wort);
    return muster ? [[was, muster]] : [];
  });
}

/** Shorter words turn up by chance. */
const MIN_ZEICHEN = 6;

/** Finds a word or an address, however it is spaced; „Weg 1“ is not found in „Weg 12“ and „Umweg 1“. */
function wortMuster(wort: string): RegExp | undefined {
  const zeichen = [...schlicht(wort).replaceAll(' ', '')];
  if (zeichen.length < MIN_ZEICHEN) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])${zeichen.join(' ?')}(?![\\p{L}\\p{N}])`, 'u');
}

/** Small letters and digits, with a space between words: „Straße“, „Strasse“ and „Str.“ become the same, „Grün“ and „Gruen“, too. */
export function schlicht(text: string): string {
  return lateinischeZiffern(text.normalize('NFKD'))
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/([aou])e/g, '$1')
    .replaceAll('strasse', 'str')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

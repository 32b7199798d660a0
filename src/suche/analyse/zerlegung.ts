/**
 * German compounds. A word is taken apart only where every piece is a word of its own in the portal's texts; between
 * the pieces stand the endings that also inflect them (Arbeit-s-agentur, Kind-er-haus), so the stem of a piece tells
 * whether it is known. Few long pieces win over many short ones.
 */
import { stamm } from './stamm.ts';

/** Shorter words are no compounds. */
export const MIN_WORT = 7;
const MIN_TEIL = 3;
const MAX_TEILE = 4;
/** The only pieces of three letters; every longer word of the texts can be one. */
export const KURZE_TEILE: ReadonlySet<string> = new Set([
  'amt',
  'job',
  'rad',
  'rat',
  'not',
  'bad',
  'hof',
]);
/**
 * Stems of words that mean something else than their pieces: who looks for an „Amt“ is not helped by every Ehrenamt,
 * and who learns „Deutsch“ not by every offer that names the country.
 */
const UNTEILBAR = new Set([
  'deutschland',
  'ehrenamt',
  'freizeit',
  'handarbeit',
  'hausrat',
  'willkomm',
  'zeitraum',
]);
/** Many short pieces are rather a coincidence: „Kleid-erst-üben“. */
const MIN_MITTEL_AB_DREI = 5;

/**
 * @param wort in the spelling of `falten`
 * @param istTeil tells whether a stem is known as a word that compounds are made of
 * @returns the pieces as they stand in the word; none where it is no compound
 * @example zerlege('kinderkleidung', istTeil) // ['kinder', 'kleidung']
 */
export function zerlege(wort: string, istTeil: (stamm: string) => boolean): string[] {
  if (wort.length < MIN_WORT || UNTEILBAR.has(stamm(wort)) || !/^[a-z]+$/.test(wort)) return [];
  const passt = (teil: string) =>
    (teil.length > MIN_TEIL || KURZE_TEILE.has(teil)) && istTeil(stamm(teil));
  const teile = besteTeile(wort, MAX_TEILE, passt, true) ?? [];
  return teile.length > 2 && wort.length / teile.length < MIN_MITTEL_AB_DREI ? [] : teile;
}

function besteTeile(
  rest: string,
  hoechstens: number,
  passt: (teil: string) => boolean,
  ganzes: boolean,
): string[] | undefined {
  if (!ganzes && passt(rest)) return [rest];
  if (hoechstens < 2) return undefined;
  let beste: string[] | undefined;
  // From long to short, so that of equally many pieces those with the longest beginning win.
  for (let laenge = rest.length - MIN_TEIL; laenge >= MIN_TEIL; laenge--) {
    const erster = rest.slice(0, laenge);
    if (!passt(erster)) continue;
    const weitere = besteTeile(
      rest.slice(laenge),
      (beste ? beste.length - 1 : hoechstens) - 1,
      passt,
      false,
    );
    if (weitere && (!beste || weitere.length + 1 < beste.length)) beste = [erster, ...weitere];
  }
  return beste;
}

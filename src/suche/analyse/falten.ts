/**
 * One spelling for what people type and for what stands in the offers: no case, no diacritics, one letter where
 * keyboards and languages have several. For build and browser alike.
 */

/** Letters that Unicode does not decompose, or that several alphabets write differently. */
const BUCHSTABEN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'a',
  œ: 'o',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
  ۆ: 'و',
  ґ: 'г',
};

const ZU_ERSETZEN = new RegExp(`[${Object.keys(BUCHSTABEN).join('')}]`, 'g');

/**
 * The spelling that is compared: lower case; `ä`, `ae` and `a` alike, `ß` like `ss`; no marks above or below a
 * letter (so `é` is `e`, `й` is `и`, `أ` is `ا`, vowel signs go); Persian and Arabic forms of a letter alike;
 * invisible joiners and soft hyphens gone; digits of all scripts as 0–9.
 * @example falten('Ausländerbehörde') === falten('Auslaenderbehoerde')
 * @example falten('İŞ') // 'is'
 */
export function falten(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Marks, soft hyphen, the middle dot of Leichte Sprache, joiners and directions, the Arabic lengthening line.
      .replace(/[\p{M}\u00AD\u00B7\u200B-\u200F\u2060\uFEFF\u0640]/gu, '')
      .replace(ZU_ERSETZEN, (zeichen) => BUCHSTABEN[zeichen]!)
      .replace(/[٠-٩۰-۹]/g, (ziffer) => String(((ziffer.codePointAt(0)! - 0x0660) % 144) % 16))
      // Within Cyrillic words an apostrophe is no gap.
      .replace(/(?<=\p{Script=Cyrillic})['’ʼ`](?=\p{Script=Cyrillic})/gu, '')
      // „Frauen“ and „Quelle“ have no umlaut in them.
      .replace(/([ao])e+|(?<![aeoq])(u)e+/g, '$1$2')
  );
}

/** Longer than any word: what is longer is no word, and would take long to take apart. */
export const MAX_WORT = 60;

/**
 * What is written apart and read as one word, for alone it means something else, or nothing: each with the word it is read as.
 * Only where no other language of the portal writes the same.
 */
const VERBUNDENES: readonly (readonly [RegExp, string])[] = [
  // What Persian verbs begin with, before a gap.
  [/(?<![\p{L}\p{M}])(ن?م[یيى])\s+(?=\p{Script=Arabic})/gu, '$1'],
  // Persian days are counted from Saturday.
  [/(یک|دو|سه|چهار|پنج)\s+(?=شنبه)/gu, '$1'],
  // An article in German.
  [/\b(?:to|wanna|gonna)\s+die\b/gi, ' todie '],
  // „don't“, as many type it.
  [/(?<=\p{L}n)['’ʼ`´]t(?!\p{L})/giu, 't'],
  // By itself „haut“ is skin; and what is left of „hauen“ without its ending is how „Haus“ begins.
  [/\bhaut\s+(?:mich|uns)\b|\bhauen\b/gi, ' gehauen '],
  [/\btot\s+sein\b/gi, ' totsein '],
  // Who mourns and says no more: without its ending „töten“ is „tot“.
  [/^\s*((?:\S+\s+){1,2})(?:ist|sind)\s+((?:\S+\s+)?)tot[\s.!]*$/i, '$1$2gestorben'],
  // Who has to marry; who wants to says it otherwise.
  [/\bsoll\s+((?:\S+\s+){0,3})heiraten\b/gi, ' sollheiraten $1'],
  // What somebody fears may follow.
  [/\bhabe?\s+((?:\S+\s+)?)angst\b/gi, ' habeangst $1angst '],
  // With nothing behind it: „kann nicht mehr arbeiten“ is something else.
  [/\bkann\s+(?:einfach\s+)?nicht\s+mehr[\s.,!…]*$/i, ' kannnichtmehr '],
];

/**
 * Reads as one word what is written apart and belongs together; {@link woerter} does so by itself. Who takes a text apart before
 * asks for it first.
 * @example verbinde('می خواهم') === 'میخواهم'
 */
export function verbinde(text: string): string {
  return VERBUNDENES.reduce((bisher, [muster, wort]) => bisher.replace(muster, wort), text);
}

/**
 * The words of a text in their compared spelling, in order. Single letters are left out („e. V.“, „d’allemand“); „St.“ is „Sankt“.
 * @example woerter('St. Beispiel, 53999') // ['sankt', 'beispiel', '53999']
 */
export function woerter(text: string): string[] {
  return falten(verbinde(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((wort) => wort.length <= MAX_WORT)
    .filter((wort) => wort.length > 1 || /\p{N}/u.test(wort))
    .map((wort) => (wort === 'st' ? 'sankt' : wort));
}

/**
 * Tokens that words are found by. Each ends in a digit that words hardly have there: Pagefind, by which neighbours ask, finds words
 * by their beginning, and with the digit only the whole token begins so. Hyphens would part a token.
 */
export const zeichen = {
  /** The word itself, by its stem. */
  form: (stamm: string) => `${stamm}0`,
  /** A word of its family, also within a compound. */
  wurzel: (wurzel: string) => `${wurzel}1`,
  /** A need that the text meets. */
  anliegen: (id: string) => `${id.replaceAll('-', '9')}2`,
} as const;

/** True for a token of {@link zeichen}.anliegen. */
export function istAnliegen(eines: string): boolean {
  return eines.endsWith('2');
}

/** Fields of a record beside its text. */
export const FELDER = { titel: 't', kurz: 'k' } as const;

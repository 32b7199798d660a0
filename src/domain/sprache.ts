/** How languages are called in files and addresses. */

/** Easy German has no code of its own in ISO 639; to the portal it is a language like the others. */
export const LEICHT = 'leicht';

/** A BCP 47 language code in lower case, as in `de`, `ar`, `zh-hant`. */
export const SPRACHCODE = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/;

/** True for what pages and their texts can be in: a code, or {@link LEICHT}. */
export function isSeitensprache(code: string): boolean {
  return code === LEICHT || SPRACHCODE.test(code);
}

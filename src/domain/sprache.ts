/** How languages are called in files and addresses. */
import { tippMeintenSie } from './naechster-wert.ts';

/** Easy German has no code of its own in ISO 639; to the portal it is a language like the others. */
export const LEICHT = 'leicht';

/** A BCP 47 language code in lower case, as in `de`, `ar`, `zh-hant`. */
export const SPRACHCODE = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/;

/** True for what pages and their texts can be in: a code, or {@link LEICHT}. */
export function isSeitensprache(code: string): boolean {
  return code === LEICHT || SPRACHCODE.test(code);
}

/** Codes of countries that people write where they mean a language. */
const SPRACHE_DES_LANDES: ReadonlyMap<string, string> = new Map([
  ['al', 'sq'],
  ['cz', 'cs'],
  ['gb', 'en'],
  ['gr', 'el'],
  ['ir', 'fa'],
  ['jp', 'ja'],
  ['rs', 'sr'],
  ['ua', 'uk'],
  ['vn', 'vi'],
]);

/** The language of a country whose code is often taken for one: `ua` → `uk`. Undefined for all others, and for codes of languages. */
export function spracheDesLandes(kuerzel: string): string | undefined {
  return SPRACHE_DES_LANDES.get(kuerzel);
}

/** A code with the language it stands for, for a question: `„uk“ (Ukrainisch)`. */
export function benanntesKuerzel(code: string): string {
  return `„${code}“ (${new Intl.DisplayNames('de', { type: 'language' }).of(code)})`;
}

/**
 * The tip for a code that is none of the known ones. The one that is spelt most alike is no guess: between `no` and `so` lies one letter,
 * and half of the world.
 */
export function tippSprachkuerzel(code: string, bekannte: Iterable<string>): string {
  const alle = [...bekannte];
  const [kuerzel = ''] = code.toLowerCase().split('-');
  if (kuerzel.length > 3) return tippMeintenSie(code, alle);
  const gemeint = spracheDesLandes(kuerzel) ?? kuerzel;
  const frage = alle.includes(gemeint) ? [`Meinten Sie ${benanntesKuerzel(gemeint)}?`] : [];
  return [...frage, `Bekannt sind: ${alle.join(', ')}.`].join(' ');
}

/** Languages: which the interface speaks, how they are called, which way they run. */

/** Codes with a complete file of interface texts beside this one. */
export const OBERFLAECHEN_SPRACHEN: readonly string[] = ['de', 'en', 'ar'];

/** Writing direction by CLDR. */
export function richtung(code: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(code) as Intl.Locale & { getTextInfo(): { direction?: string } };
  return locale.getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * Name of a language, as CLDR knows it.
 * @example sprachName('ar', 'de') // 'Arabisch'
 * @returns the code itself where CLDR has no name
 */
export function sprachName(code: string, inSprache: string): string {
  return displayNames(inSprache).of(code) ?? code;
}

/** Name of a language in itself: „العربية“. */
export function eigenName(code: string): string {
  const name = sprachName(code, code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

const cache = new Map<string, Intl.DisplayNames>();

function displayNames(inSprache: string): Intl.DisplayNames {
  let names = cache.get(inSprache);
  if (!names) {
    names = new Intl.DisplayNames([inSprache, 'de'], { type: 'language' });
    cache.set(inSprache, names);
  }
  return names;
}

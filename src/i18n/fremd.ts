/**
 * Attributes of an element whose text may not be in the page's language: then it is German, and German runs from left
 * to right on every page.
 */
export function fremd({ lang }: { lang?: string | undefined } = {}): {
  lang?: string;
  dir?: 'ltr';
} {
  return lang ? { lang, dir: 'ltr' } : {};
}

/** The same for a text that is German whatever the page's language: a name, a letter, an address. */
export function alsDeutsch(sprache: string): ReturnType<typeof fremd> {
  return fremd(sprache === 'de' ? {} : { lang: 'de' });
}

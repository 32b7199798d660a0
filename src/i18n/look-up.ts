/** Looking up interface texts: all of it that the browser needs, without the texts themselves. */

export type TextWerte = Record<string, string | number>;

/**
 * Finds texts in a table and fills in their `{placeholders}`; `anzahl` chooses the plural form (CLDR categories).
 * @param locale for numbers and plural forms; where a browser does not know it, German
 * @throws where a text or one of its values is missing: a gap on the page would go unseen
 */
export function lookUp(
  locale: string,
  texte: Readonly<Record<string, string>>,
): (key: string, werte?: TextWerte) => string {
  const plural = new Intl.PluralRules([locale, 'de']);
  const number = new Intl.NumberFormat([locale, 'de']);
  return (key, werte = {}) => {
    const form = typeof werte['anzahl'] === 'number' ? plural.select(werte['anzahl']) : 'other';
    const text = texte[key] ?? texte[`${key}_${form}`] ?? texte[`${key}_other`];
    if (text === undefined) throw new Error(`No text for ${key} in ${locale}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const wert = werte[name];
      if (wert === undefined) throw new Error(`Text ${key} needs {${name}}`);
      return typeof wert === 'number' ? number.format(wert) : wert;
    });
  };
}

/**
 * Interface texts: flat keys, typed by German. A key with plural forms stands once per form (`treffer_one`,
 * `treffer_other`; CLDR categories) and is asked for without it.
 */
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import { lookUp, type TextWerte } from './look-up.ts';

type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type OhneForm<K> = K extends `${infer Stamm}_${Form}` ? Stamm : K;

export type TextSchluessel = OhneForm<keyof typeof de>;
/** Looks a text up and fills in its `{placeholders}`; `anzahl` chooses the plural form. */
export type Text = (key: TextSchluessel, werte?: TextWerte) => string;

export { lookUp, type TextWerte } from './look-up.ts';

const TEXTE: Record<string, Record<string, string>> = { de, en, ar };

/** All texts of a language, for tests and for the browser. */
export function texteDer(sprache: string): Readonly<Record<string, string>> {
  return TEXTE[sprache] ?? de;
}

/**
 * The texts of a language.
 * @param sprache language code; German where there is none
 * @param eigene a Kreis's own wording of single texts
 * @throws where a text needs a value that is not given: a gap on the page would go unseen
 */
export function createText(sprache: string, eigene: Readonly<Record<string, string>> = {}): Text {
  return lookUp(sprache, { ...texteDer(sprache), ...eigene });
}

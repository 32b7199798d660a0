/**
 * Interface texts: flat keys, typed by German. A key with plural forms stands once per form (`treffer_one`,
 * `treffer_other`; CLDR categories) and is asked for without it. Every `.json` beside this file is a language.
 */
import { readFileSync } from 'node:fs';
import type deutsch from './de.json';
import { lookUp, type TextWerte } from './look-up.ts';
import { locale, OBERFLAECHEN_SPRACHEN, TEXTE_ORDNER } from './sprachen.ts';

type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type OhneForm<K> = K extends `${infer Stamm}_${Form}` ? Stamm : K;

export type TextSchluessel = OhneForm<keyof typeof deutsch>;
/** Looks a text up and fills in its `{placeholders}`; `anzahl` chooses the plural form. */
export type Text = (key: TextSchluessel, werte?: TextWerte) => string;

export { lookUp, type TextWerte } from './look-up.ts';

const TEXTE = new Map<string, Record<string, string>>(
  OBERFLAECHEN_SPRACHEN.map((code) => [
    code,
    JSON.parse(readFileSync(`${TEXTE_ORDNER}/${code}.json`, 'utf8')) as Record<string, string>,
  ]),
);

/** All texts of a language, for tests and for the browser; German where there are none. */
export function texteDer(sprache: string): Readonly<Record<string, string>> {
  return TEXTE.get(sprache) ?? TEXTE.get('de')!;
}

/**
 * The texts of a language.
 * @param sprache language code; German where there is none
 * @param eigene a Kreis's own wording of single texts
 * @throws where a text needs a value that is not given: a gap on the page would go unseen
 */
export function createText(sprache: string, eigene: Readonly<Record<string, string>> = {}): Text {
  return lookUp(locale(sprache), { ...texteDer(sprache), ...eigene });
}

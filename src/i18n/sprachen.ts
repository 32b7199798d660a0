/** Languages: which the interface speaks, how they are called, which way they run, how they write numbers and dates. */
import { readdirSync } from 'node:fs';
import { LEICHT } from '../domain/sprache.ts';

/** Where the interface texts are; from the root of the project, for bundled code stands elsewhere. */
export const TEXTE_ORDNER = 'src/i18n';

/** Codes with a complete file of interface texts, German first. */
export const OBERFLAECHEN_SPRACHEN: readonly string[] = readdirSync(TEXTE_ORDNER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort((a, b) => (a === 'de' ? -1 : b === 'de' ? 1 : a < b ? -1 : 1));

/** The language tag for `lang` and `hreflang` (BCP 47). @example sprachTag('leicht') // 'de-simple' */
export function sprachTag(code: string): string {
  return code === LEICHT ? 'de-simple' : code;
}

/**
 * The locale for `Intl`. Digits are those of the language, the calendar is the one that stands on German letters:
 * Persian readers get Persian digits, but the year 2026.
 */
export function locale(code: string): string {
  return code === LEICHT ? 'de' : `${code}-u-ca-gregory`;
}

/** Writing direction by CLDR. */
export function richtung(code: string): 'ltr' | 'rtl' {
  let bekannt = richtungen.get(code);
  if (!bekannt) {
    const intl = new Intl.Locale(locale(code)) as Intl.Locale & {
      getTextInfo(): { direction?: string };
    };
    bekannt = intl.getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
    richtungen.set(code, bekannt);
  }
  return bekannt;
}

const richtungen = new Map<string, 'ltr' | 'rtl'>();

/**
 * Name of a language, as CLDR knows it.
 * @example sprachName('ar', 'de') // 'Arabisch'
 * @returns the code itself where CLDR has no name
 */
export function sprachName(code: string, inSprache: string): string {
  const key = `${code} ${inSprache}`;
  let name = namen.get(key);
  if (name === undefined) namen.set(key, (name = displayNames(inSprache).of(code) ?? code));
  return name;
}

/** Every page names every language, and CLDR takes its time to answer. */
const namen = new Map<string, string>();

/** Name of a language in itself: „العربية“. */
export function eigenName(code: string): string {
  if (code === LEICHT) return 'Leichte Sprache';
  const name = sprachName(code, code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

const jeSprache = new Map<string, Intl.DisplayNames>();

function displayNames(inSprache: string): Intl.DisplayNames {
  let bekannt = jeSprache.get(inSprache);
  if (!bekannt) {
    bekannt = new Intl.DisplayNames([locale(inSprache), 'de'], { type: 'language' });
    jeSprache.set(inSprache, bekannt);
  }
  return bekannt;
}

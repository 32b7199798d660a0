/** What every view model needs: the Katalog, and the language the page is for. */
import { ersterTag, isZeitangabe } from '../domain/datum.ts';
import { createText, type Text } from '../i18n/texte.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { datumsformat } from '../i18n/intl.ts';
import { sprachName } from '../i18n/sprachen.ts';
import { basisOf, createPfade, type Pfade } from './pfade.ts';

export interface Kontext {
  katalog: Katalog;
  sprache: string;
  t: Text;
  pfade: Pfade;
}

/** A text; `lang` is set only where it is not the page's language, and then it is German. */
export interface Beschriftung {
  text: string;
  lang?: string;
}

/** A German text, marked as such on pages of other languages. */
export function deutsch(sprache: string, text: string): Beschriftung {
  return sprache === 'de' ? { text } : { text, lang: 'de' };
}

/** Keeps a piece of text from turning the order of the line around it (Unicode isolates). */
export function isoliert(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A number to call, `+49 (2241) 93390-0`, or groups of digits; no time, date or span of years. Of limited length: hostile texts cost no time. */
const NUMMER =
  /(?<!\p{Nd}[.:/-]?)(?:(?:\+|\(?[0٠۰])[\p{Nd} ()/–-]{6,30}\p{Nd}|\p{Nd}[\p{Nd}/-]{0,20}(?: \p{Nd}[\p{Nd}/-]{0,20}){1,8})(?!:?\p{Nd})/gu;

/** For lines that run from right to left, in which the groups of `116 016` and `02241-93390` would change places. */
export function mitIsoliertenNummern(text: string): string {
  return text.replace(NUMMER, '\u2066$&\u2069');
}

const kontexte = new WeakMap<Katalog, Map<string, Kontext>>();

/** The context of a language's pages; the same one for each of them. */
export function createKontext(katalog: Katalog, sprache: string): Kontext {
  const bekannt = kontexte.get(katalog) ?? new Map<string, Kontext>();
  kontexte.set(katalog, bekannt);
  let kontext = bekannt.get(sprache);
  if (!kontext) {
    kontext = {
      katalog,
      sprache,
      t: createText(sprache, katalog.texte.get(sprache)),
      pfade: createPfade(basisOf(katalog.portal.url), sprache, katalog.geschuetzt),
    };
    bekannt.set(sprache, kontext);
  }
  return kontext;
}

/** What a page says in German only, for professionals: German words, and links that stay in the page's language. */
export function nurDeutsch(kontext: Kontext): Kontext {
  return { ...createKontext(kontext.katalog, 'de'), pfade: kontext.pfade };
}

/** The text in the page's language, else in German and marked as such. */
export function inSprache(texte: Readonly<Record<string, string>>, sprache: string): Beschriftung {
  const text = texte[sprache];
  return text === undefined ? deutsch(sprache, texte['de'] ?? '') : { text };
}

/** Label of a vocabulary entry; the id itself where the entry is missing. */
export function label(
  begriffe: ReadonlyMap<string, { bezeichnung?: Record<string, string> | undefined }>,
  id: string,
  sprache: string,
): Beschriftung {
  const texte = begriffe.get(id)?.bezeichnung;
  return texte ? inSprache(texte, sprache) : { text: id };
}

/** Name of a language: the Kreis's own where it gives one, else CLDR's. */
export function sprachLabel(
  { katalog, sprache }: Pick<Kontext, 'katalog' | 'sprache'>,
  code: string,
): Beschriftung {
  const eigene = katalog.vokabular.sprachen.get(code)?.bezeichnung;
  return eigene ? inSprache(eigene, sprache) : { text: sprachName(code, sprache) };
}

const GENAUIGKEIT = {
  tag: { dateStyle: 'long' },
  monat: { month: 'long', year: 'numeric' },
  jahr: { year: 'numeric' },
} as const;

/**
 * A date for readers.
 * @example formatDatum('2026-11-01', 'de') // '1. November 2026'
 * @example formatDatum('2026-11-01', 'de', 'monat') // 'November 2026'
 */
export function formatDatum(
  datum: string,
  sprache: string,
  genau: keyof typeof GENAUIGKEIT = 'tag',
): string {
  return datumsformat(sprache, GENAUIGKEIT[genau]).format(new Date(`${datum}T00:00:00Z`));
}

/** A day, a month or a year for readers, as exactly as it is given: `2026-11` → „November 2026“. */
export function formatZeitangabe(zeitangabe: string, sprache: string): string {
  const genau = ({ 4: 'jahr', 7: 'monat' } as const)[zeitangabe.length] ?? 'tag';
  return formatDatum(ersterTag(zeitangabe), sprache, genau);
}

/**
 * The date of a source, as exactly as it says; undefined where it is more than a date („2024-10 (Standort seit 2018)“).
 * @example formatQuellenstand('2022-12', 'en') // 'December 2022'
 */
export function formatQuellenstand(stand: string, sprache: string): string | undefined {
  return isZeitangabe(stand) ? formatZeitangabe(stand, sprache) : undefined;
}

/** What a list says on paper: of which day it is, and that its offers may be older. */
export function standDerListen({ katalog, sprache, t }: Kontext): string {
  return t('zettel.stand-liste', { datum: formatDatum(katalog.stichtag, sprache) });
}

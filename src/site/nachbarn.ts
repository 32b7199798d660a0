/** Whose offers stand on a page beside our own, and under which licence. */
import type { Angebot } from '../domain/angebot.ts';
import { portalVon } from '../domain/portal.ts';
import { istLizenzadresse } from '../domain/verbund.ts';
import { auffindbare } from '../katalog/katalog.ts';
import { deutsch, type Beschriftung, type Kontext } from './kontext.ts';

export interface Nachbarquelle {
  name: Beschriftung;
  href: string;
  /** Without `href` where it is none of those we know. */
  lizenz?: { text: string; href?: string };
}

/** The neighbours that the given offers come from, by default all that visitors find something of. */
export function toNachbarquellen(
  { katalog, sprache }: Pick<Kontext, 'katalog' | 'sprache'>,
  angebote: readonly Angebot[] = auffindbare(katalog),
): Nachbarquelle[] {
  const portale = new Set(angebote.flatMap(({ herkunft }) => herkunft?.portal ?? []));
  return [...portale].map(({ name, url, form, lizenz }) => ({
    name: deutsch(sprache, name),
    // A file is nothing for readers; its server has a page.
    href: form === 'hsds' ? new URL('/', url).href : url,
    ...(lizenz && {
      lizenz: {
        text: lizenz.name,
        ...(istLizenzadresse(lizenz.url) && { href: lizenz.url }),
      },
    }),
  }));
}

/** A neighbour whose own portal can be searched from here. */
export interface Nachbarportal {
  name: string;
  /** Where it begins, with a slash at the end. */
  url: string;
  /** What stands before its pages in this language: `ar/`, or nothing. */
  vorsatz: string;
}

/** Those that run this generator. One that does not have the language of the page is searched in its first. */
export function toNachbarportale({
  katalog,
  sprache,
}: Pick<Kontext, 'katalog' | 'sprache'>): Nachbarportal[] {
  return katalog.nachbarn
    .filter(({ form }) => form === 'portal')
    .map(({ name, url, sprachen }) => ({
      name,
      url: new URL(portalVon({ url })).href,
      vorsatz: sprachen.slice(1).includes(sprache) ? `${sprache}/` : '',
    }));
}

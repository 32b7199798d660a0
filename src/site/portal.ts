/** The Katalog for Astro's pages: the one place where pages get it from. */
import { fehlerIn } from '../domain/befund.ts';
import { sprachcodes } from '../domain/portal.ts';
import { type Katalog, ohneAngebote } from '../katalog/katalog.ts';
import { uebergebenes } from '../katalog/weitergabe.ts';
import { createKontext, type Kontext } from './kontext.ts';
import { schluesselAus } from './schluessel.ts';

/** Pages know the Katalog by this file only. */
export { angeboteMitSeite } from '../katalog/katalog.ts';

// Whoever is given the Katalog does without the reader, which takes long to load.
const leser = uebergebenes() ? undefined : await import('../katalog/read-katalog.ts');
let gelesen: Katalog | undefined;

/**
 * The Katalog that was handed over, else that of the content.
 * @throws where it has to be read for a build, on any finding of level „fehler“: nothing wrong is published
 */
export function getKatalog(): Katalog {
  return uebergebenes()?.katalog ?? (gelesen ??= liesSelbst());
}

function liesSelbst(): Katalog {
  const { katalog, befunde = [] } = leser?.readKatalog() ?? {};
  const fehler = fehlerIn(befunde);
  for (const { datei, zeile, feld, meldung } of fehler)
    console.error(`${datei}:${zeile} ${feld}: ${meldung}`);
  if (!katalog || (fehler.length > 0 && import.meta.env.PROD)) {
    throw new Error('Der Inhalt hat Fehler; „npm run check“ zeigt sie.');
  }
  return katalog;
}

/** Whether pages are made for who edits: what only a build makes is not there. */
export function imDev(): boolean {
  return uebergebenes()?.dev ?? import.meta.env.DEV;
}

/** Astro's route parameter for a language: none for German. */
export type SprachParam = { sprache: string | undefined };

/** The context of a page, from its route parameter. */
export function kontextOf(sprache: string | undefined): Kontext {
  return createKontext(getKatalog(), sprache ?? 'de');
}

/** What an address is made of, what its page is told, and which offer alone it is about. */
interface Eintrag<T, P> {
  params: T;
  props: P;
  angebot?: string;
}

/**
 * Paths for `getStaticPaths` of entries whose address may say nothing of them: the page gets its id as a prop.
 * @param eintraege the same in all languages
 * @param schluessel where it and the code are the same as in the last build, a page is not made again
 */
export function jeEintrag<T extends object, P extends object>(
  eintraege: (kontext: Kontext) => readonly Eintrag<T, P>[],
  schluessel: (kontext: Kontext, props: P) => string | undefined = () => undefined,
): (Eintrag<SprachParam & T, P> & { readonly cacheKey: string | undefined })[] {
  const katalog = getKatalog();
  const alle = eintraege(createKontext(katalog, 'de'));
  return sprachcodes(katalog.portal).flatMap((code) =>
    alle.map(({ params, ...mehr }) => ({
      params: { sprache: code === 'de' ? undefined : code, ...params },
      ...mehr,
      // Whoever wants one page does not wait for the keys of all.
      get cacheKey() {
        return schluessel(createKontext(katalog, code), mehr.props);
      },
    })),
  );
}

/** What a page of `jeListe` gets. */
export interface ListenProps<S> {
  /** Of a Katalog without offers: whoever asks it for one fails. */
  kontext: Kontext;
  /** What the page says of offers. */
  seite: S;
}

/**
 * The same for pages that show several offers: they get what they say of them as a prop, and for all else a Katalog without any. These and
 * the other props decide the page.
 * @param toSeite is given all offers; plain data comes out
 */
export function jeListe<T extends object, P extends object, S extends object>(
  listen: (kontext: Kontext) => readonly { params: T; props: P }[],
  toSeite: (kontext: Kontext, props: P) => S,
): { params: SprachParam & T; readonly props: P & ListenProps<S>; readonly cacheKey: string }[] {
  const katalog = ohneAngebote(getKatalog());
  // Its key is asked for, and then the page; what stands on all pages would fill the memory.
  let letzte: { von: object; seite: S } | undefined;
  return jeEintrag(listen).map(({ params, props }) => {
    const kontext = createKontext(katalog, params.sprache ?? 'de');
    const seite = () => {
      if (letzte?.von !== params)
        letzte = { von: params, seite: toSeite(kontextOf(params.sprache), props) };
      return letzte.seite;
    };
    return {
      params,
      get props() {
        return { ...props, kontext, seite: seite() };
      },
      get cacheKey() {
        return schluesselAus(kontext, props, seite());
      },
    };
  });
}

/**
 * Paths for `getStaticPaths`: each of the pages in every language.
 * @param seiten the parameters of each, beside the language: `[{}]` for a single page, `[]` for none
 */
export function jeSeite<T extends object>(
  seiten: (katalog: Katalog) => readonly T[],
): { params: SprachParam & T }[] {
  const katalog = getKatalog();
  return sprachcodes(katalog.portal).flatMap((code) =>
    seiten(katalog).map((params) => ({
      params: { sprache: code === 'de' ? undefined : code, ...params },
    })),
  );
}

/** The Katalog for Astro's pages: the one place where pages get it from. */
import { sprachcodes } from '../domain/portal.ts';
import { liesKatalog } from '../katalog/weitergabe.ts';
import { readKatalog } from '../katalog/read-katalog.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { createKontext, type Kontext } from './kontext.ts';

/** Pages know the Katalog by this file only. */
export { angeboteMitSeite } from '../katalog/katalog.ts';

/** Raised by the dev server at every change below the content folder. */
export const STAND = Symbol.for('portal.stand');
type MitStand = typeof globalThis & { [STAND]?: number };

let gelesen: { stand: number; katalog: Katalog } | undefined;

/**
 * The Katalog of this run: that of PORTAL_KATALOG, a file of the build; else of the content, in development read anew after a change.
 * @throws in a production build on any finding of level „fehler“: nothing wrong is published
 */
export function getKatalog(): Katalog {
  const stand = (globalThis as MitStand)[STAND] ?? 0;
  if (gelesen?.stand === stand) return gelesen.katalog;
  const datei = process.env['PORTAL_KATALOG'];
  if (datei) return (gelesen = { stand, katalog: liesKatalog(datei) }).katalog;
  const { katalog, befunde } = readKatalog();
  const fehler = befunde.filter((befund) => befund.stufe === 'fehler');
  for (const { datei, zeile, feld, meldung } of fehler)
    console.error(`${datei}:${zeile} ${feld}: ${meldung}`);
  if (!katalog || (fehler.length > 0 && import.meta.env.PROD)) {
    throw new Error('Der Inhalt hat Fehler; „npm run check“ zeigt sie.');
  }
  gelesen = { stand, katalog };
  return katalog;
}

/** Astro's route parameter for a language: none for German. */
export type SprachParam = { sprache: string | undefined };

/** The context of a page, from its route parameter. */
export function kontextOf(sprache: string | undefined): Kontext {
  return createKontext(getKatalog(), sprache ?? 'de');
}

/**
 * Paths for `getStaticPaths` of entries whose address may say nothing of them: the page gets its id as a prop.
 * @param eintraege what addresses are made of, and what the page is told; the same in all languages
 * @param schluessel where it and the code are the same as in the last build, a page is not made again
 */
export function jeEintrag<T extends object, P extends object>(
  eintraege: (kontext: Kontext) => readonly { params: T; props: P }[],
  schluessel: (kontext: Kontext, props: P) => string | undefined = () => undefined,
): { params: SprachParam & T; props: P; cacheKey: string | undefined }[] {
  const katalog = getKatalog();
  const alle = eintraege(createKontext(katalog, 'de'));
  return sprachcodes(katalog.portal).flatMap((code) =>
    alle.map(({ params, props }) => ({
      params: { sprache: code === 'de' ? undefined : code, ...params },
      props,
      // Each worker asks for those of its own pages only.
      get cacheKey() {
        return schluessel(createKontext(katalog, code), props);
      },
    })),
  );
}

/**
 * Paths for `getStaticPaths`: every language times every id.
 * @param ids per language; one page per language without it
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

/** The list of pages for search engines (sitemaps.org), each with itself in other languages. */
import type { Angebot } from '../domain/angebot.ts';
import { sprachcodes } from '../domain/portal.ts';
import type { Seite } from '../domain/seite.ts';
import { sprachTag } from '../i18n/sprachen.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { facettenWerte } from './facetten.ts';
import { createKontext } from './kontext.ts';
import { absolut, basisOf, FACETTEN_ORDNER, type Pfade, type SeitenFacette } from './pfade.ts';

interface Eintrag {
  pfad: (pfade: Pfade) => string;
  /** Languages in which the page has a text of its own, German first. */
  sprachen: readonly string[];
}

/** Where search engines begin: the list itself, or the list of lists. */
export const SITEMAP = 'sitemap.xml';
/** What one list may hold. */
const MAX_ADRESSEN = 50_000;
const MAX_BYTES = 50_000_000;

/**
 * A page without a text of its own in a language is not listed in it: the same German description ten times over helps nobody who
 * searches.
 * @returns XML by path from the root of the portal
 */
export function toSitemaps(katalog: Katalog): Map<string, string> {
  const { portal } = katalog;
  const url = (eintrag: Eintrag, sprache: string) =>
    absolut(portal, eintrag.pfad(createKontext(katalog, sprache).pfade));
  const urls = seiten(katalog).flatMap((eintrag) => {
    const andere = verweiseAufSprachen(
      eintrag.sprachen.map((sprache) => ({
        tag: sprachTag(sprache),
        absolut: url(eintrag, sprache),
      })),
    ).map(
      ({ tag, absolut }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${absolut}"/>`,
    );
    return eintrag.sprachen.map(
      (sprache) => `<url><loc>${url(eintrag, sprache)}</loc>${andere.join('')}</url>`,
    );
  });
  return formatSitemaps(urls, (name) => absolut(portal, basisOf(portal.url) + name));
}

/**
 * Whom a page names as itself in other languages, itself included. Whoever speaks none of them gets the German page: it has every text,
 * and the choice of languages. Nothing for a page in one language only.
 * @param seiten German first
 */
export function verweiseAufSprachen(
  seiten: readonly { tag: string; absolut: string }[],
): readonly { tag: string; absolut: string }[] {
  return seiten.length > 1 ? [...seiten, { tag: 'x-default', absolut: seiten[0]!.absolut }] : [];
}

/**
 * One list, or as many as sitemaps.org wants, and a list of them.
 * @param urls elements in ASCII
 * @param adresse of a list, by its name
 */
export function formatSitemaps(
  urls: readonly string[],
  adresse: (name: string) => string,
): Map<string, string> {
  const listen = teile(urls).map((teil) =>
    formatListe('urlset xmlns:xhtml="http://www.w3.org/1999/xhtml"', teil),
  );
  if (listen.length === 1) return new Map([[SITEMAP, listen[0]!]]);
  const namen = listen.map((_, i) => `sitemap-${i + 1}.xml`);
  const verweise = namen.map((name) => `<sitemap><loc>${adresse(name)}</loc></sitemap>`);
  return new Map([
    [SITEMAP, formatListe('sitemapindex', verweise)],
    ...namen.map((name, i): [string, string] => [name, listen[i]!]),
  ]);
}

function formatListe(element: string, zeilen: readonly string[]): string {
  const [name] = element.split(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...zeilen,
    `</${name}>\n`,
  ].join('\n');
}

function teile(urls: readonly string[]): string[][] {
  const alle: string[][] = [[]];
  let bytes = 0;
  for (const url of urls) {
    const teil = alle.at(-1)!;
    if (teil.length === MAX_ADRESSEN || bytes + url.length > MAX_BYTES) {
      alle.push([url]);
      bytes = url.length + 1;
    } else {
      teil.push(url);
      bytes += url.length + 1;
    }
  }
  return alle;
}

function seiten(katalog: Katalog): Eintrag[] {
  const alle = sprachcodes(katalog.portal);
  const mitText = ({ uebersetzungen }: Angebot | Seite) =>
    alle.filter((sprache) => sprache === 'de' || uebersetzungen.get(sprache)?.felder.has('text'));
  const deutsch = createKontext(katalog, 'de');
  const facetten = Object.keys(FACETTEN_ORDNER) as SeitenFacette[];
  const ueberall = (pfad: Eintrag['pfad']): Eintrag => ({ pfad, sprachen: alle });
  const aufDeutsch = (pfad: Eintrag['pfad']): Eintrag => ({ pfad, sprachen: ['de'] });
  return [
    ueberall((p) => p.start),
    ueberall((p) => p.suche),
    ueberall((p) => p.angebote),
    ...(katalog.portal.ausstieg ? [ueberall((p) => p.verlassen)] : []),
    ueberall((p) => p.woche),
    ...(katalog.vokabular.glossar.size > 0 ? [ueberall((p) => p.glossar)] : []),
    ...facetten.flatMap((facette) => [
      ueberall((p) => p.facette(facette)),
      ...facettenWerte(deutsch, facette).map(({ id }) => ueberall((p) => p.wert(facette, id))),
    ]),
    ...[...katalog.angebote.values()].map((angebot): Eintrag => ({
      pfad: (p) => p.angebot(angebot.id),
      sprachen: mitText(angebot),
    })),
    aufDeutsch((p) => p.bericht),
    aufDeutsch((p) => p.daten),
    aufDeutsch((p) => p.anbieterListe),
    ...[...katalog.anbieter.keys()].map((id) => aufDeutsch((p) => p.anbieter(id))),
    ...(katalog.projekte.size > 0 ? [aufDeutsch((p) => p.projekte)] : []),
    ...[...katalog.projekte.keys()].map((id) => aufDeutsch((p) => p.projekt(id))),
    ...(katalog.vokabular.funktionen.size > 0
      ? [
          aufDeutsch((p) => p.kontakte),
          ...[...katalog.vokabular.kommunen.keys()].map((id) =>
            aufDeutsch((p) => p.kontakteIn(id)),
          ),
        ]
      : []),
    ...[...katalog.seiten.values()].map((seite): Eintrag => ({
      pfad: (p) => (seite.art === 'wegweiser' ? p.wegweiser(seite.id) : p.seite(seite.id)),
      sprachen: mitText(seite),
    })),
  ];
}

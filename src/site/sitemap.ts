/** The list of pages for search engines (sitemaps.org), each with itself in other languages. */
import type { Angebot } from '../domain/angebot.ts';
import { sprachcodes } from '../domain/portal.ts';
import type { Seite } from '../domain/seite.ts';
import { sprachTag } from '../i18n/sprachen.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { facettenWerte } from './facetten.ts';
import { createKontext } from './kontext.ts';
import { FACETTEN_ORDNER, type Pfade, type SeitenFacette } from './pfade.ts';

interface Eintrag {
  pfad: (pfade: Pfade) => string;
  /** Languages in which the page has a text of its own. */
  sprachen: readonly string[];
}

/**
 * A page without a text of its own in a language is not listed in it: the same German description ten times over helps nobody who
 * searches.
 * @returns XML
 */
export function toSitemap(katalog: Katalog): string {
  const { portal } = katalog;
  const url = (eintrag: Eintrag, sprache: string) =>
    new URL(eintrag.pfad(createKontext(katalog, sprache).pfade), portal.url).href;
  const urls = seiten(katalog).flatMap((eintrag) => {
    const andere = eintrag.sprachen.map(
      (sprache) =>
        `<xhtml:link rel="alternate" hreflang="${sprachTag(sprache)}" href="${url(eintrag, sprache)}"/>`,
    );
    return eintrag.sprachen.map(
      (sprache) => `<url><loc>${url(eintrag, sprache)}</loc>${andere.join('')}</url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
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

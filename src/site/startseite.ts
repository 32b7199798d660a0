/** The view model of the start page. */
import { type FacettenWert, facettenWerte } from './facetten.ts';
import { type Beschriftung, inSprache, type Kontext } from './kontext.ts';
import { seitentitel } from './inhalt-seite.ts';
import type { Verweis } from './kontakt.ts';
import { kurzesFeld } from './uebersetzt.ts';

export interface Startseite {
  titel: string;
  beschreibung: Beschriftung;
  /** Themen for people who look for help. */
  themen: FacettenWert[];
  /** For people who help, and for people who work in the field. */
  rollen: { id: 'helfen' | 'fachkraft'; titel: string; text: string; verweise: Verweis[] }[];
  wegweiser: (Verweis & { kurz?: Beschriftung })[];
  kommunen: FacettenWert[];
  anzahl: number;
}

/**
 * A Thema stands under each of its roles; one that names none is for people who look for help. Roles without a Thema
 * are left out.
 */
export function toStartseite(kontext: Kontext): Startseite {
  const { katalog, sprache, t } = kontext;
  const { themen } = katalog.vokabular;
  const alle = facettenWerte(kontext, 'thema');
  const fuer = (rolle: 'suchen' | 'helfen' | 'fachkraft') =>
    alle.filter(({ id }) => (themen.get(id)?.rollen ?? ['suchen']).includes(rolle));
  const wegweiser = toWegweiserListe(kontext);
  const verweise = (werte: FacettenWert[]) => werte.map(({ name, href }) => ({ ...name, href }));
  return {
    titel: t('start.titel', { imKreis: inSprache(katalog.portal.im_kreis, sprache).text }),
    beschreibung: inSprache(katalog.portal.beschreibung, sprache),
    themen: fuer('suchen'),
    rollen: (['helfen', 'fachkraft'] as const)
      .map((id) => ({
        id,
        titel: t(`rolle.${id}`),
        text: t(`rolle.${id}.text`),
        verweise: verweise(fuer(id)),
      }))
      .filter((rolle) => rolle.verweise.length > 0),
    wegweiser,
    kommunen: facettenWerte(kontext, 'kommune'),
    anzahl: katalog.angebote.size,
  };
}

/** All guides, in their order. */
export function toWegweiserListe(kontext: Kontext): Startseite['wegweiser'] {
  const { katalog, pfade } = kontext;
  return [...katalog.seiten.values()]
    .filter((seite) => seite.art === 'wegweiser')
    .sort((a, b) => a.reihenfolge - b.reihenfolge || (a.id < b.id ? -1 : 1))
    .map((seite) => ({
      ...seitentitel(kontext, seite),
      href: pfade.wegweiser(seite.id),
      ...(seite.kurz && { kurz: kurzesFeld(kontext, seite, 'kurz', seite.kurz) }),
    }));
}

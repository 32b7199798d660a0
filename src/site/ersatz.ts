/** What works without scripts: the ways to all offers, and somebody to ask. */
import { FACETTEN_ORDNER, type SeitenFacette } from './pfade.ts';
import type { KontaktVerweise, Verweis } from './kontakt.ts';
import { type Beschriftung, deutsch, type Kontext } from './kontext.ts';
import { portalKontakt } from './rahmen.ts';

export type PortalKontakt = KontaktVerweise & { stelle: Beschriftung };

/** The ways to all offers besides the search. */
export function wegeOhneSuche({ t, pfade }: Kontext): Verweis[] {
  const facetten = Object.keys(FACETTEN_ORDNER) as SeitenFacette[];
  return [
    ...facetten.map((facette) => ({ text: t(`facette.${facette}`), href: pfade.facette(facette) })),
    { text: t('suche.alle_angebote'), href: pfade.angebote },
  ];
}

/** Whom visitors can ask. */
export function ansprechbar(kontext: Kontext): PortalKontakt {
  const { sprache, katalog } = kontext;
  return { stelle: deutsch(sprache, katalog.portal.kontakt.stelle), ...portalKontakt(kontext) };
}

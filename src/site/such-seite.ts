/** The view model of the search page: everything on it that does not depend on what somebody searches. */
import { texteDer } from '../i18n/texte.ts';
import { PAGEFIND_ORDNER, TABELLE } from '../suche/dateien.ts';
import { GEWICHTE } from '../suche/suchsatz.ts';
import { type FacettenWert, facettenWerte } from './facetten.ts';
import { type KreisKarte, toKreisKarte } from './karte-svg.ts';
import type { KontaktVerweise, Verweis } from './kontakt.ts';
import type { Kontext } from './kontext.ts';
import { basisOf, FACETTEN_ORDNER, type SeitenFacette } from './pfade.ts';
import { portalKontakt } from './rahmen.ts';

/** The orders of results. */
export const SORTIERUNGEN = ['relevanz', 'titel', 'naehe', 'stand'] as const;
export type Sortierung = (typeof SORTIERUNGEN)[number];

/** What the page tells its script. */
export interface SuchKonfig {
  sprache: string;
  /** Address of the search table. */
  tabelle: string;
  /** Folder of Pagefind's files. */
  pagefind: string;
  gewichte: Record<string, number>;
  karte: {
    ecken: KreisKarte['ecken'];
    kacheln?: 'basemapde';
    /** Year in the attribution of the tiles. */
    jahr: string;
  };
  texte: Record<string, string>;
}

export interface SuchSeite {
  konfig: SuchKonfig;
  sortierungen: typeof SORTIERUNGEN;
  themen: FacettenWert[];
  /** The ways to all offers without JavaScript. */
  wege: Verweis[];
  kontakt: KontaktVerweise & { stelle: string };
  kreis: KreisKarte;
}

/** Texts that only the page itself needs, not its script. */
const NUR_SEITE =
  /^(karte\.(kreis|kommune_|sprachen|legende)|suche\.(titel|feld|beispiel|suchen|anders|zu_ergebnissen|ohne_js|alle_angebote|hilfe|filter_fuer|sort\.|weitere|sortieren)|naehe\.(titel|feld|hinweis|zeigen|standort)$)/;

export function toSuchSeite(kontext: Kontext): SuchSeite {
  const { katalog, sprache, t, pfade } = kontext;
  const { portal } = katalog;
  const texte = { ...texteDer(sprache), ...katalog.texte.get(sprache) };
  const kreis = toKreisKarte(kontext);
  const facetten = Object.keys(FACETTEN_ORDNER) as SeitenFacette[];
  return {
    konfig: {
      sprache,
      tabelle: pfade.datei(TABELLE),
      pagefind: basisOf(portal.url) + PAGEFIND_ORDNER,
      gewichte: GEWICHTE,
      karte: {
        ecken: kreis.ecken,
        ...(portal.karte.kacheln && { kacheln: portal.karte.kacheln }),
        jahr: katalog.stichtag.slice(0, 4),
      },
      texte: Object.fromEntries(
        Object.entries(texte).filter(
          ([key]) => /^(suche|naehe|karte|liste\.komma$)/.test(key) && !NUR_SEITE.test(key),
        ),
      ),
    },
    sortierungen: SORTIERUNGEN,
    themen: facettenWerte(kontext, 'thema'),
    wege: [
      ...facetten.map((facette) => ({
        text: t(`facette.${facette}`),
        href: pfade.facette(facette),
      })),
      { text: t('suche.alle_angebote'), href: pfade.angebote },
    ],
    kontakt: { stelle: portal.kontakt.stelle, ...portalKontakt(kontext) },
    kreis,
  };
}

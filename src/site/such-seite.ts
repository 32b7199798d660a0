/** The view model of the search page: everything on it that does not depend on what somebody searches. */
import { locale } from '../i18n/sprachen.ts';
import { texteDer } from '../i18n/texte.ts';
import { GRENZEN, PAGEFIND_ORDNER, TABELLE, TEILE_ORDNER } from '../suche/dateien.ts';
import { type FacettenWert, facettenWerte } from './facetten.ts';
import { KACHELN } from './kacheln.ts';
import { type KreisKarte, toKreisKarte } from './karte-svg.ts';
import { ansprechbar, type PortalKontakt, wegeOhneSuche } from './ersatz.ts';
import type { NotrufNummer, Verweis } from './kontakt.ts';
import type { Kontext } from './kontext.ts';
import { mailto } from './mailto.ts';
import {
  type Nachbarportal,
  type Nachbarquelle,
  toNachbarportale,
  toNachbarquellen,
} from './nachbarn.ts';
import { basisOf } from './pfade.ts';
import { notrufNummern } from './rahmen.ts';

/** The orders of results. */
export const SORTIERUNGEN = ['relevanz', 'titel', 'naehe', 'stand'] as const;
export type Sortierung = (typeof SORTIERUNGEN)[number];

/** What the page tells its script. */
export interface SuchKonfig {
  /** Language of the page, as the table names it. */
  sprache: string;
  /** For numbers and plural forms. */
  locale: string;
  /** Address of the search table. */
  tabelle: string;
  /** Folder of Pagefind's files. */
  pagefind: string;
  /** Folder of what is loaded in parts. */
  teile: string;
  /** Emergency numbers, and the needs each is for. */
  notruf: NotrufNummer[];
  /** Themen whose offers are named where nothing is found. */
  auffang: string[];
  /** Where else to look, per need that means danger. */
  gefahr: Record<string, string[]>;
  /** `mailto:` up to what was searched, to report a gap. */
  melden: string;
  karte: {
    ecken: KreisKarte['ecken'];
    /** Address of the pictures below the map, as Leaflet fills it in. */
    kacheln?: string;
    /** Year in the attribution of the tiles. */
    jahr: string;
  };
  texte: Record<string, string>;
  /** Whom else to ask; missing where there is nobody. */
  nachbarn?: Nachbarportal[];
}

export interface SuchSeite {
  konfig: SuchKonfig;
  sortierungen: typeof SORTIERUNGEN;
  themen: FacettenWert[];
  /** The ways to all offers besides the search. */
  wege: Verweis[];
  kontakt: PortalKontakt;
  /** The page that tells how well this search finds, where it was measured. */
  guete?: Verweis;
  kreis: KreisKarte;
  /** Whose offers are found beside our own. */
  nachbarn?: Nachbarquelle[];
}

/** Texts that only the page itself needs, not its script. */
const NUR_SEITE =
  /^(karte\.(kreis|kommune_|sprachen|legende)|suche\.(titel|leer\.betreff|notruf|feld|beispiel|suchen|anders|zu_ergebnissen|ohne_js|alle_angebote|hilfe|filter_fuer|sort\.|weitere|sortieren)|naehe\.(titel|feld|hinweis|zeigen|standort)$)/;

/** Address of what tells where the parts of the search begin. */
export const grenzenVon = ({ katalog }: Kontext): string => basisOf(katalog.portal.url) + GRENZEN;

/** Folder of these parts. */
export const teileOrdnerVon = ({ katalog }: Kontext): string =>
  basisOf(katalog.portal.url) + TEILE_ORDNER;

/** Address of the search table, which the search waits for first. */
export const tabelleVon = ({ pfade }: Kontext): string => pfade.datei(TABELLE);

/**
 * Of the texts, which are worded as the Kreis has them, the script gets only those it may need, without
 * {@link NUR_SEITE}: the page carries them all.
 */
export function toSuchSeite(kontext: Kontext): SuchSeite {
  const { katalog, sprache, t, pfade } = kontext;
  const { portal } = katalog;
  const texte = { ...texteDer(sprache), ...katalog.texte.get(sprache) };
  const kreis = toKreisKarte(kontext);
  const nachbarn = toNachbarquellen(kontext);
  const portale = toNachbarportale(kontext);
  return {
    konfig: {
      sprache,
      locale: locale(sprache),
      tabelle: tabelleVon(kontext),
      pagefind: basisOf(portal.url) + PAGEFIND_ORDNER,
      teile: teileOrdnerVon(kontext),
      notruf: notrufNummern(kontext),
      auffang: [...katalog.vokabular.themen.values()]
        .filter(({ auffang }) => auffang)
        .map(({ id }) => id),
      gefahr: Object.fromEntries(
        [...katalog.vokabular.anliegen.values()].flatMap(({ id, gefahr, themen = [] }) =>
          gefahr ? [[id, themen]] : [],
        ),
      ),
      melden: mailto(portal.kontakt.email, { betreff: t('suche.leer.betreff') }),
      karte: {
        ecken: kreis.ecken,
        ...(portal.karte.kacheln && { kacheln: KACHELN[portal.karte.kacheln] }),
        jahr: katalog.stichtag.slice(0, 4),
      },
      ...(portale.length > 0 && { nachbarn: portale }),
      texte: Object.fromEntries(
        Object.entries(texte).filter(
          ([key]) =>
            /^(suche|naehe|karte|liste\.komma$|merk\.merken$)/.test(key) &&
            !NUR_SEITE.test(key) &&
            (nachbarn.length > 0 || !/^suche\.nachbarn/.test(key)),
        ),
      ),
    },
    sortierungen: SORTIERUNGEN,
    themen: facettenWerte(kontext, 'thema'),
    wege: wegeOhneSuche(kontext),
    kontakt: ansprechbar(kontext),
    ...(katalog.suchguete && { guete: { text: t('guete.link'), href: pfade.suchguete } }),
    kreis,
    ...(nachbarn.length > 0 && { nachbarn }),
  };
}

/** What stands around every page: head, banner, navigation, languages, footer. */
import { einmalJe } from '../domain/einmal.ts';
import { MAX_GEMERKT } from '../domain/merkliste.ts';
import { sprachcodes } from '../domain/portal.ts';
import type { Uebersetzung } from '../domain/uebersetzung.ts';
import { eigenName, richtung, sprachTag } from '../i18n/sprachen.ts';
import type { FeedVerweis } from './neuigkeiten.ts';
import { seitentitel } from './inhalt-seite.ts';
import { formatJsonLd, type Knoten } from './json-ld/knoten.ts';
import { pfadKnoten } from './json-ld/portal.ts';
import {
  type KontaktVerweise,
  kontaktVerweise,
  type NotrufNummer,
  notrufVerweise,
  type Verweis,
} from './kontakt.ts';
import { type Beschriftung, createKontext, deutsch, inSprache, type Kontext } from './kontext.ts';
import { cspImKopf } from './kopfzeilen.ts';
import { FARBE, MANIFEST, ZEICHEN } from './manifest.ts';
import { mailto } from './mailto.ts';
import { OPENSEARCH } from './opensearch.ts';
import { absolut, basisOf, type Pfade } from './pfade.ts';
import { verweiseAufSprachen } from './sitemap.ts';

/** A page in one of the languages of the portal. */
export interface SeiteInSprache {
  code: string;
  /** BCP 47. */
  tag: string;
  /** In the language itself. */
  name: string;
  href: string;
  absolut: string;
  dir: 'ltr' | 'rtl';
  aktuell: boolean;
}

export interface Rahmen {
  /** What the page may load and do, for servers that send no headers. */
  csp: string;
  sprache: string;
  dir: 'ltr' | 'rtl';
  /** `<title>`: page and portal, or the portal alone where the page is neutral. */
  titel: Beschriftung;
  /** The page alone, for previews. */
  seitentitel: string;
  beschreibung: string;
  /** Absolute address of this page. */
  canonical: string;
  /** This page in every language, itself included. */
  sprachen: SeiteInSprache[];
  /** The same for search engines. */
  hreflang: readonly { tag: string; absolut: string }[];
  noindex: boolean;
  /** For search engines; missing where there is nothing to tell, or nobody may. */
  jsonLd?: string;
  /** Where the page leads at once. */
  weiter?: string;
  feed?: { href: string; titel: string };
  /** Shown on every page while nobody has confirmed the data. */
  probebanner?: string;
  portalName: string;
  startHref: string;
  navigation: (Verweis & { aktuell: boolean })[];
  /** The list somebody puts together, and the address below which it is taken along. */
  merkliste: { href: string; aktuell: boolean; basis: string; voll: string };
  fuss: Verweis[];
  kontakt: KontaktVerweise & { stelle: string };
  notruf: NotrufNummer[];
  /** Says that nobody has read texts of this page, and that a machine wrote them, with a way to correct them. */
  ungelesen?: { text: string; melden: string };
  favicon: string;
  /** How a browser adds the search to its own: where people begin, and where they search. */
  opensearch?: string;
  /** A harmless page elsewhere, for whoever must leave at once. */
  ausstieg?: string;
  /** For phones that put the portal on their home screen. */
  app: { manifest: string; zeichen: string; farbe: string };
}

export interface SeitenAngaben {
  /** Without the portal's name; missing on the start page. */
  titel?: string | Beschriftung;
  beschreibung?: string;
  /** The address of this page in a language. */
  pfad: (pfade: Pfade) => string;
  /** The pages above it, as its trail shows them. */
  darueber?: readonly Verweis[];
  /** What it is about, for search engines. */
  knoten?: readonly Knoten[];
  noindex?: boolean;
  /** Where the page leads at once, without a click. */
  weiter?: string;
  /** A feed of what is new on this page; in German. */
  feed?: FeedVerweis | undefined;
  /** The page's own text is a translation that nobody has read, by a machine or by somebody. */
  ungelesen?: Uebersetzung['art'] | undefined;
  /** Whoever reads it may have to leave at once. */
  ausstieg?: boolean;
  /** Nothing that a browser keeps or a preview shows says what it is about. Brings the way out, too. */
  neutral?: boolean;
}

/**
 * A neutral page loses title, description and feed here: its caller need not keep them back. In Probebetrieb no page is
 * to be found by search engines.
 */
export function toRahmen(kontext: Kontext, angaben: SeitenAngaben): Rahmen {
  const { katalog, sprache, t, pfade } = kontext;
  const { portal } = katalog;
  const here = angaben.pfad(pfade);
  const sprachen = sprachwahl(kontext, angaben.pfad);
  const ungelesen = ungelesenText(kontext, angaben.ungelesen);
  const neutral = angaben.neutral === true;
  const eigener = typeof angaben.titel === 'string' ? { text: angaben.titel } : angaben.titel;
  const titel = neutral ? undefined : eigener;
  const beschreibung = neutral ? undefined : angaben.beschreibung;
  const verweis = (text: string, href: string) => ({ text, href, aktuell: href === here });
  return {
    csp: cspImKopf(portal, here),
    sprache: sprachTag(sprache),
    dir: richtung(sprache),
    titel: titel
      ? { ...titel, text: `${titel.text} – ${portal.name}` }
      : deutsch(sprache, portal.name),
    seitentitel: titel?.text ?? portal.name,
    beschreibung: beschreibung ?? inSprache(portal.beschreibung, sprache).text,
    canonical: absolut(portal, here),
    sprachen,
    hreflang: verweiseAufSprachen(sprachen),
    noindex: portal.probebetrieb || angaben.noindex === true,
    ...jsonLdVon(kontext, angaben),
    ...(angaben.weiter && { weiter: angaben.weiter }),
    ...(angaben.feed &&
      !neutral && {
        feed: { href: `${basisOf(portal.url)}${angaben.feed.pfad}`, titel: angaben.feed.titel },
      }),
    ...aufAllen(kontext),
    navigation: [
      verweis(t('nav.suche'), pfade.suche),
      verweis(t('nav.themen'), pfade.facette('thema')),
      verweis(t('nav.kommunen'), pfade.facette('kommune')),
      verweis(t('nav.anbieter'), pfade.anbieterListe),
      ...(katalog.seiten.has('hilfe') && katalog.seiten.get('hilfe')?.art !== 'wegweiser'
        ? [verweis(t('nav.hilfe'), pfade.seite('hilfe'))]
        : []),
    ],
    merkliste: {
      href: pfade.merkliste,
      aktuell: pfade.merkliste === here,
      basis: basisOf(portal.url),
      voll: t('merk.voll', { anzahl: MAX_GEMERKT }),
    },
    ...(ungelesen && {
      ungelesen: {
        text: ungelesen,
        melden: mailto(portal.kontakt.email, {
          betreff: t('uebersetzung.betreff', { seite: here }),
        }),
      },
    }),
    ...([pfade.start, pfade.suche].includes(here) && { opensearch: pfade.datei(OPENSEARCH) }),
    ...((neutral || angaben.ausstieg) && portal.ausstieg && { ausstieg: portal.ausstieg }),
  };
}

/** What stands on all pages of a language. */
const aufAllen = einmalJe((kontext: Kontext) => {
  const { katalog, sprache, t, pfade } = kontext;
  const { portal } = katalog;
  return {
    ...(portal.probebetrieb && { probebanner: t('probebetrieb') }),
    portalName: portal.name,
    startHref: pfade.start,
    fuss: [...katalog.seiten.values()]
      .filter((seite) => seite.art !== 'wegweiser')
      .sort((a, b) => a.reihenfolge - b.reihenfolge || (a.id < b.id ? -1 : 1))
      .map((seite) => ({ ...seitentitel(kontext, seite), href: pfade.seite(seite.id) }))
      .concat(
        [{ text: t('kalender.woche.kurz'), href: pfade.woche }],
        katalog.vokabular.glossar.size > 0
          ? [{ text: t('glossar.titel'), href: pfade.glossar }]
          : [],
        katalog.vokabular.funktionen.size > 0
          ? [{ text: t('kontakte.titel'), href: pfade.kontakte }]
          : [],
        katalog.projekte.size > 0 ? [{ text: t('projekte.titel'), href: pfade.projekte }] : [],
        { text: t('offline.titel'), href: pfade.offline },
        { text: t('bericht.titel'), href: pfade.bericht },
        // Editors of other websites and programmers read German.
        sprache === 'de'
          ? [
              { text: t('einbetten.titel'), href: pfade.einbettenListe },
              { text: t('daten.titel'), href: pfade.daten },
            ]
          : [],
      ),
    kontakt: { stelle: portal.kontakt.stelle, ...portalKontakt(kontext) },
    notruf: notrufNummern(kontext),
    favicon: `${basisOf(portal.url)}favicon.svg`,
    app: {
      manifest: pfade.datei(MANIFEST),
      zeichen: `${basisOf(portal.url)}${ZEICHEN[0].src}`,
      farbe: FARBE,
    },
  };
});

/**
 * Nothing of pages that say nothing in titles and previews, of those that somebody who is watched may well read, and of those that are
 * not to be found. On trial there is something: else nobody could look at it before search engines do.
 */
function jsonLdVon(kontext: Kontext, angaben: SeitenAngaben): Pick<Rahmen, 'jsonLd'> {
  const { titel = '', darueber = [], knoten = [], neutral, ausstieg, noindex } = angaben;
  const eigener = typeof titel === 'string' ? titel : titel.text;
  const alle = [...pfadKnoten(kontext, eigener, darueber), ...knoten];
  if (neutral || ausstieg || noindex || alle.length === 0) return {};
  return { jsonLd: formatJsonLd(alle) };
}

/**
 * Says that nobody has read what a page says in its language, and whether a machine wrote it.
 * @param art by whom the page's own text is, where nobody has read it
 */
export function ungelesenText(
  kontext: Kontext,
  art: Uebersetzung['art'] | undefined,
): string | undefined {
  if (art === 'maschinell' || isMaschinell(kontext)) return kontext.t('uebersetzung.maschinell');
  return art && kontext.t('uebersetzung.ungelesen');
}

/** True where nobody has read the interface's texts in a language. */
export function isMaschinell({ katalog, sprache }: Pick<Kontext, 'katalog' | 'sprache'>): boolean {
  return katalog.portal.sprachen.find(({ code }) => code === sprache)?.geprueft !== true;
}

/** A page in every language, in the order of the portal. */
export function sprachwahl(
  { katalog, sprache }: Kontext,
  pfad: (pfade: Pfade) => string,
): SeiteInSprache[] {
  const { portal } = katalog;
  return sprachcodes(portal).map((code) => {
    const href = pfad(createKontext(katalog, code).pfade);
    return {
      code,
      tag: sprachTag(code),
      name: eigenName(code),
      href,
      absolut: absolut(portal, href),
      dir: richtung(code),
      aktuell: code === sprache,
    };
  });
}

/** Emergency numbers, for every page. */
export function notrufNummern({ katalog, sprache }: Kontext): NotrufNummer[] {
  return notrufVerweise(katalog.portal, sprache);
}

/** Who answers for the portal. */
export function portalKontakt({ katalog }: Pick<Kontext, 'katalog'>): KontaktVerweise {
  const { telefon, email } = katalog.portal.kontakt;
  return kontaktVerweise({ ...(telefon && { telefon }), email });
}

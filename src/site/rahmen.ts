/** What stands around every page: head, banner, navigation, languages, footer. */
import { eigenName, richtung } from '../i18n/sprachen.ts';
import { type KontaktVerweise, kontaktVerweise, type Verweis } from './kontakt.ts';
import { type Beschriftung, createKontext, inSprache, type Kontext } from './kontext.ts';
import type { Pfade } from './pfade.ts';

export interface NotrufNummer {
  bezeichnung: Beschriftung;
  telefon: string;
  href: string;
  /** Ids of the needs it is for. */
  bei?: string[];
}

export interface Rahmen {
  sprache: string;
  dir: 'ltr' | 'rtl';
  /** `<title>`: page and portal. */
  titel: string;
  beschreibung: string;
  /** Absolute address of this page. */
  canonical: string;
  /** This page in every language, itself included. */
  sprachen: {
    code: string;
    name: string;
    href: string;
    absolut: string;
    dir: 'ltr' | 'rtl';
    aktuell: boolean;
  }[];
  noindex: boolean;
  /** Shown on every page while nobody has confirmed the data. */
  probebanner?: string;
  portalName: string;
  startHref: string;
  navigation: (Verweis & { aktuell: boolean })[];
  fuss: Verweis[];
  kontakt: KontaktVerweise & { stelle: string };
  notruf: NotrufNummer[];
  /** Texts of this language were written by a machine and nobody has read them. */
  ungeprueft?: string;
  favicon: string;
}

export interface SeitenAngaben {
  /** Without the portal's name; missing on the start page. */
  titel?: string;
  beschreibung?: string;
  /** The address of this page in a language. */
  pfad: (pfade: Pfade) => string;
  noindex?: boolean;
}

/** Languages whose interface texts a person has read. */
const GEPRUEFTE_SPRACHEN = new Set(['de']);

export function toRahmen(kontext: Kontext, angaben: SeitenAngaben): Rahmen {
  const { katalog, sprache, t, pfade } = kontext;
  const { portal } = katalog;
  const absolut = (pfad: string) => new URL(pfad, portal.url).href;
  const here = angaben.pfad(pfade);
  const verweis = (text: string, href: string) => ({ text, href, aktuell: href === here });
  return {
    sprache,
    dir: richtung(sprache),
    titel: angaben.titel ? `${angaben.titel} – ${portal.name}` : portal.name,
    beschreibung: angaben.beschreibung ?? inSprache(portal.beschreibung, sprache).text,
    canonical: absolut(here),
    sprachen: portal.sprachen.map((code) => {
      const href = angaben.pfad(createKontext(katalog, code).pfade);
      return {
        code,
        name: eigenName(code),
        href,
        absolut: absolut(href),
        dir: richtung(code),
        aktuell: code === sprache,
      };
    }),
    noindex: portal.probebetrieb || angaben.noindex === true,
    ...(portal.probebetrieb && { probebanner: t('probebetrieb') }),
    portalName: portal.name,
    startHref: pfade.start,
    navigation: [
      verweis(t('nav.suche'), pfade.suche),
      verweis(t('nav.themen'), pfade.facette('thema')),
      verweis(t('nav.kommunen'), pfade.facette('kommune')),
      verweis(t('nav.anbieter'), pfade.anbieterListe),
      ...(katalog.seiten.has('hilfe') && katalog.seiten.get('hilfe')?.art !== 'wegweiser'
        ? [verweis(t('nav.hilfe'), pfade.seite('hilfe'))]
        : []),
    ],
    fuss: [...katalog.seiten.values()]
      .filter((seite) => seite.art !== 'wegweiser')
      .sort((a, b) => a.reihenfolge - b.reihenfolge || (a.id < b.id ? -1 : 1))
      .map((seite) => ({
        text: seite.titel,
        href: pfade.seite(seite.id),
        ...(sprache !== 'de' && { lang: 'de' }),
      })),
    kontakt: { stelle: portal.kontakt.stelle, ...portalKontakt(kontext) },
    notruf: notrufNummern(kontext),
    ...(!GEPRUEFTE_SPRACHEN.has(sprache) && { ungeprueft: t('uebersetzung.maschinell') }),
    favicon: `${createKontext(katalog, 'de').pfade.start}favicon.svg`,
  };
}

/** Emergency numbers, for every page. */
export function notrufNummern({ katalog, sprache }: Kontext): NotrufNummer[] {
  return (katalog.portal.notruf ?? []).map(({ bezeichnung, telefon, bei }) => ({
    bezeichnung: inSprache(bezeichnung, sprache),
    telefon,
    href: `tel:${telefon.replace(/[^\d+]/g, '')}`,
    ...(bei && { bei }),
  }));
}

/** Who answers for the portal. */
export function portalKontakt({ katalog }: Pick<Kontext, 'katalog'>): KontaktVerweise {
  const { telefon, email } = katalog.portal.kontakt;
  return kontaktVerweise({ ...(telefon && { telefon }), email });
}

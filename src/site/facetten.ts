/** Static lists of offers by one value: what every visitor reaches without JavaScript. */
import type { Angebot } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import { aufSeite, KARTEN_JE_SEITE, seitenzahl } from './blaettern.ts';
import { type Beschriftung, inSprache, type Kontext, label, sprachLabel } from './kontext.ts';
import { vielGeschuetzt } from '../katalog/schutz.ts';
import { ALLE } from '../domain/facette.ts';
import { stufeOf, werteOhneOrte } from '../domain/facettenwerte.ts';
import type { Verweis } from './kontakt.ts';
import { type Nachbarquelle, toNachbarquellen } from './nachbarn.ts';
import { FACETTEN_ORDNER, type SeitenFacette } from './pfade.ts';

export interface FacettenWert {
  id: string;
  name: Beschriftung;
  beschreibung?: Beschriftung;
  href: string;
  anzahl: number;
}

/** All values of a facet that at least one offer is meant for, in the order of the vocabulary. Kommunen always. */
export function facettenWerte(kontext: Kontext, facette: SeitenFacette): FacettenWert[] {
  return [...begriffe(kontext, facette).keys()]
    .filter((id) => hatSeite(kontext, facette, id))
    .map((id) =>
      toFacettenWert(kontext, facette, id, stufenJeAngebot(kontext, facette, id).length),
    );
}

/** Whether a value has a page: the last offer that is meant for it takes the page along. */
export function hatSeite(kontext: Kontext, facette: SeitenFacette, id: string): boolean {
  return (
    facette === 'kommune' || stufenJeAngebot(kontext, facette, id).some(({ stufe }) => stufe === 0)
  );
}

/** The page of a value, else that of all values: for links that have to lead somewhere. */
export function wertOderAlle(kontext: Kontext, facette: SeitenFacette, id: string): string {
  const { pfade } = kontext;
  return hatSeite(kontext, facette, id) ? pfade.wert(facette, id) : pfade.facette(facette);
}

/**
 * A link within the portal as editors write it. One to a value that has lost its page leads to all values; one to a value that nobody knows
 * stays what it is, and the build refuses it.
 */
export function ausInhalt(kontext: Kontext, href: string): string {
  const [, ordner, id = ''] = /^\/([^/]+)\/([^/]+)\/$/.exec(href) ?? [];
  const facetten = Object.keys(FACETTEN_ORDNER) as SeitenFacette[];
  const facette = facetten.find((eine) => FACETTEN_ORDNER[eine] === ordner);
  return facette && begriffe(kontext, facette).has(id)
    ? wertOderAlle(kontext, facette, id)
    : kontext.pfade.ausInhalt(href);
}

function toFacettenWert(
  kontext: Kontext,
  facette: SeitenFacette,
  id: string,
  anzahl: number,
): FacettenWert {
  const { sprache, pfade } = kontext;
  const alle = begriffe(kontext, facette);
  const beschreibung = alle.get(id)?.beschreibung;
  return {
    id,
    name: facette === 'sprache' ? sprachLabel(kontext, id) : label(alle, id, sprache),
    ...(beschreibung && { beschreibung: inSprache(beschreibung, sprache) }),
    href: pfade.wert(facette, id),
    anzahl,
  };
}

type Stufen = readonly { angebot: Angebot; stufe: number }[];

/**
 * Of offers that belong to a value, each with how, in the order of the page: what is meant first comes first. See {@link stufeOf}.
 * @param ids of all values
 */
function toStufen(
  facette: SeitenFacette,
  ids: readonly string[],
  angebote: readonly Angebot[],
): ReadonlyMap<string, Stufen> {
  const jeWert = new Map(
    ids.map((id) => [id, [[], [], []] as { angebot: Angebot; stufe: number }[][]]),
  );
  for (const angebot of angebote)
    for (const id of new Set(moegliche(facette, ids, angebot))) {
      const stufe = stufeOf(facette, id, angebot);
      if (stufe !== undefined) jeWert.get(id)?.[stufe]!.push({ angebot, stufe });
    }
  return new Map([...jeWert].map(([id, stufen]) => [id, stufen.flat()]));
}

/** The values that an offer may belong to: few of all. */
function moegliche(
  facette: SeitenFacette,
  ids: readonly string[],
  angebot: Angebot,
): readonly string[] {
  if (facette === 'kommune')
    return typeof angebot.einzugsgebiet === 'string' ? ids : angebot.einzugsgebiet;
  const werte = werteOhneOrte(angebot)[facette];
  return facette === 'zielgruppe' && werte.includes(ALLE) ? ids : werte;
}

/** Every language asks for the same, on several pages. */
const stufenJeFacette = einmalJe(
  (_: Katalog) => new Map<SeitenFacette, ReturnType<typeof toStufen>>(),
);

/** The offers that belong to a value, see {@link stufeOf}; what is meant first comes first. */
export function stufenJeAngebot(kontext: Kontext, facette: SeitenFacette, id: string): Stufen {
  const { katalog } = kontext;
  const bekannt = stufenJeFacette(katalog);
  let stufen = bekannt.get(facette);
  if (!stufen) {
    const ids = [...begriffe(kontext, facette).keys()];
    bekannt.set(facette, (stufen = toStufen(facette, ids, [...katalog.angebote.values()])));
  }
  return stufen.get(id) ?? [];
}

type Begriff = {
  bezeichnung?: Record<string, string> | undefined;
  beschreibung?: Record<string, string> | undefined;
};

function begriffe(
  { katalog: { vokabular } }: Pick<Kontext, 'katalog'>,
  facette: SeitenFacette,
): ReadonlyMap<string, Begriff> {
  switch (facette) {
    case 'thema':
      return vokabular.themen;
    case 'angebotsart':
      return vokabular.angebotsarten;
    case 'zielgruppe':
      return vokabular.zielgruppen;
    case 'sprache':
      return vokabular.sprachen;
    case 'kommune':
      return vokabular.kommunen;
  }
}

/** Every page of a list asks for the same. */
const schutzDerListe = einmalJe((stufen: Stufen) => ({
  viel: vielGeschuetzt(stufen.map(({ angebot }) => angebot)),
}));

export interface Gruppe {
  titel: string;
  karten: AngebotKarte[];
}

export interface FacettenSeite {
  titel: Beschriftung;
  beschreibung?: Beschriftung;
  anzahl: number;
  /** How many pages the list has. */
  seiten: number;
  gruppen: Gruppe[];
  /** Neither address nor title may say what it is. */
  neutral: boolean;
  /** Who reads it may be in danger: a good part of the offers is for their protection. */
  schutz: boolean;
  /** The same list in the search, to narrow it down. */
  sucheHref: string;
  /** Whom professionals and volunteers can ask there. */
  kontakte?: Verweis;
  /** The same of neighbours, where there are any. */
  nachbarn?: { karten: AngebotKarte[]; quellen: Nachbarquelle[] };
}

/** More stand on the neighbours' own pages. */
const MAX_NACHBARN = 20;

/**
 * The page of one value; offers of a Kommune's own place come before those for the whole Kreis.
 * @param nr of the page, from 1; without it, the whole list
 */
export function toFacettenSeite(
  kontext: Kontext,
  facette: SeitenFacette,
  id: string,
  nr?: number,
): FacettenSeite {
  const stufen = stufenJeAngebot(kontext, facette, id);
  const seiten = nr === undefined ? 1 : seitenzahl(stufen.length, KARTEN_JE_SEITE);
  const hier = nr === undefined ? stufen : aufSeite(stufen, nr, KARTEN_JE_SEITE);
  const wert = toFacettenWert(kontext, facette, id, stufen.length);
  const gruppe = (titel: string, nr: number): Gruppe => ({
    titel,
    karten: hier
      .filter(({ stufe }) => stufe === nr)
      .map(({ angebot }) => toAngebotKarte(kontext, angebot)),
  });
  const neutral = kontext.pfade.kennung(facette, id) !== id;
  const gruppen = titelDerStufen(kontext, facette, wert).map(gruppe);
  const nachbarn = kontext.katalog.nachbarn.flatMap(({ angebote }) => angebote);
  const fremde = (toStufen(facette, [id], nachbarn).get(id) ?? []).map(({ angebot }) => angebot);
  return {
    titel: wert.name,
    ...(wert.beschreibung && { beschreibung: wert.beschreibung }),
    anzahl: wert.anzahl,
    seiten,
    gruppen: gruppen.filter((gruppe) => gruppe.karten.length > 0),
    neutral,
    schutz: neutral || schutzDerListe(stufen).viel || vielGeschuetzt(fremde),
    sucheHref: kontext.pfade.sucheMit({ [facette]: id }),
    // They stand after our own.
    ...(fremde.length > 0 &&
      (nr ?? seiten) === seiten && {
        nachbarn: {
          karten: fremde.slice(0, MAX_NACHBARN).map((angebot) => toAngebotKarte(kontext, angebot)),
          quellen: toNachbarquellen(kontext, fremde),
        },
      }),
    ...(facette === 'kommune' &&
      kontext.katalog.vokabular.funktionen.size > 0 && {
        kontakte: {
          text: kontext.t('kontakte.kommune', { ort: wert.name.text }),
          href: kontext.pfade.kontakteIn(id),
        },
      }),
  };
}

/** Headings of the groups, by {@link stufeOf}. */
function titelDerStufen(
  { t }: Kontext,
  facette: SeitenFacette,
  { name, anzahl }: FacettenWert,
): string[] {
  if (facette === 'kommune')
    return [
      t('kommune.vor-ort', { ort: name.text }),
      t('kommune.kreisweit'),
      t('kommune.bundesweit'),
    ];
  if (facette === 'zielgruppe')
    return [t('zielgruppe.gemeint', { wer: name.text }), t('zielgruppe.alle')];
  return [t('liste.angebote', { anzahl })];
}

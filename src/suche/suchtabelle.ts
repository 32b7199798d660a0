/**
 * The search table: everything about all offers that the search page needs beside the full-text index, in one
 * file per language. Facets, counts, order, cards, map and distances come from here, so that no hit costs a request.
 */
import { type Angebot, naeheZu, NIVEAUS, KANAELE, KOSTEN_ARTEN } from '../domain/angebot.ts';
import type { TextSchluessel } from '../i18n/texte.ts';
import { type AngebotKarte, toAngebotKarte } from '../site/angebot-karte.ts';
import { type Beschriftung, type Kontext, label, sprachLabel } from '../site/kontext.ts';
import {
  ALLE,
  ALTERSGRUPPEN,
  FACETTEN,
  type FacetteId,
  facettenwerte,
  HAUPTFACETTEN,
  MERKMALE,
} from './facettenwerte.ts';
import { packen, type Spalte } from './spalten.ts';

/** What the index build knows of a language: it ties the table to the index it was made with. */
export interface Indexbezug {
  /** Name of the index in `pagefind-entry.json`; changes with every change of the content. */
  hash: string;
  /** Id of Pagefind's result, per offer id. */
  ergebnisse: ReadonlyMap<string, string>;
  /** Parts of the index in the order of their words. */
  stuecke: Stueck[];
}

/** A part of the index: its last word, and words that must be found when it is loaded. */
export type Stueck = [bis: string, proben: string[]];

export interface FacetteDef {
  id: FacetteId;
  name: string;
  haupt: boolean;
  /** In the order of the vocabulary. */
  werte: (Beschriftung & { id: string })[];
  /** Numbers of the values, per offer; for `kommune` they follow from {@link Suchtabelle.naehe}. */
  von?: Spalte<number[]>;
  /** Number of the value that fits every choice of the facet. */
  alle?: number;
}

export interface KommuneDef {
  id: string;
  name: string;
  plz: string[];
  /** Other names it is found by: its districts, its name in German. */
  auch: string[];
  lat: number;
  lon: number;
}

/** Latitude, longitude, and 1 where it is only the middle of the Kommune. */
export type PunktDef = [lat: number, lon: number, ungefaehr: 0 | 1];

/** One row per offer, in alphabetical order of the titles. */
export interface Suchtabelle {
  version: 1;
  sprache: string;
  /** Address of an offer: its id between these two. */
  adresse: [string, string];
  index: string;
  stuecke: Stueck[];
  ergebnisse: string[];
  karten: { [K in keyof Omit<AngebotKarte, 'href'>]: Spalte<AngebotKarte[K]> };
  /** `YYYY-MM-DD` or `unbekannt`. */
  geprueft: Spalte<string>;
  punkte: Spalte<PunktDef[]>;
  /** Per Kommune one character: 0 own place, 1 whole Kreis, 2 whole country, `-` does not serve it. */
  naehe: Spalte<string>;
  facetten: FacetteDef[];
  kommunen: KommuneDef[];
}

/** The table of all offers that can be found, in the language of the page. */
export function toSuchtabelle(kontext: Kontext, index: Indexbezug): Suchtabelle {
  const { katalog, sprache, pfade } = kontext;
  const angebote = [...katalog.angebote.values()];
  const kommunen = [...katalog.vokabular.kommunen.values()];
  const [vor = '', nach = ''] = pfade.angebot('*').split('*');
  const karten = angebote.map((angebot) => toAngebotKarte(kontext, angebot));
  const spalte = <K extends keyof AngebotKarte>(key: K) =>
    packen(karten.map((karte) => karte[key]));
  const felder = Object.keys(karten[0] ?? {}).filter((key) => key !== 'href');
  return {
    version: 1,
    sprache,
    adresse: [vor, nach],
    index: index.hash,
    stuecke: index.stuecke,
    ergebnisse: angebote.map(({ id }) => index.ergebnisse.get(id) ?? ''),
    karten: Object.fromEntries(
      felder.map((key) => [key, spalte(key as keyof AngebotKarte)]),
    ) as Suchtabelle['karten'],
    geprueft: packen(angebote.map((angebot) => angebot.geprueft_am)),
    punkte: packen(angebote.map(punkteVon)),
    naehe: packen(
      angebote.map((angebot) => kommunen.map(({ id }) => naeheZu(angebot, id) ?? '-').join('')),
    ),
    facetten: FACETTEN.map((id) => toFacette(kontext, id, angebote)).filter(
      ({ werte }) => werte.length > 0,
    ),
    kommunen: kommunen.map(({ id, plz, ortsteile = [], lat, lon }) => {
      const name = label(katalog.vokabular.kommunen, id, sprache).text;
      const deutsch = label(katalog.vokabular.kommunen, id, 'de').text;
      return {
        id,
        name,
        plz,
        auch: [...(deutsch === name ? [] : [deutsch]), ...ortsteile],
        lat,
        lon,
      };
    }),
  };
}

function punkteVon(angebot: Angebot): PunktDef[] {
  return angebot.orte.flatMap(({ punkt, ungefaehr }) =>
    punkt ? [[punkt.lat, punkt.lon, ungefaehr ? 1 : 0] as PunktDef] : [],
  );
}

/** A facet with the values that at least one offer has. */
function toFacette(kontext: Kontext, id: FacetteId, angebote: Angebot[]): FacetteDef {
  const kommunen = [...kontext.katalog.vokabular.kommunen.keys()];
  const jeAngebot = angebote.map((angebot) => facettenwerte(angebot, kommunen)[id]);
  const belegt = new Set(jeAngebot.flat());
  const ids = reihenfolge(kontext, id, belegt).filter((wert) =>
    // The place where somebody lives is always a choice; its number says if there is anything.
    id === 'kommune' ? angebote.length > 0 : belegt.has(wert),
  );
  const nummer = new Map(ids.map((wert, i) => [wert, i]));
  const alle = id === 'zielgruppe' ? nummer.get(ALLE) : undefined;
  return {
    id,
    name: kontext.t(`facette.${id}`),
    haupt: HAUPTFACETTEN.has(id),
    werte: ids.map((wert) => ({ id: wert, ...wertLabel(kontext, id, wert) })),
    ...(alle !== undefined && { alle }),
    ...(id !== 'kommune' && {
      von: packen(
        jeAngebot.map((werte) =>
          werte.map((wert) => nummer.get(wert)).filter((n) => n !== undefined),
        ),
      ),
    }),
  };
}

/** All values of a facet in the order of the vocabulary, then those that no vocabulary knows. */
function reihenfolge({ katalog, sprache }: Kontext, id: FacetteId, belegt: Set<string>): string[] {
  const { themen, kommunen, sprachen, zielgruppen, angebotsarten } = katalog.vokabular;
  const bekannt: Record<FacetteId, Iterable<string>> = {
    thema: themen.keys(),
    kommune: kommunen.keys(),
    sprache: sprachen.keys(),
    zielgruppe: zielgruppen.keys(),
    angebotsart: angebotsarten.keys(),
    kosten: KOSTEN_ARTEN,
    termin: ['ohne', 'moeglich', 'noetig'],
    kanal: KANAELE,
    kinderbetreuung: ['ja', 'auf-anfrage'],
    deutschniveau: NIVEAUS,
    alter: ALTERSGRUPPEN.map(([key]) => key),
    tageszeit: ['vormittags', 'nachmittags', 'abends', 'ganztags'],
    gebaerdensprache: ['ja'],
    barrierefreiheit: MERKMALE,
    anbieter: [...katalog.anbieter.values()]
      .sort((a, b) => new Intl.Collator(sprache).compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .map((anbieter) => anbieter.id),
  };
  return [...new Set([...bekannt[id], ...[...belegt].sort()])];
}

/** Label of a facet's value. */
export function wertLabel(kontext: Kontext, id: FacetteId, wert: string): Beschriftung {
  const { katalog, sprache, t } = kontext;
  const { themen, kommunen, zielgruppen, angebotsarten } = katalog.vokabular;
  const vokabular = {
    thema: themen,
    kommune: kommunen,
    zielgruppe: zielgruppen,
    angebotsart: angebotsarten,
  };
  if (id === 'sprache') return sprachLabel(kontext, wert);
  if (id === 'anbieter') return { text: katalog.anbieter.get(wert)?.name ?? wert };
  if (id === 'deutschniveau' && wert !== 'alpha') return { text: wert };
  if (id in vokabular) return label(vokabular[id as keyof typeof vokabular], wert, sprache);
  return { text: t(`facette.${id}.${wert}` as TextSchluessel) };
}

/**
 * The search table: everything about all offers that the search page needs beside words, tokens, cards and points, in one
 * file per language. Facets, counts and order come from here, so that no choice costs a request.
 */
import {
  type Angebot,
  KANAELE,
  KOSTEN_ARTEN,
  naeheZu,
  NIVEAUS,
  TAGESZEITEN,
  TERMIN_ARTEN,
} from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import type { Punkt } from '../domain/entfernung.ts';
import { ALLE, FACETTEN, type FacetteId } from '../domain/facette.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import { MERKMALE } from '../domain/ort.ts';
import type { Portal } from '../domain/portal.ts';
import { auffindbare, isAngebotVeraltet, type Katalog } from '../katalog/katalog.ts';
import { sortierung } from '../i18n/intl.ts';
import type { TextSchluessel } from '../i18n/texte.ts';
import { toAngebotKarte } from '../site/angebot-karte.ts';
import { type Beschriftung, deutsch, type Kontext, label, sprachLabel } from '../site/kontext.ts';
import { ABSAGEN, ALTERSGRUPPEN, HAUPTFACETTEN, werteOhneOrte } from '../domain/facettenwerte.ts';
import { packen, type Spalte } from './spalten.ts';

/** What the build of the search knows of the other files, which change with every change of the content. */
export interface Teilebezug {
  /** Ends the names of the parts, see {@link Teil}: `w0`, `w1` … (words), `z0` … (tokens), `k0-de` … (cards), `p` (points), `c` (codes). */
  teile: string;
  /** What the words of each part of the Wortschatz begin with or come after. */
  woerter: string[];
  /** The same of the parts of the tokens. */
  zeichen: string[];
}

/** What the build of the search tells the table. */
export interface Tabellenbezug extends Teilebezug {
  /**
   * Where the tokens of needs stand, see `formatFundstellen`: most words lead to some, those of other languages to nothing else. Empty
   * where they stand in parts.
   */
  anliegen: string;
  /** Words that mean danger: what is one error away from one of them is compared with all words of its letter. */
  gefahr: string[];
}

/** A file of the search that is loaded when it is needed. */
export interface Teil {
  /** Its own name: whatever delivers one part as another is found out. */
  teil: string;
  inhalt: unknown;
}

/** Rows whose cards are loaded together. */
export const KARTEN_JE_BLOCK = 16;

export interface FacetteDef {
  id: FacetteId;
  name: string;
  haupt: boolean;
  /** In the order of the vocabulary. */
  werte: (Beschriftung & {
    id: string;
    /** Stands in addresses in place of its id. */ code?: string;
  })[];
  /** Numbers of the values, per offer; for `kommune` they follow from {@link Suchtabelle.naehe}. */
  von?: Spalte<number[]>;
  /** Number of the value that fits every choice of the facet. */
  alle?: number;
  /** Number of the value that says „nein“. */
  absage?: number;
}

/** Latitude, longitude, and 1 where it is only the middle of the Kommune. */
export type PunktDef = [lat: number, lon: number, ungefaehr: 0 | 1];

/** What of the cards stands in no facet, in columns of {@link KARTEN_JE_BLOCK} rows. */
export interface Kartenblock {
  id: string[];
  /** 1 for protected offers: the short name stands in the address in place of the id. */
  neutral: Spalte<0 | 1>;
  titel: string[];
  kurz: string[];
  ort: Spalte<string>;
  /** What of these three is German on a page of another language, by first letter: `t`, `k`, `o`. */
  deutsch: Spalte<string>;
  /** As it is read, and as it is dialled; 0 where none is known. Missing where none is known of any. */
  telefon?: Spalte<[text: string, href: string] | 0>;
  stand: Spalte<string>;
  /** 1 where the map can show it. */
  punkt: Spalte<0 | 1>;
  /** Addresses of pages that are a neighbour's; empty for our own. Missing where all are ours. */
  seite?: string[];
}

/** One row per offer, see {@link zeilenVon}. */
export interface Suchtabelle extends Tabellenbezug {
  version: 6;
  sprache: string;
  /** Address of an offer: its id, or its short name, between these two. */
  adresse: [string, string];
  /** Rows per part of the cards. */
  jeBlock: number;
  /** Number of the group of each offer, in the alphabetical order of titles: rows stand by group, within it in that order. */
  gruppen: Spalte<number>;
  /** `YYYY-MM-DD` or `unbekannt`. */
  geprueft: Spalte<string>;
  /** 1 where the offer is outdated. */
  veraltet: Spalte<0 | 1>;
  /** Per Kommune one character: 0 own place, 1 whole Kreis, 2 whole country, `-` does not serve it. */
  naehe: Spalte<string>;
  facetten: FacetteDef[];
  /** Latitude and longitude of the Kommunen, in the order of their facet. */
  mitten: [lat: number, lon: number][];
  /** Rows of neighbours: the first of them, and per row from there on what it says of where it comes from. */
  nachbarn?: { ab: number; herkunft: Spalte<string> };
}

/**
 * The offers in the order of rows: our own before those of neighbours; by Thema, so that the cards of one search stand together, within
 * it the outdated behind the others, then by title.
 */
export const zeilenVon = einmalJe((katalog: Katalog): readonly Angebot[] => {
  // Sorting is stable, and the Katalog has them in alphabetical order.
  const gruppen = gruppenVon(katalog);
  return auffindbare(katalog)
    .map((angebot, i) => ({ angebot, gruppe: gruppen[i]! }))
    .sort((a, b) => a.gruppe - b.gruppe)
    .map(({ angebot }) => angebot);
});

/** Of each offer that can be found: its Thema, and whether it is outdated or a neighbour's, as one number. */
function gruppenVon(katalog: Katalog): number[] {
  const themen = [...katalog.vokabular.themen.keys()];
  return auffindbare(katalog).map(
    (angebot) =>
      (angebot.herkunft ? 2 * themen.length + 2 : 0) +
      // Without a Thema before all others.
      2 * (themen.indexOf(angebot.thema[0] ?? '') + 1) +
      Number(isAngebotVeraltet(katalog, angebot)),
  );
}

/** The rows, as their cards are loaded together. */
export function inBloecken(zeilen: readonly Angebot[]): Angebot[][] {
  return Array.from({ length: Math.ceil(zeilen.length / KARTEN_JE_BLOCK) }, (_, i) =>
    zeilen.slice(i * KARTEN_JE_BLOCK, (i + 1) * KARTEN_JE_BLOCK),
  );
}

/** The cards of one of {@link inBloecken}. */
export function toKartenblock(kontext: Kontext, angebote: readonly Angebot[]): Kartenblock {
  const karten = angebote.map((angebot) => toAngebotKarte(kontext, angebot));
  return {
    id: karten.map(({ id }) => id),
    neutral: packen(angebote.map((angebot) => (angebot.schnellVerlassen ? 1 : 0))),
    titel: karten.map(({ titel }) => titel.text),
    kurz: karten.map(({ kurz }) => kurz.text),
    ort: packen(karten.map(({ ort }) => ort.text)),
    deutsch: packen(
      karten.map((karte) =>
        (['titel', 'kurz', 'ort'] as const)
          .filter((feld) => karte[feld].lang)
          .map((feld) => feld[0]!)
          .join(''),
      ),
    ),
    ...(karten.some(({ telefon }) => telefon) && {
      telefon: packen(karten.map(({ telefon }) => (telefon ? [telefon.text, telefon.href] : 0))),
    }),
    stand: packen(karten.map(({ stand }) => stand)),
    punkt: packen(
      angebote.map((angebot) => (punkteVon(kontext.katalog, angebot).length > 0 ? 1 : 0)),
    ),
    ...(angebote.some(({ herkunft }) => herkunft) && {
      seite: karten.map(({ href, herkunft }) => (herkunft ? href : '')),
    }),
  };
}

/** The points of the rows; the same for all languages. */
export function toPunkte(katalog: Katalog): Spalte<PunktDef[]> {
  return packen(zeilenVon(katalog).map((angebot) => punkteVon(katalog, angebot)));
}

/** Finds the offers of a list somebody put together. */
export interface Kurzcodes {
  /** By row. */
  zeilen: string[];
  /** Offers that got another id: their code before, and the one of today. */
  umgezogen: Record<string, string>;
  /** Archived and ended offers: they have a page, but stand in no list. */
  abgelegt: string[];
}

/** The same for all languages. Offers of neighbours have none. */
export function toKurzcodes(katalog: Katalog): Kurzcodes {
  const codes = (ids: Iterable<string>) => [...ids].map(kurzcode);
  return {
    // Lists hold our own offers only, and their rows come first.
    zeilen: codes(
      zeilenVon(katalog)
        .filter(({ herkunft }) => !herkunft)
        .map(({ id }) => id),
    ),
    umgezogen: Object.fromEntries(
      [...katalog.weiterleitungen].map((vonNach) => codes(vonNach) as [string, string]),
    ),
    abgelegt: codes([...katalog.archiv.keys(), ...katalog.beendete.keys()]),
  };
}

/** The table of all offers that can be found, in the language of the page. */
export function toSuchtabelle(kontext: Kontext, bezug: Tabellenbezug): Suchtabelle {
  const { katalog, sprache, pfade } = kontext;
  const angebote = zeilenVon(katalog);
  const ab = katalog.angebote.size;
  const kommunen = [...katalog.vokabular.kommunen.values()];
  // Which Kommunen an offer serves stands in a column of its own.
  const facettenwerte = angebote.map(werteOhneOrte);
  const [vor = '', nach = ''] = pfade.angebot('*').split('*');
  return {
    version: 6,
    sprache,
    adresse: [vor, nach],
    ...bezug,
    jeBlock: KARTEN_JE_BLOCK,
    gruppen: packen(gruppenVon(katalog)),
    geprueft: packen(angebote.map((angebot) => angebot.geprueft_am)),
    veraltet: packen(angebote.map((angebot) => (isAngebotVeraltet(katalog, angebot) ? 1 : 0))),
    naehe: packen(
      angebote.map((angebot) => kommunen.map(({ id }) => naeheZu(angebot, id) ?? '-').join('')),
    ),
    facetten: FACETTEN.map((id) =>
      toFacette(
        kontext,
        id,
        facettenwerte.map((werte) => werte[id]),
      ),
    ).filter(({ werte }) => werte.length > 0),
    mitten: kommunen.map(({ lat, lon }) => [lat, lon]),
    ...(ab < angebote.length && {
      nachbarn: {
        ab,
        herkunft: packen(
          angebote.slice(ab).map((angebot) => toAngebotKarte(kontext, angebot).herkunft ?? ''),
        ),
      },
    }),
  };
}

function punkteVon({ portal }: Pick<Katalog, 'portal'>, angebot: Angebot): PunktDef[] {
  return angebot.orte.flatMap(({ punkt, ungefaehr }) =>
    punkt && (!angebot.herkunft || istInReichweite(portal.karte.gebiet, punkt))
      ? [[punkt.lat, punkt.lon, ungefaehr ? 1 : 0] as PunktDef]
      : [],
  );
}

/** True around the Kreis, up to half of its width and height: no further does the map go. */
function istInReichweite({ lat, lon }: Portal['karte']['gebiet'], punkt: Punkt): boolean {
  const drin = ([min, max]: readonly [number, number], wert: number) =>
    wert >= min - (max - min) / 2 && wert <= max + (max - min) / 2;
  return drin(lat, punkt.lat) && drin(lon, punkt.lon);
}

/** A facet with the values that at least one offer has. */
function toFacette(
  kontext: Kontext,
  id: FacetteId,
  jeAngebot: readonly (readonly string[])[],
): FacetteDef {
  const belegt = new Set<string>();
  for (const werte of jeAngebot) for (const wert of werte) belegt.add(wert);
  const ids = reihenfolge(kontext, id, belegt).filter((wert) =>
    // The place where somebody lives is always a choice; its number says if there is anything.
    id === 'kommune' ? jeAngebot.length > 0 : belegt.has(wert),
  );
  const nummer = new Map(ids.map((wert, i) => [wert, i]));
  const alle = id === 'zielgruppe' ? nummer.get(ALLE) : undefined;
  const absage = nummer.get(ABSAGEN[id] ?? '');
  return {
    id,
    name: kontext.t(`facette.${id}`),
    haupt: HAUPTFACETTEN.has(id),
    werte: ids.map((wert) => {
      const code = kontext.pfade.kennung(id, wert);
      return { id: wert, ...(code !== wert && { code }), ...wertLabel(kontext, id, wert) };
    }),
    ...(alle !== undefined && { alle }),
    ...(absage !== undefined && { absage }),
    ...(id !== 'kommune' && {
      von: packen(
        jeAngebot.map((werte) =>
          werte.map((wert) => nummer.get(wert)).filter((n) => n !== undefined),
        ),
      ),
    }),
  };
}

function anbieterNachNamen({ anbieter }: Katalog, sprache: string): string[] {
  const { compare } = sortierung(sprache);
  return [...anbieter.values()]
    .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** All values of a facet in the order of the vocabulary, then those that no vocabulary knows. */
function reihenfolge({ katalog, sprache }: Kontext, id: FacetteId, belegt: Set<string>): string[] {
  const { themen, kommunen, sprachen, zielgruppen, angebotsarten } = katalog.vokabular;
  const bekannt: Record<Exclude<FacetteId, 'anbieter'>, Iterable<string>> = {
    thema: themen.keys(),
    kommune: kommunen.keys(),
    sprache: sprachen.keys(),
    zielgruppe: zielgruppen.keys(),
    angebotsart: angebotsarten.keys(),
    kosten: KOSTEN_ARTEN,
    termin: TERMIN_ARTEN,
    kanal: KANAELE,
    kinderbetreuung: ['ja', 'auf-anfrage', 'nein'],
    deutschniveau: NIVEAUS,
    alter: ALTERSGRUPPEN.map(([key]) => key),
    tageszeit: TAGESZEITEN,
    gebaerdensprache: ['ja'],
    barrierefreiheit: MERKMALE,
  };
  const vorne = id === 'anbieter' ? anbieterNachNamen(katalog, sprache) : bekannt[id];
  return [...new Set([...vorne, ...[...belegt].sort()])];
}

/** Label of a facet's value. */
function wertLabel(kontext: Kontext, id: FacetteId, wert: string): Beschriftung {
  const { katalog, sprache, t } = kontext;
  const { themen, kommunen, zielgruppen, angebotsarten } = katalog.vokabular;
  const vokabular = {
    thema: themen,
    kommune: kommunen,
    zielgruppe: zielgruppen,
    angebotsart: angebotsarten,
  };
  if (id === 'sprache') return sprachLabel(kontext, wert);
  if (id === 'anbieter') return deutsch(sprache, katalog.anbieter.get(wert)?.name ?? wert);
  if (id === 'deutschniveau' && wert !== 'alpha') return { text: wert };
  if (id in vokabular) return label(vokabular[id as keyof typeof vokabular], wert, sprache);
  return { text: t(`facette.${id}.${wert}` as TextSchluessel) };
}

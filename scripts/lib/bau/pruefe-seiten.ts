/**
 * Reads every page and every drawing of the built portal before it is published: nothing runs, loads or leads where it must not, every
 * link has its target, and people with screen readers find their way. What is allowed stands in `seiten/erlaubt.ts`.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inWorkern } from '../../../src/bau/in-workern.ts';
import { FACETTEN } from '../../../src/domain/facette.ts';
import { decode, FRAGMENT_FELDER } from '../../../src/domain/fragment.ts';
import { sprachcodes } from '../../../src/domain/portal.ts';
import { richtung, sprachTag } from '../../../src/i18n/sprachen.ts';
import { angeboteMitSeite, type Katalog } from '../../../src/katalog/katalog.ts';
import {
  adresseVon,
  basisOf,
  createPfade,
  FACETTEN_ORDNER,
  LISTEN_ARTEN,
  type SeitenFacette,
} from '../../../src/site/pfade.ts';
import { type Ausgabe, ortVon } from './ausgabe.ts';
import type { Summen } from '../pruefsummen.ts';
import type { GewogeneSeite } from './seitengewicht.ts';
import { liesSeite, liesZeichnung } from '../seiten/lies-seite.ts';
import {
  type Einwand,
  type GeleseneSeite,
  sammle,
  type Sammlung,
  umstaende,
  vereine,
  type Vorgaben,
} from '../seiten/sammle.ts';

/** No list of a Kreis is that long; a page that is has gone wrong. */
const MAX_HTML = 2_000_000;
/** How many sentences of a kind are shown: whoever mends the first has mostly mended all. */
const MAX_JE_ART = 20;

/** So many are read before a worker has started. */
const EINER_GENUEGT = 1000;
/** Of a worker. */
const SPEICHER_MB = 256;
const SEITEN_FACETTEN = Object.keys(FACETTEN_ORDNER) as SeitenFacette[];

export interface Seitenpruefung {
  seiten: readonly GewogeneSeite[];
  /** German sentences; empty where all is well. */
  einwaende: string[];
}

/** What was found on pages, as long as they hold the same bytes and the portal says the same of them. */
export interface GeleseneSeiten extends Sammlung {
  /** What of the portal decides it, for all pages. */
  massstab: string;
  /** Of each page, in their order: what decides it for this one. */
  schluessel: string[];
}

export interface Umfang {
  /** What was found the last time; of files whose checksum is the same, it counts. */
  bekannt?: GeleseneSeiten | undefined;
  /** Of all files; without them nothing is known. */
  summen?: Summen;
}

/**
 * Reads the pages among the files: on all processors, where there are many of which nothing is known.
 * @param pfade from the root of the portal
 */
export async function liesSeiten(
  ausgabe: Ausgabe,
  katalog: Katalog,
  pfade: readonly string[],
  { bekannt, summen = new Map() }: Umfang = {},
): Promise<GeleseneSeiten> {
  const html = pfade.filter((pfad) => pfad.endsWith('.html'));
  return liesNeue(toVorgaben(ausgabe, katalog), html, summen, bekannt);
}

/**
 * @param dateien all files of the portal, from its root
 * @param gelesen by {@link liesSeiten}
 * @param pfade the drawings and styles to look at; all files unless told
 */
export function pruefeSeiten(
  ausgabe: Ausgabe,
  katalog: Katalog,
  dateien: readonly string[],
  gelesen: Sammlung,
  pfade: readonly string[] = dateien,
): Seitenpruefung {
  const { seiten, worte } = gelesen;
  const basis = basisOf(katalog.portal.url);
  const vorhanden = new Set(dateien.map((pfad) => basis + pfad));
  const einwaende = [
    ...seiten.flatMap((seite) => seite.einwaende),
    ...toteZiele(ausgabe, basis, gelesen, vorhanden),
    ...fehlendeDateien(basis, gelesen, vorhanden),
    ...gleicheTitel(katalog, seiten),
    ...zuGrosse(seiten),
    ...inZeichnungen(ausgabe, pfade),
    ...inStilen(ausgabe, pfade, vorhanden),
  ];
  return {
    seiten: seiten.map(({ pfad, bytes, dazu }) => ({
      pfad,
      bytes,
      dazu: dazu.map((nr) => worte[nr]!),
    })),
    einwaende: kuerze(einwaende),
  };
}

/** What pages are measured by, in plain data: workers get it, too. */
function toVorgaben(ausgabe: Ausgabe, katalog: Katalog): Vorgaben {
  const { portal, weiterleitungen } = katalog;
  const geschuetzt = katalog.geschuetzt;
  const ids = [...angeboteMitSeite(katalog).keys(), ...weiterleitungen.keys()];
  const sprachen = sprachcodes(portal);
  const jeSprache = sprachen.map((code) => createPfade(basisOf(portal.url), code, geschuetzt));
  const kurze = jeSprache.flatMap((pfade) => ids.map(pfade.kurz));
  const umgezogen = jeSprache.flatMap((pfade) => [...weiterleitungen.keys()].map(pfade.angebot));
  return {
    ausgabe,
    url: new URL(basisOf(portal.url), portal.url).href,
    portalName: portal.name,
    portal,
    sprachen: new Map(
      sprachen.map((code) => [
        code === 'de' ? '' : code,
        { lang: sprachTag(code), dir: richtung(code) },
      ]),
    ),
    neutral: new Set([
      ...kurze,
      ...jeSprache.flatMap((pfade) => [
        pfade.verlassen,
        ...[...(geschuetzt['angebot'] ?? [])].flatMap((id) => [
          pfade.angebot(id),
          pfade.zettelVon(id),
        ]),
        ...[...(geschuetzt['anbieter'] ?? [])].map(pfade.anbieter),
        ...[...(geschuetzt['seite'] ?? [])].flatMap((id) => [pfade.seite(id), pfade.wegweiser(id)]),
        ...SEITEN_FACETTEN.flatMap((facette) =>
          [...(geschuetzt[facette] ?? [])].map((id) => pfade.wert(facette, id)),
        ),
        ...LISTEN_ARTEN.flatMap((art) =>
          [...(geschuetzt[art] ?? [])].map((id) => pfade.einbetten(art, id)),
        ),
      ]),
    ]),
    weiter: new Set([...kurze, ...umgezogen]),
  };
}

/** Reads the pages of which nothing is known. */
async function liesNeue(
  vorgaben: Vorgaben,
  html: readonly string[],
  summen: Summen,
  bekannt?: GeleseneSeiten,
): Promise<GeleseneSeiten> {
  const { url, portalName, portal, sprachen } = vorgaben;
  const massstab = JSON.stringify([url, portalName, portal, [...sprachen]]);
  const schluessel = (pfad: string) =>
    `${summen.get(pfad) ?? ''} ${JSON.stringify(umstaende(vorgaben, pfad))}`;
  const alte = new Map(
    bekannt?.massstab === massstab
      ? bekannt.seiten.map((seite, i) => [seite.pfad, { seite, schluessel: bekannt.schluessel[i] }])
      : [],
  );
  const isBekannt = (pfad: string) =>
    summen.has(pfad) && alte.get(pfad)?.schluessel === schluessel(pfad);
  const neue = html.filter((pfad) => !isBekannt(pfad));
  const { seiten, worte } = vereine([
    ...(await liesAlle(vorgaben, neue)),
    ...(bekannt
      ? [{ seiten: bekannt.seiten.filter(({ pfad }) => isBekannt(pfad)), worte: bekannt.worte }]
      : []),
  ]);
  const jePfad = new Map(seiten.map((seite) => [seite.pfad, seite]));
  // Of what many pages have in common, the first in the order of all is named.
  const geordnet = html.flatMap((pfad) => jePfad.get(pfad) ?? []);
  return { massstab, schluessel: html.map(schluessel), seiten: geordnet, worte };
}

/** Reads pages, on all processors where there are many. */
async function liesAlle(vorgaben: Vorgaben, pfade: readonly string[]): Promise<Sammlung[]> {
  if (pfade.length < EINER_GENUEGT) return [sammle(vorgaben, pfade)];
  return inWorkern<Sammlung>(
    new URL('../seiten/lauf.ts', import.meta.url),
    { vorgaben, pfade },
    { anzahl: pfade.length, jeWorker: EINER_GENUEGT, speicherMb: SPEICHER_MB },
  );
}

/** Each word that pages have, with the first page that has it. */
function erste(
  { seiten, worte }: Sammlung,
  feld: 'ziele' | 'geladenes',
): { wort: string; pfad: string }[] {
  const pfade = new Map<number, string>();
  for (const seite of seiten)
    for (const nr of seite[feld]) if (!pfade.has(nr)) pfade.set(nr, seite.pfad);
  return [...pfade].map(([nr, pfad]) => ({ wort: worte[nr]!, pfad }));
}

/** Links within the portal to files, and to parts of pages, that are not there. */
function toteZiele(
  ausgabe: Ausgabe,
  basis: string,
  gelesen: Sammlung,
  vorhanden: ReadonlySet<string>,
): Einwand[] {
  const gelesene = new Map(gelesen.seiten.map(({ pfad, ids }) => [basis + pfad, ids]));
  const idsVon = (datei: string): readonly string[] =>
    gelesene.get(datei)?.map((nr) => gelesen.worte[nr]!) ?? [
      ...liesSeite(readFileSync(ortVon(ausgabe, datei.slice(basis.length)), 'utf8')).ids,
    ];
  return erste(gelesen, 'ziele').flatMap(({ wort: ziel, pfad }): Einwand[] => {
    const [adresse = '', fragment = ''] = ziel.split('#').map(lesbar);
    const datei = [adresse, `${adresse}index.html`].find((eine) => vorhanden.has(eine));
    const einwand = (was: string) => [
      {
        art: 'link',
        satz: `Auf der Seite ${basis}${pfad} führt ein Link zu „${lesbar(ziel)}“; ${was}.`,
      },
    ];
    if (datei === undefined) return einwand('diese Seite gibt es nicht');
    if (fragment === '' || istAngabe(fragment, adresse)) return [];
    if (!datei.endsWith('.html') || !idsVon(datei).includes(fragment))
      return einwand(`„#${fragment}“ gibt es dort nicht`);
    return [];
  });
}

/** Fields that a script of that page reads: all of them on the search page, the list somebody keeps everywhere. */
function istAngabe(fragment: string, adresse: string): boolean {
  const felder = fragment.split('&').map((teil) => /^(\w+)=/.exec(teil)?.[1]);
  const gelesene: readonly string[] = adresse.endsWith('/suche/')
    ? [...FRAGMENT_FELDER, ...FACETTEN]
    : ['merk'];
  return felder.every((feld) => feld !== undefined && gelesene.includes(feld));
}

function lesbar(adresse: string): string {
  return decode(adresse, adresse);
}

function fehlendeDateien(
  basis: string,
  gelesen: Sammlung,
  vorhanden: ReadonlySet<string>,
): Einwand[] {
  return erste(gelesen, 'geladenes')
    .filter(({ wort }) => !vorhanden.has(lesbar(wort.split('#')[0]!)))
    .map(({ wort: adresse, pfad }) => ({
      art: 'datei',
      satz: `Auf der Seite ${basis}${pfad} fehlt eine Datei, die sie lädt: „${adresse}“.`,
    }));
}

/**
 * Tabs and bookmarks must not look alike. Pages that name the portal only do so on purpose, see `neutral`; what leads on from an old
 * address has the title of the page it says it is.
 */
function gleicheTitel({ portal }: Katalog, seiten: readonly GeleseneSeite[]): Einwand[] {
  const basis = basisOf(portal.url);
  const eigene = seiten.filter(({ titel, anderswo }) => titel !== portal.name && !anderswo);
  return [
    ...Map.groupBy(eigene, ({ pfad, titel }) => `${dirname(dirname(pfad))} ${titel}`).values(),
  ]
    .filter((gruppe) => gruppe.length > 1)
    .map((gruppe) => ({
      art: 'gleicher-titel',
      satz: `Denselben Titel „${gruppe[0]!.titel}“ haben ${gruppe.length} Seiten, zum Beispiel ${gruppe
        .slice(0, 2)
        .map(({ pfad }) => basis + adresseVon(pfad))
        .join(' und ')}.`,
    }));
}

function zuGrosse(seiten: readonly GeleseneSeite[]): Einwand[] {
  return seiten
    .filter(({ bytes }) => bytes > MAX_HTML)
    .map(({ pfad }) => ({
      art: 'gewicht',
      satz: `Die Seite /${pfad} ist größer als ${MAX_HTML / 1e6} MB.`,
    }));
}

function inZeichnungen(ausgabe: Ausgabe, pfade: readonly string[]): Einwand[] {
  return pfade
    .filter((pfad) => pfad.endsWith('.svg'))
    .flatMap((pfad) =>
      liesZeichnung(readFileSync(ortVon(ausgabe, pfad), 'utf8')).map(({ art, was }) => ({
        art,
        satz: `In der Zeichnung /${pfad} ${was}.`,
      })),
    );
}

/** Styles can load, too: only files of the portal. */
function inStilen(
  ausgabe: Ausgabe,
  pfade: readonly string[],
  vorhanden: ReadonlySet<string>,
): Einwand[] {
  return pfade
    .filter((pfad) => pfad.endsWith('.css'))
    .flatMap((pfad) => {
      const css = readFileSync(ortVon(ausgabe, pfad), 'utf8');
      const adressen = [...css.matchAll(/url\(\s*["']?([^"')]*)|@import\s*["']([^"']*)/gi)];
      return (
        adressen
          .map(([, url, datei]) => url ?? datei ?? '')
          // Leaflet asks Internet Explorer of 1998 for its drawings; nobody else understands that.
          .filter((url) => url !== '#default#VML' && !vorhanden.has(url))
          .map((url) => ({
            art: 'datei',
            satz: `In den Stilen /${pfad} steht „${url}“; solch eine Datei hat das Portal nicht.`,
          }))
      );
    });
}

/** The first of each kind, and how many more there are. */
function kuerze(einwaende: readonly Einwand[]): string[] {
  return [...Map.groupBy(einwaende, ({ art }) => art).values()].flatMap((gruppe) => [
    ...gruppe.slice(0, MAX_JE_ART).map(({ satz }) => satz),
    ...(gruppe.length > MAX_JE_ART
      ? [`… und ${gruppe.length - MAX_JE_ART} weitere dieser Art.`]
      : []),
  ]);
}

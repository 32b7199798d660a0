/**
 * Which addresses within the portal lead to a page, for links that editors write. What it lets pass in doubt, the build refuses: a portal
 * test compares both.
 */
import { FACETTEN, FACETTEN_ORDNER } from '../domain/facette.ts';
import { FRAGMENT_FELDER } from '../domain/fragment.ts';
import { isKurzcode } from '../domain/kurzcode.ts';
import { naechsterWert, tippMeintenSie } from '../domain/naechster-wert.ts';
import { portalVon, sprachcodes } from '../domain/portal.ts';
import { BELEGTE_ADRESSEN } from '../domain/seite.ts';
import type { Katalog } from './katalog.ts';
import type { Fund, RegelKontext } from './rules/regel.ts';

type Einwand = Pick<Fund, 'meldung' | 'tipp'>;

/** Says what is wrong with a link from `/`, `/themen/arbeit/#x`; undefined where it leads somewhere, or nobody here can know. */
export type PruefeAdresse = (ziel: string) => Einwand | undefined;

/** Taken, but no page for people. */
const KEINE_SEITE = ['suche-teile', 'pagefind', 'a', '404', 'karte', 'wegweiser'];
/** Below them stands what the portal works out itself: short names, dates, files. */
const UNBEKANNTES = /^\/(a|zettel|einbetten|kalender|daten|karte|diese-woche)\/./;
/** `/hilfe/`, `/themen/arbeit/`, and further pages of a list. */
const EINTRAG = /^\/([^/]+)\/(?:([^/]+)\/)?$/;
const BLATT = /(?<=.\/)seite\/\d+\/$/;
/** Pages that are there only with something on them. */
const NUR_WENN: Readonly<Record<string, (kontext: RegelKontext) => boolean>> = {
  suchguete: ({ fundstellen }) => fundstellen.gibtEs('suchguete', 'suchguete'),
  glossar: ({ fundstellen }) => fundstellen.gibtEs('vokabular', 'glossar'),
  archiv: ({ katalog }) => katalog.archiv.size > 0,
  projekte: ({ katalog }) => katalog.projekte.size > 0,
  kontakte: ({ fundstellen }) => fundstellen.gibtEs('vokabular', 'funktionen'),
  'seite-verlassen': ({ katalog }) => katalog.portal.ausstieg !== undefined,
};
/** What a link can lead to on every page. */
const STELLEN = ['inhalt', 'fuss-kontakt', 'fuss-notruf'];
/** Files that each language has. */
const JE_SPRACHE = /^\/(kalender\/|a\/|opensearch\.xml$|manifest\.webmanifest$)/;
/** What editors take for addresses: names of files. */
const DATEINAME = /\.(mdx?|ya?ml|html?)$/i;

/** @returns what checks one link after the other */
export function createPruefeAdresse(kontext: RegelKontext): PruefeAdresse {
  const { katalog, eintraege, fundstellen } = kontext;
  const vorspann = [new URL(katalog.portal.url).pathname, ...sprachcodes(katalog.portal)]
    .map((teil) => `/${teil.replace(/^\/|\/$/g, '')}/`)
    .filter((teil) => teil !== '//');
  const eigene: string[] = BELEGTE_ADRESSEN.filter(
    (name) => !KEINE_SEITE.includes(name) && (NUR_WENN[name]?.(kontext) ?? true),
  );
  const seiten = [...eintraege.seiten.values()];
  const namen = (wegweiser: boolean) =>
    seiten.filter(({ art }) => (art === 'wegweiser') === wegweiser).map(({ id }) => id);
  const vonHier = new Set(namen(false));
  const oben = new Set([...eigene, ...vonHier]);
  const ordner = ordnerVon(kontext, namen(true));

  /** A page whose file is not valid: that is the finding. */
  const istKaputt = (id: string) => !eintraege.seiten.has(id) && fundstellen.gibtEs('seite', id);
  const gibtEs = (pfad: string): boolean => {
    if (pfad === '/' || UNBEKANNTES.test(pfad)) return true;
    const [, name = '', id] = EINTRAG.exec(pfad.replace(BLATT, '')) ?? [];
    if (id === undefined) return oben.has(name) || istKaputt(name) || isKurzcode(name);
    return Object.hasOwn(ordner, name) && (ordner[name]!.gibtEs(id) || isKurzcode(id));
  };

  const alle = (): string[] => [
    '/',
    ...[...oben].map((name) => `/${name}/`),
    ...Object.entries(ordner).flatMap(([name, { ids }]) => [...ids].map((id) => `/${name}/${id}/`)),
  ];
  const gemeint = (pfad: string): string | undefined => {
    const mit = pfad.replace(/(\/index)?\.\w+$/, '').replace(/\/?$/, '/');
    const ohne = [
      mit,
      ...vorspann.filter((teil) => mit.startsWith(teil)).map((teil) => mit.slice(teil.length - 1)),
    ];
    const genau = ohne.find(gibtEs);
    if (genau) return genau;
    const [name = '', id = ''] = mit.slice(1).split('/');
    const imOrdner = Object.hasOwn(ordner, name) && naechsterWert(id, ordner[name]!.ids);
    if (imOrdner) return `/${name}/${imOrdner}/`;
    // „/seiten/hilfe/“, „/deutsch-lernen/“: the right page in the wrong folder.
    const anderswo = alle().find((adresse) => adresse.endsWith(`/${id || name}/`));
    if (anderswo || id) return anderswo;
    const nahe = naechsterWert(name, oben);
    return nahe && `/${nahe}/`;
  };

  return (ziel) => {
    const [adresse = '', fragment = ''] = ziel.split('#');
    const pfad = adresse.replace(/\/index\.html$/, '/');
    if (/\.\w+$/.test(pfad) && !DATEINAME.test(pfad)) return einwandGegenDatei(pfad, katalog);
    if (!gibtEs(pfad)) {
      const vorschlag = gemeint(pfad);
      return {
        meldung: `Die Seite „${pfad}“ gibt es nicht.`,
        tipp: vorschlag
          ? `Meinten Sie „${vorschlag}“?`
          : 'Bitte die Seite im Portal öffnen und ihre Adresse hier eintragen, ab dem ersten Schrägstrich hinter dem Namen des Servers und ohne Sprache.',
      };
    }
    const [name = '', id] = pfad.split('/').slice(1);
    const isInhalt = vonHier.has(name) || (name === 'wegweiser' && id !== '');
    return einwandGegenStelle(pfad, fragment, isInhalt);
  };
}

/** Folders of entries: which ids lead somewhere, and which of them can have been meant. */
function ordnerVon(
  { katalog, eintraege, fundstellen }: RegelKontext,
  wegweiser: readonly string[],
): Record<string, { gibtEs: (id: string) => boolean; ids: Iterable<string> }> {
  const { vokabular, weiterleitungen } = katalog;
  const dateien = (art: Fund['art'], ids: Iterable<string>) => ({
    gibtEs: (id: string) => fundstellen.gibtEs(art, id),
    ids,
  });
  const worte = (name: (typeof FACETTEN_ORDNER)[keyof typeof FACETTEN_ORDNER]) => ({
    // Without a usable file of them, that is the finding.
    gibtEs: (id: string) => vokabular[name].size === 0 || vokabular[name].has(id),
    ids: vokabular[name].keys().toArray(),
  });
  const angebote = dateien('angebot', [...eintraege.angebote.keys()]);
  return {
    angebote: { ...angebote, gibtEs: (id) => angebote.gibtEs(id) || weiterleitungen.has(id) },
    anbieter: dateien('anbieter', [...eintraege.anbieter.keys()]),
    projekte: dateien('projekt', [...eintraege.projekte.keys()]),
    wegweiser: {
      gibtEs: (id) =>
        wegweiser.includes(id) || (!eintraege.seiten.has(id) && fundstellen.gibtEs('seite', id)),
      ids: wegweiser,
    },
    ...(fundstellen.gibtEs('vokabular', 'funktionen') && { kontakte: worte('kommunen') }),
    ...Object.fromEntries(Object.values(FACETTEN_ORDNER).map((name) => [name, worte(name)])),
  };
}

/** Which files there are, only the build knows. */
function einwandGegenDatei(pfad: string, { portal }: Katalog): Einwand | undefined {
  if (portal.sprachen.length === 1 || JE_SPRACHE.test(pfad)) return undefined;
  return {
    meldung: `Auf den Seiten der anderen Sprachen führt „${pfad}“ ins Leere: Die Datei gibt es nur einmal.`,
    tipp: `Bitte die ganze Adresse schreiben: ${portalVon(portal)}${pfad.slice(1)}`,
  };
}

/** A part of another page. Pages of editors have none to lead to; which others have, only the build knows. */
function einwandGegenStelle(
  pfad: string,
  fragment: string,
  isInhalt: boolean,
): Einwand | undefined {
  if (fragment === '' || STELLEN.includes(fragment)) return undefined;
  const felder = fragment.split('&').map((teil) => /^(\w+)=/.exec(teil)?.[1]);
  if (felder.every((feld) => feld !== undefined)) {
    const bekannte: readonly string[] =
      pfad === '/suche/' ? [...FRAGMENT_FELDER, ...FACETTEN] : ['merk'];
    const fremd = felder.find((feld) => !bekannte.includes(feld));
    if (fremd === undefined) return undefined;
    if (pfad === '/suche/')
      return {
        meldung: `Die Suche kennt die Angabe „${fremd}“ nicht.`,
        tipp: tippMeintenSie(fremd, bekannte),
      };
  }
  if (!isInhalt) return undefined;
  return {
    meldung: `Auf der Seite „${pfad}“ gibt es keine Stelle „#${fragment}“.`,
    tipp: `Zu einem Absatz einer Seite führt kein Link. Bitte ohne „#${fragment}“ schreiben: ${pfad}`,
  };
}

/** A part of the page itself, `#ablauf`: texts have none. */
export function einwandGegenSprung(fragment: string): Einwand | undefined {
  if (fragment === '' || STELLEN.includes(fragment)) return undefined;
  return {
    meldung: `Auf dieser Seite gibt es keine Stelle „#${fragment}“.`,
    tipp: 'Zu einem Absatz einer Seite führt kein Link. Bitte nur den Text schreiben, ohne eckige und runde Klammern.',
  };
}

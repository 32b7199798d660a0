/** The Katalog: everything the portal knows. The site, the scripts and the tests are customers of this one value. */
import { einmalJe } from '../domain/einmal.ts';
import type { Anbieter } from '../domain/anbieter.ts';
import type { Angebot, AngebotEintrag } from '../domain/angebot.ts';
import { isAbgelaufen, nachTitel } from '../domain/angebot.ts';
import type { KontakteEintrag, Zustaendigkeit } from '../domain/ansprechstelle.ts';
import { gewaehlt } from '../domain/felder.ts';
import type { OrtDatei } from '../domain/ort.ts';
import type { Portal } from '../domain/portal.ts';
import { ABSCHNITTE, type Projekt, type ProjektEintrag } from '../domain/projekt.ts';
import type { Seite, SeiteEintrag } from '../domain/seite.ts';
import { isArchiviert, type Stand, toStand } from '../domain/stand.ts';
import type { Suchguete } from '../domain/suchguete.ts';
import type { Umrisse } from '../domain/umrisse.ts';
import type {
  Angebotsart,
  Anliegen,
  Baustein,
  Funktion,
  Glossarwort,
  Handlungsfeld,
  Kommune,
  Sprache,
  Thema,
  Zielgruppe,
} from '../domain/vokabular.ts';
import {
  createAnsprechstelle,
  createZustaendigkeiten,
  type Erreichbar,
  KREISWEIT,
} from './ansprechstellen.ts';
import { createAngebote } from './create-angebot.ts';
import { gliederung } from './gliederung.ts';
import { createNachbarn, type Nachbar, type NachbarDatei } from './nachbarn.ts';
import { type Geschuetzt, toGeschuetzt } from './schutz.ts';
import { jeEintrag, type Uebersetzungen, uebersetzungenVon } from './uebersetzungen.ts';

/** Vocabularies, each by id in the order of its file. */
export interface Vokabular {
  handlungsfelder: Map<string, Handlungsfeld>;
  themen: Map<string, Thema>;
  angebotsarten: Map<string, Angebotsart>;
  zielgruppen: Map<string, Zielgruppe>;
  sprachen: Map<string, Sprache>;
  kommunen: Map<string, Kommune>;
  anliegen: Map<string, Anliegen>;
  unterlagen: Map<string, Baustein>;
  schritte: Map<string, Baustein>;
  glossar: Map<string, Glossarwort>;
  funktionen: Map<string, Funktion>;
}

/** What the files say, each valid in itself. */
export interface Eintraege {
  portal: Portal;
  vokabular: Vokabular;
  anbieter: Map<string, Anbieter>;
  orte: Map<string, OrtDatei>;
  angebote: Map<string, AngebotEintrag & { text: string }>;
  projekte: Map<string, ProjektEintrag>;
  /** By Kommune, or `kreisweit`. */
  kontakte: Map<string, KontakteEintrag>;
  seiten: Map<string, SeiteEintrag>;
  /** By what they translate. */
  uebersetzungen: { angebote: Uebersetzungen; seiten: Uebersetzungen };
  /** This Kreis's own wording of interface texts, per language. */
  texte: Map<string, Record<string, string>>;
  /** Ids of offers whose file is gone → the offer that took their place. */
  weiterleitungen: Map<string, string>;
  /** Stored copies of what neighbours offer, by the id of the neighbour. */
  verbund: Map<string, NachbarDatei>;
  /** How well the search finds, where it was measured. */
  suchguete?: Suchguete;
  /** The municipalities' outlines, where the content has them. */
  umrisse?: Umrisse;
}

export interface Katalog extends Omit<
  Eintraege,
  'angebote' | 'orte' | 'seiten' | 'uebersetzungen' | 'projekte' | 'kontakte' | 'verbund'
> {
  /** The day this Katalog is true for, `YYYY-MM-DD`. */
  stichtag: string;
  /** What no address, title or preview may tell. */
  geschuetzt: Geschuetzt;
  /** Offers that visitors find, by id, in alphabetical order of their titles. */
  angebote: Map<string, Angebot>;
  /** Offers that nobody has checked for very long: their pages remain, with a notice. */
  archiv: Map<string, Angebot>;
  /** Offers that have ended: a page remains that says so. */
  beendete: Map<string, Angebot>;
  /** Projects by id, in alphabetical order of their titles. */
  projekte: Map<string, Projekt>;
  /** Who can be asked, by Kommune or `kreisweit`, and by function. */
  kontakte: Map<string, Map<string, Zustaendigkeit[]>>;
  seiten: Map<string, Seite>;
  /** Whose offers are shown after our own, marked as theirs. They are in no export, no report and no count of ours. */
  nachbarn: Nachbar[];
}

/**
 * Resolves what entries say about each other: places, municipalities, areas, contacts.
 * References that lead nowhere are left out; the rules report them.
 */
export function createKatalog(eintraege: Eintraege, stichtag: string): Katalog {
  const {
    angebote: roh,
    orte,
    seiten,
    uebersetzungen,
    projekte,
    kontakte,
    verbund,
    ...rest
  } = eintraege;
  const umfeld = { ...rest, orte, uebersetzungen: jeEintrag(uebersetzungen.angebote) };
  const seitenTexte = jeEintrag(uebersetzungen.seiten);
  const alle = createAngebote(roh, umfeld).sort(nachTitel);
  const nachVerbleib = Map.groupBy(alle, (angebot) =>
    isAbgelaufen(angebot, stichtag)
      ? 'beendet'
      : isArchiviert(standVon({ ...rest, stichtag }, angebot), stichtag)
        ? 'archiv'
        : 'gelistet',
  );
  const byId = (verbleib: Angebot['verbleib']) =>
    new Map(
      nachVerbleib
        .get(verbleib)
        ?.map((angebot) => (angebot.verbleib === verbleib ? angebot : { ...angebot, verbleib }))
        .map((angebot) => [angebot.id, angebot]),
    );
  const angebote = byId('gelistet');
  const archiv = byId('archiv');
  // Age takes an office out of the lists of offers, not out of its function.
  const erreichbar = { angebote: new Map([...angebote, ...archiv]), anbieter: rest.anbieter };
  return {
    ...rest,
    stichtag,
    geschuetzt: toGeschuetzt({ ...rest, seiten }, alle),
    projekte: new Map(
      [...projekte]
        .map(([id, eintrag]) => createProjekt(id, eintrag, erreichbar))
        .sort(nachTitel)
        .map((projekt) => [projekt.id, projekt]),
    ),
    kontakte: new Map(
      [...kontakte].map(([id, datei]) => [id, createZustaendigkeiten(datei, erreichbar)]),
    ),
    seiten: new Map(
      [...seiten].map(([id, seite]) => [
        id,
        { ...seite, uebersetzungen: uebersetzungenVon(id, seite, seitenTexte) },
      ]),
    ),
    angebote,
    archiv,
    beendete: byId('beendet'),
    nachbarn: createNachbarn(rest.portal, verbund, rest.vokabular, alle, stichtag),
  };
}

function createProjekt(
  id: string,
  { kontakt: gefragt, kommunen, ...felder }: ProjektEintrag,
  erreichbar: Erreichbar,
): Projekt {
  const kontakt = gefragt && createAnsprechstelle(gefragt, erreichbar);
  const bekannt = gliederung(felder.text).map(({ titel }) => titel);
  return {
    ...felder,
    id,
    kommunen: kommunen.includes(KREISWEIT) ? KREISWEIT : kommunen,
    ...(kontakt && { kontakt }),
    unbekannt: ABSCHNITTE.filter((abschnitt) => !bekannt.includes(abschnitt)),
  };
}

/** Every offer that visitors find: our own, then those of neighbours. */
export function auffindbare({
  angebote,
  nachbarn,
}: Pick<Katalog, 'angebote' | 'nachbarn'>): Angebot[] {
  return [...angebote.values(), ...nachbarn.flatMap((nachbar) => nachbar.angebote)];
}

/** What of the Katalog is about several offers; who is asked in a Kommune may be one of them. */
const UEBER_MEHRERE = ['angebote', 'archiv', 'beendete', 'nachbarn', 'kontakte'] as const;

/**
 * The Katalog as pages of one offer and of lists get it: whoever asks it for offers fails. So such a page is a function of this and of
 * what it is told besides, such as its offer; where they are the same as in the last build, so is the page.
 */
export const ohneAngebote = einmalJe((katalog: Katalog): Katalog => {
  // Whom to ask about a project may be an offer as well.
  const projekte = [...katalog.projekte].map(([id, projekt]): [string, Projekt] => [
    id,
    ohne(projekt, ['kontakt']),
  ]);
  return ohne({ ...katalog, projekte: new Map(projekte) }, UEBER_MEHRERE);
});

/** A copy that says nothing of some fields, and throws where somebody asks for one of them. */
function ohne<T extends object>(ganzes: T, felder: readonly (keyof T & string)[]): T {
  const rest = { ...ganzes };
  for (const feld of felder)
    Object.defineProperty(rest, feld, {
      enumerable: false,
      get: () => {
        throw new Error(
          `A page asks for „${feld}“ that is made without; see ohneAngebote in katalog.ts.`,
        );
      },
    });
  return rest;
}

/** Every offer that has a page: listed, in the archive, or ended. */
export const angeboteMitSeite = einmalJe(
  ({
    angebote,
    archiv,
    beendete,
  }: Pick<Katalog, 'angebote' | 'archiv' | 'beendete'>): ReadonlyMap<string, Angebot> =>
    new Map([...angebote, ...archiv, ...beendete]),
);

/** How each offer stood last, and what that was worked out from. */
const staende = new WeakMap<Angebot, { bezug: readonly unknown[]; stand: Stand }>();

/** How an offer stands with its check. */
export function standVon(
  { portal, vokabular, stichtag }: Pick<Katalog, 'portal' | 'vokabular' | 'stichtag'>,
  angebot: Angebot,
): Stand {
  const art = vokabular.angebotsarten.get(angebot.angebotsart);
  const bezug = [portal, art, stichtag];
  const bisher = staende.get(angebot);
  if (bisher?.bezug.every((eines, i) => eines === bezug[i])) return bisher.stand;
  const stand = toStand(angebot, {
    pruefintervall: art?.pruefintervall_tage ?? 365,
    archivNach: portal.archiv_nach,
    schutz: angebot.schnellVerlassen || art?.archiv === false || istNotruf(portal, angebot),
    stichtag,
  });
  staende.set(angebot, { bezug, stand });
  return stand;
}

/** True where an offer is reached under one of the portal's emergency numbers. */
function istNotruf(portal: Portal, { kontakt: { telefon } }: Angebot): boolean {
  return telefon !== undefined && notrufeVon(portal).has(telefon);
}

/** As they are dialled. */
const notrufeVon = einmalJe(
  ({ notruf = [] }: Portal) => new Set(notruf.map(({ telefon }) => gewaehlt(telefon))),
);

/** True where an offer has not been checked within the review interval of its kind, or nobody knows when. */
export function isAngebotVeraltet(katalog: Katalog, angebot: Angebot): boolean {
  const { zustand } = standVon(katalog, angebot);
  return zustand === 'ohne-datum' || zustand === 'ueberfaellig';
}

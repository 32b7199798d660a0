/**
 * Inventory and needs: what the offers of a Kreis add up to, for those who answer for them. Numbers and ids only; the site words
 * them, the scripts write them to files.
 */
import { type Angebot, gesprocheneSprachen, naeheZu } from '../domain/angebot.ts';
import { tageZwischen } from '../domain/datum.ts';
import { einmalJe } from '../domain/einmal.ts';
import { sprachcodes } from '../domain/portal.ts';
import { isAngebotVeraltet, type Katalog } from '../katalog/katalog.ts';
import { type AehnlicheAngebote, aehnlicheAngebote } from './aehnliche.ts';
import {
  type AngebotMaengel,
  maengelJeAngebot,
  type UebersetzungsStand,
  uebersetzungsStaende,
} from './datenqualitaet.ts';
import { type Anzahl, createKreuztabelle, type Kreuztabelle, zaehle } from './kreuztabelle.ts';

export interface KommuneZahlen {
  id: string;
  /** Offers of the place itself. */
  hier: Anzahl;
  /** Offers from elsewhere that serve it. */
  weitere: Anzahl;
  /** Offers of the place per 10 000 inhabitants, where the content knows how many there are. */
  jeZehntausend?: number;
  /** Themen without an offer of the place itself. */
  themenOhne: string[];
}

export interface ClusterZahlen {
  handlungsfeld: string;
  cluster: string;
  /** Themen that belong to it. */
  themen: string[];
  angebote: Anzahl;
}

/** How long ago offers were checked: within their interval, or how many years beyond it. */
export const ALTERSKLASSEN = ['in-frist', 'unter-3', 'unter-6', 'ab-6', 'unbekannt'] as const;
export type Altersklasse = (typeof ALTERSKLASSEN)[number];

export interface Bericht {
  angebote: Anzahl;
  /** Providers with at least one offer. */
  anbieter: number;
  /** Offers that belong to at least one Kommune; that serve the Kreis from elsewhere; of which nobody knows whom they serve. */
  gebiet: { ort: number; kreis: number; unbekannt: number };
  alter: Record<Altersklasse, number>;
  themaKommune: Kreuztabelle;
  /** Columns are the languages of the portal and those in which offers are; a cell has no offers from elsewhere. */
  themaSprache: Kreuztabelle;
  zielgruppeKommune: Kreuztabelle;
  kommunen: KommuneZahlen[];
  cluster: ClusterZahlen[];
  aehnliche: AehnlicheAngebote[];
  maengel: AngebotMaengel[];
  uebersetzungen: UebersetzungsStand[];
}

/**
 * Counts our own listed offers, none that are archived, ended or a neighbour's. Kommunen, Themen, Zielgruppen and
 * clusters are in the order of the content.
 */
export function createBericht(katalog: Katalog): Bericht {
  const { vokabular } = katalog;
  const angebote = [...katalog.angebote.values()];
  const veraltete = new Set(angebote.filter((angebot) => isAngebotVeraltet(katalog, angebot)));
  const isVeraltet = (angebot: Angebot) => veraltete.has(angebot);
  const kommunen = [...vokabular.kommunen.keys()];
  const naehen = einmalJe((angebot: Angebot) =>
    kommunen.map((kommune) => naeheInKommune(angebot, kommune)),
  );
  const zahl = (gezaehlte: readonly Angebot[]) => zaehle(gezaehlte, isVeraltet);
  const sprachen = gefragteSprachen(katalog);
  const themaKommune = createKreuztabelle(
    angebote,
    {
      zeilen: vokabular.themen.keys(),
      zeilenVon: ({ thema }) => thema,
      spalten: kommunen,
      naehen,
    },
    isVeraltet,
  );
  const gebietVon = (angebot: Angebot): keyof Bericht['gebiet'] => {
    const alle = naehen(angebot);
    return alle.includes('hier') ? 'ort' : alle.includes('weitere') ? 'kreis' : 'unbekannt';
  };
  const anzahlJe = <K extends string>(
    klassen: readonly K[],
    klasseVon: (angebot: Angebot) => K,
  ) => {
    const jeKlasse = Map.groupBy(angebote, klasseVon);
    return Object.fromEntries(
      klassen.map((klasse) => [klasse, jeKlasse.get(klasse)?.length ?? 0]),
    ) as Record<K, number>;
  };
  return {
    angebote: zahl(angebote),
    anbieter: new Set(angebote.map(({ anbieter }) => anbieter)).size,
    gebiet: anzahlJe(['ort', 'kreis', 'unbekannt'] as const, gebietVon),
    alter: anzahlJe(ALTERSKLASSEN, (angebot) => altersklasseVon(katalog, angebot)),
    themaKommune,
    themaSprache: createKreuztabelle(
      angebote,
      {
        zeilen: vokabular.themen.keys(),
        zeilenVon: ({ thema }) => thema,
        spalten: sprachen,
        naehen: (angebot) => {
          const gesprochene = gesprocheneSprachen(angebot);
          return sprachen.map((code) => (gesprochene.includes(code) ? 'hier' : undefined));
        },
      },
      isVeraltet,
    ),
    zielgruppeKommune: createKreuztabelle(
      angebote,
      {
        zeilen: vokabular.zielgruppen.keys(),
        zeilenVon: ({ zielgruppen }) => zielgruppen,
        spalten: kommunen,
        naehen,
      },
      isVeraltet,
    ),
    kommunen: kommunen.map((id, spalte) => {
      const dort = (naehe: 'hier' | 'weitere') =>
        zahl(angebote.filter((angebot) => naehen(angebot)[spalte] === naehe));
      const hier = dort('hier');
      const einwohner = vokabular.kommunen.get(id)?.einwohner?.zahl;
      return {
        id,
        hier,
        weitere: dort('weitere'),
        ...(einwohner && { jeZehntausend: (hier.alle / einwohner) * 10_000 }),
        themenOhne: themaKommune.zeilen
          .filter(({ zellen }) => zellen[spalte]!.hier.alle === 0)
          .map((zeile) => zeile.id),
      };
    }),
    cluster: [...vokabular.handlungsfelder].flatMap(([handlungsfeld, { cluster }]) =>
      Object.keys(cluster).map((id) => {
        const themen = [...vokabular.themen.values()]
          .filter((thema) => thema.cluster === id)
          .map((thema) => thema.id);
        return {
          handlungsfeld,
          cluster: id,
          themen,
          angebote: zahl(angebote.filter(({ thema }) => thema.some((t) => themen.includes(t)))),
        };
      }),
    ),
    aehnliche: aehnlicheAngebote(katalog),
    maengel: maengelJeAngebot(katalog),
    uebersetzungen: uebersetzungsStaende(katalog),
  };
}

/**
 * Whether an offer is of a Kommune or serves it from elsewhere. A confidential one serves all of them alike: a number that is one
 * higher in one place would tell where to look.
 */
function naeheInKommune(angebot: Angebot, kommune: string): 'hier' | 'weitere' | undefined {
  if (angebot.vertraulich) return 'weitere';
  const naehe = naeheZu(angebot, kommune);
  if (naehe === undefined) return undefined;
  return naehe === 0 ? 'hier' : 'weitere';
}

/** Languages of the portal and those of its offers, in the order of the vocabulary. */
function gefragteSprachen({ portal, angebote, vokabular }: Katalog): string[] {
  const gefragt = new Set([
    ...sprachcodes(portal),
    ...[...angebote.values()].flatMap(gesprocheneSprachen),
  ]);
  return [...vokabular.sprachen.keys()].filter((code) => gefragt.has(code));
}

function altersklasseVon(katalog: Katalog, angebot: Angebot): Altersklasse {
  if (angebot.geprueft_am === 'unbekannt') return 'unbekannt';
  if (!isAngebotVeraltet(katalog, angebot)) return 'in-frist';
  const jahre = tageZwischen(angebot.geprueft_am, katalog.stichtag) / 365.25;
  return jahre < 3 ? 'unter-3' : jahre < 6 ? 'unter-6' : 'ab-6';
}

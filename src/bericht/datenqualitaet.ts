/** What is missing in what the portal says about its offers. */
import { type Angebot, gesprocheneSprachen } from '../domain/angebot.ts';
import { sprachcodes } from '../domain/portal.ts';
import { isAngebotVeraltet, type Katalog } from '../katalog/katalog.ts';

export const MAENGEL = [
  'veraltet',
  'undatiert',
  'ohne-kontakt',
  'ohne-sprachen',
  'ohne-zeiten',
] as const;
export type Mangel = (typeof MAENGEL)[number];

export interface AngebotMaengel {
  angebot: Angebot;
  /** `veraltet` and `undatiert` exclude each other. */
  maengel: Mangel[];
  /** Languages of the portal, German aside, in which nobody has translated it. */
  unuebersetzt: string[];
}

export interface UebersetzungsStand {
  sprache: string;
  uebersetzt: number;
  /** Of those, how many have a text that is older than the German one. */
  veraltet: number;
  /** Of those, how many nobody has read. */
  ungelesen: number;
  fehlt: number;
}

/** Every offer with what it lacks, in the order of the Katalog. */
export function maengelJeAngebot(katalog: Katalog): AngebotMaengel[] {
  const sprachen = fremdsprachen(katalog);
  return [...katalog.angebote.values()].map((angebot) => ({
    angebot,
    maengel: maengelVon(katalog, angebot),
    unuebersetzt: sprachen.filter((sprache) => !angebot.uebersetzungen.has(sprache)),
  }));
}

function maengelVon(katalog: Katalog, angebot: Angebot): Mangel[] {
  const { geprueft_am, kontakt, zeiten, termine } = angebot;
  const undatiert = geprueft_am === 'unbekannt';
  const gilt: Record<Mangel, boolean> = {
    veraltet: !undatiert && isAngebotVeraltet(katalog, angebot),
    undatiert,
    'ohne-kontakt': !kontakt.telefon && !kontakt.email && !kontakt.web,
    'ohne-sprachen': gesprocheneSprachen(angebot).length === 0,
    'ohne-zeiten': !zeiten && !termine,
  };
  return MAENGEL.filter((mangel) => gilt[mangel]);
}

/** How far the offers are translated, per language of the portal but German. */
export function uebersetzungsStaende(katalog: Katalog): UebersetzungsStand[] {
  const angebote = [...katalog.angebote.values()];
  return fremdsprachen(katalog).map((sprache) => {
    const da = angebote.flatMap(({ uebersetzungen }) => uebersetzungen.get(sprache) ?? []);
    return {
      sprache,
      uebersetzt: da.length,
      veraltet: da.filter(({ felder }) => [...felder.values()].some(({ veraltet }) => veraltet))
        .length,
      ungelesen: da.filter(({ geprueft }) => !geprueft).length,
      fehlt: angebote.length - da.length,
    };
  });
}

function fremdsprachen({ portal }: Katalog): string[] {
  return sprachcodes(portal).filter((sprache) => sprache !== 'de');
}

/** Where else to look, for an offer that has ended or is too old to be listed. */
import { type Angebot, naeheZu } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import { isAngebotVeraltet, type Katalog } from '../katalog/katalog.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import { hatSeite } from './facetten.ts';
import type { Verweis } from './kontakt.ts';
import { type Kontext, label } from './kontext.ts';

export interface Stattdessen {
  /** True where its editor says what took its place; else these are only close to it. */
  nachfolge: boolean;
  karten: AngebotKarte[];
  /** Lists of its Themen and its Kommunen. */
  listen: Verweis[];
}

/** More would hide that these are only proposals. */
const MAX_VORSCHLAEGE = 3;

/**
 * What its editor names in `weiterleitung`, as far as it is listed; else at most {@link MAX_VORSCHLAEGE} listed offers
 * of one of its Themen that serve a Kommune it was in, if it was in one.
 */
export function toStattdessen(kontext: Kontext, angebot: Angebot): Stattdessen {
  const { katalog, pfade, sprache } = kontext;
  const { kommunen } = katalog.vokabular;
  const nachfolger = (angebot.weiterleitung ?? []).flatMap((id) => katalog.angebote.get(id) ?? []);
  const angebote = nachfolger.length > 0 ? nachfolger : aehnliche(katalog, angebot);
  return {
    nachfolge: nachfolger.length > 0,
    karten: angebote.map((other) => toAngebotKarte(kontext, other)),
    listen: [
      ...themenVon(kontext, angebot),
      ...ortsKommunen(angebot).map((id) => ({
        ...label(kommunen, id, sprache),
        href: pfade.wert('kommune', id),
      })),
    ],
  };
}

/** The pages of an offer's Themen. One that no offer is listed under any more has none. */
export function themenVon(kontext: Kontext, angebot: Angebot): Verweis[] {
  const { katalog, sprache, pfade } = kontext;
  return angebot.thema
    .filter((id) => angebot.verbleib === 'gelistet' || hatSeite(kontext, 'thema', id))
    .map((id) => ({
      ...label(katalog.vokabular.themen, id, sprache),
      href: pfade.wert('thema', id),
    }));
}

/** Offers by Thema, one of several in each of them, and where each stands among all. */
const jeThema = einmalJe(({ angebote }: Katalog) =>
  Map.groupBy(
    [...angebote.values()].flatMap((other, stelle) =>
      other.thema.map((id) => ({ id, other, stelle })),
    ),
    ({ id }) => id,
  ),
);

/** Offers of the same Thema that serve the same Kommune: the nearest first, of those the same kind, then the checked ones. */
function aehnliche(katalog: Katalog, angebot: Angebot): Angebot[] {
  const kommunen = ortsKommunen(angebot);
  const naeheVon = (other: Angebot) =>
    kommunen.length === 0
      ? 0
      : Math.min(...kommunen.map((kommune) => naeheZu(other, kommune) ?? Infinity));
  const rangVon = (other: Angebot) =>
    2 * Number(other.angebotsart !== angebot.angebotsart) +
    Number(isAngebotVeraltet(katalog, other));
  const verwandte = angebot.thema.flatMap((id) => jeThema(katalog).get(id) ?? []);
  return [...new Map(verwandte.map(({ other, stelle }) => [other, stelle]))]
    .map(([other, stelle]) => ({ other, stelle, naehe: naeheVon(other), rang: rangVon(other) }))
    .filter(({ naehe }) => naehe < Infinity)
    .sort((a, b) => a.naehe - b.naehe || a.rang - b.rang || a.stelle - b.stelle)
    .slice(0, MAX_VORSCHLAEGE)
    .map(({ other }) => other);
}

/** Where the offer was. Confidential offers have no places, and so nothing here says where they were. */
function ortsKommunen({ orte }: Angebot): string[] {
  return [...new Set(orte.flatMap(({ kommune }) => kommune ?? []))];
}

/** What the pages of lists are made of, beside a Katalog without offers: all that is said of offers on them. */
import { type AnbieterSeite, toAnbieterSeite } from './anbieter-seite.ts';
import { type FacettenSeite, toFacettenSeite } from './facetten.ts';
import { type AboVerweis, aboVerweis } from './kalender.ts';
import type { Kontext } from './kontext.ts';
import { type FeedVerweis, feedVerweis } from './neuigkeiten.ts';
import type { SeitenFacette } from './pfade.ts';

/** A list with what follows it, where there is any. */
export type ListenBlatt<S> = S & {
  /** The calendar of its dates. */
  abo?: AboVerweis | undefined;
  /** What is new in it; its texts are German. */
  feed?: FeedVerweis | undefined;
};

/** The offers of one value, on one page. */
export interface WertListe {
  facette: SeitenFacette;
  id: string;
  /** Of the page, from 1. */
  nr: number;
}

/** @param kontext with all offers */
export function toFacettenBlatt(
  kontext: Kontext,
  { facette, id, nr }: WertListe,
): ListenBlatt<FacettenSeite> {
  const seite = toFacettenSeite(kontext, facette, id, nr);
  if (facette !== 'thema' && facette !== 'kommune') return seite;
  return {
    ...seite,
    abo: aboVerweis(kontext, facette, id),
    feed: kontext.sprache === 'de' ? feedVerweis(kontext, facette, id) : undefined,
  };
}

/** The offers of one provider, on one page. */
export interface AnbieterListe {
  id: string;
  /** Of the page, from 1. */
  nr: number;
}

/** @param kontext with all offers */
export function toAnbieterBlatt(
  kontext: Kontext,
  { id, nr }: AnbieterListe,
): ListenBlatt<AnbieterSeite> {
  return {
    ...toAnbieterSeite(kontext, kontext.katalog.anbieter.get(id)!, nr),
    abo: aboVerweis(kontext, 'anbieter', id),
  };
}

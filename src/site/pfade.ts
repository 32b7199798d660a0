/**
 * Every address of the portal. German has no prefix; other languages stand in a folder of their code. Path words
 * are German in every language, so that an address stays the same when its language changes.
 */

import { kurzcode } from '../domain/kurzcode.ts';

/** Directories of facet pages, by the facet they belong to. */
export const FACETTEN_ORDNER = {
  thema: 'themen',
  angebotsart: 'angebotsarten',
  zielgruppe: 'zielgruppen',
  sprache: 'sprachen',
  kommune: 'kommunen',
} as const;

export type SeitenFacette = keyof typeof FACETTEN_ORDNER;

export interface Pfade {
  start: string;
  suche: string;
  /** The search with values chosen, in the fragment: no server sees them. */
  sucheMit(auswahl: Readonly<Record<string, string | readonly string[]>>): string;
  angebote: string;
  angebot(id: string): string;
  /** The short address of an offer, for paper and telephone; it leads to its page. */
  kurz(id: string): string;
  /** The QR code of its short address. */
  qr(id: string): string;
  anbieterListe: string;
  anbieter(id: string): string;
  projekte: string;
  projekt(id: string): string;
  kontakte: string;
  /** Whom to ask in a Kommune. */
  kontakteIn(kommune: string): string;
  facette(facette: SeitenFacette): string;
  wert(facette: SeitenFacette, id: string): string;
  suchguete: string;
  bericht: string;
  glossar: string;
  archiv: string;
  seite(id: string): string;
  wegweiser(id: string): string;
  /** A generated file that belongs to a language. */
  datei(name: string): string;
}

/**
 * @param basis path of the portal on its server, with slashes on both ends: `/` or `/integration/`
 * @param sprache language of the pages
 */
export function createPfade(basis: string, sprache: string): Pfade {
  const wurzel = sprache === 'de' ? basis : `${basis}${sprache}/`;
  return {
    start: wurzel,
    suche: `${wurzel}suche/`,
    sucheMit: (auswahl) => `${wurzel}suche/#${fragment(auswahl)}`,
    angebote: `${wurzel}angebote/`,
    angebot: (id) => `${wurzel}angebote/${id}/`,
    kurz: (id) => `${wurzel}a/${kurzcode(id)}/`,
    qr: (id) => `${wurzel}a/${kurzcode(id)}/qr.svg`,
    anbieterListe: `${wurzel}anbieter/`,
    anbieter: (id) => `${wurzel}anbieter/${id}/`,
    projekte: `${wurzel}projekte/`,
    projekt: (id) => `${wurzel}projekte/${id}/`,
    kontakte: `${wurzel}kontakte/`,
    kontakteIn: (kommune) => `${wurzel}kontakte/${kommune}/`,
    facette: (facette) => `${wurzel}${FACETTEN_ORDNER[facette]}/`,
    wert: (facette, id) => `${wurzel}${FACETTEN_ORDNER[facette]}/${id}/`,
    suchguete: `${wurzel}suchguete/`,
    bericht: `${wurzel}bericht/`,
    glossar: `${wurzel}glossar/`,
    archiv: `${wurzel}archiv/`,
    seite: (id) => `${wurzel}${id}/`,
    wegweiser: (id) => `${wurzel}wegweiser/${id}/`,
    datei: (name) => `${wurzel}${name}`,
  };
}

/** `thema=arbeit,wohnen&kommune=musterstadt`, in the order given. */
function fragment(auswahl: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(auswahl)
    .map(([facette, werte]) => `${facette}=${[werte].flat().map(encodeURIComponent).join(',')}`)
    .join('&');
}

/** The path of the portal on its server, from its public address. */
export function basisOf(url: string): string {
  return new URL(url).pathname.replace(/\/?$/, '/');
}

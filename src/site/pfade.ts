/**
 * Every address of the portal. German has no prefix; other languages stand in a folder of their code. Path words
 * are German in every language, so that an address stays the same when its language changes.
 */

import { FACETTEN_ORDNER } from '../domain/facette.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import type { Geschuetzt } from '../katalog/schutz.ts';

export { FACETTEN_ORDNER };

/** Folder of the further pages of a list, below its address. */
export const BLATT_ORDNER = 'seite';

export type SeitenFacette = keyof typeof FACETTEN_ORDNER;

/** Of what there is a list to embed on other websites, and dates to subscribe to. */
export const LISTEN_ARTEN = ['kommune', 'thema', 'anbieter'] as const;
export type ListenArt = (typeof LISTEN_ARTEN)[number];

export interface Pfade {
  start: string;
  suche: string;
  /** The search with values chosen, in the fragment: no server sees them. */
  sucheMit(auswahl: Readonly<Record<string, string | readonly string[]>>): string;
  angebote: string;
  angebot(id: string): string;
  /** The short address of an offer, for paper and telephone; it leads to its page. */
  kurz(id: string): string;
  /** The same by its code. */
  kurzMit(code: string): string;
  /** The QR code of its short address. */
  qr(id: string): string;
  /** The calendar file of an offer. */
  kalender(id: string): string;
  /** The calendar file of all offers of a Kommune, a Thema or a provider, to subscribe to. */
  abo(art: ListenArt, id: string): string;
  /** The dates of the next days. */
  woche: string;
  /** The hand-out of a list, which stands in the fragment; see `domain/merkliste`. */
  zettel: string;
  /** The hand-out of an offer. */
  zettelVon(id: string): string;
  anbieterListe: string;
  anbieter(id: string): string;
  projekte: string;
  projekt(id: string): string;
  kontakte: string;
  /** Whom to ask in a Kommune. */
  kontakteIn(kommune: string): string;
  facette(facette: SeitenFacette): string;
  wert(facette: SeitenFacette, id: string): string;
  /** A page of a long list. @param liste its address @param nr from 1 */
  blatt(liste: string, nr: number): string;
  /** How to embed lists, and all there are. */
  einbettenListe: string;
  /** A page of them. @param nr from 1 */
  einbettenBlatt(nr: number): string;
  /** A list as a page for a frame on another website. */
  einbetten(art: ListenArt, id: string): string;
  /** The page about the open data. */
  daten: string;
  suchguete: string;
  bericht: string;
  glossar: string;
  archiv: string;
  merkliste: string;
  /** The page about what is stored on the device. */
  offline: string;
  seite(id: string): string;
  wegweiser(id: string): string;
  /** What the button to leave a page at once does, and what it cannot do. */
  verlassen: string;
  /** What stands for an entry in addresses: its id, or a word that says nothing. @param art `angebot`, or as in `SCHUTZ_ARTEN` */
  kennung(art: string, id: string): string;
  /** A link within the portal as editors write it, from `/`: `/themen/arbeit/`. */
  ausInhalt(href: string): string;
  /** A generated file that belongs to a language. */
  datei(name: string): string;
}

/**
 * @param basis path of the portal on its server, with slashes on both ends: `/` or `/integration/`
 * @param sprache language of the pages
 * @param geschuetzt what no address may tell
 */
export function createPfade(basis: string, sprache: string, geschuetzt: Geschuetzt): Pfade {
  const wurzel = sprache === 'de' ? basis : `${basis}${sprache}/`;
  const kennung = (art: string, id: string) => {
    if (!geschuetzt[art]?.has(id)) return id;
    return kurzcode(art === 'angebot' ? id : `${art}-${id}`);
  };
  const kurzMit = (code: string) => `${wurzel}a/${code}/`;
  const fragment = (auswahl: Readonly<Record<string, string | readonly string[]>>) =>
    Object.entries(auswahl)
      .map(([facette, werte]) => {
        const ids = [werte].flat().map((id) => encodeURIComponent(kennung(facette, id)));
        return `${facette}=${ids.join(',')}`;
      })
      .join('&');
  return {
    start: wurzel,
    suche: `${wurzel}suche/`,
    sucheMit: (auswahl) => `${wurzel}suche/#${fragment(auswahl)}`,
    angebote: `${wurzel}angebote/`,
    angebot: (id) => `${wurzel}angebote/${kennung('angebot', id)}/`,
    kurz: (id) => kurzMit(kurzcode(id)),
    kurzMit,
    qr: (id) => `${kurzMit(kurzcode(id))}qr.svg`,
    kalender: (id) => `${wurzel}kalender/${kurzcode(id)}.ics`,
    abo: (art, id) => `${wurzel}kalender/${art}-${id}.ics`,
    woche: `${wurzel}diese-woche/`,
    zettel: `${wurzel}zettel/`,
    zettelVon: (id) => `${wurzel}zettel/${kurzcode(id)}/`,
    anbieterListe: `${wurzel}anbieter/`,
    anbieter: (id) => `${wurzel}anbieter/${kennung('anbieter', id)}/`,
    projekte: `${wurzel}projekte/`,
    projekt: (id) => `${wurzel}projekte/${id}/`,
    kontakte: `${wurzel}kontakte/`,
    kontakteIn: (kommune) => `${wurzel}kontakte/${kommune}/`,
    facette: (facette) => `${wurzel}${FACETTEN_ORDNER[facette]}/`,
    wert: (facette, id) => `${wurzel}${FACETTEN_ORDNER[facette]}/${kennung(facette, id)}/`,
    // Below it, where no id of an entry can stand.
    blatt: (liste, nr) => (nr === 1 ? liste : `${liste}${BLATT_ORDNER}/${nr}/`),
    einbettenListe: `${wurzel}einbetten/`,
    // No deeper: two folders below lies what other websites may show in frames.
    einbettenBlatt: (nr) => `${wurzel}einbetten/${nr === 1 ? '' : `${BLATT_ORDNER}-${nr}/`}`,
    einbetten: (art, id) =>
      `${wurzel}einbetten/${art === 'anbieter' ? art : FACETTEN_ORDNER[art]}/${kennung(art, id)}/`,
    daten: `${wurzel}daten/`,
    suchguete: `${wurzel}suchguete/`,
    bericht: `${wurzel}bericht/`,
    glossar: `${wurzel}glossar/`,
    archiv: `${wurzel}archiv/`,
    merkliste: `${wurzel}merkliste/`,
    offline: `${wurzel}offline/`,
    seite: (id) => `${wurzel}${kennung('seite', id)}/`,
    wegweiser: (id) => `${wurzel}wegweiser/${kennung('seite', id)}/`,
    verlassen: `${wurzel}seite-verlassen/`,
    kennung,
    ausInhalt: (href) => wurzel + neutral(href.slice(1), kennung),
    datei: (name) => `${wurzel}${name}`,
  };
}

/** What the folders of a link written by editors hold. */
const ORDNER_ARTEN: Readonly<Record<string, string>> = {
  angebote: 'angebot',
  anbieter: 'anbieter',
  wegweiser: 'seite',
  ...Object.fromEntries(Object.entries(FACETTEN_ORDNER).map(([art, ordner]) => [ordner, art])),
};

/** A path without its first slash, and the fragment of a search, with nothing in it that an address must not tell. */
function neutral(pfad: string, kennung: Pfade['kennung']): string {
  const [vorn = '', fragment] = pfad.split('#');
  const [erster = '', zweiter, ...rest] = vorn.split('/');
  const art = ORDNER_ARTEN[erster];
  const neu =
    art && zweiter
      ? [erster, kennung(art, zweiter), ...rest]
      : [kennung('seite', erster), ...(zweiter === undefined ? [] : [zweiter, ...rest])];
  const auswahl = fragment?.replace(
    /(^|&)(\w+)=([^&]*)/g,
    (_, davor: string, facette: string, werte: string) =>
      `${davor}${facette}=${werte
        .split(',')
        .map((id) => kennung(facette, id))
        .join(',')}`,
  );
  return neu.join('/') + (auswahl === undefined ? '' : `#${auswahl}`);
}

/** The path of the portal on its server, from its public address. */
export function basisOf(url: string): string {
  return new URL(url).pathname.replace(/\/?$/, '/');
}

/** A whole address. @param pfad on the server of a portal or a Land, as {@link Pfade} gives it */
export function absolut({ url }: { url: string }, pfad: string): string {
  return new URL(pfad, url).href;
}

/** The address of a file, from the root of the portal, as the browser asks for it: a page without its `index.html`. */
export function adresseVon(pfad: string): string {
  return pfad.replace(/(^|\/)index\.html$/, '$1');
}

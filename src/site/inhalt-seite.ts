/** The view model of a page from `seiten/`, and of the components it uses. */
import type { Angebot } from '../domain/angebot.ts';
import type { Seite } from '../domain/seite.ts';
import type { Uebersetzung } from '../domain/uebersetzung.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import type { Beschriftung, Kontext } from './kontext.ts';
import { type Block, renderSeite } from './markdown.ts';
import { stufeOf } from '../domain/facettenwerte.ts';
import { ausInhalt } from './facetten.ts';
import { kurzesFeld, uebersetzt, ungelesen } from './uebersetzt.ts';

export interface InhaltSeite {
  titel: Beschriftung;
  kurz?: Beschriftung;
  /** The page in its language; in German where nobody has translated it. */
  text: { bloecke: Block[]; lang?: string };
  /** The German page, where it is newer than the translation shown. */
  neuer?: { bloecke: Block[]; lang?: string };
  nurDeutsch: boolean;
  /** By whom the translation is, where nobody has read it. */
  ungelesen?: Uebersetzung['art'] | undefined;
}

/**
 * Renders the text of the page; links in it stay in the language of the Kontext.
 * @param seite of the Katalog: rules have refused what must not be in it
 */
export function toInhaltSeite(kontext: Kontext, seite: Seite): InhaltSeite {
  const { sprache } = kontext;
  // Links in the content start at the portal's root, wherever it is put.
  const render = (text: string) =>
    renderSeite(text, {
      mdx: seite.mdx,
      ziel: (href) => ausInhalt(kontext, href),
      ...(text !== seite.text && { original: seite.text }),
    });
  const { text, lang, neuer } = uebersetzt(kontext, seite, 'text', seite.text);
  return {
    titel: seitentitel(kontext, seite),
    ...(seite.kurz && { kurz: kurzesFeld(kontext, seite, 'kurz', seite.kurz) }),
    text: { bloecke: render(text), ...(lang && { lang }) },
    ...(neuer && { neuer: { bloecke: render(neuer), lang: 'de' } }),
    nurDeutsch: sprache !== 'de' && lang !== undefined,
    ungelesen: ungelesen(kontext, seite),
  };
}

/** The name of a page, for links to it as well. */
export function seitentitel(kontext: Pick<Kontext, 'sprache'>, seite: Seite): Beschriftung {
  return kurzesFeld(kontext, seite, 'titel', seite.titel);
}

/** More would make a guide a list. */
const HOECHSTENS = 5;

export interface AngebotsAuswahl {
  karten: AngebotKarte[];
  anzahl: number;
  sucheHref: string;
}

/**
 * Offers that match all values of an `<Angebote … />`, those meant first, then the most recently checked.
 * @param filter attribute → id, as in the page
 */
export function toAngebotsAuswahl(
  kontext: Kontext,
  filter: Readonly<Record<string, string>>,
): AngebotsAuswahl {
  const stufen = (angebot: Angebot) =>
    Object.entries(filter).map(([facette, id]) =>
      stufeOf(facette as Parameters<typeof stufeOf>[0], id, angebot),
    );
  const gemeint = (angebot: Angebot) => stufen(angebot).filter((stufe) => stufe === 0).length;
  const matches = [...kontext.katalog.angebote.values()]
    .filter((angebot) => !stufen(angebot).includes(undefined))
    .sort(
      (a, b) => gemeint(b) - gemeint(a) || rang(b.geprueft_am).localeCompare(rang(a.geprueft_am)),
    );
  return {
    karten: matches.slice(0, HOECHSTENS).map((angebot) => toAngebotKarte(kontext, angebot)),
    anzahl: matches.length,
    sucheHref: kontext.pfade.sucheMit(filter),
  };
}

function rang(geprueftAm: string): string {
  return geprueftAm === 'unbekannt' ? '' : geprueftAm;
}

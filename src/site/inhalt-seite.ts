/** The view model of a page from `seiten/`, and of the components it uses. */
import type { Angebot } from '../domain/angebot.ts';
import type { Seite } from '../domain/seite.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import type { Kontext } from './kontext.ts';
import { type Block, renderSeite } from './markdown.ts';
import { stufeOf } from './facetten.ts';

export interface InhaltSeite {
  titel: string;
  kurz?: string;
  wegweiser: boolean;
  bloecke: Block[];
}

export function toInhaltSeite({ pfade }: Kontext, seite: Seite): InhaltSeite {
  return {
    titel: seite.titel,
    ...(seite.kurz && { kurz: seite.kurz }),
    wegweiser: seite.art === 'wegweiser',
    // Links in the content start at the portal's root, wherever it is put.
    bloecke: renderSeite(seite.text, seite.mdx, (href) => pfade.start + href.slice(1)),
  };
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
      stufeOf(kontext, facette as Parameters<typeof stufeOf>[1], id, angebot),
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

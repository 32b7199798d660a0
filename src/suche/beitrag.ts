/** What a portal hands to the search across all Kreise of its Land; see `domain/beitrag`. */
import { BEITRAG, type Beitrag } from '../domain/beitrag.ts';
import { FACETTEN } from '../domain/facette.ts';
import { sprachcodes } from '../domain/portal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { toAngebotKarte } from '../site/angebot-karte.ts';
import { type Beschriftung, createKontext } from '../site/kontext.ts';
import { basisOf } from '../site/pfade.ts';
import { werteOhneOrte } from '../domain/facettenwerte.ts';
import { fundtexteVon } from './suchsatz.ts';
import { zeilenVon } from './suchtabelle.ts';
import { createWortschatz, formatWortschatz } from './wortschatz.ts';

/** Facets whose values mean something in another Kreis, too. */
const GEMEINSAME = FACETTEN.filter((id) => id !== 'kommune' && id !== 'anbieter');

/**
 * Our own offers in the order of the rows of our search; those of neighbours are handed on by nobody but them.
 * @param woerter the Wortschatz in parts, from whoever has it already
 */
export function toBeitrag(
  katalog: Katalog,
  woerter: readonly string[] = formatWortschatz(createWortschatz(katalog)).map(({ text }) => text),
): Beitrag {
  const { portal, stichtag } = katalog;
  const sprachen = sprachcodes(portal);
  const deutsch = createKontext(katalog, 'de');
  const basis = basisOf(portal.url);
  return {
    version: 1,
    portal: {
      kreis: portal.kreis,
      url: portal.url,
      sprachen,
      probebetrieb: portal.probebetrieb,
    },
    stand: stichtag,
    woerter: woerter.flatMap((teil) => teil.split('\n')),
    angebote: zeilenVon(katalog)
      .filter(({ herkunft }) => !herkunft)
      .map((angebot) => {
        const karten = sprachen.map(
          (sprache) => [sprache, toAngebotKarte(createKontext(katalog, sprache), angebot)] as const,
        );
        const jeSprache = (feld: 'titel' | 'ort') =>
          nurEigene(karten.map(([sprache, karte]) => [sprache, karte[feld]]));
        const werte = werteOhneOrte(angebot);
        return {
          seite: toAngebotKarte(deutsch, angebot).href.slice(basis.length),
          titel: { ...jeSprache('titel'), de: angebot.titel },
          ort: jeSprache('ort'),
          zeichen: [...fundtexteVon(katalog, angebot)],
          werte: GEMEINSAME.flatMap((id) => werte[id].map((wert) => `${id}=${wert}`)),
        };
      }),
  };
}

/** The texts that are not as in German. */
function nurEigene(
  texte: readonly (readonly [sprache: string, text: Beschriftung])[],
): Record<string, string> {
  const deutsch = texte.find(([sprache]) => sprache === 'de')?.[1].text;
  return Object.fromEntries(
    texte
      .filter(
        ([sprache, { text, lang }]) => text && (sprache === 'de' || (!lang && text !== deutsch)),
      )
      .map(([sprache, { text }]) => [sprache, text]),
  );
}

/** The same as a file, for who needs nothing else of a portal's search. */
export function formatBeitrag(katalog: Katalog): [name: string, text: string] {
  return [BEITRAG, JSON.stringify(toBeitrag(katalog))];
}

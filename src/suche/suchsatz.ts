/**
 * What the full-text index knows of an offer. Its words are analysed here ({@link analysiere}) and stand in the index
 * as marked tokens, so that Pagefind finds exactly what is asked and nothing that merely begins like it. One record
 * per offer serves all languages of the portal. In which field a token stands tells how much a hit counts.
 */
import type { Angebot } from '../domain/angebot.ts';
import { sprachcodes } from '../domain/portal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { reinerText } from '../katalog/text-auszug.ts';
import type { ErkenneAnliegen } from './anliegen.ts';
import { INDEX_SPRACHE } from './dateien.ts';
import { FELDER, zeichen } from './zeichen.ts';
import { type Analyse, analysiere, type IstTeil } from './text-analyse.ts';

/** A custom record of Pagefind. */
export interface Suchsatz {
  /** Id of the offer; the build puts the address of its page there. */
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
}

export interface Werkzeug {
  katalog: Katalog;
  istTeil: IstTeil;
  erkenne: ErkenneAnliegen;
}

/** The texts of an offer, from those that say most about it to those that mention things. */
export function texteVon(katalog: Katalog, angebot: Angebot): [string[], string[], string[]] {
  const { herkunft } = angebot;
  const anbieter = katalog.anbieter.get(angebot.anbieter);
  const suchwoerter = (eintrag: { suchwoerter?: Record<string, string[]> | undefined } = {}) =>
    Object.values(eintrag.suchwoerter ?? {}).flat();
  // Only names: were the text of the few translated offers in the index, a search in their language would find them first.
  const titel = sprachcodes(katalog.portal).flatMap((sprache) => {
    const name = angebot.uebersetzungen.get(sprache)?.felder.get('titel');
    return name && !name.veraltet ? [name.text] : [];
  });
  return [
    [angebot.titel, ...titel, ...suchwoerter(angebot)],
    [angebot.kurztext, anbieter?.name ?? herkunft?.anbieter ?? '', ...suchwoerter(anbieter)],
    [
      reinerText(angebot.text),
      ...(herkunft ? [herkunft.art ?? '', ...herkunft.worte] : []),
      ...angebot.orte.flatMap(({ name, ort }) => [name ?? '', ort ?? '']),
    ],
  ];
}

export function toSuchsatz(werkzeug: Werkzeug, angebot: Angebot): Suchsatz {
  const [titel, kurz, text] = texteVon(werkzeug.katalog, angebot).map((texte) =>
    zeichenVon(analysiere(texte, werkzeug.istTeil), werkzeug.erkenne),
  );
  return {
    url: angebot.id,
    language: INDEX_SPRACHE,
    // A record without any word would not be indexed.
    content: text || zeichen.form('angebot'),
    meta: { [FELDER.titel]: titel!, [FELDER.kurz]: kurz! },
  };
}

function zeichenVon(analyse: Analyse, erkenne: ErkenneAnliegen): string {
  return [
    ...[...analyse.formen.keys()].map(zeichen.form),
    ...[...analyse.wurzeln].map(zeichen.wurzel),
    ...erkenne(analyse).map(zeichen.anliegen),
  ].join(' ');
}

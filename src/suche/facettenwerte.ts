/** Which values of the facets of the search an offer has. */
import { type Angebot, gesprocheneSprachen, naeheZu, NIVEAUS } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import type { FacetteId } from '../domain/facette.ts';
import { MERKMALE } from '../domain/ort.ts';

/** Facets that are always open to view; the others follow behind a click. */
export const HAUPTFACETTEN: ReadonlySet<FacetteId> = new Set([
  'thema',
  'kommune',
  'sprache',
  'zielgruppe',
  'angebotsart',
]);

/** Values that say that something is not there. Nobody chooses them, but a result can say so. */
export const ABSAGEN: Partial<Record<FacetteId, string>> = { kinderbetreuung: 'nein' };

/** The Zielgruppe that includes every other one. */
export const ALLE = 'alle';

/** Ages by the stages that offers are made for: id, first and last year. */
export const ALTERSGRUPPEN: readonly (readonly [id: string, von: number, bis: number])[] = [
  ['0-5', 0, 5],
  ['6-13', 6, 13],
  ['14-17', 14, 17],
  ['18-26', 18, 26],
  ['27-64', 27, 64],
  ['ab-65', 65, 120],
];

/**
 * The values an offer has for each facet. What is unknown has none: it is never counted as „nein“.
 * @param kommunen ids of all Kommunen, for offers that serve the whole Kreis or country
 */
export function facettenwerte(
  angebot: Angebot,
  kommunen: Iterable<string>,
): Record<FacetteId, string[]> {
  const { kosten, deutschniveau, alter, orte } = angebot;
  return {
    thema: angebot.thema,
    kommune: [...kommunen].filter((id) => naeheZu(angebot, id) !== undefined),
    sprache: gesprocheneSprachen(angebot),
    zielgruppe: angebot.zielgruppen,
    angebotsart: angebot.angebotsart ? [angebot.angebotsart] : [],
    kosten: kosten?.art ? [kosten.art] : [],
    termin: angebot.termin ? [angebot.termin] : [],
    kanal: angebot.kanal,
    kinderbetreuung: angebot.kinderbetreuung ? [angebot.kinderbetreuung] : [],
    deutschniveau: deutschniveau
      ? NIVEAUS.slice(
          NIVEAUS.indexOf(deutschniveau.von ?? 'alpha'),
          NIVEAUS.indexOf(deutschniveau.bis ?? 'C2') + 1,
        )
      : [],
    alter: alter
      ? ALTERSGRUPPEN.filter(
          ([, von, bis]) => (alter.von ?? 0) <= bis && (alter.bis ?? 120) >= von,
        ).map(([id]) => id)
      : [],
    tageszeit: angebot.kurs?.tageszeit ? [angebot.kurs.tageszeit] : [],
    gebaerdensprache: angebot.gebaerdensprache ? ['ja'] : [],
    barrierefreiheit: MERKMALE.filter((merkmal) =>
      orte.some((ort) => ort.barrierefreiheit?.[merkmal] === 'ja'),
    ),
    // Providers of neighbours have no entry here.
    anbieter: angebot.herkunft ? [] : [angebot.anbieter],
  };
}

/** The values an offer has for each facet but `kommune`, which asks for all Kommunen. */
export const werteOhneOrte = einmalJe((angebot: Angebot) => facettenwerte(angebot, []));

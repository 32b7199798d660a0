/** Which values of the facets of the search an offer has. */
import { type Angebot, gesprocheneSprachen, naeheZu, NIVEAUS } from './angebot.ts';
import { einmalJe } from './einmal.ts';
import { ALLE, type FACETTEN_ORDNER, type FacetteId } from './facette.ts';
import { MERKMALE } from './ort.ts';

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

/**
 * How an offer belongs to a value: 0 it is meant first (its own place, its named group), higher numbers follow, and
 * undefined is not at all. The same in the search, on pages and in the check, so that all know the same offers.
 */
export function stufeOf(
  facette: keyof typeof FACETTEN_ORDNER | 'anbieter',
  id: string,
  angebot: Angebot,
): 0 | 1 | 2 | undefined {
  if (facette === 'kommune') return naeheZu(angebot, id);
  const werte = werteOhneOrte(angebot)[facette];
  if (werte.includes(id)) return 0;
  return facette === 'zielgruppe' && werte.includes(ALLE) ? 1 : undefined;
}

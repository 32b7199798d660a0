/** Where in the Kreis an offer is, small enough for paper: one drawing of the Kreis for all, and on it the points and names of one offer. */
import { einmalJe } from '../domain/einmal.ts';
import { entfernungKm } from '../domain/entfernung.ts';
import type { Kommune } from '../domain/vokabular.ts';
import type { Angebot } from '../domain/angebot.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { type LabelPlatz, placeLabels } from './karte-beschriftung.ts';
import { BREITE, kreisFlaeche, toPath } from './karte-svg.ts';

/** The drawing in the root of the portal. */
export const LAGEPLAN = 'lageplan.svg';
const MAX_BYTES = 6000;
/** So many larger neighbours, of so many nearest, help to find one's way. */
const NACHBARN = { anzahl: 3, von: 6 };
/** On paper the drawing is as wide as four fingers. */
const SCHRIFT = 19;
const RADIUS = { genau: 8, ungefaehr: 24, kommune: 3 };

export interface Lageplan {
  breite: number;
  hoehe: number;
  punkte: { x: number; y: number; radius: number; ungefaehr: boolean }[];
  /** German names, as they stand on signs. */
  namen: (LabelPlatz & { name: string })[];
  schrift: number;
}

/** The outlines of the municipalities, as exact as {@link MAX_BYTES} allow, and their middles; a whole file. */
export function formatLageplan(katalog: Katalog): string {
  const { hoehe, ringe, place } = kreisFlaeche(katalog);
  const mitten = [...katalog.vokabular.kommunen.values()].map((kommune) => {
    const { x, y } = place(kommune);
    return `<circle cx="${x}" cy="${y}" r="${RADIUS.kommune}"/>`;
  });
  const svg = (genau: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BREITE} ${hoehe}"><path fill="#fff" stroke="#888" stroke-width=".7" d="${ringe.map((ring) => toPath(ring, genau)).join('')}"/><g fill="#888">${mitten.join('')}</g></svg>\n`;
  let genau = 0.5;
  while (svg(genau).length > MAX_BYTES && genau < BREITE) genau *= 1.5;
  return svg(genau);
}

/** What is drawn for an offer, the same in all languages; undefined where it has no point, as every confidential one. */
export function toLageplan(katalog: Katalog, angebot: Angebot): Lageplan | undefined {
  return lageplaene(katalog)(angebot).plan;
}

const lageplaene = einmalJe((katalog: Katalog) =>
  einmalJe((angebot: Angebot) => ({ plan: createLageplan(katalog, angebot) })),
);

function createLageplan(katalog: Katalog, angebot: Angebot): Lageplan | undefined {
  const { hoehe, place } = kreisFlaeche(katalog);
  const punkte = angebot.orte.flatMap(({ punkt, ungefaehr }) =>
    punkt
      ? [{ ...place(punkt), ungefaehr, radius: ungefaehr ? RADIUS.ungefaehr : RADIUS.genau }]
      : [],
  );
  if (angebot.vertraulich || punkte.length === 0) return undefined;
  const kommunen = benannte(katalog, angebot);
  const plaetze = placeLabels(
    [
      ...kommunen.map((kommune) => ({
        ...place(kommune),
        radius: RADIUS.kommune,
        name: kommune.bezeichnung['de']!,
      })),
      // Not to be written over.
      ...punkte.map((punkt) => ({ ...punkt, radius: RADIUS.genau, name: '' })),
    ],
    { breite: BREITE, hoehe, schrift: SCHRIFT },
  );
  return {
    breite: BREITE,
    hoehe,
    punkte,
    namen: kommunen.map((kommune, i) => ({ ...plaetze[i]!, name: kommune.bezeichnung['de']! })),
    schrift: SCHRIFT,
  };
}

/** The Kommunen of its places, and the largest of their neighbours. */
function benannte({ vokabular: { kommunen } }: Katalog, { orte }: Angebot): Kommune[] {
  const eigene = new Set(orte.flatMap(({ kommune }) => kommunen.get(kommune ?? '') ?? []));
  const mitte = orte.find(({ punkt }) => punkt)?.punkt;
  if (!mitte) return [...eigene];
  const nachbarn = [...kommunen.values()]
    .filter((kommune) => !eigene.has(kommune))
    .sort((a, b) => entfernungKm(mitte, a) - entfernungKm(mitte, b))
    .slice(0, NACHBARN.von)
    .sort((a, b) => (b.einwohner?.zahl ?? 0) - (a.einwohner?.zahl ?? 0))
    .slice(0, NACHBARN.anzahl);
  return [...eigene, ...nachbarn];
}

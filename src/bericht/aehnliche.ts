/** Offers that look alike: where somebody should see whether two do the same, or do it better together. */
import { type Angebot, naeheZu } from '../domain/angebot.ts';
import type { Katalog } from '../katalog/katalog.ts';

/** Offers of the same kind and topic in the same place. */
export interface AehnlicheAngebote {
  /** Id of a Kommune; missing for offers that serve the whole Kreis from no place in it. */
  kommune?: string;
  angebotsart: string;
  /** The topics they share; the same offers are not named again for each of them. */
  themen: string[];
  /** At least two, in the order of the Katalog. */
  angebote: Angebot[];
  /** Whether they are of more than one provider. */
  mehrereAnbieter: boolean;
}

/** Groups of similar offers, by Kommune, then kind. Confidential ones are in none: they would be found by their company. */
export function aehnlicheAngebote({ angebote, vokabular }: Katalog): AehnlicheAngebote[] {
  const offen = [...angebote.values()].filter(({ vertraulich }) => !vertraulich);
  const orte = [
    ...[...vokabular.kommunen.keys()].map((kommune) => ({
      kommune,
      dort: offen.filter((angebot) => naeheZu(angebot, kommune) === 0),
    })),
    { dort: offen.filter(isOhneOrtImKreis) },
  ];
  return orte.flatMap(({ dort, ...ort }) =>
    [...Map.groupBy(dort, ({ angebotsart }) => angebotsart)].flatMap(([angebotsart, gleicheArt]) =>
      jeThema(gleicheArt, [...vokabular.themen.keys()]).map(({ themen, angebote }) => ({
        ...ort,
        angebotsart,
        themen,
        angebote,
        mehrereAnbieter: new Set(angebote.map(({ anbieter }) => anbieter)).size > 1,
      })),
    ),
  );
}

function isOhneOrtImKreis({ einzugsgebiet, orte }: Angebot): boolean {
  return typeof einzugsgebiet === 'string' && !orte.some(({ kommune }) => kommune);
}

/** Groups of two and more that share a topic; groups of the very same offers are one. */
function jeThema(angebote: readonly Angebot[], themen: readonly string[]) {
  const gruppen = new Map<string, { themen: string[]; angebote: Angebot[] }>();
  for (const thema of themen) {
    const gleiche = angebote.filter((angebot) => angebot.thema.includes(thema));
    if (gleiche.length < 2) continue;
    const key = gleiche.map(({ id }) => id).join(' ');
    const gruppe = gruppen.get(key) ?? { themen: [], angebote: gleiche };
    gruppe.themen.push(thema);
    gruppen.set(key, gruppe);
  }
  return [...gruppen.values()];
}

/** Finds a place for every label of a map, so that none covers another one or a point. */

export interface LabelPlatz {
  x: number;
  /** Baseline. */
  y: number;
  /** SVG `text-anchor`, for text that runs from left to right. */
  anker: 'start' | 'middle' | 'end';
}

interface Punkt {
  x: number;
  y: number;
  radius: number;
  name: string;
}

interface Kasten {
  links: number;
  oben: number;
  rechts: number;
  unten: number;
}

interface Kandidat extends LabelPlatz {
  kasten: Kasten;
  /** Right of the point reads best. */
  vorliebe: number;
}

const ABSTAND = 3;
const RUNDEN = 12;

/**
 * Begins with every label at its favourite place and moves, round by round, each to the place with the least overlap.
 * The same points always give the same labels.
 */
export function placeLabels(
  punkte: readonly Punkt[],
  { breite, hoehe, schrift }: { breite: number; hoehe: number; schrift: number },
): LabelPlatz[] {
  const kandidaten = punkte.map((punkt) => candidates(punkt, schrift));
  const kreise = punkte.map(({ x, y, radius }) =>
    around(x - radius, y - radius, x + radius, y + radius),
  );
  const blatt = around(2, 2, breite - 2, hoehe - 2);
  const gewaehlt = kandidaten.map(() => 0);
  const kosten = (i: number, { kasten, vorliebe }: Kandidat) => {
    let summe = vorliebe + 20 * (area(kasten) - overlap(kasten, blatt));
    punkte.forEach((_, j) => {
      if (j === i) return;
      summe +=
        10 * overlap(kasten, kreise[j]!) +
        10 * overlap(kasten, kandidaten[j]![gewaehlt[j]!]!.kasten);
    });
    return summe;
  };
  for (let runde = 0; runde < RUNDEN; runde++) {
    let bewegt = false;
    kandidaten.forEach((plaetze, i) => {
      const preise = plaetze.map((platz) => kosten(i, platz));
      const beste = preise
        .keys()
        .reduce((best, k) => (preise[k]! < preise[best]! ? k : best), gewaehlt[i]!);
      bewegt ||= beste !== gewaehlt[i];
      gewaehlt[i] = beste;
    });
    if (!bewegt) break;
  }
  return kandidaten.map((plaetze, i) => {
    const { x, y, anker } = plaetze[gewaehlt[i]!]!;
    return { x, y, anker };
  });
}

/** Places around a point: beside it, above and below, and in the corners. */
function candidates({ x, y, radius, name }: Punkt, schrift: number): Kandidat[] {
  const weit = textWidth(name, schrift);
  const hoch = schrift * 0.75;
  const mitte = y + hoch / 2;
  const oben = y - radius - ABSTAND;
  const unten = y + radius + ABSTAND + hoch;
  const schraeg = radius * 0.7 + ABSTAND;
  const orte: [dx: number, baseline: number, anker: LabelPlatz['anker']][] = [
    [radius + ABSTAND, mitte, 'start'],
    [-radius - ABSTAND, mitte, 'end'],
    [0, oben, 'middle'],
    [0, unten, 'middle'],
    [schraeg, y - schraeg, 'start'],
    [schraeg, y + schraeg + hoch * 0.6, 'start'],
    [-schraeg, y - schraeg, 'end'],
    [-schraeg, y + schraeg + hoch * 0.6, 'end'],
    [weit / 4, oben, 'middle'],
    [-weit / 4, oben, 'middle'],
    [weit / 4, unten, 'middle'],
    [-weit / 4, unten, 'middle'],
  ];
  return orte.map(([dx, baseline, anker], vorliebe) => {
    const at = x + dx;
    const links = anker === 'start' ? at : anker === 'end' ? at - weit : at - weit / 2;
    return {
      x: round(at),
      y: round(baseline),
      anker,
      vorliebe,
      kasten: around(
        links - 1.5,
        baseline - hoch - 1.5,
        links + weit + 1.5,
        baseline + schrift * 0.22 + 1.5,
      ),
    };
  });
}

/** Width of a text in a sans-serif type, estimated from its letters. */
export function textWidth(text: string, schrift: number): number {
  let em = 0;
  for (const letter of text) {
    if (/[iljtfrI.,' -]/.test(letter)) em += 0.34;
    else if (/[mwMW]/.test(letter)) em += 0.86;
    else if (/\p{Lu}/u.test(letter)) em += 0.68;
    else em += 0.56;
  }
  return em * schrift;
}

function around(links: number, oben: number, rechts: number, unten: number): Kasten {
  return { links, oben, rechts, unten };
}

function area({ links, oben, rechts, unten }: Kasten): number {
  return Math.max(0, rechts - links) * Math.max(0, unten - oben);
}

/** Area that two boxes share. */
function overlap(a: Kasten, b: Kasten): number {
  const breit = Math.min(a.rechts, b.rechts) - Math.max(a.links, b.links);
  const hoch = Math.min(a.unten, b.unten) - Math.max(a.oben, b.oben);
  return breit > 0 && hoch > 0 ? breit * hoch : 0;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

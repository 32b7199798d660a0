/** Gathers places that would cover each other on the map at its current scale. */
import type { PunktDef } from '../suche/suchtabelle.ts';

export interface Stelle {
  row: number;
  lat: number;
  lon: number;
  ungefaehr: boolean;
}

export interface Gruppe {
  /** Where the marker stands: at the first of its places. */
  lat: number;
  lon: number;
  stellen: Stelle[];
  /** All of it is only roughly there. */
  ungefaehr: boolean;
  /** Places of more than one point: a closer look would part them. */
  verteilt: boolean;
}

/** The places of the given rows, in their order. */
export function stellenVon(punkte: readonly PunktDef[][], rows: readonly number[]): Stelle[] {
  return rows.flatMap((row) =>
    punkte[row]!.map(([lat, lon, ungefaehr]) => ({ row, lat, lon, ungefaehr: ungefaehr === 1 })),
  );
}

/**
 * @param project position of a place on the screen, in pixels
 * @param radius places closer than this belong together
 */
export function gruppieren(
  stellen: readonly Stelle[],
  project: (stelle: Stelle) => { x: number; y: number },
  radius: number,
): Gruppe[] {
  interface Haufen {
    nr: number;
    x: number;
    y: number;
    stellen: Stelle[];
  }
  const haufen: Haufen[] = [];
  // By squares as wide as the radius: what is near lies in one of nine.
  const felder = new Map<string, Haufen[]>();
  for (const stelle of stellen) {
    const { x, y } = project(stelle);
    const [spalte, zeile] = [Math.floor(x / radius), Math.floor(y / radius)];
    const nahe = [-1, 0, 1]
      .flatMap((dx) => [-1, 0, 1].flatMap((dy) => felder.get(`${spalte + dx},${zeile + dy}`) ?? []))
      .filter((einer) => Math.hypot(einer.x - x, einer.y - y) < radius);
    // Of several, the first that was there.
    const erster = nahe.sort((a, b) => a.nr - b.nr)[0];
    if (erster) {
      erster.stellen.push(stelle);
      continue;
    }
    const neuer = { nr: haufen.length, x, y, stellen: [stelle] };
    haufen.push(neuer);
    const feld = `${spalte},${zeile}`;
    felder.set(feld, [...(felder.get(feld) ?? []), neuer]);
  }
  return haufen.map(({ stellen: inGruppe }) => {
    const [{ lat, lon } = { lat: 0, lon: 0 }] = inGruppe;
    return {
      lat,
      lon,
      stellen: inGruppe,
      ungefaehr: inGruppe.every((stelle) => stelle.ungefaehr),
      verteilt: inGruppe.some((stelle) => stelle.lat !== lat || stelle.lon !== lon),
    };
  });
}

/** Different offers of a group, in order. */
export function angeboteIn({ stellen }: Gruppe): Stelle[] {
  const gesehen = new Set<number>();
  return stellen.filter(({ row }) => !gesehen.has(row) && gesehen.add(row));
}

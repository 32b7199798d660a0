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
  const gruppen: { x: number; y: number; stellen: Stelle[] }[] = [];
  for (const stelle of stellen) {
    const { x, y } = project(stelle);
    const nahe = gruppen.find((gruppe) => Math.hypot(gruppe.x - x, gruppe.y - y) < radius);
    if (nahe) nahe.stellen.push(stelle);
    else gruppen.push({ x, y, stellen: [stelle] });
  }
  return gruppen.map(({ stellen: inGruppe }) => {
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

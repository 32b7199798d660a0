/** The offers of a list in the order of a short way: always on to the nearest that is left. */
import { entfernungKm, type Punkt } from '../domain/entfernung.ts';
import type { PunktDef } from '../suche/suchtabelle.ts';
import type { Bestand } from './bestand.ts';
import { createFinder } from './finder.ts';

/**
 * @param punkte the places of each offer; who has several is visited at the one that is nearest then
 * @returns numbers of the offers; those without a place come last, in their order
 */
export function wegfolge(punkte: readonly (readonly PunktDef[])[], start: Punkt): number[] {
  const offen = new Set(punkte.keys());
  const folge: number[] = [];
  let hier = start;
  for (;;) {
    const naechste = [...offen]
      .flatMap((nr) =>
        punkte[nr]!.map(([lat, lon]) => ({ nr, lat, lon, km: entfernungKm(hier, { lat, lon }) })),
      )
      .reduce<{ nr: number; lat: number; lon: number; km: number } | undefined>(
        (a, b) => (a && a.km <= b.km ? a : b),
        undefined,
      );
    if (!naechste) return [...folge, ...offen];
    hier = naechste;
    folge.push(naechste.nr);
    offen.delete(naechste.nr);
  }
}

/** Finds the Kommunen that are meant by the name of a place or a postal code. */
export function createOrtssuche(bestand: Bestand): (text: string) => Promise<string[]> {
  return createFinder(bestand).orte;
}

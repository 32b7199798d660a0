/** Distances from where the visitor is, and how honestly they can be told. */
import { entfernungKm } from '../domain/entfernung.ts';
import type { PunktDef } from '../suche/suchtabelle.ts';

export interface Standpunkt {
  lat: number;
  lon: number;
  /** The middle of a town, or a device that does not know better. */
  ungefaehr: boolean;
}

export interface Entfernung {
  km: number;
  ungefaehr: boolean;
}

/** Below this, a distance between rough places says nothing: they may lie six kilometres off. */
const GRENZE_KM = 10;
const SCHRITT_KM = 5;

/** The distance to the nearest of an offer's places; undefined where none is known. */
export function entfernungZu(
  punkte: readonly PunktDef[],
  standpunkt: Standpunkt,
): Entfernung | undefined {
  let nahe: Entfernung | undefined;
  for (const [lat, lon, ungefaehr] of punkte) {
    const km = entfernungKm(standpunkt, { lat, lon });
    if (!nahe || km < nahe.km) nahe = { km, ungefaehr: standpunkt.ungefaehr || ungefaehr === 1 };
  }
  return nahe;
}

/**
 * What may be said about a distance: which text, and its number.
 * @example wortlaut({ km: 13.1, ungefaehr: true }) // { key: 'naehe.ungefaehr', km: 15 }
 */
export function wortlaut({ km, ungefaehr }: Entfernung): {
  key: 'naehe.km' | 'naehe.ungefaehr' | 'naehe.unter10';
  km: number;
} {
  if (!ungefaehr)
    return { key: 'naehe.km', km: km < 10 ? Math.round(km * 10) / 10 : Math.round(km) };
  if (km < GRENZE_KM) return { key: 'naehe.unter10', km: GRENZE_KM };
  return { key: 'naehe.ungefaehr', km: Math.round(km / SCHRITT_KM) * SCHRITT_KM };
}

/** Distances. Free of everything else, so that the browser can use it too. */

/** Latitude and longitude in degrees, WGS84. */
export interface Punkt {
  lat: number;
  lon: number;
}

/** Great-circle distance in kilometres (haversine, mean earth radius 6371 km). */
export function entfernungKm(a: Punkt, b: Punkt): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/**
 * The Kreis as a drawing, made at build time: its municipalities as labelled points at their place, with outlines
 * where the content has them. The projection is that of web maps, so that the drawing also lies under the map.
 */
import { einmalJe } from '../domain/einmal.ts';
import type { Punkt } from '../domain/entfernung.ts';
import type { Umrisse } from '../domain/umrisse.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { type LabelPlatz, placeLabels } from './karte-beschriftung.ts';
import { type Beschriftung, inSprache, type Kontext, label } from './kontext.ts';

export interface KommuneAufKarte {
  id: string;
  name: Beschriftung;
  href: string;
  /** Accessible name: „Musterstadt, 34 Angebote vor Ort“. */
  titel: string;
  anzahl: number;
  x: number;
  y: number;
  radius: number;
  label: LabelPlatz;
}

export interface KreisKarte {
  titel: string;
  breite: number;
  hoehe: number;
  schrift: number;
  kommunen: KommuneAufKarte[];
  /** Paths of the outlines (`d`). */
  umrisse: string[];
  /** South-west and north-east corner of the drawing in degrees: `[lat, lon]`. */
  ecken: [[number, number], [number, number]];
}

/** Width of the drawing in its own units; see {@link kreisFlaeche} for its height. */
export const BREITE = 400;
const HOEHE_MIN = 220;
/** Room for labels that stand outside of the outermost points. */
const RAND = { x: 40, y: 22 };
const SCHRIFT = 12;
const RADIUS = { min: 3.5, max: 11 };

/** The drawing of the Kreis, with the number of offers in each municipality. */
export function toKreisKarte(kontext: Kontext): KreisKarte {
  const { katalog, sprache, t, pfade } = kontext;
  const { kommunen } = katalog.vokabular;
  const flaeche = kreisFlaeche(katalog);
  const anzahlen = countByKommune(kontext);
  const groesste = Math.max(1, ...anzahlen.values());

  const punkte = [...kommunen.values()].map((kommune) => {
    const anzahl = anzahlen.get(kommune.id) ?? 0;
    const name = label(kommunen, kommune.id, sprache);
    return {
      id: kommune.id,
      name,
      href: pfade.wert('kommune', kommune.id),
      titel: t('karte.kommune', { name: name.text, anzahl }),
      anzahl,
      ...flaeche.place(kommune),
      // The area of the circle tells the number.
      radius: round(RADIUS.min + (RADIUS.max - RADIUS.min) * Math.sqrt(anzahl / groesste)),
    };
  });
  const labels = placeLabels(
    punkte.map((punkt) => ({ ...punkt, name: punkt.name.text })),
    { breite: BREITE, hoehe: flaeche.hoehe, schrift: SCHRIFT },
  );
  return {
    titel: t('karte.kreis', { im_kreis: inSprache(katalog.portal.im_kreis, sprache).text }),
    breite: BREITE,
    hoehe: flaeche.hoehe,
    schrift: SCHRIFT,
    kommunen: punkte.map((punkt, i) => ({ ...punkt, label: labels[i]! })),
    umrisse: flaeche.ringe.map((ring) => toPath(ring)),
    ecken: flaeche.ecken,
  };
}

export interface KreisFlaeche {
  hoehe: number;
  /** Where a point of the world lies on the drawing. */
  place(punkt: Punkt): { x: number; y: number };
  /** The outlines on the drawing, each a closed ring. */
  ringe: { x: number; y: number }[][];
  ecken: KreisKarte['ecken'];
}

/** The sheet on which the Kreis is drawn; the same for every drawing of it. */
export const kreisFlaeche = einmalJe((katalog: Katalog): KreisFlaeche => {
  const ringe = ringsOf(katalog.umrisse);
  const { lat, lon } = katalog.portal.karte.gebiet;
  const punkte = [...katalog.vokabular.kommunen.values(), ...ringe.flat()];
  const { place, ...mass } = fit(
    punkte.length > 0
      ? punkte
      : [
          { lat: lat[0], lon: lon[0] },
          { lat: lat[1], lon: lon[1] },
        ],
  );
  return { ...mass, place, ringe: ringe.map((ring) => ring.map(place)) };
});

/** Offers that take place in each Kommune. */
function countByKommune({ katalog }: Kontext): Map<string, number> {
  const anzahlen = new Map<string, number>();
  for (const { orte } of katalog.angebote.values()) {
    for (const id of new Set(orte.map((ort) => ort.kommune))) {
      if (id) anzahlen.set(id, (anzahlen.get(id) ?? 0) + 1);
    }
  }
  return anzahlen;
}

/** Web Mercator, in radians of the equator; y grows to the north. */
function mercator({ lat, lon }: Punkt): { x: number; y: number } {
  const rad = Math.PI / 180;
  return { x: lon * rad, y: Math.log(Math.tan(Math.PI / 4 + (lat * rad) / 2)) };
}

/** The scale at which all points fit into the width. */
function fit(punkte: readonly Punkt[]) {
  const projected = punkte.map(mercator);
  const xs = projected.map(({ x }) => x);
  const ys = projected.map(({ y }) => y);
  // No spread: outlines can have more points than a call may have arguments.
  const min = (werte: readonly number[]) => werte.reduce((a, b) => Math.min(a, b), Infinity);
  const max = (werte: readonly number[]) => werte.reduce((a, b) => Math.max(a, b), -Infinity);
  const west = min(xs);
  const nord = max(ys);
  const spanX = Math.max(max(xs) - west, 1e-4);
  const spanY = nord - min(ys);
  const scale = (BREITE - 2 * RAND.x) / spanX;
  const hoehe = Math.round(Math.min(Math.max(spanY * scale + 2 * RAND.y, HOEHE_MIN), 2 * BREITE));
  const oben = (hoehe - spanY * scale) / 2;
  const place = (punkt: Punkt) => {
    const { x, y } = mercator(punkt);
    return { x: round(RAND.x + (x - west) * scale), y: round(oben + (nord - y) * scale) };
  };
  const ecke = (x: number, y: number): [number, number] => {
    const grad = 180 / Math.PI;
    const lat = 2 * Math.atan(Math.exp(nord - (y - oben) / scale)) - Math.PI / 2;
    return [round(lat * grad, 6), round((west + (x - RAND.x) / scale) * grad, 6)];
  };
  return { place, hoehe, ecken: [ecke(0, hoehe), ecke(BREITE, 0)] as KreisKarte['ecken'] };
}

/** Rings of all polygons. */
function ringsOf(umrisse: Umrisse | undefined): Punkt[][] {
  const polygons = (umrisse?.features ?? []).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return polygons.flat().map((ring) => ring.map(([lon, lat]) => ({ lon, lat })));
}

/**
 * A closed path.
 * @param genau points closer than this say nothing; half a unit at the size of the drawing
 */
export function toPath(punkte: readonly { x: number; y: number }[], genau = 0.5): string {
  const kept: { x: number; y: number }[] = [];
  for (const punkt of punkte) {
    const last = kept.at(-1);
    if (!last || Math.hypot(punkt.x - last.x, punkt.y - last.y) >= genau) kept.push(punkt);
  }
  return `M${kept.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

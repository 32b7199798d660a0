import { entfernungKm } from '../../domain/entfernung.ts';
import type { OrtEintrag } from '../../domain/ort.ts';
import { kommuneOf } from '../create-angebot.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';

/** Farther from the middle of its Kommune than any place of a Kreis lies. */
const WEIT_KM = 15;

/** Points must lie in the Kreis, and near the Kommune of their address. */
export const koordinaten: Regel = {
  name: 'koordinaten',
  zweck: 'A swapped or mistyped point sends people to the wrong place.',
  pruefe({ katalog, eintraege }) {
    const funde: Fund[] = [];
    for (const [id, angebot] of eintraege.angebote) {
      for (const [i, ort] of (angebot.orte ?? []).entries()) {
        if (typeof ort !== 'string')
          funde.push(...pruefeOrt(katalog, ort, 'angebot', id, ['orte', i]));
      }
    }
    for (const [id, ort] of eintraege.orte) funde.push(...pruefeOrt(katalog, ort, 'ort', id, []));
    for (const [id, kommune] of eintraege.vokabular.kommunen) {
      funde.push(
        ...pruefeOrt(katalog, { lat: kommune.lat, lon: kommune.lon }, 'vokabular', 'kommunen', [
          id,
        ]),
      );
    }
    const { lat, lon } = katalog.portal.karte.gebiet;
    const fern = punkteDer(katalog.umrisse).find(
      ([x, y]) => x < lon[0] || x > lon[1] || y < lat[0] || y > lat[1],
    );
    if (fern) {
      funde.push({
        art: 'karte',
        id: 'karte',
        feld: [],
        meldung: `Die Umrisse reichen mit dem Punkt ${fern[1]}, ${fern[0]} über das Gebiet in portal.yaml (karte.gebiet) hinaus.`,
        tipp: 'Bitte die Umrisse dieses Kreises in Grad (WGS 84) exportieren, oder das Gebiet größer wählen.',
      });
    }
    return funde;
  },
};

/** All points of the outlines, longitude first. */
function punkteDer(
  umrisse: RegelKontext['katalog']['umrisse'],
): (readonly number[] & [number, number])[] {
  return (umrisse?.features ?? []).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  ) as (readonly number[] & [number, number])[];
}

function pruefeOrt(
  katalog: RegelKontext['katalog'],
  ort: OrtEintrag,
  art: Fund['art'],
  id: string,
  pfad: (string | number)[],
): Fund[] {
  const { lat, lon } = ort;
  if (lat === undefined || lon === undefined) return [];
  const { gebiet } = katalog.portal.karte;
  const inside = (value: number, [min, max]: [number, number]) => value >= min && value <= max;
  if (inside(lat, gebiet.lat) && inside(lon, gebiet.lon)) {
    const kommune = katalog.vokabular.kommunen.get(
      kommuneOf(ort, katalog.vokabular.kommunen) ?? '',
    );
    const weite = kommune ? entfernungKm({ lat, lon }, kommune) : 0;
    if (weite < WEIT_KM) return [];
    return [
      {
        art,
        id,
        feld: [...pfad, 'lat'],
        stufe: 'warnung',
        meldung: `Der Punkt liegt ${Math.round(weite)} km von ${kommune!.bezeichnung['de']} entfernt, obwohl die Anschrift dort ist.`,
        tipp: 'Bitte den Punkt auf einer Karte nachsehen.',
      },
    ];
  }
  const vertauscht = inside(lon, gebiet.lat) && inside(lat, gebiet.lon);
  return [
    {
      art,
      id,
      feld: [...pfad, 'lat'],
      meldung: `Der Punkt ${lat}, ${lon} liegt außerhalb des Gebiets (lat ${gebiet.lat.join(' bis ')}, lon ${gebiet.lon.join(' bis ')}).`,
      tipp: vertauscht
        ? `Breite und Länge sind vertauscht. Meinten Sie lat: ${lon} und lon: ${lat}?`
        : 'Bitte den Punkt auf einer Karte nachsehen oder lat und lon weglassen; dann gilt die Mitte der Kommune als ungefährer Ort.',
    },
  ];
}

/** The offers on a map (GeoJSON, RFC 7946). */
import type { Angebot } from '../domain/angebot.ts';
import type { Ort } from '../domain/ort.ts';
import { sprachName } from '../i18n/sprachen.ts';
import { type Dateien, formatJsonListe, langeDatei } from './datei.ts';
import {
  alsUri,
  type Herausgabe,
  ohneLeere,
  toKopf,
  uuidVonAngebot,
  veroeffentlichte,
} from './herausgabe.ts';

/** One feature per offer and place; without a geometry for offers that have no place, or a secret one. */
export function geojsonDatei(herausgabe: Herausgabe): Dateien {
  const { version: _, ...kopf } = toKopf(herausgabe);
  return langeDatei('daten/angebote.geojson', () =>
    formatJsonListe({ type: 'FeatureCollection', ...kopf }, 'features', features(herausgabe)),
  );
}

function* features(herausgabe: Herausgabe): Generator<object> {
  for (const angebot of veroeffentlichte(herausgabe)) {
    const orte: (Ort | undefined)[] = angebot.orte.length > 0 ? angebot.orte : [undefined];
    for (const [i, ort] of orte.entries()) yield toFeature(herausgabe, angebot, ort, i);
  }
}

function toFeature(
  { katalog, adressen }: Herausgabe,
  angebot: Angebot,
  ort: Ort | undefined,
  nummer: number,
): object {
  const { vokabular, anbieter, portal } = katalog;
  const uuid = uuidVonAngebot(portal, angebot.id);
  const wort = (
    begriffe: ReadonlyMap<string, { bezeichnung: Record<string, string> }>,
    id: string | undefined,
  ) => (id === undefined ? undefined : (begriffe.get(id)?.bezeichnung['de'] ?? id));
  const { telefon, email, web } = angebot.kontakt;
  return {
    type: 'Feature',
    id: `${uuid}/${nummer}`,
    geometry: ort?.punkt ? { type: 'Point', coordinates: [ort.punkt.lon, ort.punkt.lat] } : null,
    properties: ohneLeere({
      uuid,
      // What map programs show without being asked.
      name: angebot.titel,
      description: angebot.kurztext,
      anbieter: anbieter.get(angebot.anbieter)?.name,
      angebotsart: wort(vokabular.angebotsarten, angebot.angebotsart),
      themen: angebot.thema.map((id) => wort(vokabular.themen, id)),
      zielgruppen: angebot.zielgruppen.map((id) => wort(vokabular.zielgruppen, id)),
      sprachen: angebot.sprachen?.map(({ code }) => sprachName(code, 'de')),
      haus: ort?.name,
      strasse: ort?.strasse,
      plz: ort?.plz,
      ort: ort?.ort,
      kommune: wort(vokabular.kommunen, ort?.kommune),
      genau: ort?.punkt && !ort.ungefaehr,
      telefon,
      email,
      web: alsUri(web),
      seite: adressen.angebot(angebot.id),
      geprueft_am: angebot.geprueft_am,
    }),
  };
}

/** Looks at the open data that were built: each format has the same offers as the pages, and none tells a secret place. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { uuidVonAngebot } from '../../src/daten/herausgabe.ts';
import type { AngeboteDatei } from '../../src/domain/datensatz.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';

/** An offer as an export has it. */
interface Zeile {
  uuid: string;
  /** It says where the offer is. */
  ort: boolean;
}

interface Export {
  pfad: string;
  read: (text: string) => Zeile[];
}

const EXPORTE: readonly Export[] = [
  {
    pfad: 'daten/v1/angebote.json',
    read: (text) =>
      (JSON.parse(text) as AngeboteDatei).angebote.map(({ uuid, orte = [] }) => ({
        uuid,
        ort: orte.length > 0,
      })),
  },
  {
    pfad: 'daten/hsds/services.json',
    read: (text) =>
      (JSON.parse(text) as { contents: Service[] }).contents.map((service) => ({
        uuid: service.id,
        ort: 'service_at_locations' in service || 'x_de_orte' in service,
      })),
  },
  {
    pfad: 'daten/angebote.geojson',
    read: (text) =>
      (JSON.parse(text) as { features: Feature[] }).features.map(({ geometry, properties }) => ({
        uuid: properties.uuid,
        ort:
          geometry !== null ||
          ['strasse', 'plz', 'ort', 'kommune'].some((feld) => feld in properties),
      })),
  },
  {
    pfad: 'daten/angebote.csv',
    read: (text) =>
      Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
        delimiter: ';',
        header: true,
        skipEmptyLines: true,
      }).data.map((zeile) => ({ uuid: zeile['UUID'] ?? '', ort: Boolean(zeile['Anschrift']) })),
  },
];

interface Service {
  id: string;
  service_at_locations?: object[];
  x_de_orte?: object[];
}

interface Feature {
  geometry: object | null;
  properties: { uuid: string };
}

/**
 * @param ordner the built portal
 * @returns German sentences; empty where all is well
 */
export function pruefeDaten(ordner: string, katalog: Katalog): string[] {
  const erwartet = new Map(
    [...katalog.angebote.values()].map((angebot) => [
      uuidVonAngebot(katalog.portal, angebot.id),
      angebot,
    ]),
  );
  return EXPORTE.flatMap(({ pfad, read }) => {
    const datei = join(ordner, pfad);
    if (!existsSync(datei)) return [`Die offenen Daten ${pfad} wurden nicht geschrieben.`];
    const zeilen = read(readFileSync(datei, 'utf8'));
    const gefunden = new Set(zeilen.map(({ uuid }) => uuid));
    const einwand = (uuid: string, was: string) =>
      `In den offenen Daten ${pfad} ${was}: ${erwartet.get(uuid)?.id ?? uuid}.`;
    return [
      ...[...erwartet.keys()]
        .filter((uuid) => !gefunden.has(uuid))
        .map((uuid) => einwand(uuid, 'fehlt ein Angebot')),
      ...[...gefunden]
        .filter((uuid) => !erwartet.has(uuid))
        .map((uuid) => einwand(uuid, 'steht ein Angebot, das es nicht gibt')),
      ...zeilen
        .filter(({ uuid, ort }) => ort && erwartet.get(uuid)?.vertraulich)
        .map(({ uuid }) => einwand(uuid, 'steht der Ort eines vertraulichen Angebots')),
    ];
  });
}

/** Looks at the open data that were built: every file is there, each format has the same offers as the pages, and none tells a secret place. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { uuidVonAngebot } from '../../../src/domain/uuid.ts';
import type { AngeboteDatei } from '../../../src/domain/datensatz.ts';
import type { Katalog } from '../../../src/katalog/katalog.ts';
import { type Ausgabe, ortVon } from './ausgabe.ts';

/** An offer as an export has it. */
interface Zeile {
  uuid: string;
  /** It says where the offer is. */
  ort: boolean;
}

interface Export {
  pfad: string;
  /** Whether an offer may stand there more often than once, or not at all. */
  anzahl: 'je einmal' | 'mindestens einmal' | 'beliebig';
  read: (text: string) => Zeile[];
}

const EXPORTE: readonly Export[] = [
  {
    pfad: 'daten/v1/angebote.json',
    anzahl: 'je einmal',
    read: (text) =>
      (JSON.parse(text) as AngeboteDatei).angebote.map(({ uuid, orte = [] }) => ({
        uuid,
        ort: orte.length > 0,
      })),
  },
  {
    pfad: 'daten/hsds/services.json',
    anzahl: 'je einmal',
    read: (text) => (JSON.parse(text) as { contents: Service[] }).contents.map(ausService),
  },
  {
    pfad: 'daten/hsds/services.csv',
    anzahl: 'je einmal',
    read: (text) => tabelle(text, ',').map(({ id = '' }) => ({ uuid: id, ort: false })),
  },
  {
    pfad: 'daten/hsds/service_at_location.csv',
    anzahl: 'beliebig',
    read: (text) =>
      tabelle(text, ',').map(({ service_id = '' }) => ({ uuid: service_id, ort: true })),
  },
  {
    pfad: 'daten/angebote.geojson',
    anzahl: 'mindestens einmal',
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
    anzahl: 'je einmal',
    read: (text) =>
      tabelle(text, ';').map((zeile) => ({
        uuid: zeile['UUID'] ?? '',
        ort: Boolean(zeile['Anschrift']),
      })),
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

function ausService(service: Service): Zeile {
  return {
    uuid: service.id,
    ort: 'service_at_locations' in service || 'x_de_orte' in service,
  };
}

function tabelle(text: string, delimiter: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    delimiter,
    header: true,
    skipEmptyLines: true,
  }).data;
}

/**
 * @param pfade every file that open data consist of, but the page about them
 * @param dateien all files of the portal, from its root
 * @returns German sentences; empty where all is well
 */
export function pruefeDaten(
  ausgabe: Ausgabe,
  katalog: Katalog,
  pfade: readonly string[],
  dateien: readonly string[],
): string[] {
  const erwartet = new Map(
    [...katalog.angebote.values()].map((angebot) => [
      uuidVonAngebot(katalog.portal, angebot.id),
      angebot,
    ]),
  );
  const lies = (pfad: string) => readFileSync(ortVon(ausgabe, pfad), 'utf8');
  const einwand = (pfad: string, uuid: string, was: string) =>
    `In den offenen Daten ${pfad} ${was}: ${erwartet.get(uuid)?.id ?? uuid}.`;
  const fremdes = (pfad: string, zeilen: readonly Zeile[]) => [
    ...zeilen
      .filter(({ uuid }) => !erwartet.has(uuid))
      .map(({ uuid }) => einwand(pfad, uuid, 'steht ein Angebot, das es nicht gibt')),
    ...zeilen
      .filter(({ uuid, ort }) => ort && erwartet.get(uuid)?.vertraulich)
      .map(({ uuid }) => einwand(pfad, uuid, 'steht der Ort eines vertraulichen Angebots')),
  ];

  const fehlende = [...new Set(pfade).difference(new Set(dateien))];
  if (fehlende.length > 0)
    return fehlende.map((pfad) => `Die offenen Daten ${pfad} wurden nicht geschrieben.`);
  const bekannte = new Set([...pfade, 'daten/index.html']);
  return [
    ...dateien
      .filter((pfad) => pfad.startsWith('daten/') && !bekannte.has(pfad))
      .map((pfad) => `Die Datei ${pfad} gehört nicht zu den offenen Daten.`),
    ...EXPORTE.flatMap(({ pfad, anzahl, read }) => {
      const zeilen = read(lies(pfad));
      const gefunden = Map.groupBy(zeilen, ({ uuid }) => uuid);
      const fehlt = [...erwartet.keys()].filter((uuid) => !gefunden.has(uuid));
      const doppelt = [...gefunden].filter(([, gruppe]) => gruppe.length > 1);
      return [
        ...(anzahl === 'beliebig' ? [] : fehlt).map((uuid) =>
          einwand(pfad, uuid, 'fehlt ein Angebot'),
        ),
        ...(anzahl === 'je einmal' ? doppelt : []).map(([uuid]) =>
          einwand(pfad, uuid, 'steht ein Angebot doppelt'),
        ),
        ...fremdes(pfad, zeilen),
      ];
    }),
    ...pfade
      .filter((pfad) => pfad.startsWith('daten/hsds/services/'))
      .flatMap((pfad) => fremdes(pfad, [ausService(JSON.parse(lies(pfad)) as Service)])),
    ...verwaisteOrte(lies),
    ...pfade
      .filter((pfad) => pfad.startsWith('daten/neu/'))
      .flatMap((pfad) =>
        [...lies(pfad).matchAll(/<id>urn:uuid:([^<]+)<\/id>/g)]
          .map(([, uuid = '']) => uuid)
          .filter((uuid) => erwartet.get(uuid)?.schnellVerlassen !== false)
          .map((uuid) => einwand(pfad, uuid, 'steht ein Angebot, das dort nicht stehen darf')),
      ),
  ];
}

/** Places and addresses of HSDS's tables that belong to no offer: whose they are, nothing could tell. */
function verwaisteOrte(lies: (pfad: string) => string): string[] {
  const zeilen = (name: string) => tabelle(lies(`daten/hsds/${name}.csv`), ',');
  const orte = new Set(zeilen('service_at_location').map(({ location_id }) => location_id));
  const ohne = (name: string, feld: string) =>
    zeilen(name)
      .filter((zeile) => !orte.has(zeile[feld]))
      .map(
        ({ id }) =>
          `In den offenen Daten daten/hsds/${name}.csv gehört ein Ort zu keinem Angebot: ${id}.`,
      );
  return [...ohne('locations', 'id'), ...ohne('addresses', 'location_id')];
}

/**
 * Offers as JSON become the table that the import reads: our own open data (version 1), and services of Open Referral's HSDS. Taken is what
 * is certain; what else is said is named.
 */
import { isDeepStrictEqual } from 'node:util';
import { uuidVonAngebot } from '../../../src/daten/herausgabe.ts';
import {
  readService,
  type Service,
  serviceSchema,
  servicesIn,
  type Worte,
} from '../../../src/daten/hsds/lesen.ts';
import {
  type Felder,
  formatZelle,
  istZusammengesetzt,
  readZelle,
  SPALTEN,
} from '../../../src/daten/tabelle.ts';
import {
  type Datensatz,
  datensatzSchema,
  DATEN_VERSION,
  type OrtDaten,
} from '../../../src/domain/datensatz.ts';
import type { Portal } from '../../../src/domain/portal.ts';
import type { Baum } from '../../../src/katalog/read-yaml.ts';
import { liesBytes } from '../schreibe-datei.ts';
import { Ablehnung, deute } from './deuten.ts';
import type { Tabelle } from './lies-tabelle.ts';
import { ANBIETER_KENNUNG } from './spalten.ts';
import type { Verzeichnisse } from './vokabeln.ts';

/** The id that an offer has in all formats and portals. */
const FREMDE_ID = 'externe_ids.hsds';

/** Columns, in the order in which a refused row comes back. */
const KOPF = [
  'kennung',
  'externe_ids',
  FREMDE_ID,
  ANBIETER_KENNUNG,
  ...SPALTEN.filter((spalte) => !['kennung', 'externe_ids'].includes(spalte)),
];

/** No file is longer: a whole Kreis with all its translations has a few megabytes. */
const MAX_BYTES = 60_000_000;

/** Fields of our record that no table holds; a new offer gets its page and its translations here. */
const OHNE_SPALTE = ['seite', 'uebersetzungen'] as const;

/** What of a service is looked at, by its name in HSDS; `x_de_…` is ours. */
const GENOMMEN = new Set([...Object.keys(serviceSchema.shape), 'organization_id']);
/** What only says in other words what our own fields beside it say. */
const IN_WORTEN = [
  'alert',
  'application_process',
  'capacities',
  'cost_options',
  'eligibility_description',
  'interpretation_services',
];

export interface JsonTabelle extends Tabelle {
  /** Names of what the file says and the portal does not take. */
  uebergangen: string[];
}

interface Gelesenes {
  datensatz: Partial<Datensatz>;
  worte?: Worte;
  uebergangen: string[];
  /** What is said of the provider; it is created with its name alone. */
  vomAnbieter?: string[];
}

/**
 * Reads offers: our own `angebote.json`, or services (an array of them, or a list under `services` or `contents`).
 * @throws Error with a German sentence
 */
export function liesJson(
  datei: string,
  verzeichnisse: Verzeichnisse,
  portal: Pick<Portal, 'kreis' | 'land'>,
): JsonTabelle {
  const json = parseJson(datei);
  const huelle = json as { version?: unknown; angebote?: unknown } | null;
  const eigene = Array.isArray(huelle?.angebote);
  if (eigene && huelle?.version !== DATEN_VERSION)
    throw new Error(
      `Die Datei hat die Version ${JSON.stringify(huelle?.version)}; gelesen wird Version ${DATEN_VERSION}.`,
    );
  const roh = eigene ? (huelle?.angebote as unknown[]) : servicesIn(json);
  if (!roh || roh.length === 0)
    throw new Error(
      'In der Datei stehen keine Angebote: Erwartet werden offene Daten eines Portals wie diesem („version“ und „angebote“), oder HSDS als Liste von „services“ oder als Objekt mit „services“ oder „contents“.',
    );
  const alle = roh.map((eintrag, i) =>
    toZellen((eigene ? liesEigenes : liesService)(eintrag, i + 1), verzeichnisse, portal),
  );
  return {
    form: eigene ? `JSON v${DATEN_VERSION}` : 'HSDS',
    kopf: KOPF,
    zeilen: alle.map(({ zellen }, i) => ({
      nummer: i + 1,
      zellen: KOPF.map((spalte) => zellen[spalte] ?? ''),
    })),
    uebergangen: [...new Set(alle.flatMap(({ uebergangen }) => uebergangen))].sort(),
  };
}

function parseJson(datei: string): unknown {
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(liesBytes(datei, MAX_BYTES)),
    );
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof TypeError
      ? new Error('Die Datei ist kein lesbares JSON in UTF-8.')
      : error;
  }
}

function liesEigenes(eintrag: unknown, nummer: number): Gelesenes {
  const gelesen = datensatzSchema.partial().safeParse(eintrag);
  if (!gelesen.success)
    throw falscheForm(nummer, `Angebot nach Version ${DATEN_VERSION}`, gelesen.error);
  const { data: datensatz } = gelesen;
  return { datensatz, uebergangen: OHNE_SPALTE.filter((feld) => feld in datensatz) };
}

function liesService(eintrag: unknown, nummer: number): Gelesenes {
  const gelesen = serviceSchema.safeParse(eintrag);
  if (!gelesen.success) throw falscheForm(nummer, '„service“ nach HSDS', gelesen.error);
  return {
    ...readService(gelesen.data),
    uebergangen: uebergangen(gelesen.data),
    vomAnbieter: Object.entries(gelesen.data.organization ?? {})
      .filter(([name, wert]) => !['id', 'name', 'x_de_id'].includes(name) && !isLeer(wert))
      .map(([name]) => `organization.${name}`),
  };
}

function falscheForm(
  nummer: number,
  was: string,
  { issues }: { issues: { path: PropertyKey[] }[] },
): Error {
  const feld = issues[0]!.path.map(String).join('.');
  return new Error(
    `Eintrag ${nummer} ist kein ${was}: ${feld ? `Das Feld „${feld}“ hat` : 'Er hat'} nicht die richtige Form.`,
  );
}

function uebergangen(service: Service): string[] {
  const eigener = service['x_de_id'] !== undefined;
  return Object.entries(service)
    .filter(([name, wert]) => !GENOMMEN.has(name) && !name.startsWith('x_de_') && !isLeer(wert))
    .map(([name]) => name)
    .filter((name) => !eigener || !IN_WORTEN.includes(name));
}

function isLeer(wert: unknown): boolean {
  return wert === null || wert === '' || (Array.isArray(wert) && wert.length === 0);
}

interface Zellen {
  zellen: Record<string, string>;
  uebergangen: string[];
}

/** A row, column by column; what only words say is left to the vocabularies. */
function toZellen(
  { datensatz, worte, uebergangen, vomAnbieter = [] }: Gelesenes,
  verzeichnisse: Verzeichnisse,
  portal: Pick<Portal, 'kreis' | 'land'>,
): Zellen {
  const { id, uuid, anbieter, anbieter_name } = datensatz;
  const vonHier = id !== undefined && uuid === uuidVonAngebot(portal, id);
  const zellen = Object.entries(toFelder(datensatz, verzeichnisse)).map(([feld, wert]) => [
    feld,
    toZelle(feld, wert, verzeichnisse),
  ]);
  const ausWorten = worte && deuteWorte(worte, datensatz, verzeichnisse);
  return {
    zellen: {
      ...(Object.fromEntries(zellen) as Record<string, string>),
      ...ausWorten?.zellen,
      anbieter: anbieter_name ?? anbieter ?? '',
      // Two portals may have called different offers and providers alike.
      ...(vonHier
        ? { kennung: id, [ANBIETER_KENNUNG]: anbieter ?? '' }
        : { [FREMDE_ID]: uuid ?? '' }),
    },
    uebergangen: [
      ...uebergangen,
      ...(ausWorten?.uebergangen ?? []),
      ...(isBekannt(datensatz, verzeichnisse) ? [] : vomAnbieter),
    ],
  };
}

/** A cell as people write it, or as JSON where the import would understand those words in another way. */
function toZelle(feld: string, wert: Baum, verzeichnisse: Verzeichnisse): string {
  const zelle = formatZelle(feld, wert);
  if (!istZusammengesetzt(feld)) return zelle;
  const json = JSON.stringify(wert);
  try {
    const { wert: gedeutet, bemerkung } = deute(feld, zelle, verzeichnisse);
    return !bemerkung && isDeepStrictEqual(gedeutet, readZelle(feld, json)) ? zelle : json;
  } catch (error) {
    if (error instanceof Ablehnung) return zelle;
    throw error;
  }
}

function deuteWorte(
  { begriffe, gebiete, sprachen, kosten, status }: Worte,
  datensatz: Partial<Datensatz>,
  verzeichnisse: Verzeichnisse,
): Zellen {
  const ids = (ziel: Ziel) => [
    ...new Set(begriffe.flatMap((begriff) => idVon(begriff, ziel, verzeichnisse) ?? [])),
  ];
  const arten = ids('angebotsart');
  // An offer is of one kind.
  const ziele = ZIELE.filter((ziel) => ziel !== 'angebotsart' || arten.length === 1);
  const fremde = begriffe.filter(
    (begriff) =>
      !OHNE_VOKABULAR.includes(begriff.feld) &&
      ziele.every((ziel) => idVon(begriff, ziel, verzeichnisse) === undefined),
  );
  const einzugsgebiet = [...(datensatz.einzugsgebiet ?? [])];
  const fremdeGebiete: string[] = [];
  for (const name of gebiete) {
    const id = verzeichnisse['einzugsgebiet']!.finde(name);
    if (id === undefined) fremdeGebiete.push(name);
    else einzugsgebiet.push(id);
  }
  const codes = datensatz.sprachen
    ? [formatZelle('sprachen', sprachenFeld(datensatz.sprachen))]
    : [];
  return {
    zellen: {
      thema: ids('thema').join(', '),
      zielgruppen: ids('zielgruppen').join(', '),
      angebotsart: arten.length === 1 ? arten[0]! : '',
      einzugsgebiet: einzugsgebiet.join(', '),
      ...(sprachen.length > 0 && { sprachen: [...codes, ...sprachen].join(', ') }),
      ...(kosten && { kosten }),
      ...(status && { status }),
    },
    uebergangen: [
      ...fremde.map(({ worte }) => genannt('attributes', worte[0])),
      ...fremdeGebiete.map((name) => genannt('service_areas', name)),
    ],
  };
}

function genannt(feld: string, wort: string | undefined): string {
  return wort ? `${feld} „${wort}“` : feld;
}

/** Fields whose values a service says with terms that a vocabulary may know. */
const ZIELE = ['thema', 'zielgruppen', 'angebotsart'] as const;
type Ziel = (typeof ZIELE)[number];
type Begriff = Worte['begriffe'][number];
/** Terms of our own exports that are values of our record already. */
const OHNE_VOKABULAR: readonly (string | undefined)[] = ['deutschniveau', 'kinderbetreuung'];

/** What a term means for a field. One of our own exports that is not known here stays as it is: the import refuses it by name. */
function idVon(
  { feld, worte }: Begriff,
  ziel: Ziel,
  verzeichnisse: Verzeichnisse,
): string | undefined {
  if (feld !== undefined && feld !== ziel) return undefined;
  const gefunden = worte.map((wort) => verzeichnisse[ziel]!.finde(wort));
  return gefunden.find((eine) => eine !== undefined) ?? (feld && worte[0]);
}

/** Our record as the fields of an offer's file. */
function toFelder(datensatz: Partial<Datensatz>, verzeichnisse: Verzeichnisse): Felder {
  const { orte, sprachen, kontakt, unterlagen, schritte, ...rest } = datensatz;
  const {
    id: _,
    uuid: __,
    seite,
    anbieter: _a,
    anbieter_name: _n,
    uebersetzungen,
    ...gleiche
  } = rest;
  // What is the provider's stays with the provider, where it is known here.
  const { vom_anbieter, ...eigener } = kontakt ?? { vom_anbieter: false };
  const bekannt = isBekannt(datensatz, verzeichnisse);
  const baustein = (name: 'unterlagen' | 'schritte') =>
    datensatz[name]?.map((eintrag) =>
      'id' in eintrag && verzeichnisse[name]!.finde(eintrag.id) === eintrag.id
        ? eintrag.id
        : { text: eintrag.text ?? ('id' in eintrag ? eintrag.id : '') },
    );
  return toBaum({
    ...gleiche,
    ...(orte && { orte: orte.map(toOrt) }),
    ...(sprachen && { sprachen: sprachenFeld(sprachen) }),
    ...(unterlagen && { unterlagen: baustein('unterlagen') }),
    ...(schritte && { schritte: baustein('schritte') }),
    ...(vom_anbieter && bekannt ? {} : eigener),
  }) as Felder;
}

/** True where its provider is known here. */
function isBekannt(
  { anbieter, anbieter_name }: Partial<Datensatz>,
  verzeichnisse: Verzeichnisse,
): boolean {
  return verzeichnisse['anbieter']!.finde(anbieter_name ?? anbieter ?? '') !== undefined;
}

/** Without a point that is only the middle of the Kommune. */
function toOrt({ lat, lon, genau, ...ort }: OrtDaten): object {
  return genau === false || lat === undefined ? ort : { ...ort, lat, lon };
}

function sprachenFeld(sprachen: NonNullable<Datensatz['sprachen']>): Baum[] {
  return sprachen.map((eine) =>
    eine.art === 'direkt' && !eine.zeiten && !eine.hinweis ? eine.code : toBaum(eine),
  );
}

/** Values as they stand in files: every single one a text. */
function toBaum(wert: unknown): Baum {
  if (Array.isArray(wert)) return wert.map(toBaum);
  if (typeof wert === 'boolean') return wert ? 'ja' : 'nein';
  if (typeof wert !== 'object' || wert === null) return String(wert);
  return Object.fromEntries(
    Object.entries(wert).flatMap(([name, teil]) =>
      teil === undefined ? [] : [[name, toBaum(teil)]],
    ),
  );
}

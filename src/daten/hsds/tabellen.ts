/**
 * Services as a Tabular Data Package: one CSV per kind of object. Tables and columns are those of HSDS's own package, as far as the portal
 * fills them. Its tables of capacities and units lack the columns that say anything, so free places are in the JSON only.
 */
import { harmlos, inAnfuehrung } from '../csv.ts';
import type { Objekt } from './umfeld.ts';

/** Types of Table Schema, by what the column holds. */
const TYPEN = {
  text: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  email: { type: 'string', format: 'email' },
  uri: { type: 'string', format: 'uri' },
  zahl: { type: 'number' },
  datum: { type: 'date' },
  uhrzeit: { type: 'time' },
} as const;

type Art = keyof typeof TYPEN;

interface Tabelle {
  pfad: string;
  /** Column → what it holds; `!` where it is never empty. */
  spalten: Readonly<Record<string, Art | `${Art}!`>>;
  werte?: Readonly<Record<string, readonly string[]>>;
  /** Columns of which no two rows have the same, beside the id. */
  eindeutig?: readonly string[];
}

const ORTSARTEN = ['physical', 'postal', 'virtual'];

/** By name; a column `<table>_id` refers to that table. */
export const TABELLEN = {
  organization: {
    pfad: 'organizations.csv',
    spalten: { id: 'uuid!', name: 'text!', description: 'text!', email: 'email', website: 'uri' },
  },
  service: {
    pfad: 'services.csv',
    spalten: {
      id: 'uuid!',
      organization_id: 'uuid!',
      name: 'text!',
      description: 'text',
      url: 'uri',
      email: 'email',
      status: 'text!',
      interpretation_services: 'text',
      application_process: 'text',
      fees_description: 'text',
      eligibility_description: 'text',
      minimum_age: 'zahl',
      maximum_age: 'zahl',
      assured_date: 'datum',
      alert: 'text',
    },
    werte: { status: ['active', 'inactive', 'defunct', 'temporarily closed'] },
  },
  service_at_location: {
    pfad: 'service_at_location.csv',
    spalten: { id: 'uuid!', service_id: 'uuid!', location_id: 'uuid!' },
  },
  location: {
    pfad: 'locations.csv',
    spalten: {
      id: 'uuid!',
      location_type: 'text!',
      url: 'uri',
      name: 'text',
      description: 'text',
      transportation: 'text',
      latitude: 'zahl',
      longitude: 'zahl',
    },
    werte: { location_type: ORTSARTEN },
  },
  address: {
    pfad: 'addresses.csv',
    spalten: {
      id: 'uuid!',
      location_id: 'uuid',
      address_1: 'text!',
      city: 'text!',
      region: 'text',
      state_province: 'text!',
      postal_code: 'text!',
      country: 'text!',
      address_type: 'text!',
    },
    werte: { address_type: ORTSARTEN },
  },
  accessibility: {
    pfad: 'accessibility.csv',
    spalten: { id: 'uuid!', location_id: 'uuid', description: 'text' },
  },
  phone: {
    pfad: 'phones.csv',
    spalten: {
      id: 'uuid!',
      service_id: 'uuid',
      organization_id: 'uuid',
      number: 'text!',
      type: 'text',
    },
  },
  schedule: {
    pfad: 'schedules.csv',
    spalten: {
      id: 'uuid!',
      service_id: 'uuid',
      valid_from: 'datum',
      valid_to: 'datum',
      dtstart: 'datum',
      until: 'datum',
      count: 'zahl',
      freq: 'text',
      interval: 'zahl',
      byday: 'text',
      bymonthday: 'text',
      description: 'text',
      opens_at: 'uhrzeit',
      closes_at: 'uhrzeit',
      attending_type: 'text',
      notes: 'text',
    },
    werte: { freq: ['WEEKLY', 'MONTHLY'] },
  },
  service_area: {
    pfad: 'service_areas.csv',
    spalten: { id: 'uuid!', service_id: 'uuid', name: 'text' },
  },
  language: {
    pfad: 'languages.csv',
    spalten: { id: 'uuid!', service_id: 'uuid', name: 'text', code: 'text', note: 'text' },
  },
  cost_option: {
    pfad: 'cost_options.csv',
    spalten: {
      id: 'uuid!',
      service_id: 'uuid!',
      option: 'text',
      currency: 'text',
      amount: 'zahl',
      amount_description: 'text',
    },
  },
  required_document: {
    pfad: 'required_documents.csv',
    spalten: { id: 'uuid!', service_id: 'uuid', document: 'text' },
  },
  url: {
    pfad: 'url.csv',
    spalten: {
      id: 'uuid!',
      label: 'text',
      url: 'uri!',
      organization_id: 'uuid',
      service_id: 'uuid',
    },
  },
  attribute: {
    pfad: 'attributes.csv',
    spalten: {
      id: 'uuid!',
      link_id: 'uuid!',
      taxonomy_term_id: 'uuid!',
      link_type: 'text',
      link_entity: 'text!',
      value: 'text',
    },
  },
  taxonomy: {
    pfad: 'taxonomies.csv',
    spalten: { id: 'uuid!', name: 'text!', description: 'text!' },
  },
  taxonomy_term: {
    pfad: 'taxonomy_terms.csv',
    spalten: {
      id: 'uuid!',
      code: 'text',
      name: 'text!',
      description: 'text!',
      taxonomy: 'text',
      language: 'text',
      taxonomy_id: 'uuid',
    },
    eindeutig: ['code'],
  },
} as const satisfies Readonly<Record<string, Tabelle>>;

export type TabellenName = keyof typeof TABELLEN;

/** The same as lists of column and kind. */
const SPALTEN = new Map(
  Object.entries(TABELLEN).map(([name, { spalten }]) => [name, Object.entries<string>(spalten)]),
);

/** Under which names the objects of a table stand in others: as a list that belongs to them, … */
const LISTEN: Readonly<Record<string, TabellenName>> = {
  phones: 'phone',
  schedules: 'schedule',
  service_areas: 'service_area',
  service_at_locations: 'service_at_location',
  languages: 'language',
  cost_options: 'cost_option',
  required_documents: 'required_document',
  attributes: 'attribute',
  additional_urls: 'url',
  additional_websites: 'url',
  addresses: 'address',
  accessibility: 'accessibility',
};
/** … alone, or as one that many share and that is therefore a root of its own. */
const EINZELNE: readonly string[] = ['location'];
const GETEILTE: readonly string[] = ['organization', 'taxonomy_term'];

/** An object that belongs to no other, with the table it stands in. */
export type Wurzel = readonly [TabellenName, Objekt];

/** The first row of each table. */
export function* ueberschriften(): Generator<[TabellenName, string]> {
  for (const name of Object.keys(TABELLEN) as TabellenName[])
    yield [name, zeile(Object.keys(TABELLEN[name].spalten))];
}

/**
 * All rows that an object and what it holds have in tables, as CSV (UTF-8, comma, CRLF; RFC 4180). What a spreadsheet
 * would take for a formula begins with an apostrophe; programs read this, too, and `+49…` stays the number that it is.
 */
export function* zeilenVon([tabelle, objekt]: Wurzel): Generator<[TabellenName, string]> {
  for (const [name, eines, verweise] of objekteIn(tabelle, objekt)) {
    const zellen = SPALTEN.get(name)!.map(([spalte, art]) =>
      zelle(verweise[spalte] ?? eines[spalte], art),
    );
    yield [name, zeile(zellen)];
  }
}

/** A formula; no phone number and no degree. */
const FORMEL = /^(?:[=@\t\r]|[+-](?![\d.]+$))/;

/** What a cell cannot hold without quotation marks, or what readers would cut off. */
const UNSICHER = /[",\r\n\ufeff]|^ | $/;

function zeile(zellen: readonly string[]): string {
  const sicher = zellen.map((zelle) => {
    const wert = harmlos(zelle, FORMEL);
    return wert !== zelle || UNSICHER.test(wert) ? inAnfuehrung(wert) : wert;
  });
  return `${sicher.join(',')}\r\n`;
}

function zelle(wert: unknown, art: string): string {
  if (wert === undefined) return '';
  // Tables want seconds, too.
  return art === 'uhrzeit' ? `${String(wert)}:00` : String(wert);
}

/**
 * An object and all that it holds, each with its table and, by column, the ids of what it stands in and of what it holds.
 * @param eltern the column for what the object stands in, with its id
 */
function* objekteIn(
  tabelle: TabellenName,
  objekt: Objekt,
  eltern: Readonly<Record<string, string>> = {},
): Generator<[TabellenName, Objekt, verweise: Readonly<Record<string, string>>]> {
  const verweise = { ...eltern };
  for (const feld of [...EINZELNE, ...GETEILTE])
    if (feld in objekt) verweise[`${feld}_id`] = (objekt[feld] as Objekt).id;
  yield [tabelle, objekt, verweise];
  for (const [feld, wert] of Object.entries(objekt)) {
    if (EINZELNE.includes(feld)) yield* objekteIn(feld as TabellenName, wert as Objekt);
    const liste = LISTEN[feld];
    for (const kind of liste ? (wert as Objekt[]) : [])
      yield* objekteIn(liste!, kind, { [`${tabelle}_id`]: objekt.id });
  }
}

/** The resources of `datapackage.json`. */
export function toResources(): object[] {
  return Object.entries<Tabelle>(TABELLEN).map(([name, { pfad, spalten, werte, eindeutig }]) => {
    const verweise = Object.keys(spalten)
      .map((spalte) => [spalte, spalte.replace(/_id$/, '')] as const)
      .filter(([spalte, ziel]) => spalte !== ziel && Object.hasOwn(TABELLEN, ziel));
    return {
      name,
      path: pfad,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: Object.entries(spalten).map(([spalte, art]) => ({
          name: spalte,
          ...TYPEN[art.replace('!', '') as Art],
          constraints: {
            required: art.endsWith('!'),
            unique: spalte === 'id' || eindeutig?.includes(spalte) === true,
            ...(werte?.[spalte] && { enum: werte[spalte] }),
          },
        })),
        primaryKey: 'id',
        ...(verweise.length > 0 && {
          foreignKeys: verweise.map(([spalte, ziel]) => ({
            fields: spalte,
            reference: { resource: ziel, fields: 'id' },
          })),
        }),
      },
    };
  });
}

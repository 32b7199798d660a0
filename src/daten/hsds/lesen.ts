/**
 * From services of Open Referral's Human Services Data Specification (HSDS 3) to our own record. Taken is what is certain. Our own
 * exports come back as they were: what HSDS has no place for stands in extension fields, `x_de_` and the name of the field in our JSON.
 */
import { z } from 'zod';
import { KOSTEN_ARTEN } from '../../domain/angebot.ts';
import { type Datensatz, datensatzSchema, type OrtDaten } from '../../domain/datensatz.ts';
import { KENNUNG } from '../../domain/felder.ts';
import { ohneLeere } from '../herausgabe.ts';
import { NIVEAU_CODES, readCode, SEITE_IM_PORTAL, STATUS } from './worte.ts';
import { readSchedules } from './zeitplan.ts';

const text = z.string().nullish();
const zahl = z.number().nullish();
const liste = <T extends z.ZodType>(element: T) => z.array(element).nullish();

const ort = z.looseObject({
  name: text,
  location_type: text,
  latitude: zahl,
  longitude: zahl,
  transportation: text,
  addresses: liste(
    z.looseObject({ address_1: text, city: text, postal_code: text, address_type: text }),
  ),
  accessibility: liste(z.looseObject({})),
});

/** A service as far as it is read; whatever else it says is no error. */
export const serviceSchema = z.looseObject({
  id: text,
  name: z.string(),
  description: text,
  status: text,
  url: text,
  email: text,
  assured_date: text,
  fees_description: text,
  minimum_age: zahl,
  maximum_age: zahl,
  additional_urls: liste(z.looseObject({ url: text, label: text })),
  organization: z.looseObject({ name: text }).nullish(),
  phones: liste(z.looseObject({ number: text, type: text })),
  languages: liste(z.looseObject({ code: text, name: text })),
  service_at_locations: liste(z.looseObject({ location: ort.nullish() })),
  service_areas: liste(z.looseObject({ name: text })),
  required_documents: liste(z.looseObject({ document: text })),
  schedules: liste(
    z.looseObject({
      freq: text,
      interval: z.union([z.number(), z.string()]).nullish(),
      byday: text,
      opens_at: text,
      closes_at: text,
      valid_from: text,
      valid_to: text,
      description: text,
    }),
  ),
  attributes: liste(
    z.looseObject({
      taxonomy_term: z.looseObject({ name: text, code: text }).nullish(),
      label: text,
      value: text,
    }),
  ),
});

export type Service = z.output<typeof serviceSchema>;

/** Words of a service that only those understand who know a vocabulary. */
export interface Worte {
  /** Terms it is filed under: ids, names and labels of one stand together; `feld` where our own export says it. */
  begriffe: { feld?: string; worte: string[] }[];
  /** Names of the areas it serves that have no id of ours; empty where one has no name either. */
  gebiete: string[];
  /** Languages without a code. */
  sprachen: string[];
  /** What it costs, in a sentence. */
  kosten?: string;
  /** A status that no published offer has: „beendet“, or a word of its own. */
  status?: string;
}

export interface Gelesen {
  /** Values as the service says them: whoever needs valid ones checks them with the schema. Texts may hold HTML. */
  datensatz: Partial<Datensatz>;
  worte: Worte;
}

/** The services of a file: an array of them, or a list under `services` or `contents`; undefined where it is no such file. */
export function servicesIn(json: unknown): unknown[] | undefined {
  const huelle = json as { services?: unknown; contents?: unknown } | null | undefined;
  const roh = Array.isArray(json) ? json : (huelle?.services ?? huelle?.contents);
  return Array.isArray(roh) ? (roh as unknown[]) : undefined;
}

/** Fields of our record that have an extension field; translations stand in our own JSON only. */
export const ERWEITERBAR = Object.keys(datensatzSchema.shape).filter(
  (feld) => feld !== 'uebersetzungen',
) as (keyof Datensatz)[];

/**
 * Reads what HSDS says in fields of its own; a field of ours (`x_de_…`) goes before it. What is not understood is left
 * out, or stands in `worte`.
 * @param service as {@link serviceSchema} has read it
 */
export function readService(service: Service): Gelesen {
  const eigenes = erweiterungen(service);
  const { begriffe, datensatz: ausBegriffen } = readAttribute(service);
  const status = STATUS.get(service.status ?? '');
  const sprachen = readSprachen(service);
  const kosten = service.fees_description?.trim() || undefined;
  const datensatz = {
    uuid: service.id ?? undefined,
    seite: service.additional_urls?.find(({ label }) => label === SEITE_IM_PORTAL)?.url,
    titel: service.name,
    text: ohneAnfang(service.description ?? '', eigenes.kurz),
    anbieter: kennung(service.organization?.['x_de_id']),
    anbieter_name: service.organization?.name,
    ...ausBegriffen,
    sprachen: sprachen.mitCode,
    gebaerdensprache: sprachen.gebaerden || undefined,
    alter: ohneNull({ von: service.minimum_age, bis: service.maximum_age }),
    orte: (service.service_at_locations ?? []).flatMap(({ location }) => readOrte(location)),
    einzugsgebiet: (service.service_areas ?? []).flatMap(
      (gebiet) => kennung(gebiet['x_de_id']) ?? [],
    ),
    ...readSchedules(service.schedules ?? [], eigenes),
    kosten: kosten && readKosten(kosten),
    unterlagen: (service.required_documents ?? []).flatMap(readUnterlage),
    kontakt: readKontakt(service),
    status: status === 'beendet' ? undefined : status,
    geprueft_am: service.assured_date,
  } satisfies Record<string, unknown>;
  const fremderStatus = eigenes.status ? undefined : (service.status ?? undefined);
  return {
    datensatz: { ...(ohneLeere(ohneNull(datensatz)) as Partial<Datensatz>), ...eigenes },
    worte: {
      begriffe,
      gebiete: (service.service_areas ?? []).flatMap((gebiet) =>
        kennung(gebiet['x_de_id']) === undefined ? [gebiet.name?.trim() ?? ''] : [],
      ),
      sprachen: eigenes.sprachen ? [] : sprachen.ohneCode,
      ...(kosten && !eigenes.kosten && { kosten }),
      ...(fremderStatus &&
        (status === undefined || status === 'beendet') && { status: status ?? fremderStatus }),
    },
  };
}

/** Our extension fields; what is not as it should be is left out. */
function erweiterungen(service: Service): Partial<Datensatz> {
  const felder = ERWEITERBAR.flatMap((feld) => {
    const wert = service[`x_de_${feld}`];
    if (wert === undefined) return [];
    const gelesen = datensatzSchema.shape[feld].safeParse(wert);
    return gelesen.success && gelesen.data !== undefined ? [[feld, gelesen.data]] : [];
  });
  return Object.fromEntries(felder) as Partial<Datensatz>;
}

function kennung(wert: unknown): string | undefined {
  return typeof wert === 'string' && KENNUNG.test(wert) ? wert : undefined;
}

/** `description` begins with `kurz`. */
function ohneAnfang(description: string, kurz: string | undefined): string {
  if (kurz === undefined || !description.startsWith(kurz)) return description;
  return description.slice(kurz.length).trimStart();
}

function readAttribute({ attributes }: Service): {
  begriffe: Worte['begriffe'];
  datensatz: Partial<Datensatz>;
} {
  const begriffe: Worte['begriffe'] = [];
  const ids: Record<string, string[]> = {};
  const deutschniveau: Record<string, string> = {};
  for (const { taxonomy_term: begriff, label, value } of attributes ?? []) {
    const code = begriff?.code ?? '';
    const eigener = readCode(code);
    const stufe = NIVEAU_CODES.has(code) && value && ['von', 'bis'].includes(value);
    if (stufe) deutschniveau[value] = code;
    if (eigener) (ids[eigener.feld] ??= []).push(eigener.id);
    const feld = stufe ? 'deutschniveau' : eigener?.feld;
    begriffe.push({
      ...(feld && { feld }),
      worte: [eigener?.id, begriff?.name, code, label].filter(
        (wort) => wort != null && wort !== '',
      ),
    } as Worte['begriffe'][number]);
  }
  const { angebotsart, kinderbetreuung, ...listen } = ids;
  return {
    begriffe,
    datensatz: {
      ...listen,
      ...(angebotsart && { angebotsart: angebotsart[0] }),
      ...(kinderbetreuung && { kinderbetreuung: kinderbetreuung[0] }),
      deutschniveau,
    } as Partial<Datensatz>,
  };
}

/** Languages that are spoken; German Sign Language is none of them. */
function readSprachen({ languages }: Service) {
  const codes = (languages ?? []).map(({ code, name }) => ({ code: sprachcode(code ?? ''), name }));
  const gesprochen = codes.filter(({ code }) => code !== 'gsg');
  return {
    gebaerden: gesprochen.length < codes.length,
    mitCode: gesprochen.flatMap(({ code }) => (code ? [{ code, art: 'direkt' as const }] : [])),
    ohneCode: gesprochen.flatMap(({ code, name }) => (!code && name ? [name] : [])),
  };
}

/** `de` for `de`, `deu` and `DE`; empty where it is no code. */
function sprachcode(code: string): string {
  try {
    return new Intl.Locale(code).language;
  } catch {
    return '';
  }
}

function readOrte(location: z.output<typeof ort> | null | undefined): OrtDaten[] {
  if (!location || (location.location_type ?? 'physical') !== 'physical') return [];
  const { name, latitude: lat, longitude: lon, transportation, addresses } = location;
  const barrierefreiheit = (location.accessibility ?? []).flatMap(
    ({ x_de_merkmal: merkmal, x_de_wert: wert }) =>
      typeof merkmal === 'string' ? [[merkmal, wert]] : [],
  );
  return (addresses ?? [])
    .filter(({ address_type }) => (address_type ?? 'physical') === 'physical')
    .map(({ address_1, postal_code, city }) =>
      ohneLeere(
        ohneNull({
          name,
          strasse: address_1,
          plz: postal_code,
          ort: city,
          kommune: kennung(location['x_de_kommune']),
          ...(lat != null && lon != null && { lat, lon, genau: true }),
          // Of others it may be a whole paragraph.
          haltestelle: (transportation ?? '').length <= 120 ? transportation : undefined,
          barrierefreiheit: Object.fromEntries(barrierefreiheit) as OrtDaten['barrierefreiheit'],
        }),
      ),
    );
}

function readKosten(satz: string): Datensatz['kosten'] {
  const art = KOSTEN_ARTEN.find((eine) => eine === satz);
  return art ? { art } : { hinweis: satz };
}

function readUnterlage(eintrag: {
  document?: string | null;
  x_de_id?: unknown;
}): NonNullable<Datensatz['unterlagen']> {
  const id = kennung(eintrag.x_de_id);
  const text = eintrag.document?.trim() || undefined;
  return id ? [{ id, ...(text && { text }) }] : text && text.length <= 300 ? [{ text }] : [];
}

function readKontakt(service: Service): Datensatz['kontakt'] {
  const nummer = service.phones?.find(({ type }) => !/fax/i.test(type ?? ''))?.number;
  const kontakt = ohneLeere(ohneNull({ telefon: nummer, email: service.email, web: service.url }));
  const vom_anbieter = service['x_de_vom_anbieter'] === true;
  return Object.keys(kontakt).length > 0 || vom_anbieter ? { ...kontakt, vom_anbieter } : undefined;
}

type OhneNull<T> = { [K in keyof T]: Exclude<T[K], null | ''> };

/** Without what is empty in JSON of others. */
function ohneNull<T extends object>(objekt: T): Partial<OhneNull<T>> {
  return Object.fromEntries(
    Object.entries(objekt).filter(([, wert]) => wert != null && wert !== ''),
  ) as Partial<OhneNull<T>>;
}

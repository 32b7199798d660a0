/**
 * Open Referral's Human Services Data Specification (HSDS 3): services as JSON become the table that the import reads. Taken is what
 * is certain; what else a service says is named.
 */
import { z } from 'zod';
import { formatZelle, SPALTEN } from '../../../src/daten/tabelle.ts';
import { WOCHENTAGE } from '../../../src/domain/zeiten.ts';
import type { Baum } from '../../../src/katalog/read-yaml.ts';
import { liesBytes, type Tabelle } from './lies-tabelle.ts';
import type { Verzeichnisse } from './vokabeln.ts';

const text = z.string().nullish();
const liste = <T extends z.ZodType>(element: T) => z.array(element).nullish();
const adresse = z.looseObject({
  address_1: text,
  address_2: text,
  city: text,
  postal_code: text,
  address_type: text,
});
const ort = z.looseObject({
  name: text,
  location_type: text,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
  addresses: liste(adresse),
});
const plan = z.looseObject({
  freq: text,
  interval: z.union([z.number(), z.string()]).nullish(),
  byday: text,
  opens_at: text,
  closes_at: text,
  valid_from: text,
  valid_to: text,
  description: text,
});
const begriff = z.looseObject({ name: text, code: text });
const service = z.looseObject({
  id: text,
  name: z.string(),
  description: text,
  status: text,
  url: text,
  email: text,
  assured_date: text,
  fees_description: text,
  minimum_age: z.number().nullish(),
  maximum_age: z.number().nullish(),
  organization: z.looseObject({ name: text }).nullish(),
  phones: liste(z.looseObject({ number: text, type: text })),
  languages: liste(z.looseObject({ code: text, name: text })),
  service_at_locations: liste(z.looseObject({ location: ort.nullish() })),
  schedules: liste(plan),
  attributes: liste(z.looseObject({ taxonomy_term: begriff.nullish(), label: text })),
});
type Service = z.output<typeof service>;

/** What of a service is looked at. */
const GENOMMEN = new Set([...Object.keys(service.shape), 'organization_id']);

const STATUS: Readonly<Record<string, string>> = {
  active: 'aktiv',
  inactive: 'pausiert',
  'temporarily closed': 'pausiert',
  defunct: 'beendet',
};

/** Columns, in the order in which a refused row comes back. */
const KOPF = [
  'externe_ids.hsds',
  ...SPALTEN.filter((spalte) => !['kennung', 'externe_ids'].includes(spalte)),
];

export interface HsdsTabelle extends Tabelle {
  /** Names of what services say and the portal does not take. */
  uebergangen: string[];
}

/**
 * Reads services: an array of them, or one under `services` or `contents`.
 * @throws Error with a German sentence
 */
export function liesHsds(datei: string, verzeichnisse: Verzeichnisse): HsdsTabelle {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(liesBytes(datei)));
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof TypeError
      ? new Error('Die Datei ist kein lesbares JSON in UTF-8.')
      : error;
  }
  const huelle = json as { services?: unknown; contents?: unknown } | null;
  const roh = Array.isArray(json) ? json : (huelle?.services ?? huelle?.contents);
  if (!Array.isArray(roh) || roh.length === 0)
    throw new Error(
      'In der Datei stehen keine Angebote nach HSDS: Erwartet wird eine Liste von „services“ oder ein Objekt mit „services“ oder „contents“.',
    );
  const zeilen = roh.map((eintrag, i) => {
    const gelesen = service.safeParse(eintrag);
    if (!gelesen.success)
      throw new Error(
        `Eintrag ${i + 1} ist kein „service“ nach HSDS: Das Feld „${gelesen.error.issues[0]!.path.join('.')}“ hat nicht die richtige Form.`,
      );
    const felder = toFelder(gelesen.data, verzeichnisse);
    return { nummer: i + 1, zellen: KOPF.map((spalte) => felder[spalte] ?? '') };
  });
  const andere = roh.flatMap((eintrag: object) =>
    Object.entries(eintrag)
      .filter(([name, wert]) => !GENOMMEN.has(name) && !isLeer(wert))
      .map(([name]) => name),
  );
  return {
    form: 'HSDS',
    kopf: KOPF,
    zeilen,
    uebergangen: [...new Set(andere)].sort(),
  };
}

function isLeer(wert: unknown): boolean {
  return wert === null || wert === '' || (Array.isArray(wert) && wert.length === 0);
}

function toFelder(eintrag: Service, verzeichnisse: Verzeichnisse): Record<string, string> {
  const { minimum_age: von, maximum_age: bis } = eintrag;
  const alter = {
    ...(von != null && { von: String(von) }),
    ...(bis != null && { bis: String(bis) }),
  };
  const orte = (eintrag.service_at_locations ?? []).flatMap(({ location }) => orteAus(location));
  const zeiten = (eintrag.schedules ?? []).flatMap(zeitAus);
  const zellen: Record<string, string | null | undefined> = {
    'externe_ids.hsds': eintrag.id,
    titel: eintrag.name,
    text: eintrag.description,
    anbieter: eintrag.organization?.name,
    web: eintrag.url,
    email: eintrag.email,
    telefon: eintrag.phones?.find(({ type }) => !/fax/i.test(type ?? ''))?.number,
    sprachen: eintrag.languages?.map(({ code, name }) => sprache(code ?? '') || name).join(', '),
    status: eintrag.status && (STATUS[eintrag.status] ?? eintrag.status),
    geprueft_am: eintrag.assured_date,
    kosten: eintrag.fees_description,
    alter: Object.keys(alter).length > 0 ? formatZelle('alter', alter) : '',
    orte: orte.length > 0 ? formatZelle('orte', orte) : '',
    zeiten: zeiten.length > 0 ? formatZelle('zeiten', zeiten) : '',
    ...begriffe(eintrag, verzeichnisse),
  };
  return Object.fromEntries(
    Object.entries(zellen).flatMap(([spalte, wert]) => (wert ? [[spalte, wert]] : [])),
  );
}

/** `de` for `de`, `deu` and `DE`; empty where it is no code. */
function sprache(code: string): string {
  try {
    return new Intl.Locale(code).language;
  } catch {
    return '';
  }
}

/** Terms that our vocabularies know by name or id; the others are left to `vorgaben`. */
function begriffe({ attributes }: Service, verzeichnisse: Verzeichnisse): Record<string, string> {
  const worte = (attributes ?? []).flatMap(({ taxonomy_term, label }) =>
    [taxonomy_term?.name, taxonomy_term?.code, label].filter((wort) => wort != null),
  );
  const ids = (feld: string) => [
    ...new Set(
      worte.map((wort) => verzeichnisse[feld]!.finde(wort)).filter((id) => id !== undefined),
    ),
  ];
  const [art, ...weitere] = ids('angebotsart');
  return {
    thema: ids('thema').join(', '),
    zielgruppen: ids('zielgruppen').join(', '),
    angebotsart: weitere.length === 0 ? (art ?? '') : '',
  };
}

function orteAus(location: z.output<typeof ort> | null | undefined): Baum[] {
  if (!location || (location.location_type ?? 'physical') !== 'physical') return [];
  const { name, latitude, longitude, addresses } = location;
  return (addresses ?? [])
    .filter(({ address_type }) => (address_type ?? 'physical') === 'physical')
    .map(({ address_1, postal_code, city }) =>
      ohneLeere({
        name,
        strasse: address_1,
        plz: postal_code,
        ort: city,
        ...(latitude != null &&
          longitude != null && { lat: String(latitude), lon: String(longitude) }),
      }),
    );
}

const TAGE: Readonly<Record<string, string>> = Object.fromEntries(
  ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].map((tag, i) => [tag, WOCHENTAGE[i]!]),
);

/** A line of opening hours, where it is one week like the other or the same week of every month; else its description. */
function zeitAus(eintrag: z.output<typeof plan>): Baum[] {
  const { freq, interval, byday, opens_at, closes_at, valid_from, valid_to, description } = eintrag;
  const hinweis: Baum[] = description ? [{ hinweis: description.replace(/\s+/g, ' ').trim() }] : [];
  const teile = (byday ?? '').split(',').map((tag) => /^(-?\d)?([A-Z]{2})$/.exec(tag.trim()));
  const wochen = [...new Set(teile.map((teil) => teil?.[1]))];
  const rhythmus = rhythmusVon(freq ?? '', Number(interval ?? 1), wochen);
  const [von, bis] = [uhrzeit(opens_at), uhrzeit(closes_at)];
  const tage = teile.map((teil) => TAGE[teil?.[2] ?? '']);
  if (rhythmus === undefined || tage.includes(undefined) || !von) return hinweis;
  return [
    {
      ...ohneLeere({ von, bis, gueltig_ab: valid_from, gueltig_bis: valid_to }),
      tage: tage as string[],
      ...(rhythmus && { rhythmus: [rhythmus] }),
      ...(hinweis[0] as object | undefined),
    },
  ];
}

/** Empty for every week, undefined where the portal has no word for it. */
function rhythmusVon(
  freq: string,
  interval: number,
  wochen: (string | undefined)[],
): string | undefined {
  const [woche] = wochen;
  if (wochen.length !== 1) return undefined;
  if (freq === 'WEEKLY' && woche === undefined) return { 1: '', 2: 'zweiwoechentlich' }[interval];
  if (freq !== 'MONTHLY' || interval !== 1 || woche === undefined) return undefined;
  if (woche === '-1') return 'monatlich-letzte';
  return /^[1-4]$/.test(woche) ? `monatlich-${woche}` : undefined;
}

/** Time on the clock; a time of another zone would be a guess. */
function uhrzeit(wert: string | null | undefined): string | undefined {
  return /^(\d\d:\d\d)(:00)?(\+0[12]:?00)?$/.exec(wert ?? '')?.[1];
}

function ohneLeere(felder: Record<string, string | null | undefined>): Record<string, Baum> {
  return Object.fromEntries(
    Object.entries(felder).filter((eintrag): eintrag is [string, string] => Boolean(eintrag[1])),
  );
}

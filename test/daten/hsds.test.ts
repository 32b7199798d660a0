/**
 * Offers as HSDS: valid by the official schemas where they lie beside the project, whole in themselves in any case, and read back as they
 * were.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { toDatensatz } from '../../src/daten/herausgabe.ts';
import {
  readService,
  type Service,
  serviceSchema,
  servicesIn,
} from '../../src/daten/hsds/lesen.ts';
import { fuerHsds, toService } from '../../src/daten/hsds/service.ts';
import { createUmfeld } from '../../src/daten/hsds/umfeld.ts';
import { ausZeit, readSchedules } from '../../src/daten/hsds/zeitplan.ts';
import { type Datensatz, datensatzSchema } from '../../src/domain/datensatz.ts';
import { geltungVon } from '../../src/domain/reihen.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { ohneVerlauf } from '../../src/katalog/verlauf.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { toHerausgabe } from '../../src/site/offene-daten.ts';
import { angebot, lies, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';
import { offeneDaten } from '../lib/offene-daten.ts';

/** The official schemas (Open Referral, CC BY-SA); not part of the project. See CONTRIBUTING.md for where to get them. */
const OFFIZIELL = process.env['HSDS_SCHEMA'] || '../shared/hsds';
const fehlt = !existsSync(OFFIZIELL);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Objekt {
  id: string;
  [feld: string]: unknown;
}

/** The files by their path below `daten/hsds/`. */
function hsds(katalog: Katalog): Map<string, string> {
  const vorn = 'daten/hsds/';
  return new Map(
    [...offeneDaten(katalog)]
      .filter(([pfad]) => pfad.startsWith(vorn))
      .map(([pfad, text]) => [pfad.slice(vorn.length), text]),
  );
}

function contents(dateien: ReadonlyMap<string, string>, name: string): Objekt[] {
  return (JSON.parse(dateien.get(name)!) as { contents: Objekt[] }).contents;
}

function datensaetze(katalog: Katalog): Datensatz[] {
  const herausgabe = toHerausgabe(katalog, ohneVerlauf(STICHTAG));
  return [...katalog.angebote.values()].map((eines) => toDatensatz(herausgabe, eines));
}

/** Through JSON and the schema of what is read, as from another server. */
function zurueck(service: unknown): Partial<Datensatz> {
  return readService(serviceSchema.parse(JSON.parse(JSON.stringify(service)))).datensatz;
}

/** Every object of HSDS that stands anywhere in a value; extension fields have ids of their own. */
function* objekteIn(wert: unknown): Generator<Objekt> {
  if (typeof wert !== 'object' || wert === null) return;
  if ('id' in wert) yield wert as Objekt;
  for (const [name, teil] of Object.entries(wert))
    if (!name.startsWith('x_de_')) yield* objekteIn(teil);
}

interface Feld {
  name: string;
  type: string;
  format?: string;
  constraints?: { required?: boolean; unique?: boolean; enum?: string[] };
}
interface Tabelle {
  name: string;
  path: string;
  schema: {
    fields: Feld[];
    primaryKey: string;
    foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
  };
}

function tabellen(datapackage: string): Map<string, Tabelle> {
  const { resources } = JSON.parse(datapackage) as { resources: Tabelle[] };
  return new Map(resources.map((eine) => [eine.name, eine]));
}

const zeilenVon = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

/** Types and formats of Table Schema. */
const FORM: Record<string, RegExp> = {
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
  uuid: UUID,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  uri: /^https?:\/\/[^\s<>"{}|\\^`]+$/,
};

/** What is wrong with the tables by a description of them; tables and columns that only the description has are no fault. */
function fehlerInTabellen(
  dateien: ReadonlyMap<string, string>,
  beschreibung: ReadonlyMap<string, Tabelle>,
): string[] {
  const zeilen = new Map(
    [...beschreibung].map(([name, { path }]) => [name, zeilenVon(dateien.get(path) ?? '')]),
  );
  return [...beschreibung].flatMap(([name, { schema }]) => {
    const alle = zeilen.get(name)!;
    const felder = new Map(schema.fields.map((feld) => [feld.name, feld]));
    const fremd = Object.keys(alle[0] ?? {}).filter((spalte) => !felder.has(spalte));
    const ausFeldern = [...felder.values()].flatMap(({ name: feld, type, format, constraints }) => {
      const werte = alle.map((zeile) => zeile[feld] ?? '');
      const gefuellt = werte.filter((wert) => wert !== '');
      const form = FORM[format ?? type] ?? FORM[type];
      return [
        constraints?.required && gefuellt.length < alle.length && `${name}.${feld} fehlt`,
        constraints?.unique &&
          new Set(gefuellt).size < gefuellt.length &&
          `${name}.${feld} ist doppelt`,
        ...gefuellt
          .filter(
            (wert) =>
              (form && !form.test(wert)) || (constraints?.enum && !constraints.enum.includes(wert)),
          )
          .map((wert) => `${name}.${feld}: ${wert}`),
      ];
    });
    const ausVerweisen = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const ziele = new Set(
        zeilen.get(reference.resource)?.map((zeile) => zeile[reference.fields]),
      );
      return alle
        .map((zeile) => zeile[fields] ?? '')
        .filter((wert) => wert !== '' && !ziele.has(wert))
        .map((wert) => `${name}.${fields} führt nirgendwohin: ${wert}`);
    });
    return [
      ...fremd.map((spalte) => `${name} hat ${spalte}`),
      ...ausFeldern,
      ...ausVerweisen,
    ].filter((fehler) => typeof fehler === 'string');
  });
}

describe.each([
  ['the Musterkreis', MUSTERKREIS, 12],
  ['the content', 'content', 100],
])('%s', (_, ordner, mindestens) => {
  const katalog = readKatalog(ordner, STICHTAG).katalog!;
  const dateien = hsds(katalog);
  const services = contents(dateien, 'services.json');

  test('every published offer is a service, alone and in the list, and nothing else is', () => {
    const ids = [...katalog.angebote.keys()];
    expect(services.length).toBeGreaterThan(mindestens);
    expect(services.map((service) => service['x_de_id'])).toEqual(ids);
    expect(zeilenVon(dateien.get('services.csv')!).map(({ id }) => id)).toEqual(
      services.map(({ id }) => id),
    );
    const einzelne = [...dateien.keys()].filter((pfad) => pfad.startsWith('services/'));
    expect(einzelne.toSorted()).toEqual(services.map(({ id }) => `services/${id}.json`).toSorted());
    for (const service of services) {
      const { x_de_herausgabe, ...allein } = JSON.parse(
        dateien.get(`services/${service.id}.json`)!,
      ) as Objekt;
      expect(allein).toEqual(service);
      expect(x_de_herausgabe).toMatchObject({ stand: STICHTAG, lizenz: katalog.portal.lizenz });
    }
  });

  test('every list says what it is, how long, of which day, whose and under which licence', () => {
    const listen = [...dateien].filter(
      ([pfad]) => /^\w+\.json$/.test(pfad) && pfad !== 'datapackage.json',
    );
    expect(listen.map(([pfad]) => pfad)).toEqual([
      'services.json',
      'organizations.json',
      'taxonomies.json',
      'taxonomy_terms.json',
    ]);
    for (const [, text] of listen) {
      const { contents, ...kopf } = JSON.parse(text) as { contents: Objekt[] };
      expect(kopf).toMatchObject({
        version: '3.1',
        stand: STICHTAG,
        lizenz: katalog.portal.lizenz,
        portal: { name: katalog.portal.name },
        total_items: contents.length,
        total_pages: 1,
      });
    }
    expect(JSON.parse(dateien.get('datapackage.json')!)).toMatchObject({
      created: `${STICHTAG}T00:00:00Z`,
      licenses: [{ title: katalog.portal.lizenz.name, path: katalog.portal.lizenz.url }],
      sources: [{ title: katalog.portal.name }],
    });
  });

  test('ids are UUIDs of version 5, the same in every run, and none stands for two things', () => {
    const alle = services.flatMap((service) => [...objekteIn(service)]);
    expect(alle.filter(({ id }) => !UUID.test(id))).toEqual([]);
    const verschiedene = new Set(alle.map((objekt) => JSON.stringify(objekt)));
    expect(new Set(alle.map(({ id }) => id)).size).toBe(verschiedene.size);
    expect(hsds(readKatalog(ordner, STICHTAG).katalog!)).toEqual(dateien);
  });

  test('the tables keep what their own description says', () => {
    expect(fehlerInTabellen(dateien, tabellen(dateien.get('datapackage.json')!))).toEqual([]);
    for (const [pfad, csv] of dateien)
      if (pfad.endsWith('.csv')) expect(csv, pfad).toMatch(/^id,.*\r\n/);
  });

  test('only places that are known exactly have a point, in lists and in tables', () => {
    const orte = datensaetze(katalog).flatMap((eines) => eines.orte ?? []);
    const genaue = orte.filter(({ genau }) => genau).map(({ lat, lon }) => `${lat} ${lon}`);
    const inTabelle = zeilenVon(dateien.get('locations.csv')!).filter(
      ({ location_type }) => location_type === 'physical',
    );
    expect(inTabelle).toHaveLength(orte.length);
    const punkte = inTabelle.filter(({ latitude, longitude }) => latitude ?? longitude);
    expect(punkte.map(({ latitude, longitude }) => `${latitude} ${longitude}`)).toEqual(genaue);
    const inListe = services.flatMap((service) => [...objekteIn(service)]);
    expect(inListe.filter((objekt) => 'latitude' in objekt)).toHaveLength(genaue.length);
  });

  test('every offer comes back as it was, field by field', () => {
    for (const [i, datensatz] of datensaetze(katalog).entries())
      expect(zurueck(services[i])).toEqual(fuerHsds(datensatz));
  });

  test('what is left out are translations, and points that are no more than the middle of a Kommune', () => {
    for (const datensatz of datensaetze(katalog)) {
      const orte = datensatz.orte?.map(({ lat, lon, genau, ...ort }) =>
        genau ? { ...ort, lat, lon, genau } : ort,
      );
      const { uebersetzungen: _, ...rest } = datensatz;
      expect(fuerHsds(datensatz)).toEqual({ ...rest, ...(orte && { orte }) });
    }
  });

  describe.skipIf(fehlt)('by the official schemas (in HSDS_SCHEMA)', () => {
    const json = (pfad: string) =>
      JSON.parse(readFileSync(`${OFFIZIELL}/${pfad}`, 'utf8')) as object;
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    for (const pfad of fehlt ? [] : globSync(`${OFFIZIELL}/schema/*.json`))
      ajv.addSchema(json(`schema/${basename(pfad)}`), basename(pfad));
    const einwaende = (pruefe: ValidateFunction, objekte: readonly Objekt[]) =>
      objekte.flatMap((objekt) =>
        pruefe(objekt) ? [] : [`${String(objekt['name'])}: ${ajv.errorsText(pruefe.errors)}`],
      );

    test('every service is valid with all it holds', () => {
      const pruefe = ajv.compile(json('service_with_definitions.json'));
      expect(pruefe({ id: 'keine-uuid', name: 'X', status: 'aktiv' })).toBe(false);
      expect(einwaende(pruefe, services)).toEqual([]);
    });

    test.each(['organization', 'taxonomy', 'taxonomy_term'])('every %s is valid', (name) => {
      const liste = name === 'taxonomy' ? 'taxonomies' : `${name}s`;
      const alle = contents(dateien, `${liste}.json`);
      expect(alle.length).toBeGreaterThan(3);
      expect(einwaende(ajv.getSchema(`${name}.json`)!, alle)).toEqual([]);
    });

    test('the tables are those of the official package: columns, types, keys', () => {
      const offiziell = tabellen(readFileSync(`${OFFIZIELL}/datapackage.json`, 'utf8'));
      expect(fehlerInTabellen(dateien, offiziell)).toEqual([]);
      for (const [name, eigene] of tabellen(dateien.get('datapackage.json')!)) {
        const { path, schema } = offiziell.get(name)!;
        expect(eigene.path).toBe(path);
        for (const { name: feld, type, format, constraints } of eigene.schema.fields) {
          const soll = schema.fields.find((eines) => eines.name === feld);
          expect(soll, `${name}.${feld}`).toMatchObject({
            type,
            ...(format && { format }),
            constraints: { ...constraints },
          });
        }
        const pflicht = schema.fields.filter(({ constraints }) => constraints?.required);
        expect(eigene.schema.fields.map((feld) => feld.name)).toEqual(
          expect.arrayContaining(pflicht.map((feld) => feld.name)),
        );
        // Keys to tables that the portal does not fill cannot be kept.
        const keys = schema.foreignKeys?.filter(({ fields }) =>
          eigene.schema.fields.some((feld) => feld.name === fields),
        );
        expect(eigene.schema.foreignKeys ?? []).toEqual(expect.arrayContaining(keys ?? []));
      }
    });
  });
});

describe('a confidential offer', () => {
  const { katalog } = lies({
    'angebote/zuflucht.md': angebot({
      titel: 'Zuflucht',
      angebotsart: 'schutzunterkunft',
      kanal: '[vor-ort, online]',
      orte: '[{ name: Geheimhaus, strasse: Geheimgasse 3, plz: "53999", ort: Musterstadt, lat: 50.98765, lon: 7.09876 }]',
    }),
  });
  const dateien = hsds(katalog!);

  test('has no location, no address and no coordinates in any file', () => {
    const service = contents(dateien, 'services.json').find(
      (eines) => eines['x_de_id'] === 'zuflucht',
    )!;
    expect(service['x_de_schutz']).toContain('vertraulich');
    expect(service).not.toHaveProperty('service_at_locations');
    expect(service).not.toHaveProperty('x_de_orte');
    for (const text of dateien.values()) expect(text).not.toMatch(/Geheim|50\.98765|7\.09876/);
  });
});

describe('single fields', () => {
  const katalog = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
  const services = contents(hsds(katalog), 'services.json');
  const service = (id: string) => services.find((eines) => eines['x_de_id'] === id)!;

  test('a language that needs an interpreter or is only written is none that is spoken', () => {
    const beratung = service('migrationsberatung');
    expect((beratung['languages'] as Objekt[]).map(({ code }) => code)).toEqual([
      'de',
      'en',
      'ar',
      'gsg',
    ]);
    expect(beratung['interpretation_services']).toMatch(/^Persisch: mit Dolmetsch.*Türkisch: nur/s);
  });

  test('hours keep their exceptions, ends at midnight, weeks of the month, and the dates of a course', () => {
    const plaene = (id: string) => service(id)['schedules'];
    expect(plaene('infotelefon')).toMatchObject([
      { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '00:00' },
    ]);
    expect(plaene('frauencafe')).toMatchObject([
      { freq: 'MONTHLY', byday: '2FR,-1FR', opens_at: '15:00', closes_at: '17:30' },
      { freq: 'MONTHLY', byday: '4SU' },
      { valid_from: '2026-12-05', valid_to: '2026-12-05', opens_at: '15:00', closes_at: '18:00' },
    ]);
    expect(plaene('integrationskurs-vormittag')).toMatchObject([
      {
        valid_from: '2026-09-07',
        valid_to: '2027-05-28',
        notes: 'In den Schulferien und an Feiertagen ist kein Unterricht.',
      },
    ]);
    expect(plaene('jugendtreff')).toMatchObject([
      { freq: 'WEEKLY', valid_to: '2027-07-31' },
      { freq: 'MONTHLY', byday: '-1FR', dtstart: '2026-11-27', notes: 'Fällt aus: 2026-12-25' },
      { valid_from: '2027-01-15', valid_to: '2027-01-15' },
    ]);
    for (const plan of services.flatMap((eines) => (eines['schedules'] as Objekt[]) ?? []))
      expect(['WEEKLY', 'MONTHLY', undefined]).toContain(plan['freq']);
  });

  test('free places are only said while they are fresh', () => {
    expect(service('integrationskurs-vormittag')['capacities']).toMatchObject([
      { available: 0, updated: '2026-11-10T12:00:00Z', unit: { name: 'Platz' } },
    ]);
    expect(service('alphabetisierung-am-abend')).not.toHaveProperty('capacities');
  });

  test('a place of which only the town is known has no coordinates, one that is known has the right ones', () => {
    const orte = (id: string) =>
      (service(id)['service_at_locations'] as { location: Objekt }[]).map(
        ({ location }) => location,
      );
    for (const ort of orte('spielgruppe')) {
      expect(ort).not.toHaveProperty('latitude');
      expect(ort).not.toHaveProperty('addresses');
    }
    expect(orte('deutschkurs-frauen')).toMatchObject([
      {
        latitude: 50.7952,
        longitude: 7.207,
        addresses: [{ state_province: 'NW', country: 'DE', postal_code: '53721' }],
      },
    ]);
  });

  test('a notice that is over is no alert', () => {
    expect(service('migrationsberatung')['alert']).toMatch(/3\. Dezember 2026/);
    expect(service('frauencafe')).not.toHaveProperty('alert');
  });

  test('levels are known by their code everywhere', () => {
    const niveaus = (service('integrationskurs-vormittag')['attributes'] as Objekt[]).filter(
      (eines) => eines['link_type'] === 'deutschniveau',
    );
    expect(niveaus).toMatchObject([
      { value: 'von', taxonomy_term: { code: 'A1' } },
      { value: 'bis', taxonomy_term: { code: 'B1' } },
    ]);
  });
});

describe('reading', () => {
  const katalog = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
  const herausgabe = toHerausgabe(katalog, ohneVerlauf(STICHTAG));
  const umfeld = createUmfeld(herausgabe, new Set(katalog.anbieter.keys()));
  const [grund] = datensaetze(katalog);

  test('every other week is the same week as in the calendar, and hours end as early as there', () => {
    const [plan] = toService(umfeld, {
      ...grund!,
      zeiten: [
        {
          tage: ['fr'],
          von: '15:00',
          rhythmus: ['zweiwoechentlich'],
          gueltig_ab: '2026-10-02',
          gueltig_bis: '2027-06-30',
        },
      ],
      kurs: { start: '2026-11-02', ende: '2027-05-28' },
      gueltig_bis: '2027-03-31',
    })['schedules'] as Objekt[];
    expect(plan).toMatchObject({
      interval: 2,
      dtstart: '2026-11-13',
      valid_from: '2026-11-02',
      valid_to: '2027-03-31',
    });
  });

  test.each([
    ['before the course, in another week', '2026-10-02', '2026-11-02', '2026-11-13'],
    ['before the course, in the same weeks', '2026-10-09', '2026-11-02', '2026-11-06'],
    ['after the course has begun', '2026-11-13', '2026-11-02', '2026-11-13'],
    ['that of the course', undefined, '2026-11-02', '2026-11-06'],
    ['of a line without a course', '2026-10-02', undefined, '2026-10-02'],
  ])('every other week comes back in its weeks: first day %s', (_, gueltig_ab, start, erster) => {
    const zeit = {
      tage: ['fr' as const],
      von: '15:00',
      rhythmus: ['zweiwoechentlich' as const],
      ...(gueltig_ab && { gueltig_ab }),
    };
    const angebot = start ? { kurs: { start } } : {};
    const plan = ausZeit(zeit, angebot);
    expect(plan.dtstart).toBe(erster);
    const [zurueck] = readSchedules([plan], angebot).zeiten;
    expect(geltungVon(zurueck!, angebot).erster).toBe(erster);
  });

  test('every other week of others is counted from their first day', () => {
    const plan = { freq: 'WEEKLY', interval: 2, byday: 'FR', opens_at: '15:00' };
    const ab = (dtstart: string, valid_from?: string) =>
      readSchedules([{ ...plan, dtstart, valid_from }], {}).zeiten[0]?.gueltig_ab;
    expect(ab('2026-10-02')).toBe('2026-10-02');
    expect(ab('2026-10-02', '2026-10-03')).toBe('2026-10-16');
    expect(ab('2026-10-09', '2026-10-03')).toBe('2026-10-03');
    expect(ab('morgen', '2026-10-03')).toBe('2026-10-03');
  });

  test('an amount of 0 is named only where „kostenlos“ does not say it', () => {
    const inWorten = (kosten: Datensatz['kosten']) =>
      toService(umfeld, { ...grund!, kosten })['fees_description'];
    expect(inWorten({ art: 'kostenlos', betrag: 0, einheit: 'pro Monat' })).toBe('kostenlos');
    expect(inWorten({ art: 'ermaessigt', betrag: 0, einheit: 'mit Pass' })).toBe(
      'Ermäßigung möglich; 0 Euro mit Pass',
    );
  });

  test('a series ends with its offer, not with its course', () => {
    const reihe = (rrule: string) =>
      toService(umfeld, {
        ...grund!,
        termine: [{ start: '2026-12-04T10:00', rrule }],
        zeiten: [],
        kurs: { ende: '2026-12-20' },
        gueltig_bis: '2027-03-31',
      })['schedules'] as Objekt[];
    expect(reihe('FREQ=WEEKLY')[0]).toMatchObject({ valid_to: '2027-03-31' });
    expect(reihe('FREQ=WEEKLY;UNTIL=20270630')[0]).toMatchObject({ valid_to: '2027-03-31' });
    expect(reihe('FREQ=WEEKLY;UNTIL=20270108')[0]).toMatchObject({ valid_to: '2027-01-08' });
  });

  test('whatever a record holds comes back, odd hours and hostile texts included', () => {
    const wort = fc.oneof(
      fc.constantFrom('=1+1', '</script><b>', '";\r\nx,y', 'ä\u202e€', 'nach Vereinbarung', '{}'),
      fc.string({ minLength: 1, maxLength: 30 }),
    );
    const tag = fc.constantFrom('2026-12-01', '2026-12-31', '2027-02-28');
    const oft = <T>(werte: readonly T[]) => fc.subarray([...werte], { minLength: 1 });
    const { shape } = datensatzSchema;
    const rhythmen = shape.zeiten.unwrap().element.shape.rhythmus.unwrap().element.options;
    const zeiten = fc.record(
      {
        tage: oft(['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const),
        von: fc.constantFrom('00:00', '09:30'),
        bis: fc.constantFrom('12:00', '24:00'),
        gueltig_ab: tag,
        gueltig_bis: tag,
        rhythmus: oft(rhythmen),
        hinweis: wort,
      },
      { requiredKeys: [] },
    );
    const zeit = zeiten.filter(
      ({ tage, von, bis, rhythmus, hinweis }) =>
        Boolean(tage ?? hinweis) && (!bis || Boolean(von)) && (!(von ?? rhythmus) || Boolean(tage)),
    );
    const felder = fc.record(
      {
        titel: wort,
        kurz: wort,
        text: fc.oneof(wort, fc.constant('')),
        zeiten: fc.array(zeit, { minLength: 1, maxLength: 3 }),
        termine: fc.array(
          fc.record(
            {
              start: fc.constantFrom('2026-12-05', '2026-12-05T15:00'),
              ende: fc.constantFrom('2026-12-05T18:00', '2026-12-06T02:00'),
              rrule: fc.constantFrom(
                'FREQ=DAILY',
                'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU',
                'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630',
                'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3',
              ),
              ausfall: fc.array(tag, { minLength: 1, maxLength: 2 }),
            },
            { requiredKeys: ['start'] },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        kosten: fc
          .record(
            {
              art: fc.constantFrom('kostenlos', 'ermaessigt'),
              betrag: fc.constantFrom(0, 2.5),
              einheit: wort,
              hinweis: wort,
            },
            { requiredKeys: [] },
          )
          .filter((kosten) => Object.keys(kosten).length > 0),
        sprachen: fc.array(
          fc.record(
            {
              code: fc.constantFrom('de', 'zh-hant', 'kmr'),
              art: fc.constantFrom('direkt', 'schriftlich'),
              hinweis: wort,
            },
            { requiredKeys: ['code', 'art'] },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        orte: fc.array(
          fc.record(
            { name: wort, strasse: wort, plz: fc.constant('01067'), ort: wort, haltestelle: wort },
            { requiredKeys: [] },
          ),
          { minLength: 1, maxLength: 2 },
        ),
        status: fc.constantFrom('aktiv', 'pausiert', 'voll'),
        gebaerdensprache: fc.boolean(),
        gueltig_bis: tag,
        kurs: fc.record(
          { start: tag, ende: tag, plaetze: fc.nat(20) },
          { requiredKeys: ['start'] },
        ),
      },
      { requiredKeys: ['titel', 'text', 'status'] },
    );
    fc.assert(
      fc.property(felder, (variante) => {
        const datensatz = { ...grund, ...variante } as Datensatz;
        expect(zurueck(toService(umfeld, datensatz))).toEqual(fuerHsds(datensatz));
      }),
      { numRuns: 300 },
    );
  });

  test('hours of others are only taken where they are clear', () => {
    const zeiten = (plan: object) =>
      readService({ name: 'X', schedules: [plan] } as Service).datensatz.zeiten;
    const woche = { freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '12:00' };
    expect(zeiten(woche)).toEqual([{ tage: ['mo'], von: '09:00', bis: '12:00' }]);
    expect(zeiten({ ...woche, closes_at: '12:00Z', description: 'vormittags' })).toEqual([
      { hinweis: 'vormittags' },
    ]);
    expect(zeiten({ ...woche, freq: 'MONTHLY', byday: '1MO,3TU' })).toBeUndefined();
    expect(zeiten({ ...woche, interval: 3 })).toBeUndefined();
    expect(zeiten({ description: 'nach Absprache' })).toEqual([{ hinweis: 'nach Absprache' }]);
  });

  test('a file is known by its list; extension fields that are not as they should be are left out', () => {
    expect(servicesIn([1])).toEqual([1]);
    expect(servicesIn({ services: [1] })).toEqual([1]);
    expect(servicesIn({ contents: [1] })).toEqual([1]);
    for (const anderes of [null, 'x', {}, { contents: 'x' }])
      expect(servicesIn(anderes)).toBeUndefined();
    const fremd = {
      name: 'X',
      status: 'defunct',
      x_de_zeiten: [{ tage: ['montag'] }],
      x_de_status: 'offen',
      x_de_kurz: { toString: 1 },
      attributes: [{ taxonomy_term: { code: '__proto__:x' } }],
    } as unknown as Service;
    expect(readService(fremd)).toMatchObject({
      datensatz: { titel: 'X' },
      worte: { status: 'beendet' },
    });
    expect(Object.keys(readService(fremd).datensatz)).toEqual(['titel']);
    const { datensatz, worte } = readService({ name: 'X', status: 'constructor' } as Service);
    expect([datensatz.status, worte.status]).toEqual([undefined, 'constructor']);
  });
});

test('whatever of the corpus of bad input is taken comes out whole', () => {
  const eingaben = 'test/fixtures/eingaben';
  const dateien = Object.fromEntries(
    globSync(`${eingaben}/*.md`).map((pfad) => [
      `angebote/${basename(pfad).toLowerCase()}`,
      readFileSync(pfad),
    ]),
  );
  const { fehlerZu } = lies(dateien);
  const gute = Object.entries(dateien).filter(([name]) => fehlerZu(name).length === 0);
  const { katalog } = lies(Object.fromEntries(gute));
  const ausgabe = hsds(katalog!);
  const services = contents(ausgabe, 'services.json');
  expect(services.length).toBeGreaterThan(20);
  expect(fehlerInTabellen(ausgabe, tabellen(ausgabe.get('datapackage.json')!))).toEqual([]);
  for (const [i, datensatz] of datensaetze(katalog!).entries())
    expect(zurueck(services[i])).toEqual(fuerHsds(datensatz));
});

test('hostile texts stay what they are in JSON, and in tables all but formulas', () => {
  const titel = '=HYPERLINK("https://x.example";"a"), b';
  const text = 'Zeile eins;\n"zwei", drei\n\n- =1+1\n- {{ x }}';
  const { katalog, fehlerZu } = lies({
    'angebote/feindlich.md': angebot(
      { titel: `'${titel}'`, web: 'https://müller.example/ä[1]|x?q=%zz' },
      text,
    ),
  });
  expect(fehlerZu().map(({ meldung }) => meldung)).toEqual([]);
  const dateien = hsds(katalog!);
  const service = contents(dateien, 'services.json').find(
    (eines) => eines['x_de_id'] === 'feindlich',
  )!;
  const zeile = zeilenVon(dateien.get('services.csv')!).find(({ id }) => id === service.id)!;
  // Somebody will open it in a spreadsheet all the same.
  expect(zeile).toMatchObject({ name: `'${titel}`, description: text });
  expect(zeile['url']).toMatch(/^https:\/\/[!-~]+$/);
  expect(zeile['url']).not.toMatch(/["[\]|]|%zz/);
  expect(zurueck(service)).toMatchObject({ titel, text });
});

/**
 * The words a Kreis sorts its offers by. Each vocabulary is one YAML file: keys are ids, their order is the order
 * on the pages.
 */
import { z } from 'zod';
import {
  ags,
  auswahl,
  bezeichnung,
  datum,
  jaNein,
  jeSprache,
  kennung,
  langerText,
  liste,
  plz,
  sprachcode,
  suchwort,
  suchwoerter,
  text,
  verweis,
  zahl,
} from './felder.ts';
import {
  KANAELE,
  KOSTEN_ARTEN,
  NIVEAUS,
  SCHUTZ,
  SCHUTZ_DER_SEITE,
  TAGESZEITEN,
  TERMIN_ARTEN,
} from './angebot.ts';
import { MERKMALE } from './ort.ts';

const begriff = {
  bezeichnung: bezeichnung(),
  beschreibung: jeSprache(langerText(300)).optional(),
  suchwoerter: suchwoerter().optional(),
};

/** Where the Land has the Integrationszentren report: a field of action with its clusters. */
const handlungsfeldSchema = z.strictObject({
  bezeichnung: bezeichnung(),
  cluster: z.record(kennung(), z.strictObject({ bezeichnung: bezeichnung() })),
});

const themaSchema = z.strictObject({
  ...begriff,
  /** Id of a cluster in handlungsfelder.yaml. */
  cluster: verweis().optional(),
  /** Who this Thema is for on the start page: people who look for help, help, or work in the field. */
  rollen: liste(auswahl(['suchen', 'helfen', 'fachkraft'])).optional(),
  /** Offers of this Thema are named where a search finds nothing. */
  auffang: jaNein().optional(),
  /** Applies to every offer of this Thema. */
  schutz: liste(auswahl(SCHUTZ_DER_SEITE)).optional(),
});

const angebotsartSchema = z.strictObject({
  ...begriff,
  /** Days after which an unchecked offer counts as outdated. */
  pruefintervall_tage: zahl({ min: 1, max: 3650, stellen: 0 }),
  /** `nein`: offers of this kind never move to the archive by themselves, for somebody may need them at once. */
  archiv: jaNein().optional(),
  /** People meet at fixed times: their hours are dates in calendars that many read. Else they only say when a door is open. */
  treffen: jaNein().optional(),
  /** People learn something: search engines are told of a course instead of a service. */
  kurs: jaNein().optional(),
  /** Applies to every offer of this kind. */
  schutz: liste(auswahl(SCHUTZ)).optional(),
});

const zielgruppeSchema = z.strictObject({
  ...begriff,
  /** Applies to every offer for this Zielgruppe. */
  schutz: liste(auswahl(SCHUTZ_DER_SEITE)).optional(),
});

/** Names of languages come from CLDR; only a language that CLDR lacks needs a `bezeichnung`. */
const spracheSchema = z.strictObject({ ...begriff, bezeichnung: bezeichnung().optional() });

const kommuneSchema = z.strictObject({
  ...begriff,
  ags: ags().optional(),
  plz: liste(plz()),
  lat: zahl({ min: -90, max: 90 }),
  lon: zahl({ min: -180, max: 180 }),
  /** How far the point may lie from other sources' middle of the place. */
  abweichung_km: zahl({ min: 0, max: 50 }).optional(),
  /** Districts, found by name. */
  ortsteile: liste(text(80)).optional(),
  /** Official number of inhabitants, for the report. */
  einwohner: z
    .strictObject({
      zahl: zahl({ min: 1, max: 5_000_000, stellen: 0 }),
      stand: datum(),
      quelle: text(200),
    })
    .optional(),
});

/**
 * What somebody needs, and the words people have for it. Offers that meet it are recognised by their own words.
 */
const anliegenSchema = z.strictObject({
  ...begriff,
  /** Where else to look. */
  themen: liste(verweis()).optional(),
  /** Needs that are close to it: what meets them is shown behind what meets this one. */
  verwandt: liste(verweis()).optional(),
  /** German words by which an offer is recognised; without them its name and its German search words. */
  erkennen: liste(suchwort()).optional(),
  /** Facts of an offer that meet the need. */
  merkmal: z
    .strictObject({
      kosten: liste(auswahl(KOSTEN_ARTEN)).optional(),
      termin: liste(auswahl(TERMIN_ARTEN)).optional(),
      kanal: liste(auswahl(KANAELE)).optional(),
      kinderbetreuung: liste(auswahl(['ja', 'auf-anfrage'])).optional(),
      deutschniveau: liste(auswahl(NIVEAUS)).optional(),
      tageszeit: liste(auswahl(TAGESZEITEN)).optional(),
      gebaerdensprache: liste(auswahl(['ja'])).optional(),
      barrierefreiheit: liste(auswahl(MERKMALE)).optional(),
    })
    .optional(),
  /** Somebody may be in danger: the emergency numbers come first. */
  gefahr: jaNein().optional(),
});

/** A block of text that many offers share, translated once: a document to bring, a step to take. */
const bausteinSchema = z.strictObject({ ...begriff });

/** What somebody is there for, whom professionals and volunteers look for: „Ausländerbehörde“. */
const funktionSchema = z.strictObject({
  bezeichnung: bezeichnung(),
  beschreibung: jeSprache(langerText(300)).optional(),
});

/** A German word from letters and doors, explained. The word stays German in every language. */
const glossarwortSchema = z.strictObject({
  bezeichnung: text(80),
  beschreibung: jeSprache(langerText(300)),
  /** Other forms and short forms, by which texts are recognised to use the word. */
  formen: liste(text(80)).optional(),
});

/** A vocabulary file: ids in order. An entry without details may stay empty (`ar:`). */
function vokabularSchema<T extends z.ZodType>(eintrag: T, id = kennung()) {
  return z
    .record(
      id,
      z.preprocess((value) => (value === '' ? {} : value), eintrag),
    )
    .refine((begriffe) => Object.keys(begriffe).length > 0, {
      message: 'Dieses Vokabular ist leer.',
      params: { tipp: 'Bitte mindestens einen Eintrag ergänzen.' },
    });
}

export const vokabulare = {
  handlungsfelder: vokabularSchema(handlungsfeldSchema),
  themen: vokabularSchema(themaSchema),
  angebotsarten: vokabularSchema(angebotsartSchema),
  zielgruppen: vokabularSchema(zielgruppeSchema),
  sprachen: vokabularSchema(spracheSchema, sprachcode()),
  kommunen: vokabularSchema(kommuneSchema),
  anliegen: vokabularSchema(anliegenSchema),
  unterlagen: vokabularSchema(bausteinSchema),
  schritte: vokabularSchema(bausteinSchema),
  glossar: vokabularSchema(glossarwortSchema),
  funktionen: vokabularSchema(funktionSchema),
} as const;

export type VokabularName = keyof typeof vokabulare;

/** Vocabularies without which no portal works. */
export const PFLICHT_VOKABULARE: readonly VokabularName[] = [
  'themen',
  'angebotsarten',
  'zielgruppen',
  'sprachen',
  'kommunen',
];

export type Handlungsfeld = z.output<typeof handlungsfeldSchema> & { id: string };
export type Thema = z.output<typeof themaSchema> & { id: string };
export type Angebotsart = z.output<typeof angebotsartSchema> & { id: string };
export type Zielgruppe = z.output<typeof zielgruppeSchema> & { id: string };
export type Sprache = z.output<typeof spracheSchema> & { id: string };
export type Kommune = z.output<typeof kommuneSchema> & { id: string };
export type Anliegen = z.output<typeof anliegenSchema> & { id: string };
export type Glossarwort = z.output<typeof glossarwortSchema> & { id: string };
export type Funktion = z.output<typeof funktionSchema> & { id: string };
export type Baustein = z.output<typeof bausteinSchema> & { id: string };

/** Values of `einzugsgebiet` that are no Kommune. */
export const GROSSE_GEBIETE = ['kreisweit', 'bundesweit'] as const;

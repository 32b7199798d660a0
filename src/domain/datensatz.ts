/**
 * An offer as open data: our own JSON, which others read and which the portals of neighbouring Kreise exchange. The JSON Schema that is
 * published is made from this file, and so is the check of what neighbours send.
 *
 * Version 1: fields may be added, none is renamed, removed or given another meaning. Whoever reads it skips what it does not know.
 */
import { z } from 'zod';
import { ANBIETER_ARTEN } from './anbieter.ts';
import {
  type AngebotEintrag,
  KANAELE,
  KOSTEN_ARTEN,
  NIVEAUS,
  SCHUTZ,
  SPRACHE_ARTEN,
  TAGESZEITEN,
  TERMIN_ARTEN,
} from './angebot.ts';
import { isDatum } from './datum.ts';
import {
  HOST,
  KENNUNG,
  MAX_EMAIL,
  MAX_LAENGE,
  MAX_LISTE,
  MAX_TEXT,
  MAX_ZIFFERN,
  passt,
} from './felder.ts';
import { MERKMALE } from './ort.ts';
import { LEICHT, SPRACHCODE } from './sprache.ts';
import { RHYTHMEN, WOCHENTAGE } from './zeiten.ts';

/** Version of the format; stands in its addresses. */
export const DATEN_VERSION = 1;

const text = (max: number) =>
  z
    .string()
    .min(1)
    .check(({ value, issues }) => {
      if (!passt(value, max))
        issues.push({ code: 'too_big', origin: 'string', maximum: max, input: value });
    })
    .meta({ maxLength: max });
const markdown = () => z.string().max(MAX_TEXT);
const id = () => z.string().regex(KENNUNG).max(80);
const ids = () => z.array(id()).max(MAX_LISTE);
const tag = () => z.iso.date().refine(isDatum);
const adresse = () => z.url({ protocol: /^https?$/, hostname: HOST }).max(MAX_LAENGE);
const telefon = () => z.string().regex(new RegExp(`^\\+?\\d{3,${MAX_ZIFFERN}}$`));
const email = () => z.email().max(MAX_EMAIL);
const uhrzeit = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const zeitpunkt = () => z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/);
const sprachcode = () => z.string().regex(SPRACHCODE).max(20);
const suchwoerter = () => z.record(z.union([sprachcode(), z.literal(LEICHT)]), z.array(text(80)));
const ganzeZahl = (max: number) => z.int().min(0).max(max);

export const ortDatenSchema = z.object({
  name: text(120).optional(),
  strasse: text(120).optional(),
  plz: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  ort: text(120).optional(),
  kommune: id().optional().describe('Kennung aus dem Vokabular „kommunen“'),
  lat: z.number().min(-90).max(90).optional().describe('Grad, WGS84'),
  lon: z.number().min(-180).max(180).optional().describe('Grad, WGS84'),
  genau: z.boolean().optional().describe('false: Der Punkt ist nur die Mitte der Kommune.'),
  haltestelle: text(120).optional(),
  barrierefreiheit: z
    .partialRecord(z.enum(MERKMALE), z.enum(['ja', 'nein', 'teilweise']))
    .optional()
    .describe('Was fehlt, ist nicht bekannt.'),
});

const baustein = z.union([
  z.object({ id: id(), text: text(200).optional().describe('Bezeichnung auf Deutsch') }),
  z.object({ text: text(300) }),
]);

const uebersetzungDatenSchema = z.object({
  art: z.enum(['maschinell', 'mensch']),
  geprueft: z.boolean().describe('Ein Mensch hat sie gelesen.'),
  felder: z
    .record(z.string().max(60), z.object({ text: markdown(), veraltet: z.boolean() }))
    .describe('Je übersetztes Feld; veraltet: Der deutsche Text ist neuer.'),
});

/** An offer. A field that is missing is unknown, not „nein“. */
export const datensatzSchema = z.object({
  id: id().describe('Kennung des Angebots in seinem Portal; bleibt immer gleich'),
  uuid: z.uuid().describe('Kennung über alle Portale; dieselbe wie in HSDS'),
  seite: adresse().describe('Seite des Angebots im Portal'),
  titel: text(120),
  kurz: text(200).optional(),
  text: markdown().describe('Beschreibung in Markdown ohne HTML'),
  anbieter: id(),
  anbieter_name: text(160),
  angebotsart: id(),
  thema: ids(),
  zielgruppen: ids(),
  sprachen: z
    .array(
      z.object({
        code: sprachcode().describe('BCP 47'),
        art: z.enum(SPRACHE_ARTEN),
        zeiten: text(120).optional(),
        hinweis: text(200).optional(),
      }),
    )
    .optional(),
  gebaerdensprache: z.boolean().optional(),
  deutschniveau: z
    .object({ von: z.enum(NIVEAUS).optional(), bis: z.enum(NIVEAUS).optional() })
    .optional()
    .describe('GER; „alpha“ ist Alphabetisierung'),
  alter: z
    .object({ von: ganzeZahl(120).optional(), bis: ganzeZahl(120).optional() })
    .optional()
    .describe('Jahre'),
  kanal: z.array(z.enum(KANAELE)).optional(),
  orte: z
    .array(ortDatenSchema)
    .max(MAX_LISTE)
    .optional()
    .describe('Fehlt bei vertraulichen Angeboten.'),
  einzugsgebiet: ids()
    .optional()
    .describe('Woher die Menschen kommen: „kreisweit“, „bundesweit“ oder Kommunen'),
  zeiten: z
    .array(
      z.object({
        tage: z.array(z.enum(WOCHENTAGE)).optional(),
        von: uhrzeit().optional(),
        bis: uhrzeit().optional(),
        gueltig_ab: tag().optional(),
        gueltig_bis: tag().optional(),
        rhythmus: z.array(z.enum(RHYTHMEN)).optional(),
        hinweis: text(200).optional(),
      }),
    )
    .optional()
    .describe('Uhrzeiten in Deutschland'),
  ausnahmen: text(300).optional(),
  termin: z.enum(TERMIN_ARTEN).optional(),
  kosten: z
    .object({
      art: z.enum(KOSTEN_ARTEN).optional(),
      betrag: z.number().min(0).max(100_000).optional().describe('Euro'),
      einheit: text(60).optional(),
      hinweis: text(200).optional(),
    })
    .optional(),
  unterlagen: z.array(baustein).optional(),
  schritte: z.array(baustein).optional(),
  kinderbetreuung: z.enum(['ja', 'nein', 'auf-anfrage']).optional(),
  kurs: z
    .object({
      start: tag().optional(),
      ende: tag().optional(),
      einheiten: ganzeZahl(5000).optional(),
      tageszeit: z.enum(TAGESZEITEN).optional(),
      plaetze: ganzeZahl(1000).optional(),
      stand: tag().optional().describe('Tag, an dem „plaetze“ stimmte'),
    })
    .optional(),
  termine: z
    .array(
      z.object({
        start: zeitpunkt(),
        ende: zeitpunkt().optional(),
        rrule: z.string().max(MAX_LAENGE).optional().describe('RFC 5545'),
        ausfall: z.array(tag()).optional(),
      }),
    )
    .optional()
    .describe('Uhrzeiten in Deutschland'),
  kontakt: z
    .object({
      telefon: telefon().optional().describe('E.164, oder eine Kurzwahl'),
      email: email().optional(),
      web: adresse().optional(),
      vom_anbieter: z.boolean().describe('Das Angebot hat keinen eigenen Kontakt.'),
    })
    .optional(),
  schutz: z
    .array(z.enum(SCHUTZ))
    .optional()
    .describe(
      '„vertraulich“: Der Ort ist geheim. „schnell-verlassen“: Wer es liest, wird vielleicht beobachtet; Titel und Adresse sollen es nicht verraten.',
    ),
  hinweis: z.object({ text: text(400), bis: tag().optional() }).optional(),
  status: z.enum(['aktiv', 'pausiert', 'voll']),
  gueltig_bis: tag().optional().describe('Letzter Tag'),
  geprueft_am: z
    .union([tag(), z.literal('unbekannt')])
    .describe('Nennt „quelle.stand“ nur ein Jahr oder einen Monat, ist der Tag nicht bekannt.'),
  geprueft_durch: text(120).optional(),
  quelle: z
    .object({
      name: text(120),
      url: adresse().optional(),
      stand: text(120).optional(),
      lizenz: text(80).optional(),
    })
    .optional(),
  suchwoerter: suchwoerter().optional(),
  leika: text(20).optional(),
  externe_ids: z.record(z.string(), text(120)).optional(),
  uebersetzungen: z
    .record(z.string().max(20), uebersetzungDatenSchema)
    .optional()
    .describe('Je Sprache; „leicht“ ist Leichte Sprache'),
});

export type Datensatz = z.output<typeof datensatzSchema>;
export type OrtDaten = z.output<typeof ortDatenSchema>;

/** Fields of an offer's file that stay here, and why; a test holds that no other is forgotten. */
export const OHNE_DATEN = {
  kein_duplikat: 'Notiz für die Redaktion',
  weiterleitung: 'steht nur bei beendeten Angeboten',
} as const satisfies Partial<Record<keyof AngebotEintrag, string>>;

/** What every file of ours says about itself. */
export const kopfSchema = z.object({
  version: z.literal(DATEN_VERSION),
  portal: z.object({
    name: text(80),
    kreis: text(80),
    land: z.string().length(2).describe('Land nach ISO 3166-2:DE, klein'),
    url: adresse(),
    stelle: text(120).describe('Wer das Portal verantwortet'),
    email: z.email(),
    sprachen: z
      .array(z.string().max(20))
      .max(100)
      .optional()
      .describe('Sprachen der Seiten; die erste hat keinen Vorsatz in der Adresse'),
  }),
  stand: tag().describe('Tag, für den alle Angaben gelten'),
  lizenz: z.object({ name: text(120), url: adresse() }),
  probebetrieb: z.boolean().describe('true: Die Angaben sind noch nicht bestätigt.'),
});

export type Kopf = z.output<typeof kopfSchema>;

const bezeichnungen = () => z.record(id(), text(120));

/** Words that ids stand for, in German. */
const begriffeSchema = z.object({
  themen: bezeichnungen(),
  angebotsarten: bezeichnungen(),
  zielgruppen: bezeichnungen(),
  kommunen: bezeichnungen(),
});

export type Begriffe = z.output<typeof begriffeSchema>;

/** `angebote.json` */
export const angeboteDateiSchema = kopfSchema.extend({
  begriffe: begriffeSchema,
  angebote: z.array(datensatzSchema).max(100_000),
});

export type AngeboteDatei = z.output<typeof angeboteDateiSchema>;

const anbieterDatenSchema = z.object({
  id: id(),
  uuid: z.uuid(),
  seite: adresse(),
  name: text(160),
  art: z.enum(ANBIETER_ARTEN).optional(),
  beschreibung: text(600).optional(),
  telefon: telefon().optional(),
  email: email().optional(),
  web: adresse().optional(),
  kommune: id().optional(),
  suchwoerter: suchwoerter().optional(),
  quelle: datensatzSchema.shape.quelle,
  angebote: z.array(id()).describe('Kennungen seiner Angebote'),
});

export type AnbieterDaten = z.output<typeof anbieterDatenSchema>;

/** `anbieter.json` */
const anbieterDateiSchema = kopfSchema.extend({
  anbieter: z.array(anbieterDatenSchema).max(100_000),
});

const begriff = z.object({
  id: z.string(),
  bezeichnung: text(200),
  sprache: sprachcode()
    .optional()
    .describe('Nur wo die Bezeichnung nicht in der Sprache der Datei ist'),
  beschreibung: text(300).optional(),
  suchwoerter: z.array(text(80)).optional(),
  ags: z.string().max(12).optional().describe('Amtlicher Gemeindeschlüssel'),
  plz: z.array(z.string().regex(/^\d{5}$/)).optional(),
  lat: z.number().optional().describe('Mitte der Kommune, Grad, WGS84'),
  lon: z.number().optional(),
});

/** `vokabular/<sprache>.json` */
const vokabularDateiSchema = kopfSchema.extend({
  sprache: z.string().max(20),
  vokabulare: z.record(z.string(), z.array(begriff)),
});

export type VokabularDatei = z.output<typeof vokabularDateiSchema>;

/** What happened to offers: `neu`, `geaendert`, or `weg` (withdrawn, ended, in the archive). */
const AENDERUNG_ARTEN = ['neu', 'geaendert', 'weg'] as const;

/** `aenderungen.json` */
const aenderungenDateiSchema = kopfSchema.extend({
  seit: tag().describe('Ältere Änderungen stehen hier nicht.'),
  aenderungen: z.array(
    z.object({
      datum: tag(),
      art: z.enum(AENDERUNG_ARTEN),
      uuid: z.uuid(),
      id: id().optional().describe('Fehlt bei Angeboten, die es nicht mehr gibt.'),
      felder: z.array(z.string()).optional().describe('Was geändert wurde'),
    }),
  ),
});

export type AenderungenDatei = z.output<typeof aenderungenDateiSchema>;

/** Every file of version 1, by its name without ending. */
export const DATEN_SCHEMATA = {
  angebote: angeboteDateiSchema,
  anbieter: anbieterDateiSchema,
  vokabular: vokabularDateiSchema,
  aenderungen: aenderungenDateiSchema,
} as const;

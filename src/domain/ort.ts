import { z } from 'zod';
import type { Punkt } from './entfernung.ts';
import { auswahl, liste, plz, text, verweis, zahl } from './felder.ts';

/** Features of a place that visitors look for. */
export const MERKMALE = ['rollstuhl', 'wc', 'aufzug', 'parkplatz', 'induktion', 'ruhig'] as const;

const merkmal = auswahl(['ja', 'nein', 'teilweise']);

/** What is known about access for people with disabilities. A missing line means unknown. */
const barrierefreiheitSchema = z.strictObject({
  rollstuhl: merkmal.optional(),
  wc: merkmal.optional(),
  aufzug: merkmal.optional(),
  parkplatz: merkmal.optional(),
  induktion: merkmal.optional(),
  ruhig: merkmal.optional(),
});

export type Barrierefreiheit = z.output<typeof barrierefreiheitSchema>;

/** A place where an offer takes place, as its author writes it. */
export const ortSchema = z
  .strictObject({
    /** Name of the house, if it has one: „Rathaus“, „Haus International“. */
    name: text(120).optional(),
    strasse: text(120).optional(),
    plz: plz().optional(),
    /** Town, with its district if known: „Musterstadt-Heide“. */
    ort: text(120).optional(),
    /** Id of the Kommune, where postal code and town do not tell it. */
    kommune: verweis().optional(),
    lat: zahl({ min: -90, max: 90 }).optional(),
    lon: zahl({ min: -180, max: 180 }).optional(),
    haltestelle: text(120).optional(),
    barrierefreiheit: barrierefreiheitSchema.optional(),
  })
  .check((ctx) => {
    const { lat, lon, ort, kommune, plz, strasse } = ctx.value;
    // The page would say them twice.
    const [, inOrt] = /^(?:D ?- ?)?(\d{5})(?!\d)/.exec(ort ?? '') ?? [];
    const [, inStrasse] = /(?<!\d)(\d{5}) +\p{Lu}/u.exec(strasse ?? '') ?? [];
    const doppelt = inOrt ?? inStrasse;
    if (doppelt)
      ctx.issues.push({
        code: 'custom',
        path: [inOrt ? 'ort' : 'strasse'],
        message: `Hier steht auch die Postleitzahl ${doppelt}.`,
        params: {
          tipp: `Bitte in eigene Zeilen schreiben: strasse: …, plz: "${doppelt}" und ort: …`,
        },
        input: ctx.value,
      });
    if ((lat === undefined) !== (lon === undefined)) {
      ctx.issues.push({
        code: 'custom',
        path: [lat === undefined ? 'lat' : 'lon'],
        message: 'Von lat und lon ist nur eines angegeben.',
        params: { tipp: 'Bitte beide angeben oder beide weglassen.' },
        input: ctx.value,
      });
    }
    if (!ort && !kommune && !plz) {
      ctx.issues.push({
        code: 'custom',
        message: 'Dem Ort fehlt die Angabe, in welcher Stadt oder Gemeinde er liegt.',
        params: { tipp: 'Bitte „ort“, „plz“ oder „kommune“ ergänzen.' },
        input: ctx.value,
      });
    }
  });

export type OrtEintrag = z.output<typeof ortSchema>;

/** `orte/<id>.yaml`: a place that several offers share. */
export const ortDateiSchema = ortSchema.safeExtend({
  /** Ids of places that look like this one and are others. */
  kein_duplikat: liste(verweis()).optional(),
});

export type OrtDatei = z.output<typeof ortDateiSchema>;

/** A place as the Katalog knows it. */
export interface Ort extends Omit<OrtEintrag, 'lat' | 'lon' | 'kommune'> {
  /** Id of the Kommune, where it could be told. */
  kommune?: string;
  punkt?: Punkt;
  /** True where `punkt` is only the middle of the Kommune. */
  ungefaehr: boolean;
}

/**
 * How the name of a place may be written: „Sankt“ written out and in short are the same everywhere.
 * @returns the name itself first
 * @example schreibweisen('Sankt Beispiel') // ['Sankt Beispiel', 'St. Beispiel', 'St.Beispiel', 'St Beispiel']
 */
export function schreibweisen(name: string): string[] {
  const ganz = name.replace(/(?<!\p{L})St(?:\.\s*|\s+)(?=\p{Lu})/gu, 'Sankt ');
  const kurz = (statt: string) => ganz.replace(/(?<!\p{L})Sankt (?=\p{Lu})/gu, statt);
  return [...new Set([name, ganz, ...['St. ', 'St.', 'St '].map(kurz)])];
}

/**
 * How well a search finds what it should: reading the queries, scoring what was found, and telling it to people,
 * programs and the content folder. Nothing here searches.
 */
import { stringify } from 'yaml';
import { z } from 'zod';

/** What visitors type, and what they should find. */
export interface Anfrage {
  nr: number;
  suche: string;
  sprache: string;
  typ: string;
  /** Ids of offers that belong among the first results. */
  muss: string[];
  /** Ids of offers that are right as well. */
  kann: string[];
}

/** What a search found for a query, and what that is worth. */
export interface Bewertung {
  anfrage: Anfrage;
  /** Ids of everything found, best first. */
  ids: string[];
  /** Share of the `muss` among the first ten; null where there is none. */
  recall10: number | null;
  /** Position of the first right offer in the whole list, from 1. */
  rang: number | null;
  /** Those of the `muss` that are not among the first ten, with their position where they have one. */
  fehlend: { id: string; rang: number | null }[];
}

export interface Kennzahlen {
  anfragen: number;
  /** Averages over the queries that have a `muss`; null where none has. */
  recall10: number | null;
  mrr: number | null;
  /** Queries with a `muss` for which nothing at all was found. */
  nulltreffer: number;
}

/** A search and how it did on all queries; those that are shown side by side were asked the same. */
export interface Verfahren {
  /** Key in JSON and YAML. */
  id: string;
  name: string;
  bewertungen: readonly Bewertung[];
}

/** So many results are looked at before somebody gives up. */
const ERSTE = 10;

const wort = z.string().regex(/^(?=.*\S)\P{Cc}+$/u);
const verweise = z.array(z.object({ id: wort })).transform((liste) => [
  // Named twice, an offer would still be one.
  ...new Set(liste.map(({ id }) => id)),
]);
const anfragenSchema = z.object({
  anfragen: z
    .array(
      z.object({
        nr: z.number().int(),
        suche: wort,
        sprache: wort,
        typ: wort,
        muss: verweise,
        kann: verweise,
      }),
    )
    .min(1),
});

const FORM =
  '{ "anfragen": [{ "nr": 1, "suche": "…", "sprache": "…", "typ": "…", "muss": [{ "id": "…" }], "kann": [{ "id": "…" }] }] }';

/**
 * Reads a file of queries.
 * @param datei its name, for the message
 * @throws with a German sentence that says what is wrong with it
 */
export function parseAnfragen(datei: string, bytes: Uint8Array): Anfrage[] {
  const ergebnis = anfragenSchema.safeParse(parseJson(datei, bytes));
  if (ergebnis.success) return ergebnis.data.anfragen;
  const [stelle, nr, feld] = ergebnis.error.issues[0]!.path;
  if (stelle === 'anfragen' && nr === undefined && ergebnis.error.issues[0]!.code === 'too_small')
    throw new Error(`In der Datei „${datei}“ steht keine Anfrage.`);
  const wo =
    nr === undefined ? '' : ` Anfrage ${Number(nr) + 1}${feld ? `, Feld „${String(feld)}“` : ''}:`;
  throw new Error(
    `Die Datei „${datei}“ hat nicht die erwartete Form.${wo} Die Angabe fehlt oder ist falsch. Erwartet wird: ${FORM}`,
  );
}

function parseJson(datei: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Error(`Die Datei „${datei}“ ist kein lesbares JSON (UTF-8).`);
  }
}

/** @param ids everything found, best first */
export function bewerten(anfrage: Anfrage, ids: readonly string[]): Bewertung {
  const { muss, kann } = anfrage;
  const rangVon = new Map(ids.map((id, i) => [id, i + 1]));
  const fehlend = muss
    .map((id) => ({ id, rang: rangVon.get(id) ?? null }))
    .filter(({ rang }) => rang === null || rang > ERSTE);
  const richtig = new Set([...muss, ...kann]);
  const erster = ids.findIndex((id) => richtig.has(id));
  return {
    anfrage,
    ids: [...ids],
    recall10:
      muss.length === 0 ? null : (muss.length - fehlend.length) / Math.min(ERSTE, muss.length),
    rang: erster < 0 ? null : erster + 1,
    fehlend,
  };
}

/** The numbers of a search over some of the queries, rounded for output. */
export function kennzahlen(bewertungen: readonly Bewertung[]): Kennzahlen {
  const gezaehlt = bewertungen.filter(({ recall10 }) => recall10 !== null);
  return {
    anfragen: bewertungen.length,
    recall10: mittel(gezaehlt.map(({ recall10 }) => recall10!)),
    mrr: mittel(gezaehlt.map(({ rang }) => (rang === null ? 0 : 1 / rang))),
    nulltreffer: gezaehlt.filter(({ ids }) => ids.length === 0).length,
  };
}

/** The numbers per language or per kind of query, in the order of the file. */
export function kennzahlenJe(
  bewertungen: readonly Bewertung[],
  merkmal: 'sprache' | 'typ',
): Map<string, Kennzahlen> {
  const gruppen = Map.groupBy(bewertungen, ({ anfrage }) => anfrage[merkmal]);
  return new Map([...gruppen].map(([name, gruppe]) => [name, kennzahlen(gruppe)]));
}

function mittel(werte: readonly number[]): number | null {
  if (werte.length === 0) return null;
  return gerundet(werte.reduce((summe, wert) => summe + wert, 0) / werte.length);
}

function gerundet(wert: number): number {
  return Math.round(wert * 10_000) / 10_000;
}

/** For programs. `vergleich` is there only where something was compared. */
export function toJson(portal: Verfahren, vergleich: readonly Verfahren[]): object {
  return {
    gesamt: kennzahlen(portal.bewertungen),
    je: portal.bewertungen.map(({ anfrage: { nr, suche }, ids, recall10, rang }) => ({
      nr,
      suche,
      ids,
      recall10: recall10 === null ? null : gerundet(recall10),
      rang,
    })),
    ...(vergleich.length > 0 && { vergleich: vergleichswerte(vergleich) }),
  };
}

/** The file in the content folder that the portal tells its own quality from. */
export function toYaml(portal: Verfahren, vergleich: readonly Verfahren[], stand: string): string {
  const { bewertungen } = portal;
  const gruppen = (merkmal: 'sprache' | 'typ') =>
    Object.fromEntries(
      [...kennzahlenJe(bewertungen, merkmal)].map(([name, { anfragen, recall10, mrr }]) => [
        name,
        { anfragen, recall10, mrr },
      ]),
    );
  return (
    '# Wie gut die Suche findet. Diese Datei schreibt das Programm; bitte nicht von Hand ändern:\n' +
    '#   npm run suchguete -- test/suche/anfragen.json --speichern\n' +
    stringify({
      stand,
      ...kennzahlen(bewertungen),
      sprachen: gruppen('sprache'),
      arten: gruppen('typ'),
      vergleich: vergleichswerte(vergleich),
      beispiele: bewertungen.map(({ anfrage: { suche, sprache, typ }, recall10, rang }) => ({
        suche,
        sprache,
        typ,
        recall10: recall10 === null ? null : gerundet(recall10),
        rang,
      })),
    })
  );
}

function vergleichswerte(verfahren: readonly Verfahren[]) {
  return Object.fromEntries(
    verfahren.map(({ id, bewertungen }) => {
      const { recall10, mrr, nulltreffer } = kennzahlen(bewertungen);
      return [id, { recall10, mrr, nulltreffer }];
    }),
  );
}

/** For people: a line per query, then the totals of all searches side by side. */
export function toText(portal: Verfahren, vergleich: readonly Verfahren[]): string {
  return [
    ...formatAnfragen(portal.bewertungen),
    '',
    '  ! nicht alle erwarteten Angebote unter den ersten zehn   ✗ kein passendes Angebot gefunden',
    '',
    ...formatKennzahlen([portal, ...vergleich]),
  ].join('\n');
}

/** The words come last: scripts of any direction and width leave the columns straight. */
function formatAnfragen(bewertungen: readonly Bewertung[]): string[] {
  const zeilen = ausrichten([
    ['Nr', 'Recall', 'Rang', 'Treffer'],
    ...bewertungen.map(({ anfrage, ids, recall10, rang }) => [
      String(anfrage.nr),
      zahl(recall10),
      rang === null ? '–' : String(rang),
      String(ids.length),
    ]),
  ]);
  const einzug = ' '.repeat(zeilen[0]!.length + 4);
  return [
    `  ${zeilen[0]}  Suche`,
    ...bewertungen.flatMap((bewertung, i) => [
      `${marke(bewertung)} ${zeilen[i + 1]}  ${bewertung.anfrage.suche}`,
      ...formatFehlend(bewertung).map((text) => einzug + text),
    ]),
  ];
}

function marke({ recall10, rang }: Bewertung): string {
  if (recall10 === null || recall10 === 1) return ' ';
  return rang === null ? '✗' : '!';
}

/** Of more than ten that belong to a query, ten are enough. */
function formatFehlend({ recall10, fehlend }: Bewertung): string[] {
  if (recall10 === null || recall10 === 1) return [];
  const namen = fehlend.map(({ id, rang }) => (rang === null ? id : `${id} (Rang ${rang})`));
  return [`fehlt: ${namen.join(', ')}`];
}

function formatKennzahlen(verfahren: readonly Verfahren[]): string[] {
  const zeilen = (bewertungen: readonly Bewertung[]): (readonly [string, Kennzahlen])[] => [
    ['Gesamt', kennzahlen(bewertungen)],
    ...[...kennzahlenJe(bewertungen, 'sprache')].map(
      ([name, werte]) => [`Sprache: ${name}`, werte] as const,
    ),
    ...[...kennzahlenJe(bewertungen, 'typ')].map(
      ([name, werte]) => [`Art: ${name}`, werte] as const,
    ),
  ];
  const erste = zeilen(verfahren[0]!.bewertungen);
  const breite = Math.max(...erste.map(([name]) => name.length));
  const namen = ['', '', ...erste.map(([name]) => name)].map((name) => name.padEnd(breite));
  const anzahl = ausrichten([
    [''],
    ['Anfragen'],
    ...erste.map(([, { anfragen }]) => [String(anfragen)]),
  ]);
  const bloecke = verfahren.map(({ name, bewertungen }) => {
    const [kopf = '', ...rest] = ausrichten([
      ['Recall', 'MRR', 'ohne Treffer'],
      ...zeilen(bewertungen).map(([, { recall10, mrr, nulltreffer }]) => [
        zahl(recall10),
        zahl(mrr),
        String(nulltreffer),
      ]),
    ]);
    return [name.padEnd(kopf.length), kopf, ...rest];
  });
  return namen.map((name, i) =>
    [`${name}  ${anzahl[i]}`, ...bloecke.map((block) => block[i])].join('  │  ').trimEnd(),
  );
}

/** Rows of cells as lines, every column as wide as its widest cell, numbers to the right. */
function ausrichten(zeilen: readonly (readonly string[])[]): string[] {
  const breiten = zeilen[0]!.map((_, spalte) =>
    Math.max(...zeilen.map((zeile) => zeile[spalte]!.length)),
  );
  return zeilen.map((zeile) =>
    zeile.map((zelle, spalte) => zelle.padStart(breiten[spalte]!)).join('  '),
  );
}

function zahl(wert: number | null): string {
  return wert === null ? '–' : wert.toFixed(2).replace('.', ',');
}

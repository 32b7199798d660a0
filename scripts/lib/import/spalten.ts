/** Which column of a table is which field of an offer: guessed from its heading, kept in a file that people correct. */
import { z } from 'zod';
import { SPALTEN } from '../../../src/daten/tabelle.ts';
import { angebotSchema } from '../../../src/domain/angebot.ts';
import { KENNUNG } from '../../../src/domain/felder.ts';
import { tippMeintenSie } from '../../../src/domain/naechster-wert.ts';
import { MERKMALE, ortSchema } from '../../../src/domain/ort.ts';
import { TAGESNAMEN, WOCHENTAGE } from '../../../src/domain/zeiten.ts';
import { parseYamlFile } from '../../../src/katalog/parse-document.ts';
import { parseEintrag } from '../../../src/katalog/parse-eintrag.ts';
import type { Baum } from '../../../src/katalog/read-yaml.ts';
import { knownKeys } from '../../../src/katalog/word-issue.ts';
import { falten } from '../../../src/suche/analyse/falten.ts';

export interface Zuordnung {
  /** Heading → field („telefon“), part of one („ort.plz“), or `-`. */
  spalten: Record<string, string>;
  /** Field → what the table writes → what it means. */
  werte: Record<string, Record<string, string>>;
  /** Fields of new offers of which the table says nothing. */
  vorgaben: Record<string, Baum>;
}

/** A column that is not taken. */
export const NICHT = '-';

const beliebig = z.custom<Baum>(() => true);
const schema = z.strictObject({
  spalten: z.record(z.string(), z.string()),
  werte: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  vorgaben: z.record(z.string(), beliebig).optional(),
});

/** The column with the id of the provider: a new one is created under it. */
export const ANBIETER_KENNUNG = 'anbieter.kennung';

/** Maps of which a column may hold one part. */
const TEILBAR = ['kurs', 'quelle', 'alter', 'deutschniveau', 'kosten', 'hinweis'] as const;

/** Everything a column can be. */
export const ZIELE: readonly string[] = [
  ...SPALTEN,
  ANBIETER_KENNUNG,
  ...Object.keys(ortSchema.shape)
    .filter((teil) => teil !== 'barrierefreiheit')
    .map((teil) => `ort.${teil}`),
  ...MERKMALE.map((merkmal) => `ort.${merkmal}`),
  ...WOCHENTAGE.map((tag) => `zeiten.${tag}`),
  ...TEILBAR.flatMap((feld) => knownKeys(angebotSchema, [feld]).map((teil) => `${feld}.${teil}`)),
];

function isZiel(ziel: string): boolean {
  const [, fremd] = /^externe_ids\.(.+)$/.exec(ziel) ?? [];
  return ziel === NICHT || ZIELE.includes(ziel) || (fremd !== undefined && KENNUNG.test(fremd));
}

/** Words that headings are recognised by, the surest first. The table's own way of calling things comes before all of them. */
const UEBERSCHRIFTEN: readonly (readonly [ziel: string, namen: string])[] = [
  ['kennung', 'Kennung, ID, Angebots-ID'],
  [
    'anbieter',
    'Anbieter, Träger, Organisation, Institution, Einrichtung, Verein, Veranstalter, Provider, Organization, Name des Trägers, Name der Einrichtung',
  ],
  [
    'titel',
    'Titel, Angebot, Angebotsname, Name des Angebots, Bezeichnung, Angebotstitel, Kursname, Projekt, Title, Offer, Name',
  ],
  ['kurz', 'Kurzbeschreibung, Kurztext, Kurz, Summary'],
  ['text', 'Beschreibung, Inhalt, Angebotsbeschreibung, Erläuterung, Description, Details'],
  ['angebotsart', 'Angebotsart, Art, Art des Angebots, Typ, Type'],
  ['thema', 'Thema, Themen, Kategorie, Kategorien, Themenfeld, Bereich, Rubrik, Topic, Category'],
  ['zielgruppen', 'Zielgruppe, Zielgruppen, Für wen, Adressaten, Target group'],
  ['sprachen', 'Sprache, Sprachen, Sprachkenntnisse, Beratungssprachen, Languages, Language'],
  ['deutschniveau', 'Deutschniveau, Sprachniveau, Niveau, Level'],
  ['alter', 'Alter, Altersgruppe, Age'],
  ['ort.name', 'Veranstaltungsort, Treffpunkt, Gebäude, Haus, Venue'],
  ['ort.strasse', 'Straße, Strasse, Straße und Hausnummer, Str., Street'],
  ['ort.plz', 'PLZ, Postleitzahl, Zip, Postal code'],
  ['ort.ort', 'Ort, Stadt, Gemeinde, Wohnort, Stadt/Gemeinde, City, Town'],
  ['orte', 'Anschrift, Adresse, Address, Postanschrift'],
  ['ort.lat', 'Breitengrad, Latitude, Lat'],
  ['ort.lon', 'Längengrad, Longitude, Lon, Lng'],
  ['ort.haltestelle', 'Haltestelle, Bushaltestelle'],
  ['ort.rollstuhl', 'Barrierefrei, Rollstuhlgerecht'],
  ['einzugsgebiet', 'Einzugsgebiet, Gebiet, Zuständigkeit'],
  [
    'zeiten',
    'Öffnungszeiten, Sprechzeiten, Zeiten, Termine und Zeiten, Uhrzeit, Wann, Opening hours',
  ],
  ['termin', 'Anmeldung, Terminvereinbarung, Mit Termin'],
  ['kosten', 'Kosten, Gebühr, Gebühren, Preis, Teilnahmegebühr, Cost, Fees'],
  ['kinderbetreuung', 'Kinderbetreuung, Childcare'],
  ['gebaerdensprache', 'Gebärdensprache, DGS'],
  ['telefon', 'Telefon, Tel., Fon, Telefonnummer, Tel.-Nr., Rufnummer, Phone'],
  ['email', 'E-Mail, Mail, E-Mail-Adresse, Mailadresse'],
  ['web', 'Webseite, Website, Internet, Internetseite, Homepage, URL, Link, Web'],
  [
    'geprueft_am',
    'Stand, Geprüft am, Aktualisiert am, Letzte Aktualisierung, Zuletzt geprüft, Last updated',
  ],
  ['geprueft_durch', 'Geprüft durch, Geprüft von'],
  ['gueltig_bis', 'Gültig bis, Läuft bis, Valid until'],
  ['quelle.name', 'Quelle, Source'],
  ...WOCHENTAGE.map((tag) => [`zeiten.${tag}`, TAGESNAMEN[tag]] as const),
];

/** Letters and digits of a text, in the spelling that is compared. */
export function gefaltet(text: string): string {
  return falten(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

const NAMEN: readonly (readonly [ziel: string, namen: readonly string[]])[] = UEBERSCHRIFTEN.map(
  ([ziel, namen]) => [ziel, namen.split(', ').map(gefaltet)],
);

/**
 * Whether a cell can be the heading of a column: a field as {@link ZIELE} writes it, or a word for one, whatever its
 * case, spaces and marks.
 */
export function istBekannteUeberschrift(text: string): boolean {
  const name = gefaltet(text);
  return ZIELE.includes(text) || (name !== '' && NAMEN.some(([, namen]) => namen.includes(name)));
}

/**
 * Guesses every column. Of several that may be the same field, the surest is taken.
 * @param fremd name under which ids of the table are kept in `externe_ids`, where they are none of ours
 */
export function errateSpalten(
  kopf: readonly string[],
  zeilen: readonly { zellen: readonly string[] }[],
  fremd: string,
): Record<string, string> {
  const spalten: Record<string, string> = Object.fromEntries(kopf.map((name) => [name, NICHT]));
  const frei = (name: string) => spalten[name] === NICHT;
  for (const name of kopf) if (isZiel(name)) spalten[name] = name;
  for (const [ziel, namen] of NAMEN) {
    if (Object.values(spalten).includes(ziel)) continue;
    const treffer = namen
      .map((gesucht) => kopf.find((name) => frei(name) && gefaltet(name) === gesucht))
      .find((name) => name !== undefined);
    if (treffer !== undefined) spalten[treffer] = ziel;
  }
  // „Anschrift“ beside a column for the postal code is the street alone.
  const anschrift = kopf.find((name) => spalten[name] === 'orte' && name !== 'orte');
  const ziele = new Set(Object.values(spalten));
  if (anschrift !== undefined && ziele.has('ort.plz') && !ziele.has('ort.strasse'))
    spalten[anschrift] = 'ort.strasse';
  // Numbers are the ids of another program.
  const id = kopf.findIndex((name) => spalten[name] === 'kennung');
  const werte = zeilen.map(({ zellen }) => (zellen[id] ?? '').trim()).filter(Boolean);
  if (
    id >= 0 &&
    werte.length > 0 &&
    !werte.some((wert) => /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(wert))
  )
    spalten[kopf[id]!] = fremd ? `externe_ids.${fremd}` : NICHT;
  return spalten;
}

/** The file in which people correct the guess. */
export function formatZuordnung(spalten: Readonly<Record<string, string>>): string {
  const zeilen = Object.entries(spalten).map(
    ([name, ziel]) => `  ${JSON.stringify(name)}: ${ziel === NICHT ? '"-"' : ziel}`,
  );
  return `# Welche Spalte der Tabelle in welches Feld kommt. Bitte ansehen und ändern, was nicht stimmt.
# Links steht die Überschrift der Tabelle, rechts das Feld. "-" heißt: wird nicht übernommen.
# Felder: ${ZIELE.filter((ziel) => !ziel.includes('.')).join(', ')}
# Teile von Feldern: ${ZIELE.filter((ziel) => ziel.includes('.')).join(', ')}
spalten:
${zeilen.join('\n')}

# Was die Tabelle schreibt, und welche Kennung damit gemeint ist. Beispiel:
#   thema:
#     "Kita und Schule": bildung
werte: {}

# Was für alle neuen Angebote gilt, wo die Tabelle nichts sagt. Beispiel:
#   angebotsart: beratung
#   geprueft_am: unbekannt
vorgaben: {}
`;
}

/**
 * Reads that file.
 * @throws Error with German sentences about what is wrong in it
 */
export function readZuordnung(datei: string, bytes: Uint8Array): Zuordnung {
  const gelesen = parseYamlFile(datei, bytes);
  const { wert, befunde } = gelesen.dokument
    ? parseEintrag(gelesen.dokument, schema)
    : { wert: undefined, befunde: [] };
  const einwaende = [...gelesen.befunde, ...befunde].map(
    ({ zeile, meldung, tipp }) => `Zeile ${zeile}: ${[meldung, tipp].filter(Boolean).join(' ')}`,
  );
  const { spalten = {}, werte = {}, vorgaben = {} } = wert ?? {};
  for (const ziel of Object.values(spalten))
    if (!isZiel(ziel))
      einwaende.push(`Ein Feld „${ziel}“ gibt es nicht. ${tippMeintenSie(ziel, ZIELE)}`);
  for (const feld of [...Object.keys(werte), ...Object.keys(vorgaben)])
    if (!SPALTEN.includes(feld))
      einwaende.push(`Ein Feld „${feld}“ gibt es nicht. ${tippMeintenSie(feld, SPALTEN)}`);
  const ziele = Object.values(spalten).filter((ziel) => ziel !== NICHT && ziel !== 'text');
  for (const ziel of new Set(ziele.filter((ziel, i) => ziele.indexOf(ziel) !== i)))
    einwaende.push(
      `Zwei Spalten sollen „${ziel}“ sein. Bitte bei einer davon "-" schreiben; nur „text“ darf aus mehreren Spalten kommen.`,
    );
  if (einwaende.length > 0)
    throw new Error(
      `Die Zuordnung „${datei}“ ist so nicht zu gebrauchen.\n${einwaende.join('\n')}`,
    );
  return { spalten, werte, vorgaben };
}

/** The heading of the column that a field comes from; the field itself where it comes from none. */
export function spalteVon(ziel: string, { spalten }: Zuordnung, kopf: readonly string[]): string {
  return kopf.find((name) => spalten[name] === ziel) ?? ziel;
}

/** The state of translations, and their files: what `npm run uebersetzungen` works with. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { Document, isMap, parseDocument, Scalar, YAMLMap } from 'yaml';
import { sprachcodes } from '../../src/domain/portal.ts';
import { textfelder, type Uebersetzbar, type Uebersetzung } from '../../src/domain/uebersetzung.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';

export type Ordner = 'angebote' | 'seiten';
export type Zustand = 'fehlt' | 'veraltet' | 'ungeprüft' | 'aktuell';

/** A German text and its translation. */
export interface Feld {
  ordner: Ordner;
  id: string;
  sprache: string;
  feld: string;
  deutsch: string;
  /** Fingerprint of the German text. */
  fassung: string;
  uebersetzung?: string;
  zustand: Zustand;
}

type Eintrag = Uebersetzbar & { uebersetzungen: ReadonlyMap<string, Uebersetzung> };

/** Every field that can be translated, in every language of the portal but German. */
export function alleFelder(katalog: Katalog): Feld[] {
  const eintraege: [Ordner, string, Eintrag][] = [];
  for (const [id, angebot] of katalog.angebote) eintraege.push(['angebote', id, angebot]);
  for (const [id, seite] of katalog.seiten) eintraege.push(['seiten', id, seite]);
  return sprachcodes(katalog.portal)
    .filter((sprache) => sprache !== 'de')
    .flatMap((sprache) =>
      eintraege.flatMap(([ordner, id, eintrag]) =>
        [...textfelder(eintrag)].map(([feld, deutsch]): Feld => {
          const uebersetzung = eintrag.uebersetzungen.get(sprache);
          const text = uebersetzung?.felder.get(feld)?.text;
          return {
            ordner,
            id,
            sprache,
            feld,
            deutsch,
            fassung: fingerabdruck(deutsch),
            ...(text && { uebersetzung: text }),
            zustand: zustandOf(uebersetzung, feld),
          };
        }),
      ),
    );
}

function zustandOf(uebersetzung: Uebersetzung | undefined, feld: string): Zustand {
  const hier = uebersetzung?.felder.get(feld);
  if (!uebersetzung || !hier) return 'fehlt';
  if (hier.veraltet) return 'veraltet';
  return uebersetzung.geprueft ? 'aktuell' : 'ungeprüft';
}

const SPALTEN = [
  'art',
  'kennung',
  'sprache',
  'feld',
  'zustand',
  'deutsch',
  'uebersetzung',
  'fassung',
] as const;
type Zeile = Record<(typeof SPALTEN)[number], string>;

/**
 * Fields as a table for translators: CSV for German spreadsheets (semicolons, UTF-8 with its mark). What a spreadsheet would take for
 * a formula begins with an apostrophe; {@link readTabelle} takes it away again.
 */
export function formatTabelle(felder: readonly Feld[]): string {
  const zeilen = felder.map((feld): Zeile => ({
    art: feld.ordner === 'angebote' ? 'Angebot' : 'Seite',
    kennung: feld.id,
    sprache: feld.sprache,
    feld: feld.feld,
    zustand: feld.zustand,
    deutsch: feld.deutsch.trim(),
    uebersetzung: feld.uebersetzung?.trim() ?? '',
    // With a letter in front, or a spreadsheet takes `00123456` and `1e345678` for numbers.
    fassung: `v${feld.fassung}`,
  }));
  const csv = Papa.unparse(zeilen, {
    columns: [...SPALTEN],
    delimiter: ';',
    quotes: true,
    escapeFormulae: /^[=+\-@\t\r]/,
  });
  return `\ufeff${csv}\r\n`;
}

export interface Rueckgabe {
  felder: (Omit<Feld, 'deutsch' | 'zustand'> & { uebersetzung: string })[];
  /** German sentences about rows that cannot be used, with their number in the spreadsheet. */
  einwaende: string[];
  /** Outdated texts that came back as they went out. */
  unveraendertVeraltet: number;
}

/**
 * Reads a table that came back from a translator. Rows without a translation are passed over, and so are those whose translation is
 * the one that stands in the files: going out and coming back makes nothing newer.
 */
export function readTabelle(bytes: Uint8Array, bekannt: readonly Feld[]): Rueckgabe {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return {
      felder: [],
      unveraendertVeraltet: 0,
      einwaende: [
        'Die Tabelle ist nicht in UTF-8 gespeichert; fremde Schriften sind darin zerstört. Bitte als „CSV UTF-8“ speichern und noch einmal einlesen.',
      ],
    };
  }
  const { data, meta } = Papa.parse<Partial<Zeile>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const fehlend = SPALTEN.filter((spalte) => !meta.fields?.includes(spalte));
  if (fehlend.length > 0)
    return {
      felder: [],
      unveraendertVeraltet: 0,
      einwaende: [
        `In der ersten Zeile fehlen die Spalten ${fehlend.join(', ')}. Bitte die Überschriften der ausgegebenen Tabelle nicht ändern.`,
      ],
    };
  const key = (ordner: string, id = '', sprache = '', feld = '') =>
    [ordner, id, sprache, feld].join('\n');
  const felder = new Map(
    bekannt.map((feld) => [key(feld.ordner, feld.id, feld.sprache, feld.feld), feld]),
  );
  const ergebnis: Rueckgabe = { felder: [], einwaende: [], unveraendertVeraltet: 0 };
  for (const [i, zeile] of data.entries()) {
    const uebersetzung = ohneApostroph(zeile.uebersetzung ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (uebersetzung === '') continue;
    const ordner: Ordner = zeile.art === 'Seite' ? 'seiten' : 'angebote';
    const { kennung = '', sprache = '', feld = '', fassung = '' } = zeile;
    const hier = felder.get(key(ordner, kennung, sprache, feld));
    if (hier?.uebersetzung?.trim() === uebersetzung) {
      if (hier.zustand === 'veraltet') ergebnis.unveraendertVeraltet++;
      continue;
    }
    if (!hier)
      ergebnis.einwaende.push(
        `Zeile ${i + 2}: „${kennung}“ hat kein Feld „${feld}“, oder „${sprache}“ ist keine Sprache des Portals. Diese Zeile wurde nicht übernommen.`,
      );
    else if (!/^v[0-9a-f]{8}$/.test(fassung))
      ergebnis.einwaende.push(
        `Zeile ${i + 2}: In der Spalte „fassung“ steht „${fassung}“. Ohne den ausgegebenen Wert ist nicht bekannt, welcher deutsche Text übersetzt wurde. Diese Zeile wurde nicht übernommen.`,
      );
    else
      ergebnis.felder.push({
        ordner,
        id: kennung,
        sprache,
        feld,
        fassung: fassung.slice(1),
        uebersetzung,
      });
  }
  return ergebnis;
}

function ohneApostroph(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r])/, '');
}

export interface Aenderung {
  /** Field → its translation; `undefined` leaves the text as it is and only notes the German version. */
  felder: ReadonlyMap<string, { text?: string; fassung: string }>;
  art?: 'maschinell' | 'mensch';
}

/**
 * Writes translated fields into the file of a translation, and makes it where there is none. Comments and fields that are not
 * mentioned stay.
 * @returns path of the file
 * @throws a German sentence where a file is there that cannot be read; it stays as it is
 */
export function schreibeUebersetzung(
  inhalt: string,
  { ordner, id, sprache }: Pick<Feld, 'ordner' | 'id' | 'sprache'>,
  { felder, art }: Aenderung,
): string {
  const name = join(inhalt, ordner, `${id}.${sprache}`);
  const pfad =
    [`${name}.md`, `${name}.mdx`].find((eine) => existsSync(eine)) ??
    `${name}.${existsSync(join(inhalt, ordner, `${id}.mdx`)) ? 'mdx' : 'md'}`;
  const { doc, text } = existsSync(pfad)
    ? lies(pfad)
    : { doc: new Document(new YAMLMap()), text: '' };
  if (art || !doc.has('art')) doc.set('art', art ?? 'mensch');
  if (art || !doc.has('geprueft')) doc.set('geprueft', 'nein');
  for (const [feld, { text }] of felder)
    if (feld !== 'text' && text !== undefined) doc.set(feld, text);
  if (!isMap(doc.get('fassung', true))) doc.set('fassung', new YAMLMap());
  for (const [feld, { fassung }] of felder) doc.setIn(['fassung', feld], quoted(fassung));
  // The versions stand last: they are for the machine.
  const { items } = doc.contents as YAMLMap;
  items.sort((a, b) => Number(String(a.key) === 'fassung') - Number(String(b.key) === 'fassung'));
  const neu = felder.get('text')?.text;
  const rumpf = (neu ?? text).trim();
  writeFileSync(pfad, `---\n${doc.toString({ lineWidth: 0 })}---\n${rumpf ? `\n${rumpf}\n` : ''}`);
  return pfad;
}

/** A translation that is there already; throws a German sentence where it cannot be changed without losing something. */
function lies(pfad: string): { doc: Document; text: string } {
  const inhalt = readFileSync(pfad, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n/g, '\n');
  const [, kopf, text = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(inhalt) ?? [];
  const doc = parseDocument(kopf ?? '');
  if (kopf === undefined || doc.errors.length > 0 || !isMap(doc.contents))
    throw new Error(
      `Die Datei „${pfad}“ lässt sich nicht lesen und wurde nicht geändert. Was daran falsch ist, sagt: npm run check`,
    );
  return { doc: doc as unknown as Document, text };
}

/** `12345678` and `1e345678` are text, whatever reads the file. */
function quoted(text: string): Scalar {
  const node = new Scalar(text);
  node.type = 'QUOTE_DOUBLE';
  return node;
}

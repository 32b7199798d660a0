/**
 * Content folders for tests: a temporary copy of the Musterkreis with other files put into it, read by the real reader.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import type { Befund } from '../../src/domain/befund.ts';
import { displayPath } from '../../src/katalog/content-files.ts';
import { type KatalogErgebnis, readKatalog } from '../../src/katalog/read-katalog.ts';

export const MUSTERKREIS = 'test/fixtures/musterkreis';
/** The day all tests are true for, unless they say otherwise. */
export const STICHTAG = '2026-11-20';

/** Leaves out the offers of the Musterkreis, and what refers to them: what they say is not the question. */
export const OHNE_ANGEBOTE: Dateien = {
  angebote: null,
  projekte: null,
  kontakte: null,
  'seiten/ankommen.mdx': null,
  'weiterleitungen.yaml': null,
};

/** The Musterkreis with another `archiv_nach`. */
export function mitArchivNach(wert: string): Dateien {
  const portal = readFileSync(join(MUSTERKREIS, 'portal.yaml'), 'utf8');
  return { 'portal.yaml': portal.replace(/^archiv_nach: .*$/m, `archiv_nach: ${wert}`) };
}

/** Path below the content folder → what the file holds; `null` leaves the file or folder out. */
export type Dateien = Record<string, string | Uint8Array | null>;

/**
 * A temporary copy of the Musterkreis.
 * @param dateien what to add, replace or leave out
 * @returns its path; whoever calls removes it
 */
export function createInhalt(dateien: Dateien = {}): string {
  const ordner = mkdtempSync(join(tmpdir(), 'portal-inhalt-'));
  const ohne = Object.keys(dateien)
    .filter((name) => dateien[name] === null)
    .map((name) => join(MUSTERKREIS, name));
  cpSync(MUSTERKREIS, ordner, {
    recursive: true,
    filter: (pfad) => !ohne.includes(normalize(pfad)),
  });
  for (const [name, inhalt] of Object.entries(dateien)) {
    if (inhalt === null) continue;
    const pfad = join(ordner, name);
    mkdirSync(dirname(pfad), { recursive: true });
    writeFileSync(pfad, inhalt);
  }
  return ordner;
}

export interface Gelesen extends KatalogErgebnis {
  /** All findings, or those of one file; `datei` is relative to the content folder. */
  befundeZu(datei?: string): Befund[];
  /** Those of level „fehler“. */
  fehlerZu(datei?: string): Befund[];
}

/** Reads a content folder; findings name files relative to it. */
export function liesOrdner(ordner: string, stichtag = STICHTAG): Gelesen {
  const { katalog, befunde } = readKatalog(ordner, stichtag);
  const prefix = `${displayPath(ordner)}/`;
  const kurz = befunde.map((befund) => ({ ...befund, datei: befund.datei.replace(prefix, '') }));
  const befundeZu = (datei?: string) =>
    kurz.filter((befund) => datei === undefined || befund.datei === datei);
  return {
    ...(katalog && { katalog }),
    befunde: kurz,
    befundeZu,
    fehlerZu: (datei) => befundeZu(datei).filter(({ stufe }) => stufe === 'fehler'),
  };
}

/** Reads the Musterkreis with other files in it. */
export function lies(dateien: Dateien = {}, stichtag = STICHTAG): Gelesen {
  const ordner = createInhalt(dateien);
  try {
    return liesOrdner(ordner, stichtag);
  } finally {
    rmSync(ordner, { recursive: true, force: true });
  }
}

/** A small valid offer, field by field, as YAML source. */
const FELDER: Record<string, string> = {
  titel: '"Deutschkurs für Frauen A1"',
  anbieter: 'beispielverein',
  thema: '[sprache]',
  angebotsart: 'kurs',
  sprachen: '[de, ar]',
  zielgruppen: '[frauen]',
  orte: '[haus-der-begegnung]',
  telefon: '"+49 221 4710123"',
  email: 'kontakt@beispielverein.example',
  web: 'https://www.beispielverein.example/kurse',
  geprueft_am: '2026-11-01',
};

/**
 * The file of an offer.
 * @param felder YAML source per field, instead of or beside that of the small offer; `null` leaves the field out
 */
export function angebot(
  felder: Record<string, string | null> = {},
  text = 'Der Kurs findet montags statt.',
): string {
  const zeilen = Object.entries({ ...FELDER, ...felder }).flatMap(([feld, wert]) =>
    wert === null ? [] : [`${feld}:${wert === '' || wert.startsWith('\n') ? '' : ' '}${wert}`],
  );
  return ['---', ...zeilen, '---', '', text, ''].join('\n');
}

let anzahl = 0;
/** A word for each file, for pages beside each other must not be called the same; a number could be that of a house. */
const eigenesWort = () => `${++anzahl}`.replace(/\d/g, (ziffer) => 'abcdefghij'[Number(ziffer)]!);

const PROJEKT: Record<string, string> = {
  kurz: 'Nachbarn gärtnern zusammen.',
  kommunen: '[probeburg]',
  anbieter: '[beispielverein]',
  thema: '[familie]',
  zielgruppen: '[alle]',
  geprueft_am: '2026-11-01',
};

/** The file of a project, with a title of its own; as {@link angebot}. */
export function projekt(
  felder: Record<string, string | null> = {},
  text = '## Vorgehen\n\nWir haben ein Beet angelegt.',
): string {
  const zeilen = Object.entries({
    titel: `Garten ${eigenesWort()}`,
    ...PROJEKT,
    ...felder,
  }).flatMap(([feld, wert]) => (wert === null ? [] : [`${feld}: ${wert}`]));
  return ['---', ...zeilen, '---', '', text, ''].join('\n');
}

/** The file of a page, with a title of its own. */
export function seite(text: string, kopf = `titel: Seite ${eigenesWort()}`): string {
  return `---\n${kopf}\n---\n\n${text}\n`;
}

/** Builds everything the search loads: Pagefind's index and, per language, the search table. For build and dev. */
import { close, createIndex } from 'pagefind';
import type { Katalog } from '../katalog/katalog.ts';
import { createKontext, type Kontext } from '../site/kontext.ts';
import { createPfade } from '../site/pfade.ts';
import { PAGEFIND_ORDNER, TABELLE } from './dateien.ts';
import { readStuecke, urlOfFragment } from './pagefind-dateien.ts';
import { toSuchsatz, type Suchsatz } from './suchsatz.ts';
import { type Indexbezug, toSuchtabelle } from './suchtabelle.ts';

/** Bytes by path, relative to the root of the portal. */
export type SuchDateien = Map<string, Uint8Array>;

/** Pagefind's own interface, which nothing here uses. */
const UNGENUTZT = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

// Pagefind runs as one service for the whole process: a build that ends must not close another one's.
let letzter: Promise<unknown> = Promise.resolve();

/**
 * @returns the files in alphabetical order; the same content gives the same bytes
 * @throws where Pagefind reports an error, or does not return a result for each offer in each language
 */
export function buildSuchindex(katalog: Katalog): Promise<SuchDateien> {
  const lauf = letzter.then(() => build(katalog));
  letzter = lauf.catch(() => undefined);
  return lauf;
}

async function build(katalog: Katalog): Promise<SuchDateien> {
  const kontexte = katalog.portal.sprachen.map((sprache) => createKontext(katalog, sprache));
  const saetze = new Map(
    kontexte.map((kontext) => [
      kontext.sprache,
      [...katalog.angebote.values()].map((angebot) => toSuchsatz(kontext, angebot)),
    ]),
  );
  const pagefind = await runPagefind([...saetze.values()].flat());
  const dateien = [...pagefind].map(([path, bytes]) => [PAGEFIND_ORDNER + path, bytes] as const);
  const tabellen = kontexte.map((kontext) => {
    const bezug = indexbezug(kontext, pagefind, saetze.get(kontext.sprache) ?? []);
    const json = JSON.stringify(toSuchtabelle(kontext, bezug));
    return [
      createPfade('', kontext.sprache).datei(TABELLE),
      new TextEncoder().encode(json),
    ] as const;
  });
  return new Map([...dateien, ...tabellen].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lets Pagefind index the records. */
async function runPagefind(saetze: readonly Suchsatz[]): Promise<SuchDateien> {
  const check = <T extends { errors: string[] }>(antwort: T): T => {
    if (antwort.errors.length > 0) throw new Error(`Pagefind: ${antwort.errors.join('; ')}`);
    return antwort;
  };
  try {
    const { index } = check(await createIndex());
    if (!index) throw new Error('Pagefind hat keinen Index angelegt.');
    for (const satz of saetze) check(await index.addCustomRecord(satz));
    const { files } = check(await index.getFiles());
    return new Map(
      files.filter(({ path }) => !UNGENUTZT.test(path)).map(({ path, content }) => [path, content]),
    );
  } finally {
    await close();
  }
}

/** How the results of a language's index belong to the offers. */
function indexbezug(
  kontext: Kontext,
  dateien: SuchDateien,
  saetze: readonly Suchsatz[],
): Indexbezug {
  const { sprache, katalog, pfade } = kontext;
  const leer = { hash: '', ergebnisse: new Map<string, string>(), stuecke: [] };
  if (saetze.length === 0) return leer;
  const datei = (path: string) => {
    const bytes = dateien.get(path);
    if (!bytes) throw new Error(`Pagefind hat die Datei ${path} nicht geschrieben.`);
    return bytes;
  };
  const eingang = JSON.parse(new TextDecoder().decode(datei('pagefind-entry.json'))) as {
    languages: Record<string, { hash: string; page_count: number }>;
  };
  const index = eingang.languages[sprache];
  if (!index) throw new Error(`Pagefind hat keinen Index für die Sprache ${sprache} gebaut.`);

  const idByUrl = new Map([...katalog.angebote.keys()].map((id) => [pfade.angebot(id), id]));
  const ergebnisse = new Map<string, string>();
  for (const [path, bytes] of dateien) {
    const [, ergebnis] = /^fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
    if (!ergebnis?.startsWith(`${sprache}_`)) continue;
    const id = idByUrl.get(urlOfFragment(bytes));
    if (id) ergebnisse.set(id, ergebnis);
  }
  if (ergebnisse.size !== saetze.length || index.page_count !== saetze.length) {
    throw new Error(
      `Der Suchindex (${sprache}) kennt ${ergebnisse.size} von ${saetze.length} Angeboten.`,
    );
  }
  const text = saetze
    .map(({ content, meta }) => [content, ...Object.values(meta)].join(' '))
    .join(' ');
  const woerter = new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const stuecke = readStuecke(
    datei(`pagefind.${index.hash}.pf_meta`),
    (name) => datei(`index/${name}.pf_index`),
    woerter,
  );
  return { hash: index.hash, ergebnisse, stuecke };
}

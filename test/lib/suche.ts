/**
 * The whole search over a Katalog, without a browser: the real records, the real Wortschatz in its parts, the real table.
 * Only Pagefind is replaced, by looking the tokens up in the records; `test/suche/build-suchindex.test.ts` proves that
 * Pagefind finds the same.
 */
import { toBestand } from '../../src/browser/bestand.ts';
import { deuten, type Deutung } from '../../src/browser/deuten.ts';
import { createFinder } from '../../src/browser/finder.ts';
import { createNachschlagewerk } from '../../src/browser/nachschlagen.ts';
import type { Treffer } from '../../src/browser/reihenfolge.ts';
import { suchlauf } from '../../src/browser/suchlauf.ts';
import type { Pagefind } from '../../src/browser/volltext.ts';
import { LEER, type Suchzustand } from '../../src/browser/zustand.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { createErkennung } from '../../src/suche/anliegen.ts';
import { type Suchsatz, toSuchsatz } from '../../src/suche/suchsatz.ts';
import {
  toKartenbloecke,
  toPunkte,
  toSuchtabelle,
  zeilenVon,
} from '../../src/suche/suchtabelle.ts';
import { createWortschatz, formatWortschatz, teileVon } from '../../src/suche/wortschatz.ts';
import { MUSTERKREIS, STICHTAG } from './inhalt.ts';

const INDEX = 'qaa_x';

export interface Antwort {
  deutung: Deutung;
  /** Ids of the offers, best first. */
  ids: string[];
  treffer: Treffer[];
  anderswo: boolean;
}

/** What Pagefind answers: a record that has the token, and the fields beside its text that it stands in. */
export function createIndex(saetze: readonly Suchsatz[]): Pagefind {
  const funde = new Map<string, Map<number, string[]>>();
  saetze.forEach(({ content, meta }, row) => {
    for (const [feld, text] of [['', content], ...Object.entries(meta)] as const)
      for (const zeichen of text.split(' ').filter(Boolean)) {
        const jeSatz = funde.get(zeichen) ?? new Map<number, string[]>();
        jeSatz.set(row, [...(jeSatz.get(row) ?? []), ...(feld ? [feld] : [])]);
        funde.set(zeichen, jeSatz);
      }
  });
  return {
    options: async () => undefined,
    init: async () => undefined,
    search: async (zeichen) => ({
      results: [...(funde.get(zeichen) ?? [])].map(([row, matchedMetaFields]) => ({
        id: ergebnisId(row),
        matchedMetaFields,
      })),
    }),
  };
}

const ergebnisId = (row: number) => `qaa_${String(row).padStart(5, '0')}`;

export function saetzeVon(katalog: Katalog): Suchsatz[] {
  const istTeil = teileVon(katalog);
  const erkenne = createErkennung(katalog.vokabular.anliegen.values());
  return zeilenVon(katalog).map((angebot) => toSuchsatz({ katalog, istTeil, erkenne }, angebot));
}

export function createSuche(katalog: Katalog, sprache = 'de') {
  const kontext = createKontext(katalog, sprache);
  const istTeil = teileVon(katalog);
  const wortschatz = createWortschatz(katalog, istTeil);
  const woerter = formatWortschatz(wortschatz);
  const teile = new Map<string, unknown>([
    ...woerter.map(({ text }, i) => [`w${i}-x`, text] as const),
    ...toKartenbloecke(kontext).map((block, i) => [`k${i}-${sprache}-x`, block] as const),
    ['p-x', toPunkte(katalog)],
  ]);
  const saetze = saetzeVon(katalog);
  const tabelle = toSuchtabelle(kontext, {
    hash: INDEX,
    ergebnisse: new Map(saetze.map(({ url }, row) => [url, ergebnisId(row)])),
    teile: 'x',
    woerter: woerter.map(({ von }) => von),
  });
  const geladen: string[] = [];
  // As files they are written and read.
  const durchDatei = <T>(inhalt: T) => JSON.parse(JSON.stringify(inhalt)) as T;
  const bestand = toBestand(durchDatei(tabelle), async (datei) => {
    if (!teile.has(datei)) throw new Error(`There is no part ${datei}`);
    geladen.push(datei);
    return durchDatei(teile.get(datei));
  });
  const finder = createFinder(
    Promise.resolve(createIndex(saetze)),
    Promise.resolve(INDEX),
    bestand,
  );
  const werk = createNachschlagewerk(bestand);

  return {
    katalog,
    bestand,
    istTeil,
    wortschatz,
    finder,
    /** Parts in the order they were loaded. */
    geladen,
    ids: saetze.map(({ url }) => url),
    /** What finished words are taken for. */
    deuten: async (text: string) => (await deuten(text, werk))!,
    /** While somebody types. */
    deutenBeimTippen: (text: string) => deuten(text, werk, true),
    /** @throws where the search was disturbed: every token that is looked up stands in the index */
    async suchen(q: string, zustand: Partial<Suchzustand> = {}): Promise<Antwort> {
      const { deutung, passungen, stoerung } = (await finder.finden(q)) ?? {};
      if (stoerung || !deutung) throw new Error(`„${q}“ was disturbed`);
      const { treffer, anderswo } = suchlauf(
        bestand,
        { ...LEER, ...zustand, q },
        { orte: deutung.orte, ...(passungen && { passungen }) },
      );
      return { deutung, treffer, anderswo, ids: treffer.map(({ row }) => saetze[row]!.url) };
    },
  };
}

export type Testsuche = ReturnType<typeof createSuche>;

const bekannt = new Map<string, Testsuche>();

/** The search over a content folder; read once for all tests. */
export function sucheUeber(ordner: 'content' | typeof MUSTERKREIS): Testsuche {
  let suche = bekannt.get(ordner);
  if (!suche) {
    suche = createSuche(readKatalog(ordner, STICHTAG).katalog!);
    bekannt.set(ordner, suche);
  }
  return suche;
}

/**
 * The whole search over a Katalog, without a browser: the real table and the real parts, cut and read as visitors get them.
 */
import { toBestand } from '../../src/browser/bestand.ts';
import { deuten, type Deutung } from '../../src/browser/deuten.ts';
import { createFinder } from '../../src/browser/finder.ts';
import type { Heikel } from '../../src/browser/heikel.ts';
import { createNachschlagewerk } from '../../src/browser/nachschlagen.ts';
import type { Treffer } from '../../src/browser/reihenfolge.ts';
import { suchlauf } from '../../src/browser/suchlauf.ts';
import { LEER, type Suchzustand } from '../../src/browser/zustand.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { letzteAnalysen } from '../../src/suche/analysen.ts';
import { type Suchsatz, toSuchsatz } from '../../src/suche/suchsatz.ts';
import { toSuchteile } from '../../src/suche/suchteile.ts';
import { type Teil, toSuchtabelle, zeilenVon } from '../../src/suche/suchtabelle.ts';
import { createWortschatz } from '../../src/suche/wortschatz.ts';
import { MUSTERKREIS, STICHTAG } from './inhalt.ts';

export interface Antwort {
  deutung: Deutung;
  /** Ids of the offers, best first. */
  ids: string[];
  treffer: Treffer[];
  anderswo: boolean;
  heikel: Heikel;
}

export function saetzeVon(katalog: Katalog): Suchsatz[] {
  return zeilenVon(katalog).map((angebot) => toSuchsatz(katalog, angebot));
}

export function createSuche(katalog: Katalog, sprache = 'de') {
  const kontext = createKontext(katalog, sprache);
  const wortschatz = createWortschatz(katalog);
  const { teile } = letzteAnalysen()!;
  const { teile: dateien, ...bezug } = toSuchteile(katalog);
  const saetze = saetzeVon(katalog);
  const tabelle = toSuchtabelle(kontext, { ...bezug, teile: 'x' });
  const geladen: string[] = [];
  // As files they are written and read.
  const durchDatei = <T>(inhalt: T) => JSON.parse(JSON.stringify(inhalt)) as T;
  const bestand = toBestand(durchDatei(tabelle), async (datei) => {
    const inhalt = dateien.get(datei.replace(/-x$/, ''));
    if (!inhalt) throw new Error(`There is no part ${datei}`);
    geladen.push(datei);
    return durchDatei<Teil>({ teil: datei, inhalt: inhalt() });
  });
  const finder = createFinder(bestand);
  const werk = createNachschlagewerk(bestand);

  return {
    katalog,
    bestand,
    istTeil: (stamm: string) => teile.has(stamm),
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
      const { treffer, ...ergebnis } = suchlauf(
        bestand,
        { ...LEER, ...zustand, q },
        { orte: deutung.orte, ...(passungen && { passungen }) },
      );
      return { deutung, treffer, ...ergebnis, ids: treffer.map(({ row }) => saetze[row]!.url) };
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

/** The search across the Kreise of a Land: which offers of which Kreis fit, and their cards. */
import { ALLE } from '../domain/facette.ts';
import type { LandKarten, LandKopf } from '../suche/land-index.ts';
import type { Teil } from '../suche/suchtabelle.ts';
import type { Facette } from './bestand.ts';
import { einmal } from './bestand.ts';
import { bewerten, zeichenVon } from './bewerten.ts';
import type { Deutung, Probe } from './deuten.ts';
import { holeJson } from './frist.ts';
import { createFundstellen } from './fundstellen.ts';
import { type Heikel, wieHeikel } from './heikel.ts';
import { createNachschlagewerk, type Nachschlagewerk } from './nachschlagen.ts';

/** What a Kreis has for a search. */
export interface KreisFund {
  /** Its number in the list of the page. */
  nr: number;
  /** Rows, best first. */
  rows: number[];
  /** Whether its own portal would take the words for a search for protection. */
  heikel: Heikel;
}

/** What all of them have. */
export interface LandFund {
  /** Those with the most offers first. */
  funde: KreisFund[];
  /** They fit all that was asked for. */
  ganz: boolean;
  heikel: Heikel;
}

export interface LandTreffer {
  /** From the root of the portal of its Kreis, in German. */
  seite: string;
  titel: { text: string; lang?: string };
  ort: { text: string; lang?: string };
}

export interface LandBestand {
  woerter: Nachschlagewerk;
  /** What leads from names of places and postal codes to Kreise; knows nothing else. */
  orte: Nachschlagewerk;
  finde(deutung: Deutung): Promise<LandFund>;
  /** Loads the cards of rows of one Kreis. */
  ladeKarten(nr: number, rows: readonly number[]): Promise<LandTreffer[]>;
}

/**
 * @param basis folder of the page on its server
 * @param sprache language of the cards
 * @throws where it does not come, or is not what this script was written for
 */
export async function loadLandBestand(basis: string, sprache: string): Promise<LandBestand> {
  const kopf = (await holeJson(`${basis}land.json`)) as LandKopf;
  if (kopf.version !== 2) throw new Error('Unknown version of the search of the Land');
  const ladeTeil = async (name: string) => {
    const datei = `${name}-${kopf.teile}`;
    const { teil, inhalt } = (await holeJson(`${basis}suche-teile/${datei}.json`)) as Teil;
    if (teil !== datei) throw new Error(`${teil} came as ${datei}`);
    return inhalt;
  };
  const anzahl = kopf.kreise.reduce((bisher, kreis) => bisher + kreis.anzahl, 0);
  const alphabet = Array.from({ length: anzahl }, (_, row) => row);
  const geschuetzt = new Set(
    kopf.kreise.flatMap(({ ab, geschuetzt }) => geschuetzt.map((stelle) => ab + stelle)),
  );
  const bloecke = new Map<number, Promise<LandKarten>>();

  const fundstellen = createFundstellen(kopf.zeichen, ladeTeil);
  const ladeFundstellen = async (zeichen: string) =>
    (await fundstellen(zeichen)) ?? new Map<number, number>();

  const toFacette = async (id: string, werte: readonly string[]): Promise<Facette> => {
    const hatAlle = id === 'zielgruppe';
    const ids = [...new Set([...werte, ...(hatAlle ? [ALLE] : [])])];
    const von = alphabet.map((): number[] => []);
    await Promise.all(
      ids.map(async (wert, i) => {
        for (const row of (await ladeFundstellen(`${id}=${wert}`)).keys()) von[row]?.push(i);
      }),
    );
    return {
      id: id as Facette['id'],
      name: id,
      haupt: false,
      werte: ids.map((wert) => ({ id: wert, text: wert })),
      von,
      nr: new Map(ids.map((wert, i) => [wert, i])),
      ...(hatAlle && { alle: ids.indexOf(ALLE) }),
    };
  };

  return {
    woerter: createNachschlagewerk({ woerter: kopf.woerter, ladeTeil }),
    orte: createNachschlagewerk({
      woerter: kopf.orte,
      ladeTeil: (name) => ladeTeil(name.replace('w', 'o')),
    }),

    async finde(deutung) {
      const proben = deutung.worte.flatMap((wort) => wort.proben);
      const [funde, facetten] = await Promise.all([
        Promise.all(
          zeichenVon(deutung).map(async (eines) => [eines, await ladeFundstellen(eines)] as const),
        ),
        Promise.all([...gefragteWerte(proben)].map(([id, werte]) => toFacette(id, [...werte]))),
      ]);
      const passungen = bewerten(
        { eigene: Infinity, alphabet, facetten },
        deutung,
        new Map(funde),
      ).sort((a, b) => b.wert - a.wert || a.row - b.row);
      const ganze = passungen.filter(({ ganz }) => ganz);
      const gezeigt = ganze.length > 0 ? ganze : passungen;
      const jeKreis = kopf.kreise.map(({ ab, anzahl }, nr): KreisFund => {
        const ihre = gezeigt.filter(({ row }) => row >= ab && row < ab + anzahl);
        return {
          nr,
          rows: ihre.map(({ row }) => row),
          heikel: wieHeikel(ihre, (row) => geschuetzt.has(row)),
        };
      });
      return {
        funde: jeKreis
          .filter(({ rows }) => rows.length > 0)
          .sort((a, b) => b.rows.length - a.rows.length || a.nr - b.nr),
        ganz: ganze.length > 0,
        heikel: wieHeikel(gezeigt, (row) => geschuetzt.has(row)),
      };
    },

    async ladeKarten(nr, rows) {
      const { ab, block } = kopf.kreise[nr]!;
      return Promise.all(
        rows.map(async (row) => {
          const stelle = (row - ab) % kopf.jeBlock;
          const blockNr = block + (row - ab - stelle) / kopf.jeBlock;
          const karten = await einmal(
            bloecke,
            blockNr,
            async () => (await ladeTeil(`k${blockNr}-${sprache}`)) as LandKarten,
          );
          const text = (feld: 'titel' | 'ort') => ({
            text: karten[feld][stelle]!,
            ...(karten.deutsch[stelle]!.includes(feld[0]!) && { lang: 'de' }),
          });
          return { seite: karten.seite[stelle]!, titel: text('titel'), ort: text('ort') };
        }),
      );
    },
  };
}

/** The values of facets that are asked for, by facet. */
function gefragteWerte(
  proben: readonly Probe[],
  alle = new Map<string, Set<string>>(),
): Map<string, Set<string>> {
  for (const probe of proben) {
    if ('facette' in probe) {
      const werte = alle.get(probe.facette) ?? new Set();
      for (const wert of probe.werte) werte.add(wert);
      alle.set(probe.facette, werte);
    } else if ('teile' in probe) gefragteWerte(probe.teile.flat(), alle);
  }
  return alle;
}

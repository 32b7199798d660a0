/** The search table as the search works with it: one row per offer, facets by value; cards and points come later. */
import { kurzcode } from '../domain/kurzcode.ts';
import type { AngebotKarte } from '../site/angebot-karte.ts';
import { entpacken, type Spalte } from '../suche/spalten.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import type { FacetteDef, Kartenblock, PunktDef, Suchtabelle, Teil } from '../suche/suchtabelle.ts';
import { holeJson } from './frist.ts';

export interface Facette extends Omit<FacetteDef, 'von'> {
  /** Numbers of its values, per offer. */
  von: number[][];
  /** Number of a value by its id. */
  nr: Map<string, number>;
}

export type Karte = Omit<AngebotKarte, 'veraltet'> & {
  /** Whether the map can show it. */
  punkt: boolean;
  /** Whoever reads along on a device may be dangerous. */
  geschuetzt: boolean;
};

export interface Bestand {
  /** Number of offers; all rows go from 0 to here. */
  anzahl: number;
  /** Rows from here on are offers of neighbours. */
  eigene: number;
  /** Cards by row, as far as {@link Bestand.lade} brought them. */
  karten: Karte[];
  /** Points by row, after {@link Bestand.ladePunkte}. */
  punkte: PunktDef[][];
  /** Place of a row in the alphabetical order of titles. */
  alphabet: number[];
  geprueft: string[];
  veraltet: boolean[];
  /** Per offer one character per Kommune, see {@link Suchtabelle.naehe}. */
  naehe: string[];
  facetten: Facette[];
  /** In the order of {@link Bestand.naehe}. */
  kommunen: { id: string; name: string; lat: number; lon: number }[];
  /** What the words of each part of the Wortschatz begin with or come after; the same of the tokens. */
  woerter: string[];
  zeichen: string[];
  /** Where the tokens of needs stand that are in none of these parts. */
  anliegen: string;
  /** Words that mean danger, see {@link Suchtabelle.gefahr}. */
  gefahr: string[];
  /**
   * Loads a part of the search by its name, see {@link Suchtabelle.teile}.
   * @throws where it cannot be loaded, or another one came
   */
  ladeTeil(name: string): Promise<unknown>;
  /** Loads the cards of rows; those that were loaded before cost nothing. */
  lade(rows: readonly number[]): Promise<void>;
  ladePunkte(): Promise<void>;
}

/**
 * Unpacks a table.
 * @param ladeDatei loads a file of the folder of parts, by its name without ending
 * @throws where it is not the table this script was written for
 */
export function toBestand(
  tabelle: Suchtabelle,
  ladeDatei: (datei: string) => Promise<unknown>,
): Bestand {
  const ladeTeil = async (name: string) => {
    const datei = `${name}-${tabelle.teile}`;
    const { teil, inhalt } = (await ladeDatei(datei)) as Teil;
    if (teil !== datei) throw new Error(`${teil} came as ${datei}`);
    return inhalt;
  };
  if (tabelle.version !== 6) throw new Error('Unknown version of the search table');
  const [vor, nach] = tabelle.adresse;
  const naehe = entpacken(tabelle.naehe);
  const gruppen = entpacken(tabelle.gruppen);
  const anzahl = gruppen.length;
  const facetten = tabelle.facetten.map(({ von, ...facette }) => ({
    ...facette,
    von: von ? entpacken(von) : naehe.map(bediente),
    nr: new Map(facette.werte.map(({ id }, i) => [id, i])),
  }));
  const werte = (facette: string, row: number) => {
    const gefunden = facetten.find(({ id }) => id === facette);
    return gefunden?.von[row]!.map((nr) => gefunden.werte[nr]!) ?? [];
  };

  const eigene = tabelle.nachbarn?.ab ?? anzahl;
  const herkunft = tabelle.nachbarn ? entpacken(tabelle.nachbarn.herkunft) : [];

  const bloecke = new Map<number, Promise<void>>();
  const ladeBlock = async (nr: number) => {
    const block = (await ladeTeil(`k${nr}-${tabelle.sprache}`)) as Kartenblock;
    const ab = nr * tabelle.jeBlock;
    pruefeZahl(block.id, Math.min(tabelle.jeBlock, anzahl - ab));
    const ort = entpacken(block.ort);
    const telefon = block.telefon && entpacken(block.telefon);
    const stand = entpacken(block.stand);
    const punkt = entpacken(block.punkt);
    const deutsch = entpacken(block.deutsch);
    const neutral = entpacken(block.neutral);
    block.id.forEach((id, i) => {
      const row = ab + i;
      const text = (feld: 'titel' | 'kurz' | 'ort', wert: string) => ({
        text: wert,
        ...(deutsch[i]!.includes(feld[0]!) && { lang: 'de' }),
      });
      const nummer = telefon?.[i] || undefined;
      bestand.karten[row] = {
        id,
        href: block.seite?.[i] || vor + (neutral[i] ? kurzcode(id) : id) + nach,
        titel: text('titel', block.titel[i]!),
        kurz: text('kurz', block.kurz[i]!),
        ort: text('ort', ort[i]!),
        ...(nummer && { telefon: { text: nummer[0], href: nummer[1] } }),
        stand: stand[i]!,
        punkt: punkt[i] === 1,
        geschuetzt: neutral[i] === 1,
        art: werte('angebotsart', row)[0] ?? { text: '' },
        sprachen: werte('sprache', row)
          .filter((wert) => wert.id !== 'de')
          .map(({ text }) => text),
        ...(row >= eigene && { herkunft: herkunft[row - eigene]! }),
      };
    });
  };
  let punkte: Promise<void> | undefined;

  const bestand: Bestand = {
    anzahl,
    eigene,
    karten: Array.from({ length: anzahl }),
    punkte: [],
    // Sorting is stable: what is left of it is the order of titles.
    alphabet: [...gruppen.keys()].sort((a, b) => gruppen[a]! - gruppen[b]!),
    geprueft: entpacken(tabelle.geprueft),
    veraltet: entpacken(tabelle.veraltet).map(Boolean),
    naehe,
    facetten,
    kommunen: (facetten.find(({ id }) => id === 'kommune')?.werte ?? []).map(({ id, text }, i) => ({
      id,
      name: text,
      lat: tabelle.mitten[i]![0],
      lon: tabelle.mitten[i]![1],
    })),
    woerter: tabelle.woerter,
    zeichen: tabelle.zeichen,
    anliegen: tabelle.anliegen,
    gefahr: tabelle.gefahr,
    ladeTeil,
    async lade(rows) {
      const noetig = new Set(rows.map((row) => Math.floor(row / tabelle.jeBlock)));
      const versuche = [...noetig].map((nr) => einmal(bloecke, nr, () => ladeBlock(nr)));
      // Who tries again after one has failed must not be told of another that was still about to fail.
      await Promise.allSettled(versuche);
      await Promise.all(versuche);
    },
    async ladePunkte() {
      punkte ??= ladeTeil('p').then((spalte) => {
        const punkteJe = entpacken(spalte as Spalte<PunktDef[]>);
        pruefeZahl(punkteJe, anzahl);
        bestand.punkte = punkteJe;
      });
      punkte.catch(() => (punkte = undefined));
      await punkte;
    },
  };
  return bestand;
}

/**
 * Loads the table of the page's language.
 * @param frisch past every cache
 * @throws where it cannot be loaded, or the one of another language came
 */
export async function loadBestand(
  { tabelle, teile, sprache }: Pick<SuchKonfig, 'tabelle' | 'teile' | 'sprache'>,
  frisch: boolean,
): Promise<Bestand> {
  const optionen: RequestInit = frisch ? { cache: 'reload' } : {};
  const geladen = (await holeJson(tabelle, optionen)) as Suchtabelle;
  if (geladen.sprache !== sprache) throw new Error(`The table of ${geladen.sprache} came`);
  return toBestand(geladen, (datei) => holeJson(`${teile}${datei}.json`));
}

/** Does something once per key; after a failure it may be tried again. */
export function einmal<K, T>(bekannt: Map<K, Promise<T>>, key: K, tun: () => Promise<T>) {
  let promise = bekannt.get(key);
  if (!promise) {
    promise = tun();
    bekannt.set(key, promise);
    promise.catch(() => bekannt.delete(key));
  }
  return promise;
}

function pruefeZahl(zeilen: readonly unknown[], erwartet: number): void {
  if (zeilen.length !== erwartet) throw new Error(`${zeilen.length} of ${erwartet} rows came`);
}

/** Numbers of the Kommunen an offer serves. */
function bediente(naehe: string): number[] {
  return [...naehe].flatMap((stufe, i) => (stufe === '-' ? [] : [i]));
}

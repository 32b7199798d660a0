/** What the page of the list knows of all offers: the search's table, and which row a short name means. */
import type { MerkKonfig } from '../site/merkliste-seite.ts';
import type { Kurzcodes } from '../suche/suchtabelle.ts';
import { type Bestand, loadBestand } from './bestand.ts';

export interface Vorrat {
  bestand: Bestand;
  /** Row of an offer, under its code of today or one it had before; -1 where it is in no list any more. */
  zeileVon(code: string): number;
  /** Whether an offer was put aside; it then still has its page. */
  istAbgelegt(code: string): boolean;
}

/** Loads it when it is first asked for, and again after a failure. */
export function createVorrat(konfig: MerkKonfig): () => Promise<Vorrat> {
  let vorrat: Promise<Vorrat> | undefined;
  return () => {
    // Once more past the cache where table and codes do not belong together.
    vorrat ??= load(konfig, false).catch(() => load(konfig, true));
    vorrat.catch(() => (vorrat = undefined));
    return vorrat;
  };
}

async function load(konfig: MerkKonfig, frisch: boolean): Promise<Vorrat> {
  const bestand = await loadBestand(konfig, frisch);
  const { zeilen, umgezogen, abgelegt } = (await bestand.ladeTeil('c')) as Kurzcodes;
  const heute = (code: string) => umgezogen[code] ?? code;
  return {
    bestand,
    zeileVon: (code) => zeilen.indexOf(heute(code)),
    istAbgelegt: (code) => abgelegt.includes(heute(code)),
  };
}

/** The plain search for when words or tokens cannot be loaded: all words somewhere in the title, short text or labels. */
import { woerter } from '../suche/analyse/falten.ts';
import type { Bestand } from './bestand.ts';
import type { Passung } from './bewerten.ts';

/** Offers that contain every word of the text; hits in the title first. */
export async function ersatzsuche(bestand: Bestand, text: string): Promise<Passung[]> {
  const rows = Array.from({ length: bestand.anzahl }, (_, row) => row);
  // What cannot be loaded cannot be searched; the page says that the search is disturbed.
  await bestand.lade(rows).catch(() => undefined);
  const gesucht = woerter(text);
  const wertVon = (row: number): number => {
    const karte = bestand.karten[row];
    if (!karte) return 0;
    const themen = bestand.facetten
      .filter(({ id }) => id === 'thema' || id === 'zielgruppe')
      .flatMap(({ von, werte }) => von[row]!.map((nr) => werte[nr]!.text));
    const kopf = woerter(karte.titel.text).join(' ');
    const rest = [
      karte.kurz.text,
      karte.ort.text,
      karte.art.text,
      ...karte.sprachen,
      ...themen,
    ].join(' ');
    const alles = `${kopf} ${woerter(rest).join(' ')}`;
    if (!gesucht.every((wort) => alles.includes(wort))) return 0;
    return gesucht.every((wort) => kopf.includes(wort)) ? 1 : 0.5;
  };
  return rows
    .map((row) => ({ row, wert: wertVon(row), ganz: true, erfuellt: [] }))
    .filter(({ wert }) => wert > 0);
}

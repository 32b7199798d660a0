/** The plain search for when Pagefind does not work: all words somewhere in the title, short text or labels. */
import type { Bestand } from './bestand.ts';

/** Rows that contain every word of the text; hits in the title first. */
export function ersatzsuche(bestand: Bestand, text: string): number[] {
  const worte = fold(text).split(/\s+/).filter(Boolean);
  const rang = (row: number): number => {
    const { titel, kurz, ort, art, sprachen } = bestand.karten[row]!;
    const themen = bestand.facetten
      .filter(({ id }) => id === 'thema' || id === 'zielgruppe')
      .flatMap(({ von, werte }) => von[row]!.map((nr) => werte[nr]!.text));
    const kopf = fold(titel);
    const alles = [kopf, fold([kurz, ort, art.text, ...sprachen, ...themen].join(' '))].join(' ');
    if (!worte.every((wort) => alles.includes(wort))) return 2;
    return worte.every((wort) => kopf.includes(wort)) ? 0 : 1;
  };
  return bestand.karten
    .map((_, row) => ({ row, rang: rang(row) }))
    .filter((zeile) => zeile.rang < 2)
    .sort((a, b) => a.rang - b.rang || a.row - b.row)
    .map(({ row }) => row);
}

/** Lower case without marks; `ä`, `ae` and `a` are the same. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1');
}

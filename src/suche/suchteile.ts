/** What the search loads in parts: words, tokens, cards, points and codes. Cards, points and codes are made when they are asked for. */
import { sprachcodes } from '../domain/portal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { createKontext } from '../site/kontext.ts';
import { formatFundstellen } from './fundstellen.ts';
import { fundtexteVon } from './suchsatz.ts';
import { inBloecken, toKartenblock, toKurzcodes, toPunkte, zeilenVon } from './suchtabelle.ts';
import { createWortschatz, formatWortschatz, gefahrworte, inTeile } from './wortschatz.ts';
import { istAnliegen } from './zeichen.ts';

export interface Suchteile {
  /** What the words of each part of the Wortschatz begin with or come after. */
  woerter: string[];
  /** The same of the tokens. */
  zeichen: string[];
  /** Where the tokens of needs stand, which are in no part then, see {@link formatFundstellen}; empty where that is too much. */
  anliegen: string;
  /** Words that mean danger, see `gefahrworte`. */
  gefahr: string[];
  /** By name, without what ends it, see `Teil`. */
  teile: Map<string, () => unknown>;
}

/** A part of the tokens is about 1.5 kB when it is compressed. */
const ZEICHEN_JE_TEIL = 4200;
/** As long as some 1,200 offers need. More, which every search would load, takes a slow line as long as looking it up. */
const MAX_ANLIEGEN = 13_000;

/**
 * Words and tokens are made at once: for them, the first call for a Katalog analyses the texts of all its offers.
 * @param maxAnliegen length of `anliegen` from which on needs stand in parts
 */
export function toSuchteile(katalog: Katalog, maxAnliegen = MAX_ANLIEGEN): Suchteile {
  const zeilen = zeilenVon(katalog);
  const bloecke = inBloecken(zeilen);
  const wortschatz = createWortschatz(katalog);
  const woerter = formatWortschatz(wortschatz);
  const fundstellen = formatFundstellen(
    zeilen.map((angebot) => ({ texte: fundtexteVon(katalog, angebot) })),
  );
  const anliegen = fundstellen
    .flatMap(([eines, zeile]) => (istAnliegen(eines) ? zeile : []))
    .join('\n');
  const inTabelle = anliegen.length <= maxAnliegen;
  const zeichen = inTeile(
    fundstellen.filter(([eines]) => !inTabelle || !istAnliegen(eines)),
    ZEICHEN_JE_TEIL,
  );
  return {
    woerter: woerter.map(({ von }) => von),
    zeichen: zeichen.map(({ von }) => von),
    anliegen: inTabelle ? anliegen : '',
    gefahr: gefahrworte(wortschatz),
    teile: new Map<string, () => unknown>([
      ...woerter.map(({ text }, i) => [`w${i}`, () => text] as const),
      ...zeichen.map(({ text }, i) => [`z${i}`, () => text] as const),
      ...sprachcodes(katalog.portal).flatMap((sprache) =>
        bloecke.map(
          (block, i) =>
            [
              `k${i}-${sprache}`,
              () => toKartenblock(createKontext(katalog, sprache), block),
            ] as const,
        ),
      ),
      ['p', () => toPunkte(katalog)],
      ['c', () => toKurzcodes(katalog)],
    ]),
  };
}

/** What the search loads in parts: words, tokens, cards, points and codes. Cards, points and codes are made when they are asked for. */
import { sprachcodes } from '../domain/portal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { createKontext } from '../site/kontext.ts';
import { formatFundstellen } from './fundstellen.ts';
import { fundtexteVon } from './suchsatz.ts';
import { inBloecken, toKartenblock, toKurzcodes, toPunkte, zeilenVon } from './suchtabelle.ts';
import { createWortschatz, formatWortschatz, inTeile } from './wortschatz.ts';
import { istAnliegen } from './zeichen.ts';

export interface Suchteile {
  /** What the words of each part of the Wortschatz begin with or come after. */
  woerter: string[];
  /** The same of the tokens, but for those of needs. */
  zeichen: string[];
  /** Where the tokens of needs stand, see {@link formatFundstellen}. */
  anliegen: string;
  /** By name, without what ends it, see `Teil`. */
  teile: Map<string, () => unknown>;
}

/** A part of the tokens is about 1.5 kB when it is compressed. */
const ZEICHEN_JE_TEIL = 4200;

/** Words and tokens are made at once: for them, the first call for a Katalog analyses the texts of all its offers. */
export function toSuchteile(katalog: Katalog): Suchteile {
  const zeilen = zeilenVon(katalog);
  const bloecke = inBloecken(zeilen);
  const woerter = formatWortschatz(createWortschatz(katalog));
  const fundstellen = formatFundstellen(
    zeilen.map((angebot) => ({ texte: fundtexteVon(katalog, angebot) })),
  );
  const zeichen = inTeile(
    fundstellen.filter(([eines]) => !istAnliegen(eines)),
    ZEICHEN_JE_TEIL,
  );
  return {
    woerter: woerter.map(({ von }) => von),
    zeichen: zeichen.map(({ von }) => von),
    anliegen: fundstellen.flatMap(([eines, zeile]) => (istAnliegen(eines) ? zeile : [])).join('\n'),
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

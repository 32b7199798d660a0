/** What the search loads in parts: words, cards, points and codes. Each is made when it is asked for. */
import { sprachcodes } from '../domain/portal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { createKontext } from '../site/kontext.ts';
import { inBloecken, toKartenblock, toKurzcodes, toPunkte, zeilenVon } from './suchtabelle.ts';
import { createWortschatz, formatWortschatz } from './wortschatz.ts';

export interface Suchteile {
  /** What the words of each part of the Wortschatz begin with or come after. */
  woerter: string[];
  /** By name, without what ends it, see `Teil`. */
  teile: Map<string, () => unknown>;
}

export function toSuchteile(katalog: Katalog): Suchteile {
  const woerter = formatWortschatz(createWortschatz(katalog));
  const bloecke = inBloecken(zeilenVon(katalog));
  return {
    woerter: woerter.map(({ von }) => von),
    teile: new Map<string, () => unknown>([
      ...woerter.map(({ text }, i) => [`w${i}`, () => text] as const),
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

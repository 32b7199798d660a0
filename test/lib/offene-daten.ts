/** The open data of a Katalog, as the build writes them. */
import type { Katalog } from '../../src/katalog/katalog.ts';
import type { Verlauf } from '../../src/katalog/verlauf.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';
import { STICHTAG } from './inhalt.ts';

/** A history of which nothing is known. */
export const OHNE_VERLAUF: Verlauf = { seit: STICHTAG, ereignisse: [] };

/** All files as texts, by path from the root of the portal. */
export function offeneDaten(katalog: Katalog, verlauf = OHNE_VERLAUF): Map<string, string> {
  return new Map(
    toOffeneDaten(katalog, verlauf).map(({ pfad, stuecke }) => [pfad, [...stuecke()].join('')]),
  );
}

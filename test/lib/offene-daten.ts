/** The open data of a Katalog, as the build writes them. */
import type { Katalog } from '../../src/katalog/katalog.ts';
import { ohneVerlauf } from '../../src/katalog/verlauf.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';

/** All files as texts, by path from the root of the portal. */
export function offeneDaten(
  katalog: Katalog,
  verlauf = ohneVerlauf(katalog.stichtag),
): Map<string, string> {
  const dateien = new Map<string, string>();
  for (const { stuecke } of toOffeneDaten(katalog, verlauf))
    for (const [pfad, text] of stuecke()) dateien.set(pfad, (dateien.get(pfad) ?? '') + text);
  return dateien;
}

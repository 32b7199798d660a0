/**
 * The search's files while the content is edited: those that visitors get. Only Pagefind's index and script are left out, for making
 * them takes seconds: neighbours cannot ask us then, nor do we offer to ask them (`components/suche/Suchseite`).
 */
import { sprachcodes } from '../../../src/domain/portal.ts';
import type { Katalog } from '../../../src/katalog/katalog.ts';
import { GRENZEN, TABELLE, TEILE_ORDNER } from '../../../src/suche/dateien.ts';
import { type Teil, type Teilebezug, toSuchtabelle } from '../../../src/suche/suchtabelle.ts';
import { toSuchteile } from '../../../src/suche/suchteile.ts';
import { createKontext } from '../../../src/site/kontext.ts';
import { createPfade } from '../../../src/site/pfade.ts';

/**
 * @param stand another one for every state of the content
 * @returns the file of a path below the root of the portal; undefined where the search has none
 */
export function createDevSuche(
  katalog: Katalog,
  stand: string,
): (pfad: string) => string | undefined {
  const { teile, anliegen, gefahr, ...grenzen } = toSuchteile(katalog);
  const bezug: Teilebezug = { ...grenzen, teile: stand };
  const dateien = new Map<string, () => unknown>([
    [GRENZEN, () => bezug],
    ...sprachcodes(katalog.portal).map(
      (sprache) =>
        [
          createPfade('', sprache, {}).datei(TABELLE),
          () => toSuchtabelle(createKontext(katalog, sprache), { ...bezug, anliegen, gefahr }),
        ] as const,
    ),
    ...[...teile].map(([name, inhalt]) => {
      const teil = `${name}-${stand}`;
      return [`${TEILE_ORDNER}${teil}.json`, (): Teil => ({ teil, inhalt: inhalt() })] as const;
    }),
  ]);
  return (pfad) => {
    const inhalt = dateien.get(pfad);
    return inhalt && JSON.stringify(inhalt());
  };
}

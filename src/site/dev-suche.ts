/**
 * The search's files while the content is edited. All are those that visitors get, made when they are asked for; only
 * Pagefind's index is left out, for making it takes seconds: tokens are looked up in the records it would be made of.
 */
import { sprachcodes } from '../domain/portal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { INDEX_SPRACHE, PAGEFIND_ORDNER, TABELLE, TEILE_ORDNER } from '../suche/dateien.ts';
import { schlageNach } from '../suche/suchsatz.ts';
import { type Teil, toSuchtabelle, zeilenVon } from '../suche/suchtabelle.ts';
import { toSuchteile } from '../suche/suchteile.ts';
import { createKontext } from './kontext.ts';
import { createPfade } from './pfade.ts';

/** What the search uses of Pagefind's script (`browser/volltext`). */
const SKRIPT = `
export const options = async () => undefined;
export const init = async () => undefined;
export const search = async (zeichen) => ({ results: zeichen ? await hole(zeichen) : [] });
const hole = async (zeichen) =>
  (await fetch(new URL(\`zeichen/\${encodeURIComponent(zeichen)}.json\`, import.meta.url))).json();
`;

/**
 * @param stand another one for every state of the content
 * @returns the file of a path below the root of the portal; undefined where the search has none
 */
export function createDevSuche(
  katalog: Katalog,
  stand: string,
): (pfad: string) => string | undefined {
  const zeilen = zeilenVon(katalog);
  const { teile, woerter } = toSuchteile(katalog);
  const ergebnis = (row: number) => `${INDEX_SPRACHE}_${String(row).padStart(6, '0')}`;
  const bezug = {
    hash: stand,
    ergebnisse: new Map(zeilen.map(({ id }, row) => [id, ergebnis(row)])),
    teile: stand,
    woerter,
  };
  const dateien = new Map<string, () => unknown>([
    [
      `${PAGEFIND_ORDNER}pagefind-entry.json`,
      () => ({ languages: { [INDEX_SPRACHE]: { hash: zeilen.length > 0 ? stand : '' } } }),
    ],
    ...sprachcodes(katalog.portal).map(
      (sprache) =>
        [
          createPfade('', sprache, {}).datei(TABELLE),
          () => toSuchtabelle(createKontext(katalog, sprache), bezug),
        ] as const,
    ),
    ...[...teile].map(([name, inhalt]) => {
      const teil = `${name}-${stand}`;
      return [`${TEILE_ORDNER}${teil}.json`, (): Teil => ({ teil, inhalt: inhalt() })] as const;
    }),
  ]);
  return (pfad) => {
    if (pfad === `${PAGEFIND_ORDNER}pagefind.js`) return SKRIPT;
    const [, zeichen] = /^pagefind\/zeichen\/(.+)\.json$/.exec(pfad) ?? [];
    const inhalt = zeichen
      ? () =>
          schlageNach(katalog, zeilen, zeichen).map(({ row, felder }) => ({
            id: ergebnis(row),
            matchedMetaFields: felder,
          }))
      : dateien.get(pfad);
    return inhalt && JSON.stringify(inhalt());
  };
}

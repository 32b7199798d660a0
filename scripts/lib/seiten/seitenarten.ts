/** One page of every kind, found by the files that make pages: a new kind is looked at without anybody thinking of it. */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OBERFLAECHEN_SPRACHEN } from '../../../src/i18n/sprachen.ts';
import { FACETTEN_ORDNER } from '../../../src/site/pfade.ts';

/** Written by the build without Astro. */
const LISTE_ZUM_EINBETTEN = 'einbetten/[art]/[id]';

/**
 * @param ordner a built portal
 * @param sprache language of the pages
 * @returns by kind (`angebote/[id]`) the address of its longest page, where most can go wrong; kinds without a page are left out
 */
export function seitenarten(ordner: string, sprache: string): Map<string, string> {
  const wurzel = join(ordner, sprache === 'de' ? '' : sprache);
  const arten = globSync('**/*.astro', { cwd: 'src/pages/[...sprache]' })
    .map((datei) => datei.replace(/\.astro$/, '').replace(/(^|\/)index$/, ''))
    .concat(LISTE_ZUM_EINBETTEN)
    // As with Astro, a page that begins in brackets is what no other one is.
    .sort((a, b) => Number(a.startsWith('[')) - Number(b.startsWith('[')) || (a < b ? -1 : 1));
  const vergeben = new Set(OBERFLAECHEN_SPRACHEN.map((code) => `${code}/index.html`));
  const gefunden = new Map<string, string>();
  for (const art of arten) {
    const muster = art
      .replace('[ordner]', `{${Object.values(FACETTEN_ORDNER).join()}}`)
      .replace(/\[\w+\]/g, '*');
    const dateien = globSync(join(muster, 'index.html'), { cwd: wurzel }).filter(
      (datei) => !vergeben.has(datei),
    );
    for (const datei of dateien) vergeben.add(datei);
    const groesse = (datei: string) => statSync(join(wurzel, datei)).size;
    const [laengste] = dateien.sort((a, b) => groesse(b) - groesse(a) || (a < b ? -1 : 1));
    if (laengste)
      gefunden.set(
        art,
        join(sprache === 'de' ? '' : sprache, laengste).replace(/index\.html$/, ''),
      );
  }
  return gefunden;
}

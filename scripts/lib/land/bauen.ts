/** Builds the start page of a Land into a folder: its pages, its search, its script. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import type { Land, Mitglied } from '../../../src/domain/land.ts';
import { sprachcodes } from '../../../src/domain/portal.ts';
import { AELTESTE_BROWSER } from '../../../src/site/browser.ts';
import { type LandGeruest, toLandSeiten } from '../../../src/site/land-seite.ts';
import { formatHeaders, formatHtaccess, SERVER_DATEIEN } from '../../../src/site/server-dateien.ts';
import { createLandIndex } from '../../../src/suche/land-index.ts';
import { formatPruefsummen, PRUEFSUMMEN, summenVon } from '../pruefsummen.ts';
import { nimmSperre } from '../sperre.ts';
import { einsetzen } from '../bau/ziel.ts';

/** Folder of files whose names hold their fingerprint, as Astro's in a portal: servers are told so by the same rules. */
const GERUEST = '_astro/';

/**
 * Puts the page in the place of the last one, all at once.
 * @param mitglieder all Kreise in the order of the list
 * @returns number and bytes of the files, and what {@link einsetzen} has to say
 * @throws Error where somebody else builds there, or the page cannot be made or written; the last one is then as it was
 */
export async function baueLand(
  land: Land,
  mitglieder: readonly Mitglied[],
  ziel: string,
): Promise<{ dateien: number; bytes: number; hinweis: string | undefined }> {
  mkdirSync(dirname(ziel), { recursive: true });
  const sperre = nimmSperre(join(dirname(ziel), `.${basename(ziel)}-sperre`));
  try {
    return await baue(land, mitglieder, ziel, sperre.pruefe);
  } finally {
    sperre.gibFrei();
  }
}

async function baue(
  land: Land,
  mitglieder: readonly Mitglied[],
  ziel: string,
  pruefeSperre: () => void,
): ReturnType<typeof baueLand> {
  const { geruest, dateien: skripte } = await baueGeruest();
  const dateien = new Map<string, string>([
    ...skripte,
    ...toLandSeiten(land, mitglieder, geruest),
    ...createLandIndex(mitglieder, sprachcodes(land)),
    [SERVER_DATEIEN.htaccess, formatHtaccess(land)],
    [SERVER_DATEIEN.headers, formatHeaders(land)],
  ]);
  const entwurf = join(dirname(ziel), `.${basename(ziel)}-entwurf`);
  rmSync(entwurf, { recursive: true, force: true });
  let bytes = 0;
  for (const [pfad, inhalt] of dateien) {
    mkdirSync(dirname(join(entwurf, pfad)), { recursive: true });
    writeFileSync(join(entwurf, pfad), inhalt);
    bytes += Buffer.byteLength(inhalt);
  }
  copyFileSync('public/favicon.svg', join(entwurf, 'favicon.svg'));
  writeFileSync(join(entwurf, PRUEFSUMMEN), formatPruefsummen(summenVon(entwurf)));
  pruefeSperre();
  return { dateien: dateien.size, bytes, hinweis: einsetzen(entwurf, ziel) };
}

/** The script of the page and its style sheet. */
async function baueGeruest(): Promise<{ geruest: LandGeruest; dateien: [string, string][] }> {
  const [ergebnis] = [
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      // Parts of the script find each other wherever the page lies.
      base: './',
      build: {
        write: false,
        target: AELTESTE_BROWSER,
        modulePreload: false,
        rollupOptions: {
          input: ['src/browser/land.ts', 'src/styles/land.css'],
          output: {
            entryFileNames: `${GERUEST}[name]-[hash].js`,
            chunkFileNames: `${GERUEST}[name]-[hash].js`,
            assetFileNames: `${GERUEST}[name]-[hash][extname]`,
          },
        },
      },
    }),
  ].flat();
  if (!ergebnis || !('output' in ergebnis))
    throw new Error('The script of the page was not built.');
  const dateien = ergebnis.output.map((teil): [string, string] => [
    teil.fileName,
    teil.type === 'chunk' ? teil.code : String(teil.source),
  ]);
  const ohneJs = readFileSync('src/styles/ohne-js.css', 'utf8');
  const hash = createHash('sha256').update(ohneJs).digest('hex').slice(0, 8);
  const eintrag = ergebnis.output.find(
    (teil) => teil.type === 'chunk' && teil.facadeModuleId?.endsWith('land.ts'),
  )?.fileName;
  const stil = dateien.find(([name]) => name.endsWith('.css'))?.[0];
  if (!eintrag || !stil) throw new Error('The page lacks its script or its style sheet.');
  const geruest = { script: eintrag, stil, ohneJs: `${GERUEST}ohne-js-${hash}.css` };
  return { geruest, dateien: [...dateien, [geruest.ohneJs, ohneJs]] };
}

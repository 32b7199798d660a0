// @ts-check
import { defineConfig, passthroughImageService } from 'astro/config';
import { programm } from './src/bau/programm.ts';
import { readPortal } from './src/katalog/read-katalog.ts';
import { AELTESTE_BROWSER } from './src/site/browser.ts';
import { basisOf } from './src/site/pfade.ts';

// A build has read portal.yaml by itself, and nothing else may decide what it makes.
const base = process.env.PORTAL_BASIS ?? basisOf(readPortal()?.url ?? 'http://localhost/');

/**
 * Vite wraps every import() in a helper that loads style sheets first. No script here has one: the helper does nothing, and each script
 * has its own, for one that all share would stand in a file that every page loads. Nor need scripts name what it would load; Astro, which
 * says otherwise, has the last word but for plugins.
 */
const HELFER = 'vite/preload-helper.js';
/** @type {import('vite').Plugin} */
const ohneVorladen = {
  name: 'portal-ohne-vorladen',
  enforce: 'pre',
  config: () => ({ build: { modulePreload: false } }),
  resolveId: (id, importer) => (id.endsWith(HELFER) ? `${id}?${importer}` : undefined),
  load: (id) =>
    id.includes(HELFER) ? 'export const __vitePreload = (laden) => laden();' : undefined,
};

/**
 * What scripts share stands in few files, for each costs a slow line a request: what many need and is tiny, and what finds. What the
 * search page does first stands alone, so that it need not wait for the rest (see `bau/vorladen`).
 */
const GETEILTES = {
  klein:
    /\/src\/(browser\/(dom|frist|merk-(geraet|herkunft)|uebergabe)|domain\/(kurzcode|merkliste))\.ts$/,
  finden:
    /\/src\/(browser\/(angebot-karte|bestand|deuten|entfernungen|fundstellen|lesen|nachschlagen|standort)|suche\/(analyse\/\w+|spalten|zeichen)|i18n\/(fremd|look-up))\.ts$/,
  vorsuche: /\/src\/browser\/vorsuche\.ts$/,
};

export default defineConfig({
  integrations: [programm(AELTESTE_BROWSER)],
  base,
  outDir: process.env.PORTAL_ZIEL || 'dist',
  trailingSlash: 'always',
  // A strict Content Security Policy forbids inline styles and scripts.
  build: { inlineStylesheets: 'never' },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  vite: {
    build: { cssTarget: AELTESTE_BROWSER, assetsInlineLimit: 0 },
    // Only what runs at visitors: pages are made by this Node.
    environments: {
      client: {
        build: {
          target: AELTESTE_BROWSER,
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: Object.entries(GETEILTES).map(([name, test]) => ({ name, test })),
              },
            },
          },
        },
      },
    },
    plugins: [ohneVorladen],
  },
});

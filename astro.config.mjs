import { defineConfig, passthroughImageService } from 'astro/config';
import { inhaltsordner, readPortal } from './src/katalog/read-katalog.ts';
import { basisOf } from './src/site/pfade.ts';
import { inhaltImDev } from './src/site/dev-plugin.ts';

const url = readPortal()?.url ?? 'http://localhost/';

export default defineConfig({
  site: new URL(url).origin,
  base: basisOf(url),
  outDir: process.env.PORTAL_ZIEL || 'dist',
  trailingSlash: 'always',
  // A strict Content Security Policy forbids inline styles and scripts.
  build: { inlineStylesheets: 'never' },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [inhaltImDev(inhaltsordner())],
  },
});

/**
 * What of a portal depends on its code alone, made by Astro: the bundled program that makes pages, scripts, styles, the service
 * worker, what lies in `public/`. The pages themselves are made of it by `seiten`, on all processors and as often as the content changes.
 *
 * Uses Astro's hook for prerenderers of one's own (`setPrerenderer`, Integration API). Where nobody asks for the program, Astro makes the
 * pages itself: it is the judge of ours (`test/portal/programm.test.ts`).
 */
import type { AstroIntegration } from 'astro';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { DARSTELLER, EINSTIEG, IMPORTE } from './seitenprogramm.ts';

/** Variable of the environment: the folder for the program, that is its entry, its chunks and what scripts import. */
const ZIEL = 'PORTAL_PROGRAMM';

/** @param browser that scripts are made for, as Vite's targets */
export function programm(browser: string[]): AstroIntegration {
  const importe: Record<string, readonly string[]> = {};
  let ordner = '';
  let einstieg = '';
  const ziel = process.env[ZIEL];
  return {
    name: 'portal-programm',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'portal-programm',
                applyToEnvironment: ({ name }) => name === 'prerender',
                buildStart() {
                  this.emitFile({
                    type: 'chunk',
                    id: 'astro/runtime/server/index.js',
                    fileName: DARSTELLER,
                    preserveSignature: 'strict',
                  });
                },
                writeBundle({ dir = '' }, dateien) {
                  const name = Object.keys(dateien).find((datei) =>
                    /^prerender-entry\./.test(datei),
                  );
                  if (name) [ordner, einstieg] = [dir, name];
                },
              },
              {
                name: 'portal-importe',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_, dateien) {
                  for (const datei of Object.values(dateien))
                    if (datei.type === 'chunk') importe[datei.fileName] = datei.imports;
                },
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (!ziel) return;
        setPrerenderer((astro) => ({
          ...astro,
          // Astro deletes the program when it has made its pages; here it makes none.
          getStaticPaths() {
            cpSync(ordner, ziel, { recursive: true });
            writeFileSync(join(ziel, EINSTIEG), `export * from './${einstieg}';\n`);
            writeFileSync(join(ziel, IMPORTE), JSON.stringify(importe));
            return Promise.resolve([]);
          },
        }));
      },
      'astro:build:done': async ({ dir }) => {
        writeFileSync(new URL('sw.js', dir), await buildServiceWorker(browser));
      },
    },
  };
}

/** One classic script without imports, under an address that never changes: browsers ask for it by that. */
async function buildServiceWorker(target: string[]): Promise<string> {
  const [ergebnis] = [
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        write: false,
        target,
        lib: { entry: 'src/browser/sw.ts', formats: ['iife'], name: 'sw' },
      },
    }),
  ].flat();
  if (!ergebnis || !('output' in ergebnis)) throw new Error('The service worker was not built.');
  return ergebnis.output[0].code;
}

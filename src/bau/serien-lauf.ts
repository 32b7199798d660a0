/** Makes every so-and-so-many page of some routes; see `serien`. */
import type { SSRManifest, SSRResult } from 'astro';
import { renderToString } from 'astro/runtime/server/index.js';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { type Auftrag, dateiVon, type Serie } from './auftrag.ts';
import { type Anteil, anteilVon } from './in-workern.ts';

/** What of Astro's bundled program is used here. */
interface Programm {
  app: {
    manifest: SSRManifest;
    getComponentByRoute(route: { component: string; type: string }): Promise<Seitenmodul>;
  };
}

interface Seitenmodul {
  default: Parameters<typeof renderToString>[1];
  getStaticPaths(): Seitenpfad[] | Promise<Seitenpfad[]>;
}

interface Seitenpfad {
  params: Record<string, string | undefined>;
  props?: Record<string, unknown>;
}

const { ordner, programm, serien, ...anteil } = workerData as Auftrag & Anteil;
const { app } = (await import(programm)) as Programm;
for (const serie of serien) await mache(serie);

async function mache({ component, muster, stile }: Serie): Promise<void> {
  const modul = await app.getComponentByRoute({ component, type: 'page' });
  const pfade = await modul.getStaticPaths();
  for (const { params, props = {} } of anteilVon(pfade, anteil)) {
    const html = await renderToString(
      toResult(modul, params, stile),
      modul.default,
      props,
      {},
      true,
    );
    if (typeof html !== 'string') throw new Error(`${component} gives no page.`);
    const datei = join(ordner, dateiVon(pfadVon(muster, params)));
    mkdirSync(dirname(datei), { recursive: true });
    writeFileSync(datei, html);
  }
}

function pfadVon(muster: string, params: Seitenpfad['params']): string {
  const pfad = muster.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? '');
  return `${pfad}/`.replace(/\/+/g, '/');
}

/** What Astro gives the components of one page; without what needs a request. */
function toResult(
  modul: Seitenmodul,
  params: Seitenpfad['params'],
  stile: readonly string[],
): SSRResult {
  const { manifest } = app;
  const { moduleId = '' } = modul.default;
  const astro = { params, self: null };
  return {
    base: manifest.base,
    userAssetsBase: manifest.userAssetsBase,
    cancelled: false,
    clientDirectives: manifest.clientDirectives,
    inlinedScripts: manifest.inlinedScripts,
    componentMetadata: manifest.componentMetadata,
    compressHTML: manifest.compressHTML,
    createAstro: (props: object) => Object.assign(Object.create(astro), { props, self: null }),
    params,
    partial: false,
    renderers: [],
    resolve: async (name: string) => {
      const datei = manifest.entryModules[name];
      if (!datei) throw new Error(`There is no file for ${name}.`);
      return `${manifest.base.replace(/\/$/, '')}/${datei}`;
    },
    links: new Set(),
    scripts: new Set(),
    styles: new Set(stile.map((href) => ({ props: { rel: 'stylesheet', href }, children: '' }))),
    _metadata: {
      hasHydrationScript: false,
      rendererSpecificHydrationScripts: new Set(),
      hasRenderedHead: false,
      renderedScripts: new Set(),
      hasDirectives: new Set(),
      headInTree: manifest.componentMetadata.get(moduleId)?.containsHead ?? false,
      extraHead: [],
      extraStyleHashes: [],
      extraScriptHashes: [],
      propagators: new Set(),
      pendingSlotEvaluations: [],
      templateDepth: 0,
    },
    shouldInjectCspMetaTags: false,
  } as unknown as SSRResult;
}

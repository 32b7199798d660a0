/** The program that Astro has bundled (`programm`), for whoever makes pages with it: its kinds of pages, and each page of a kind. */
import type { SSRManifest, SSRResult } from 'astro';
import type { renderToString } from 'astro/runtime/server/index.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Importe, mitVorladen } from './vorladen.ts';

/** The module of the program that begins it. */
export const EINSTIEG = 'programm.mjs';
/** Astro's renderer, as the program's components have it: a second copy would not know what they put into slots, and takes a slower way. */
export const DARSTELLER = 'darsteller.mjs';
/** What each script imports at once, by its path from the root of the portal. */
export const IMPORTE = 'importe.json';

/** What of Astro's bundled program is used here. */
interface Programm {
  app: {
    manifest: SSRManifest;
    getComponentByRoute(route: Route): Promise<Seitenmodul>;
  };
}

interface Darsteller {
  renderToString: typeof renderToString;
}

type Route = SSRManifest['routes'][number]['routeData'];

interface Seitenmodul {
  default: Parameters<typeof renderToString>[1];
  /** Missing where there is one page only. */
  getStaticPaths?(): Seitenpfad[] | Promise<Seitenpfad[]>;
}

/** What one page is made of. */
export interface Seitenpfad {
  params: Record<string, string | undefined>;
  props?: Record<string, unknown>;
  /** Where it is the same, so is the page. */
  cacheKey?: string | undefined;
  /** The offer that it alone is about: what such pages say in common is worked out once, where they are made one after the other. */
  angebot?: string;
}

/** All pages that one file of `src/pages` makes. */
export interface Seitenart {
  /** That file. */
  komponente: string;
  /** `/[...sprache]/angebote/[id]` */
  muster: string;
  /** Asks what there is now. */
  pfade(): Promise<Seitenpfad[]>;
  /** What decides a page, where that is said. @throws as `rendere` */
  schluessel(pfad: Seitenpfad): string | undefined;
  /** @throws with the name of its file where the page cannot be made */
  rendere(pfad: Seitenpfad): Promise<string>;
}

/**
 * Loads the program, from its folder.
 * @returns its kinds of pages; where two fit an address, the one that says more of it comes first
 */
export async function ladeSeitenprogramm(ordner: string): Promise<Seitenart[]> {
  process.env['NODE_ENV'] = 'production';
  const lade = (datei: string): Promise<unknown> => import(pathToFileURL(join(ordner, datei)).href);
  const { app } = (await lade(EINSTIEG)) as Programm;
  const darsteller = (await lade(DARSTELLER)) as Darsteller;
  const importe = JSON.parse(readFileSync(join(ordner, IMPORTE), 'utf8')) as Importe;
  const { manifest } = app;
  return (
    manifest.routes
      // Astro brings pages of its own for servers.
      .filter(({ routeData }) => routeData.component.startsWith('src/pages/'))
      .map(({ routeData, styles }) => {
        const { component, route, params: namen } = routeData;
        const stile = styles.map((stil) => {
          if (stil.type !== 'external') throw new Error(`${component} has an inline style.`);
          return manifest.base + stil.src.replace(/^\//, '');
        });
        // Scripts are named beforehand on pages that there is one of: on the others, which are many, nothing waits for a script.
        const einzeln = namen.every((name) => name === '...sprache');
        let geladen: Promise<Seitenmodul> | undefined;
        const ladeModul = () => (geladen ??= app.getComponentByRoute(routeData));
        return {
          komponente: component,
          muster: route,
          pfade: async () => (await (await ladeModul()).getStaticPaths?.()) ?? [{ params: {} }],
          schluessel(pfad) {
            try {
              return pfad.cacheKey;
            } catch (error) {
              throw mitDatei(error, dateiVon(route, pfad.params));
            }
          },
          async rendere(pfad) {
            const modul = await ladeModul();
            const ergebnis = toResult(manifest, modul, pfad.params, stile);
            const datei = dateiVon(route, pfad.params);
            const html = await rendere(darsteller, modul, pfad, ergebnis, datei);
            return einzeln ? mitVorladen(html, manifest.base, importe) : html;
          },
        };
      })
  );
}

/**
 * The file of a page, from the root of the portal.
 * @param muster of its kind
 */
export function dateiVon(muster: string, params: Seitenpfad['params']): string {
  const pfad = muster.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? '');
  // What servers send for what is missing lies in no folder of its own.
  return pfad === '/404' ? '404.html' : `${pfad}/index.html`.replace(/\/+/g, '/').slice(1);
}

async function rendere(
  { renderToString }: Darsteller,
  modul: Seitenmodul,
  pfad: Seitenpfad,
  ergebnis: SSRResult,
  datei: string,
): Promise<string> {
  try {
    // Props may be worked out when they are asked for, and that may fail, too.
    const html = await renderToString(ergebnis, modul.default, pfad.props ?? {}, {}, true);
    if (typeof html === 'string') return html;
  } catch (error) {
    throw mitDatei(error, datei);
  }
  throw new Error(`${datei}: Its component gives no page.`);
}

function mitDatei(error: unknown, datei: string): Error {
  return new Error(`${datei}: ${(error as Error).message}`, { cause: error });
}

/**
 * What Astro gives the components of one page; without what needs a request. It is nowhere documented, so the compiler is of no help:
 * whoever raises the version of Astro runs `test/portal/programm.test.ts`.
 */
function toResult(
  manifest: SSRManifest,
  modul: Seitenmodul,
  params: Seitenpfad['params'],
  stile: readonly string[],
): SSRResult {
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

/** Makes every so-and-so-many page of a portal; see `seiten`. */
import type { SSRManifest, SSRResult } from 'astro';
import { renderToString } from 'astro/runtime/server/index.js';
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { anteilVon } from './in-workern.ts';
import { meinAuftrag, melde } from './worker.ts';
import { EINSTIEG, IMPORTE } from './programm.ts';
import type { Auftrag, Gemacht } from './seiten.ts';
import { gibFrei } from './speicher.ts';
import { uebernimm } from './uebernahme.ts';
import { type Importe, mitVorladen } from './vorladen.ts';

/** Pages. */
const AUFRAEUMEN = 1500;

/** What of Astro's bundled program is used here. */
interface Programm {
  app: {
    manifest: SSRManifest;
    getComponentByRoute(route: Route): Promise<Seitenmodul>;
  };
}

type Route = SSRManifest['routes'][number]['routeData'];

interface Seitenmodul {
  default: Parameters<typeof renderToString>[1];
  /** Missing where there is one page only. */
  getStaticPaths?(): Seitenpfad[] | Promise<Seitenpfad[]>;
}

interface Seitenpfad {
  params: Record<string, string | undefined>;
  props?: Record<string, unknown>;
  /** Where it is the same, so is the page. */
  cacheKey?: string | undefined;
}

const { ordner, programm, katalog, vorher, ...anteil } = meinAuftrag<Auftrag>();
process.env['NODE_ENV'] = 'production';
process.env['PORTAL_KATALOG'] = katalog;
const { app } = (await import(pathToFileURL(join(programm, EINSTIEG)).href)) as Programm;
const importe = JSON.parse(readFileSync(join(programm, IMPORTE), 'utf8')) as Importe;
// What Astro complains of is no page for visitors.
console.warn = console.error = (...worte: unknown[]) => {
  throw new Error(worte.join(' '));
};
let gerendert = 0;
const gemacht = new Map<string, string>();
const gemachte: Gemacht = { schluessel: new Map(), summen: new Map() };
for (const { routeData, styles } of app.manifest.routes) {
  // Astro brings pages of its own for servers.
  if (!routeData.component.startsWith('src/pages/')) continue;
  const stile = styles.map((stil) => {
    if (stil.type !== 'external') throw new Error(`${routeData.component} has an inline style.`);
    return app.manifest.base + stil.src.replace(/^\//, '');
  });
  await macheRoute(routeData, stile);
}
melde(gemachte);

async function macheRoute(route: Route, stile: readonly string[]): Promise<void> {
  const modul = await app.getComponentByRoute(route);
  const pfade = (await modul.getStaticPaths?.()) ?? [{ params: {} }];
  // Scripts are named beforehand on pages that there is one of: on the others, which are many, nothing waits for a script.
  const einzeln = route.params.every((name) => name === '...sprache');
  for (const { params } of pfade) {
    const datei = dateiVon(route.route, params);
    const andere = gemacht.get(datei);
    if (andere) throw new Error(`${datei} comes of ${route.component} and of ${andere}.`);
    gemacht.set(datei, route.component);
  }
  for (const { params, props = {}, cacheKey } of anteilVon(pfade, anteil)) {
    const datei = dateiVon(route.route, params);
    legeAn(dirname(join(ordner, datei)));
    if (cacheKey) gemachte.schluessel.set(datei, cacheKey);
    const summe = cacheKey && uebernimm(vorher, ordner, datei, cacheKey);
    if (summe) {
      gemachte.summen.set(datei, summe);
      continue;
    }
    // Else V8 lets what they leave behind grow to twice what is in use.
    if (++gerendert % AUFRAEUMEN === 0) gibFrei();
    const roh = await rendere(modul, params, props, stile, datei);
    const html = einzeln ? mitVorladen(roh, app.manifest.base, importe) : roh;
    writeFileSync(join(ordner, datei), html);
    gemachte.summen.set(datei, hash('sha256', html));
  }
}

/** Most folders lie in one that is there: looking for it first takes twice as long. */
function legeAn(neu: string): void {
  try {
    mkdirSync(neu);
  } catch {
    mkdirSync(neu, { recursive: true });
  }
}

async function rendere(
  modul: Seitenmodul,
  params: Seitenpfad['params'],
  props: Record<string, unknown>,
  stile: readonly string[],
  datei: string,
): Promise<string> {
  try {
    const html = await renderToString(
      toResult(modul, params, stile),
      modul.default,
      props,
      {},
      true,
    );
    if (typeof html === 'string') return html;
  } catch (error) {
    throw new Error(`${datei}: ${(error as Error).message}`, { cause: error });
  }
  throw new Error(`${datei}: Its component gives no page.`);
}

/**
 * The file of a page, from the root of the portal.
 * @param muster `/[...sprache]/angebote/[id]`
 */
function dateiVon(muster: string, params: Seitenpfad['params']): string {
  const pfad = muster.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? '');
  // What servers send for what is missing lies in no folder of its own.
  return pfad === '/404' ? '404.html' : `${pfad}/index.html`.replace(/\/+/g, '/').slice(1);
}

/**
 * What Astro gives the components of one page; without what needs a request. It is nowhere documented, so the compiler is of no help:
 * whoever raises the version of Astro runs `test/portal/programm.test.ts`.
 */
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

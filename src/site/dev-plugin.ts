/**
 * Development: pages, search and generated files follow every change of the content at once. They are shown first and
 * checked then: what the rules say comes a little later, on the screen and over the page.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Plugin, ViteDevServer } from 'vite';
import type { Befund } from '../domain/befund.ts';
import { medientyp } from '../domain/medientyp.ts';
import { beobachte } from '../katalog/beobachten.ts';
import { ladeGedaechtnis } from '../katalog/gedaechtnis.ts';
import { readUngeprueft } from '../katalog/read-katalog.ts';
import { readVerlauf } from '../katalog/verlauf.ts';
import { aufAbruf } from './dateien.ts';
import { NEUSTART } from './dev-neustart.ts';
import { createDevSuche } from './dev-suche.ts';
import { toOffeneDaten } from './offene-daten.ts';
import { basisOf } from './pfade.ts';

const STAND = Symbol.for('portal.stand');
const MODULE = Symbol.for('portal.module');
const global = globalThis as { [STAND]?: number; [MODULE]?: Map<string, object> };

/** What pages import of these is what Node has loaded: Vite's copy would take longer than the first page, and read the content again. */
const KERN = /\/src\/(?!site\/portal\.ts$)(bericht|daten|domain|i18n|katalog|site|suche)\/.*\.ts$/;
const GELADEN = '\0portal-modul:';

const SUCHE = /\/(pagefind\/|suche-teile\/|suche-tabelle\.json$)/;
/** Addresses of what else is no page of Astro's. */
const ERZEUGT = new RegExp(
  [
    ...['sitemap(-\\d+)?\\.xml$', 'opensearch\\.xml$', 'robots\\.txt$'],
    ...['\\.well-known/security\\.txt$', 'manifest\\.webmanifest$', 'lageplan\\.svg$'],
    ...['a/[^/]+/', 'kalender/', 'einbetten/[^/]+/[^/]+/', 'daten/.+'],
  ]
    .map((muster) => `/${muster}`)
    .join('|'),
);

/** @param inhalt content folder */
export function inhaltImDev(inhalt: string): Plugin {
  const ordner = resolve(inhalt);
  let stand = createStand(inhalt);
  const module = new Map<string, object>([
    [
      resolve('src/katalog/read-katalog.ts'),
      { readKatalog: () => ({ katalog: stand.katalog(), befunde: [] }) },
    ],
  ]);
  global[MODULE] = module;
  return {
    name: 'portal-inhalt',
    apply: 'serve',
    enforce: 'pre',
    config: (_, { command }) => ({
      server: { watch: { ignored: (path: string) => !istCode(path) } },
      // Searching all pages for packages to bundle takes longer than the first page.
      ...(command === 'serve' && { optimizeDeps: { noDiscovery: true, include: ['leaflet'] } }),
    }),
    resolveId(id, importer) {
      if (this.environment.config.consumer !== 'server' || !importer || !/^\./.test(id)) return;
      const datei = resolve(dirname(importer.replace(/\?.*/, '')), id);
      return KERN.test(datei) ? GELADEN + datei : undefined;
    },
    async load(id) {
      if (!id.startsWith(GELADEN)) return;
      const datei = id.slice(GELADEN.length);
      if (!module.has(datei))
        module.set(datei, (await import(pathToFileURL(datei).href)) as object);
      const namen = Object.keys(module.get(datei)!).join(', ');
      return `export const { ${namen} } = globalThis[Symbol.for('portal.module')].get(${JSON.stringify(datei)});`;
    },
    configureServer(server) {
      const { lies, pruefe } = createPruefung(inhalt, server);
      // What nobody has read yet is read while Astro starts.
      const gelesen = ladeGedaechtnis(inhalt)
        ? Promise.resolve()
        : lies().then(() => void ladeGedaechtnis(inhalt));
      const erstePruefung = einmal(pruefe);
      // Node cannot forget what it has loaded.
      server.watcher.on('change', (datei) => KERN.test(datei) && process.exit(NEUSTART));
      beobachte(ordner, () => {
        stand = createStand(inhalt);
        global[STAND] = (global[STAND] ?? 0) + 1;
        // Astro keeps the list of paths of each route until its own content changes; ours counts as such.
        for (const environment of Object.values(server.environments))
          environment.hot.send('astro:content-changed', {});
        server.ws.send({ type: 'full-reload' });
        pruefe();
      });
      server.middlewares.use(async (request, response, next) => {
        await gelesen;
        const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
        // The first page goes first.
        response.once('finish', erstePruefung);
        if (!SUCHE.test(path) && !ERZEUGT.test(path)) return next();
        try {
          const antwort = stand.datei(path);
          if (!antwort) return next();
          response.setHeader('Content-Type', medientyp(antwort.name));
          response.setHeader('Cache-Control', 'no-store');
          response.end(antwort.inhalt);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

interface Antwort {
  name: string;
  inhalt: string;
}

/** One state of the content. What is made of it is made when it is asked for, and once. */
function createStand(inhalt: string) {
  const lesen = einmal(() => readUngeprueft(inhalt));
  const katalogUndKontext = () => {
    const { katalog, kontext } = lesen();
    if (!katalog || !kontext) throw new Error('Der Inhalt hat Fehler; „npm run check“ zeigt sie.');
    return { katalog, kontext };
  };
  const suche = einmal(() => createDevSuche(katalogUndKontext().katalog, `dev${++laeufe}`));
  const dateien = einmal(() => aufAbruf(katalogUndKontext().katalog));
  const daten = einmal(() => {
    const { katalog, kontext } = katalogUndKontext();
    return toOffeneDaten(katalog, readVerlauf(inhalt, kontext));
  });
  const datenVon = (name: string) => {
    const gruppe = daten().find(({ pfade }) => pfade.includes(name));
    let text = '';
    for (const [pfad, stueck] of gruppe?.stuecke() ?? []) if (pfad === name) text += stueck;
    return gruppe && text;
  };
  return {
    katalog: () => lesen().katalog,
    /** A file that is no page of Astro's, by the path of its address. */
    datei(path: string): Antwort | undefined {
      const basis = basisOf(katalogUndKontext().katalog.portal.url);
      const ohneBasis = path.startsWith(basis) ? path.slice(basis.length) : path.slice(1);
      const name = ohneBasis.replace(/\/$/, '/index.html');
      const text = SUCHE.test(path) ? suche()(name) : (dateien().get(name)?.() ?? datenVon(name));
      return text === undefined ? undefined : { name, inhalt: text };
    },
  };
}

/** Counts the search's states, for what belongs together. */
let laeufe = 0;

function einmal<T>(mache: () => T): () => T {
  let fertig: { wert: T } | undefined;
  return () => (fertig ??= { wert: mache() }).wert;
}

/** Vite looks at every file below the root, thousands of offers among them; code is all it needs to know of. */
function istCode(path: string): boolean {
  const [erster = '', ...weitere] = relative('.', path).split(sep);
  return ['', 'src', 'public'].includes(erster) || (weitere.length === 0 && /\.\w+$/.test(erster));
}

/** The thread beside everything else. */
interface Pruefung {
  /** Reads the content and keeps it for {@link ladeGedaechtnis}; done, too, if that fails. */
  lies: () => Promise<void>;
  /** Asks for a check; several wishes while one is under way are one. */
  pruefe: () => void;
}

/** Checks the content, and tells what is wrong: on the screen, and over the page until it is mended. */
function createPruefung(inhalt: string, server: ViteDevServer): Pruefung {
  const arbeiter = einmal(() => {
    const neuer = new Worker(new URL('./dev-pruefung.ts', import.meta.url), { workerData: inhalt });
    neuer.unref();
    neuer.on('error', (error) => console.error(error));
    neuer.on('message', sage);
    return neuer;
  });
  let laeuft = false;
  let nochmal = false;
  let meldung = '';
  let gesagt = '';
  const zeige = () =>
    server.ws.send({
      type: 'error',
      err: { ...UEBERSCHRIFT, message: alsHtml(meldung), stack: '' },
    });
  const pruefe = () => {
    meldung = '';
    nochmal = laeuft;
    if (!laeuft) arbeiter().postMessage('');
    laeuft = true;
  };
  function sage(fehler: Befund[] | undefined) {
    if (!fehler) return; // it has only read
    laeuft = false;
    if (nochmal) return pruefe();
    meldung = fehler.map(alsText).join('\n\n');
    if (meldung) zeige();
    if (meldung !== gesagt) console.error(meldung || 'Der Inhalt ist wieder fehlerfrei.');
    gesagt = meldung;
  }
  server.ws.on('connection', () => meldung && zeige());
  const lies = () =>
    new Promise<void>((fertig) => {
      for (const wann of ['message', 'exit']) arbeiter().once(wann, () => fertig());
    });
  return { lies, pruefe };
}

function alsText({ datei, zeile, feld, meldung, tipp }: Befund): string {
  return `${datei}:${zeile} ${feld}: ${meldung}${tipp ? `\n  ${tipp}` : ''}`;
}

/** What Astro's overlay shows above the message. */
const UEBERSCHRIFT = { name: 'Inhalt', title: 'Im Inhalt ist etwas zu berichtigen' };

/** The overlay takes messages for HTML, and they quote what anybody may have written. */
function alsHtml(text: string): string {
  return text
    .replace(/[&<>"]/g, (zeichen) => `&#${zeichen.charCodeAt(0)};`)
    .replaceAll('\n', '<br />');
}

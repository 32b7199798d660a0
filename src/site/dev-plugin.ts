/**
 * Development: pages, search and generated files follow every change of the content at once. They are shown first and
 * checked then: what the rules say comes a little later, on the screen and over the page.
 */
import { relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import type { Befund } from '../domain/befund.ts';
import { medientyp } from '../domain/medientyp.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { ladeGedaechtnis } from '../katalog/gedaechtnis.ts';
import { readPortal, type readKatalog, readUngeprueft } from '../katalog/read-katalog.ts';
import { readVerlauf } from '../katalog/verlauf.ts';
import { analysiereVoraus } from '../suche/analysen.ts';
import { aufAbruf } from './dateien.ts';
import { alsSeite, alsText, alsUeberdeckung } from './dev-meldung.ts';
import { NEUSTART } from './dev-neustart.ts';
import type { Nachricht } from './dev-pruefung.ts';
import { createDevSuche } from './dev-suche.ts';
import { vorlauf } from './dev-vorlauf.ts';
import { toOffeneDaten } from './offene-daten.ts';
import { basisOf } from './pfade.ts';

const STAND = Symbol.for('portal.stand');
const LESEN = Symbol.for('portal.lesen');
const global = globalThis as { [STAND]?: number; [LESEN]?: typeof readKatalog };

const KERN =
  /[\\/]src[\\/](?!site[\\/]portal\.ts$)(bericht|daten|domain|i18n|katalog|site|suche)[\\/].*\.ts$/;

/** True for a file of the core, which Node has loaded and cannot forget. */
export function istKern(datei: string): boolean {
  return KERN.test(datei);
}

/** What pages import instead of the reader. */
const LESER = '\0portal-leser';

/** So long nobody asks for anything until the content is checked. */
const RUHE_MS = 500;
/** … and until the server reads it itself, which keeps it from answering for a second; whoever opens one page often opens another. */
const LANGE_RUHE_MS = 2500;
/** What follows then is done in pieces of so long. */
const STUECK_MS = 20;

const KEINE_SEITE = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };

const SUCHE = /\/(suche-teile\/|suche-tabelle\.json$)/;
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

/**
 * @param inhalt content folder
 * @param basis path of the portal's root that Astro was started with, with slashes around it
 */
export function inhaltImDev(inhalt: string, basis: string): Plugin {
  const erinnere = einmal(() => ladeGedaechtnis(inhalt));
  let stand = createStand(inhalt, erinnere);
  global[LESEN] = () => ({ katalog: stand.katalog(), befunde: [] });
  return {
    name: 'portal-inhalt',
    apply: 'serve',
    enforce: 'pre',
    config: (_, { command }) => ({
      server: { watch: { ignored: (path: string) => !istCode(path) } },
      // Searching all pages for packages to bundle takes longer than the first page.
      ...(command === 'serve' && { optimizeDeps: { noDiscovery: true, include: ['leaflet'] } }),
    }),
    resolveId: (id, importer) =>
      importer?.endsWith('/site/portal.ts') && id.endsWith('/read-katalog.ts') ? LESER : undefined,
    load: (id) =>
      id === LESER
        ? "export const readKatalog = globalThis[Symbol.for('portal.lesen')];"
        : undefined,
    configureServer: {
      // Astro has put its answers first by then: see `insPortal`.
      order: 'post',
      handler(server) {
        const { faden, gelesen, beiAenderung } = vorlauf(inhalt);
        const erster = stand;
        // Node cannot forget what it has loaded.
        server.watcher.on('change', (datei) => istKern(datei) && process.exit(NEUSTART));
        const bereit = gelesen.then((katalog) => {
          if (stand === erster) stand = createStand(inhalt, erinnere, katalog);
        });
        const { vergiss, pruefe } = createPruefung(faden, server);
        // Pages and searches go first.
        const pruefeBald = inRuhe(RUHE_MS, pruefe);
        const bereiteBald = inRuhe(LANGE_RUHE_MS, () => stand.bereite());
        const spaeter = () => {
          pruefeBald(stand);
          bereiteBald(stand);
        };
        beiAenderung(() => {
          // Astro asks only once where the portal begins.
          const portal = readPortal(inhalt);
          if (portal && basisOf(portal.url) !== basis) process.exit(NEUSTART);
          stand = createStand(inhalt, erinnere);
          global[STAND] = (global[STAND] ?? 0) + 1;
          // Astro keeps the list of paths of each route until its own content changes; ours counts as such.
          for (const environment of Object.values(server.environments))
            environment.hot.send('astro:content-changed', {});
          vergiss();
          server.ws.send({ type: 'full-reload' });
          spaeter();
        });
        server.middlewares.use(async (request, response, next) => {
          await bereit;
          response.once('finish', spaeter);
          try {
            const hindernisse = stand.hindernisse();
            if (hindernisse) {
              response.writeHead(503, KEINE_SEITE);
              return response.end(alsSeite(alsText(hindernisse)));
            }
            const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
            if (!SUCHE.test(path) && !ERZEUGT.test(path)) return next();
            const antwort = stand.datei(path);
            if (!antwort) return next();
            response.setHeader('Content-Type', medientyp(antwort.name));
            response.setHeader('Cache-Control', 'no-store');
            response.end(antwort.inhalt);
          } catch (error) {
            next(error);
          }
        });
        return () => server.middlewares.stack.unshift({ route: '', handle: insPortal(basis) });
      },
    },
  };
}

/** Leads from the root of the server to that of the portal, where Astro has only English words for who begins there. */
function insPortal(basis: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (request.url !== '/' || basis === '/') return next();
    response.writeHead(302, { Location: basis }).end();
  };
}

interface Antwort {
  name: string;
  inhalt: string;
}

/**
 * One state of the content. What is made of it is made when it is asked for, and once.
 * @param erinnere is called before anything is read
 * @param voraus the Katalog, where somebody else has read it
 */
function createStand(inhalt: string, erinnere: () => void, voraus?: Katalog) {
  const lesen = einmal(() => {
    erinnere();
    return readUngeprueft(inhalt);
  });
  const katalogUndKontext = () => {
    const { katalog, kontext } = lesen();
    if (!katalog || !kontext) throw new Error('Der Inhalt hat Fehler; „npm run check“ zeigt sie.');
    return { katalog, kontext };
  };
  const suche = einmal(() => createDevSuche(katalogUndKontext().katalog, `dev${++laeufe}`));
  const katalog = () => voraus ?? katalogUndKontext().katalog;
  const dateien = einmal(() => aufAbruf(katalog()));
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
    katalog,
    /** What is wrong where there is no Katalog, and so nothing to show. */
    hindernisse(): Befund[] | undefined {
      if (voraus || lesen().katalog) return;
      return lesen().befunde.filter(({ stufe }) => stufe === 'fehler');
    },
    /** Makes what the next edit and the first search would wait for. */
    bereite() {
      const { katalog: gelesener } = lesen();
      if (gelesener) void nebenbei(analysiereVoraus(gelesener));
    },
    /** A file that is no page of Astro's, by the path of its address. */
    datei(path: string): Antwort | undefined {
      const basis = basisOf(katalog().portal.url);
      const ohneBasis = path.startsWith(basis) ? path.slice(basis.length) : path.slice(1);
      const name = ohneBasis.replace(/\/$/, '/index.html');
      const text = SUCHE.test(path)
        ? suche()(name)
        : (dateien().get(name)?.erzeuge() ?? datenVon(name));
      return text === undefined ? undefined : { name, inhalt: text };
    },
  };
}

/** Counts the search's states, for what belongs together. */
let laeufe = 0;

/** @returns what is told of the latest state whenever somebody has asked for something; when nobody has for so long, `tue` follows once */
function inRuhe(ms: number, tue: () => void): (stand: object) => void {
  let warten: NodeJS.Timeout | undefined;
  let getanFuer: object | undefined;
  return (stand) => {
    clearTimeout(warten);
    warten = setTimeout(() => {
      if (getanFuer === stand) return;
      getanFuer = stand;
      tue();
    }, ms);
  };
}

/** Does something in small pieces, so that nobody who wants something else notices. */
async function nebenbei(schritte: Generator): Promise<void> {
  let bis = performance.now() + STUECK_MS;
  while (!schritte.next().done) {
    if (performance.now() < bis) continue;
    await setImmediate();
    bis = performance.now() + STUECK_MS;
  }
}

function einmal<T>(mache: () => T): () => T {
  let fertig: { wert: T } | undefined;
  return () => (fertig ??= { wert: mache() }).wert;
}

/** Vite looks at every file below the root, thousands of offers among them; code is all it needs to know of. */
function istCode(path: string): boolean {
  const [erster = '', ...weitere] = relative('.', path).split(sep);
  return ['', 'src', 'public'].includes(erster) || (weitere.length === 0 && /\.\w+$/.test(erster));
}

/** What the thread does beside everything else. */
interface Pruefung {
  /** Takes back what was said, for the content has changed; what a check under way finds out no longer counts. */
  vergiss: () => void;
  /** Asks for a check; several wishes while one is under way are one. */
  pruefe: () => void;
}

/** Has the content checked, and tells what is wrong: on the screen, and over the page until it is mended. */
function createPruefung(faden: Worker, server: ViteDevServer): Pruefung {
  let laeuft = false;
  let nochmal = false;
  let meldung = '';
  let gesagt = '';
  const zeige = () => server.ws.send(alsUeberdeckung(meldung));
  const vergiss = () => {
    meldung = '';
    nochmal = laeuft;
  };
  const pruefe = () => {
    vergiss();
    if (!laeuft) faden.postMessage('');
    laeuft = true;
  };
  const sage = (fehler: readonly Befund[]) => {
    laeuft = false;
    if (nochmal) return pruefe();
    meldung = alsText(fehler);
    if (meldung) zeige();
    if (meldung !== gesagt) console.error(meldung || 'Der Inhalt ist wieder fehlerfrei.');
    gesagt = meldung;
  };
  server.ws.on('connection', () => meldung && zeige());
  faden.on('message', (nachricht: Nachricht) => {
    if ('fehler' in nachricht) sage(nachricht.fehler);
  });
  return { vergiss, pruefe };
}

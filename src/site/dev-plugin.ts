/** Development: pages and search follow every change of the content at once. */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { buildSuchindex } from '../suche/build-suchindex.ts';
import { readKatalog } from '../katalog/read-katalog.ts';
import { readVerlauf } from '../katalog/verlauf.ts';
import { medientyp } from '../domain/medientyp.ts';
import { toDateien } from './dateien.ts';
import { toOffeneDaten } from './offene-daten.ts';
import { basisOf } from './pfade.ts';

const STAND = Symbol.for('portal.stand');
/** Addresses of what is no page of Astro's. */
const ERZEUGT = new RegExp(
  [
    ...['pagefind/', 'suche-teile/', 'suche-tabelle\.json$'],
    ...['sitemap(-\\d+)?\.xml$', 'opensearch\.xml$', 'robots\.txt$', '\.well-known/security\.txt$'],
    ...['manifest\.webmanifest$', 'lageplan\.svg$'],
    ...['a/[^/]+/', 'kalender/', 'einbetten/[^/]+/[^/]+/', 'daten/.+'],
  ]
    .map((muster) => `/${muster}`)
    .join('|'),
);

/**
 * Watches the content folder, and serves search and generated files from memory.
 * @param inhalt content folder
 */
export function inhaltImDev(inhalt: string): Plugin {
  let erzeugt:
    Promise<{ basis: string; dateien: Map<string, () => Uint8Array | string> }> | undefined;
  const erzeuge = async () => {
    const { katalog, kontext } = readKatalog(inhalt);
    if (!katalog || !kontext) throw new Error('Der Inhalt hat Fehler.');
    const fertig = [...(await buildSuchindex(katalog)), ...toDateien(katalog)];
    const dateien = new Map<string, () => Uint8Array | string>([
      ...fertig.map(([pfad, inhalt]) => [pfad, () => inhalt] as const),
      ...toOffeneDaten(katalog, readVerlauf(inhalt, kontext)).flatMap(({ pfade, stuecke }) =>
        pfade.map((pfad) => [pfad, () => textVon(pfad, stuecke())] as const),
      ),
    ]);
    return { basis: basisOf(katalog.portal.url), dateien };
  };
  return {
    name: 'portal-inhalt',
    apply: 'serve',
    configureServer(server) {
      const folder = resolve(inhalt);
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        const global = globalThis as { [STAND]?: number };
        global[STAND] = (global[STAND] ?? 0) + 1;
        erzeugt = undefined;
        // Astro keeps the list of paths of each route until its own content changes; ours counts as such.
        for (const environment of Object.values(server.environments))
          environment.hot.send('astro:content-changed', {});
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(async (request, response, next) => {
        const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
        if (!ERZEUGT.test(path)) return next();
        try {
          const { basis, dateien } = await (erzeugt ??= erzeuge());
          const name = path.replace(new RegExp(`^(${basis}|/)`), '').replace(/\/$/, '/index.html');
          const inhalt = dateien.get(name)?.();
          if (inhalt === undefined) return next();
          response.setHeader('Content-Type', medientyp(name));
          response.end(inhalt);
        } catch (error) {
          erzeugt = undefined;
          next(error);
        }
      });
    },
  };
}

/** The text of one of the files that are made together. */
function textVon(gesucht: string, stuecke: Iterable<readonly [string, string]>): string {
  let ganzes = '';
  for (const [pfad, text] of stuecke) if (pfad === gesucht) ganzes += text;
  return ganzes;
}

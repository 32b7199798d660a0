/** Development: pages and search follow every change of the content at once. */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { buildSuchindex, type SuchDateien } from '../suche/build-suchindex.ts';
import { readKatalog } from '../katalog/read-katalog.ts';
import { basisOf } from './pfade.ts';

const STAND = Symbol.for('portal.stand');

/**
 * Watches the content folder, and serves the search index from memory.
 * @param inhalt content folder
 */
export function inhaltImDev(inhalt: string): Plugin {
  let suche: Promise<{ basis: string; dateien: SuchDateien }> | undefined;
  const buildSuche = async () => {
    const { katalog } = readKatalog(inhalt);
    if (!katalog) throw new Error('Der Inhalt hat Fehler.');
    return { basis: basisOf(katalog.portal.url), dateien: await buildSuchindex(katalog) };
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
        suche = undefined;
        // Astro keeps the list of paths of each route until its own content changes; ours counts as such.
        for (const environment of Object.values(server.environments))
          environment.hot.send('astro:content-changed', {});
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(async (request, response, next) => {
        const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
        if (!/\/(pagefind\/|suche-teile\/|suche-tabelle\.json$)/.test(path)) return next();
        try {
          const { basis, dateien } = await (suche ??= buildSuche());
          const bytes = dateien.get(path.replace(new RegExp(`^(${basis}|/)`), ''));
          if (!bytes) return next();
          response.setHeader('Content-Type', mimeType(path));
          response.end(bytes);
        } catch (error) {
          suche = undefined;
          next(error);
        }
      });
    },
  };
}

function mimeType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  if (path.endsWith('.json')) return 'application/json';
  if (path.endsWith('.css')) return 'text/css';
  return 'application/octet-stream';
}

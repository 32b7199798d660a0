/**
 * Astro's own dev server, for whoever edits components: with the content as it is now, and what is no page made when it is asked for. All
 * that Node has loaded for that stays as it was until dev starts again.
 */
import config from './astro.config.mjs';
import { medientyp } from './src/domain/medientyp.ts';
import { beobachte } from './src/katalog/beobachten.ts';
import { inhaltsordner } from './src/katalog/read-katalog.ts';
import { decode } from './scripts/lib/server.ts';
import { createStand } from './scripts/lib/dev/stand.ts';

/** @type {import('vite').Plugin} */
const inhaltImDev = {
  name: 'portal-inhalt',
  configureServer(server) {
    let stand = createStand(inhaltsordner());
    beobachte(inhaltsordner(), () => {
      stand = createStand(inhaltsordner());
      // Astro keeps the paths of each route until its own content changes; ours counts as such.
      for (const environment of Object.values(server.environments))
        environment.hot.send('astro:content-changed', {});
      server.ws.send({ type: 'full-reload' });
    });
    // Astro has taken off where the portal begins.
    server.middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const name = decode(pathname.slice(1)).replace(/\/$/, '/index.html');
      const gemacht = 'portal' in stand ? stand.datei(name) : Promise.resolve(undefined);
      gemacht.then((text) => {
        if (text === undefined) return next();
        response.setHeader('Content-Type', medientyp(name)).end(text);
      }, next);
    });
  },
};

export default {
  ...config,
  vite: { ...config.vite, plugins: [...(config.vite?.plugins ?? []), inhaltImDev] },
};

// @ts-check
/**
 * Astro's own dev server, for whoever edits components: with the content as it is now, and what is no page made when it is asked for. All
 * that Node has loaded for that stays as it was until dev starts again.
 */
import config from './astro.config.mjs';
import { medientyp } from './src/domain/medientyp.ts';
import { beobachte } from './src/katalog/beobachten.ts';
import { inhaltsordner } from './src/katalog/umgebung.ts';
import { decode } from './scripts/lib/server.ts';
import { alsText } from './scripts/lib/dev/meldung.ts';
import { createStand } from './scripts/lib/dev/stand.ts';

/** @type {import('vite').Plugin} */
const inhaltImDev = {
  name: 'portal-inhalt',
  configureServer(server) {
    const lies = () => {
      const neuer = createStand(inhaltsordner());
      // What rules refuse is said by `npm run dev` alone.
      if ('hindernisse' in neuer) console.error(alsText(neuer.hindernisse));
      return neuer;
    };
    let stand = lies();
    beobachte(inhaltsordner(), () => {
      stand = lies();
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

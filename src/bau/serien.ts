/**
 * Pages of which there are many, made on all processors. Astro makes one page after the other, and spends half of the time on what only
 * a server needs: requests, answers, cookies. Here workers render the same components into files (`serien-lauf`). The first page of each
 * route is made by Astro, too, and both have to be the same.
 *
 * Uses Astro's hook for prerenderers of one's own (`setPrerenderer`, Integration API).
 */
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Auftrag, dateiVon, type Serie } from './auftrag.ts';
import { inWorkern } from './in-workern.ts';

/** Routes with fewer pages are left to Astro. */
const AB = 100;
const LAUF = new URL('./serien-lauf.ts', import.meta.url);
/** Fewer pages are made before another worker has started. */
const JE_WORKER = 500;

/** A series, and its first page as Astro makes it. */
interface Probe {
  serie: Serie;
  pfad: string;
  html: string;
}

export function serien(): AstroIntegration {
  let ordner = '';
  let basis = '';
  let programm = '';
  return {
    name: 'portal-serien',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'portal-serien',
                writeBundle({ dir = '' }, dateien) {
                  const [name] = Object.keys(dateien).filter((datei) =>
                    /^prerender-entry\./.test(datei),
                  );
                  if (name) programm = join(dir, name);
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        ordner = fileURLToPath(config.outDir);
        basis = config.base;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const alle = await astro.getStaticPaths();
            const lange = [...Map.groupBy(alle, ({ route }) => route)].filter(
              ([, seiten]) => seiten.length >= AB,
            );
            const proben = await Promise.all(
              lange.map(([route, [erste]]) => toProbe(astro, basis, route, erste!.pathname)),
            );
            const anzahl = lange.reduce((summe, [, seiten]) => summe + seiten.length, 0);
            const auftrag: Auftrag = { ordner, programm, serien: proben.map(({ serie }) => serie) };
            await inWorkern(LAUF, auftrag, { anzahl, jeWorker: JE_WORKER });
            for (const probe of proben) vergleiche(ordner, probe);
            const gemacht = new Set(lange.map(([route]) => route));
            return alle.filter(({ route }) => !gemacht.has(route));
          },
        }));
      },
    },
  };
}

async function toProbe(
  astro: AstroPrerenderer,
  basis: string,
  route: RouteData,
  pfad: string,
): Promise<Probe> {
  const url = new URL(`${basis.replace(/\/$/, '')}${pfad}`, 'http://localhost');
  const ergebnis = await astro.render(new Request(url), { routeData: route });
  const html = await (ergebnis instanceof Response ? ergebnis : ergebnis.response).text();
  const stile = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
  return {
    serie: {
      component: route.component,
      muster: route.route,
      stile: stile.map(([, href]) => href!),
    },
    pfad,
    html,
  };
}

/** @throws where the page is not as Astro makes it: then `serien-lauf` no longer fits the version of Astro */
function vergleiche(ordner: string, { serie, pfad, html }: Probe): void {
  if (readFileSync(join(ordner, dateiVon(pfad)), 'utf8') !== html)
    throw new Error(
      `${serie.component}: Astro makes ${pfad} otherwise than src/bau/serien-lauf.ts.`,
    );
}

/**
 * Development: what Node has loaded for the server anyway, or can load as it is, pages get from there. Vite compiles what it must:
 * components, pages, styles, scripts. A copy of everything else would take longer than the first page.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { createKompilate } from './kompilate.ts';

const ASTRO = /[\\/]node_modules[\\/]astro[\\/]dist[\\/].*\.js$/;
/** Before the path of a file that is not compiled; Vite writes the first character otherwise where it asks for the module. */
const GETEILT = '\0portal-geteilt:';
const ERBETEN = GETEILT.replace('\0', '/@id/__x00__');

/** @param istKern tells of a file of ours whether Node has loaded it */
export function geteilteModule(istKern: (datei: string) => boolean): Plugin {
  const brauchtVite = createBrauchtVite();
  return {
    name: 'portal-geteilte-module',
    apply: 'serve',
    enforce: 'pre',
    resolveId(id, importer) {
      if (this.environment.config.consumer !== 'server' || !importer || !/^\./.test(id)) return;
      const datei = resolve(dirname(importer.replace(/\?.*/, '')), id);
      const istGeteilt = istKern(datei) || (ASTRO.test(datei) && !brauchtVite(datei));
      return istGeteilt ? GETEILT + datei : undefined;
    },
    configureServer(server) {
      // There is no hook for where a module comes from that is not compiled, or no more.
      for (const environment of Object.values(server.environments)) {
        if (environment.config.consumer !== 'server') continue;
        const { fetchModule } = environment;
        const kompilate = createKompilate(environment);
        environment.fetchModule = async (id, ...weiteres) => {
          if (id.startsWith(ERBETEN))
            return { externalize: pathToFileURL(id.slice(ERBETEN.length)).href, type: 'module' };
          const bekannt = kompilate.finde(id);
          if (bekannt) return bekannt;
          const modul = await fetchModule.call(environment, id, ...weiteres);
          if ('code' in modul && modul.file && ASTRO.test(modul.file)) kompilate.merke(id, modul);
          return modul;
        };
      }
    },
  };
}

/** Paths of other modules, and whatever only Vite knows the meaning of. */
const NACHBARN = /\b(?:from|import)\s*\(?\s*["'](\.\.?\/[^"']*)["']/g;
const VITE =
  /\b(?:from|import)\s*\(?\s*["'](?:virtual:|astro:|astro["'/]|#)|(?<![.\w])import\((?!["'])|import\.meta\.(?:env|hot)/;

/**
 * Tells whether a module of Astro's, or one that it imports, has something in it that only Vite understands: modules that are made of
 * the configuration, and what is put in place of `import.meta.env`. Rather too often than not: then Vite compiles it.
 */
function createBrauchtVite(): (datei: string) => boolean {
  const texte = new Map<string, { vite: boolean; nachbarn: string[] }>();
  const lies = (datei: string) => {
    let text = texte.get(datei);
    if (!text) {
      const code = liesText(datei);
      const nachbarn = [...code.matchAll(NACHBARN)].map(([, wo]) => resolve(dirname(datei), wo!));
      texte.set(datei, (text = { vite: !ASTRO.test(datei) || VITE.test(code), nachbarn }));
    }
    return text;
  };
  const bekannt = new Map<string, boolean>();
  return (datei) => {
    let braucht = bekannt.get(datei);
    if (braucht === undefined) {
      const alle = new Set([datei]);
      for (const eine of alle) for (const nachbar of lies(eine).nachbarn) alle.add(nachbar);
      braucht = [...alle].some((eine) => lies(eine).vite);
      bekannt.set(datei, braucht);
    }
    return braucht;
  };
}

/** @returns nothing for what is no file, but looks like the path of one */
function liesText(datei: string): string {
  try {
    return readFileSync(datei, 'utf8');
  } catch {
    return '';
  }
}

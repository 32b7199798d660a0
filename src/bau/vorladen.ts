/**
 * Names on each page what its scripts import. A browser learns of imports only when it has read the script that has them, and on a slow
 * line each such step costs a round trip. What a script loads later, by `import()`, is not named.
 */
import type { AstroIntegration } from 'astro';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function vorladen(): AstroIntegration {
  const importe = new Map<string, readonly string[]>();
  let basis = '';
  return {
    name: 'portal-vorladen',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'portal-vorladen',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_, dateien) {
                  for (const datei of Object.values(dateien))
                    if (datei.type === 'chunk') importe.set(datei.fileName, datei.imports);
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        basis = config.base;
      },
      // Pages of long routes are not among these (`serien`): nothing on them waits for a script.
      'astro:build:done': ({ dir, pages }) => {
        for (const { pathname } of pages) {
          const datei = join(fileURLToPath(dir), pathname, 'index.html');
          const html = lies(datei);
          const neu = html && mitVorladen(html, basis, importe);
          if (neu !== html) writeFileSync(datei, neu!);
        }
      },
    },
  };
}

/** @returns undefined for what is no page in a folder of its own, as `404.html` */
function lies(datei: string): string | undefined {
  try {
    return readFileSync(datei, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param basis path of the portal, with a slash at the end
 * @param importe what each file of scripts imports at once, by its path from there
 * @returns the page with a link for each script that imports others, and for those
 */
export function mitVorladen(
  html: string,
  basis: string,
  importe: ReadonlyMap<string, readonly string[]>,
): string {
  const noetig = new Set<string>();
  const folge = (datei: string) => {
    if (noetig.has(datei)) return;
    noetig.add(datei);
    importe.get(datei)?.forEach(folge);
  };
  for (const [, src] of html.matchAll(/<script type="module" src="([^"]+)"/g)) {
    const datei = src!.slice(basis.length);
    // Before those that stand for themselves.
    if (importe.get(datei)?.length) folge(datei);
  }
  const links = [...noetig].map((datei) => `<link rel="modulepreload" href="${basis}${datei}">`);
  // A function: names may hold what `replace` reads as its own.
  return html.replace('</head>', (ende) => links.join('') + ende);
}

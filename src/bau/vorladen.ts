/**
 * Names on a page what its scripts import. A browser learns of imports only when it has read the script that has them, and on a slow
 * line each such step costs a round trip. What a script loads later, by `import()`, is not named.
 */

/** What each file of scripts imports at once, by its path from the root of the portal. */
export type Importe = Readonly<Record<string, readonly string[]>>;

/** What is imported but has work of its own (see `GETEILTES` in `astro.config.mjs`): it waits neither for styles nor for other scripts. */
const EILIG = /\/vorsuche\.[^/]+\.js$/;

/**
 * @param basis path of the portal, with a slash at the end
 * @returns the page with a link for each script that imports others, and for those, what is urgent first
 */
export function mitVorladen(html: string, basis: string, importe: Importe): string {
  const noetig = new Set<string>();
  const folge = (datei: string) => {
    if (noetig.has(datei)) return;
    noetig.add(datei);
    importe[datei]?.forEach(folge);
  };
  const mitEiligen = html.replace(/<script type="module" src="([^"]+)"/g, (skript, src: string) => {
    const datei = src.slice(basis.length);
    const eilige = importe[datei]?.filter((eine) => EILIG.test(eine)) ?? [];
    eilige.forEach(folge);
    // Before those that stand for themselves.
    if (importe[datei]?.length) folge(datei);
    const sofort = eilige.map(
      (eine) => `<script type="module" async src="${basis}${eine}"></script>`,
    );
    return sofort.join('') + skript;
  });
  const links = [...noetig].map((datei) => `<link rel="modulepreload" href="${basis}${datei}">`);
  // A function: names may hold what `replace` reads as its own.
  return mitEiligen.replace('</head>', (ende) => links.join('') + ende);
}

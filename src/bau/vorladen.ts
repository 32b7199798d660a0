/**
 * Names on a page what its scripts import. A browser learns of imports only when it has read the script that has them, and on a slow
 * line each such step costs a round trip. What a script loads later, by `import()`, is not named.
 */

/** What each file of scripts imports at once, by its path from the root of the portal. */
export type Importe = Readonly<Record<string, readonly string[]>>;

/** What is imported but has work of its own (see `GETEILTES` in `astro.config.mjs`): it waits neither for styles nor for other scripts. */
const EILIG = /\/vorsuche\.[^/]+\.js$/;

const SKRIPT = /<script type="module" src="([^"]+)"/g;
/** Of what uses what the urgent ones have found, and of what comes after it on the page: that can wait for what they ask for. */
const GEDULDIG = ' fetchpriority="low"';

/**
 * @param basis path of the portal, with a slash at the end
 * @returns the page with a link for each script that imports others, and for those; what is urgent first, and before the others
 */
export function mitVorladen(html: string, basis: string, importe: Importe): string {
  const dateiVon = (src: string) => src.slice(basis.length);
  const eiligeVon = (datei: string) => importe[datei]?.filter((eine) => EILIG.test(eine)) ?? [];
  /** By file: what its link says of its rank. */
  const links = new Map<string, string>();
  const folge = (datei: string, rang: string) => {
    if (links.has(datei)) return;
    links.set(datei, rang);
    importe[datei]?.forEach((eine) => folge(eine, rang));
  };
  for (const [, src = ''] of html.matchAll(SKRIPT))
    eiligeVon(dateiVon(src)).forEach((eine) => folge(eine, ''));
  let rang = '';
  const mitEiligen = html.replace(SKRIPT, (skript, src: string) => {
    const datei = dateiVon(src);
    const eilige = eiligeVon(datei);
    if (eilige.length > 0) rang = GEDULDIG;
    // Before those that stand for themselves.
    if (importe[datei]?.length) folge(datei, rang);
    const sofort = eilige.map(
      (eine) => `<script type="module" async src="${basis}${eine}"></script>`,
    );
    return sofort.join('') + skript + rang;
  });
  const koepfe = [...links].map(
    ([datei, rang]) => `<link rel="modulepreload" href="${basis}${datei}"${rang}>`,
  );
  // A function: names may hold what `replace` reads as its own.
  return mitEiligen.replace('</head>', (ende) => koepfe.join('') + ende);
}

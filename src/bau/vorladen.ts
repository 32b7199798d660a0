/**
 * Names on a page what its scripts import. A browser learns of imports only when it has read the script that has them, and on a slow
 * line each such step costs a round trip. What a script loads later, by `import()`, is not named.
 */

/** What each file of scripts imports at once, by its path from the root of the portal. */
export type Importe = Readonly<Record<string, readonly string[]>>;

/** What is imported but has work of its own (see `GETEILTES` in `astro.config.mjs`): it waits neither for styles nor for other scripts. */
const EILIG = /\/vorsuche\.[^/]+\.js$/;

/** Of what uses what the urgent ones have found, and of what comes after it on the page: that can wait for what they ask for. */
const GEDULDIG = ' fetchpriority="low"';

/**
 * @param basis path of the portal, with a slash at the end
 * @returns the page with a link for each script that imports others, and for those; what is urgent first, and before the others
 */
export function mitVorladen(html: string, basis: string, importe: Importe): string {
  const eilt = new Set<string>();
  const noetig = new Set<string>();
  const folge = (datei: string, wohin: Set<string>) => {
    if (eilt.has(datei) || noetig.has(datei)) return;
    wohin.add(datei);
    importe[datei]?.forEach((eine) => folge(eine, wohin));
  };
  const rang = () => (eilt.size > 0 ? GEDULDIG : '');
  const mitEiligen = html.replace(/<script type="module" src="([^"]+)"/g, (skript, src: string) => {
    const datei = src.slice(basis.length);
    const eilige = importe[datei]?.filter((eine) => EILIG.test(eine)) ?? [];
    eilige.forEach((eine) => folge(eine, eilt));
    // Before those that stand for themselves.
    if (importe[datei]?.length) folge(datei, noetig);
    const sofort = eilige.map(
      (eine) => `<script type="module" async src="${basis}${eine}"></script>`,
    );
    return sofort.join('') + skript + rang();
  });
  const links = [
    ...[...eilt].map((datei) => [datei, ''] as const),
    ...[...noetig].map((datei) => [datei, rang()] as const),
  ].map(([datei, rang]) => `<link rel="modulepreload" href="${basis}${datei}"${rang}>`);
  // A function: names may hold what `replace` reads as its own.
  return mitEiligen.replace('</head>', (ende) => links.join('') + ende);
}

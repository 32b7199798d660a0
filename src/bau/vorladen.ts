/**
 * Names on a page what its scripts import. A browser learns of imports only when it has read the script that has them, and on a slow
 * line each such step costs a round trip. What a script loads later, by `import()`, is not named.
 */

/** What each file of scripts imports at once, by its path from the root of the portal. */
export type Importe = Readonly<Record<string, readonly string[]>>;

/**
 * @param basis path of the portal, with a slash at the end
 * @returns the page with a link for each script that imports others, and for those
 */
export function mitVorladen(html: string, basis: string, importe: Importe): string {
  const noetig = new Set<string>();
  const folge = (datei: string) => {
    if (noetig.has(datei)) return;
    noetig.add(datei);
    importe[datei]?.forEach(folge);
  };
  for (const [, src] of html.matchAll(/<script type="module" src="([^"]+)"/g)) {
    const datei = src!.slice(basis.length);
    // Before those that stand for themselves.
    if (importe[datei]?.length) folge(datei);
  }
  const links = [...noetig].map((datei) => `<link rel="modulepreload" href="${basis}${datei}">`);
  // A function: names may hold what `replace` reads as its own.
  return html.replace('</head>', (ende) => links.join('') + ende);
}

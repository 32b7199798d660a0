/** What only our own scripts read. */
const SONSTIGE = 'application/octet-stream';

/** Media types of what a portal is made of, by how a file's name ends. */
export const MEDIENTYPEN: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  jsonld: 'application/ld+json',
  pagefind: SONSTIGE,
  paket: SONSTIGE,
  pf_fragment: SONSTIGE,
  pf_index: SONSTIGE,
  pf_meta: SONSTIGE,
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
  webmanifest: 'application/manifest+json',
};

/**
 * The media type of a file, by how its name ends; an address that ends with a slash is a page.
 * @example medientyp('ar/suche/') // 'text/html; charset=utf-8'
 */
export function medientyp(pfad: string): string {
  if (pfad === '' || pfad.endsWith('/')) return MEDIENTYPEN['html']!;
  const endung = pfad.slice(pfad.lastIndexOf('.') + 1);
  return MEDIENTYPEN[endung] ?? SONSTIGE;
}

/** Endings of what becomes smaller when it is compressed; the rest is already. */
export const KOMPRIMIERBAR: readonly string[] = Object.keys(MEDIENTYPEN).filter(
  (endung) => !/png|octet-stream/.test(MEDIENTYPEN[endung]!),
);

/** Encodings of compressed copies, by how their names end after that of the file: what servers prefer comes first. */
export const KODIERUNGEN = { br: 'br', gz: 'gzip' } as const;

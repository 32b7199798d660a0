/** The media type of a file, by how its name ends; an address that ends with a slash is a page. */
const TYPEN: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  jsonld: 'application/ld+json',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

/** @example medientyp('ar/suche/') // 'text/html; charset=utf-8' */
export function medientyp(pfad: string): string {
  if (pfad === '' || pfad.endsWith('/')) return TYPEN['html']!;
  const endung = pfad.slice(pfad.lastIndexOf('.') + 1);
  return TYPEN[endung] ?? 'application/octet-stream';
}

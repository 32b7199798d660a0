/** Files that programs look for at the root of a server, and nowhere else. A portal in a folder of a server has them in its folder to copy. */
import { plusTage } from '../domain/datum.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { absolut, basisOf } from './pfade.ts';
import { SITEMAP } from './sitemap.ts';

/**
 * What search engines may fetch (RFC 9309). On trial none of the data, for such files cannot say `noindex`; pages can, and must be
 * fetched so that somebody reads it there.
 */
export function formatRobots({ portal }: Pick<Katalog, 'portal'>): string {
  const basis = basisOf(portal.url);
  const regeln = portal.probebetrieb
    ? // The longer rule wins: the page about the data says `noindex` itself.
      [`Disallow: ${basis}daten/`, `Allow: ${basis}daten/$`]
    : [`Allow: ${basis}`, '', `Sitemap: ${absolut(portal, basis + SITEMAP)}`];
  return ['User-agent: *', ...regeln, ''].join('\n');
}

/** Its path, which the standard gives. */
export const SECURITY_TXT = '.well-known/security.txt';
/** The standard recommends less than a year, so that nobody follows what is long out of date. */
const GILT_TAGE = 364;

/** Whom to tell about a hole in the portal (RFC 9116). */
export function formatSecurityTxt({ portal, stichtag }: Katalog): string {
  return [
    `Contact: mailto:${portal.kontakt.email}`,
    `Expires: ${plusTage(stichtag, GILT_TAGE)}T23:59:59Z`,
    'Preferred-Languages: de',
    `Canonical: ${absolut(portal, `/${SECURITY_TXT}`)}`,
    '',
  ].join('\n');
}

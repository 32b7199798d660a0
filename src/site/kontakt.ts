/** Contact data as links. */
import { domainToUnicode } from 'node:url';
import parsePhoneNumber from 'libphonenumber-js/max';
import type { Kontakt } from '../domain/angebot.ts';
import { gewaehlt } from '../domain/felder.ts';
import type { Portal } from '../domain/portal.ts';
import { type Beschriftung, inSprache } from './kontext.ts';

/** A link with its text; `lang` where the text is not in the page's language. */
export interface Verweis {
  text: string;
  href: string;
  lang?: string;
}

export interface KontaktVerweise {
  telefon?: Verweis;
  email?: Verweis;
  web?: Verweis;
}

/** An emergency number with what it is for. */
export interface NotrufNummer {
  bezeichnung: Beschriftung;
  /** As its editor wrote it. */
  telefon: string;
  href: string;
  /** Ids of the needs it is for. */
  bei?: string[];
}

/** Emergency numbers of a portal or a Land, in words of a language. */
export function notrufVerweise(
  { notruf = [] }: Pick<Portal, 'notruf'>,
  sprache: string,
): NotrufNummer[] {
  return notruf.map(({ bezeichnung, telefon, bei }) => ({
    bezeichnung: inSprache(bezeichnung, sprache),
    telefon,
    href: `tel:${waehlbar(telefon)}`,
    ...(bei && { bei }),
  }));
}

/** What begins with the code of a town or 0800 stays as it is: with +49, some networks from abroad put no free call through. */
function waehlbar(nummer: string): string {
  return /^0[1-9]/.test(nummer) ? nummer.replace(/\D/g, '') : gewaehlt(nummer);
}

/** Links for what is known of a contact: `tel:`, `mailto:`, and the address without its protocol. */
export function kontaktVerweise({ telefon, email, web }: Kontakt): KontaktVerweise {
  return {
    ...(telefon && { telefon: { text: formatTelefon(telefon), href: `tel:${telefon}` } }),
    ...(email && { email: { text: email, href: `mailto:${email}` } }),
    ...(web && { web: { text: webText(web), href: web } }),
  };
}

/**
 * A phone number for readers: as it is dialled in Germany.
 * @example formatTelefon('+492214710123') // '0221 4710123'
 * @example formatTelefon('+43512123456') // '+43 512 123456'
 */
export function formatTelefon(e164: string): string {
  let text = nummern.get(e164);
  if (text === undefined) nummern.set(e164, (text = wieGewaehlt(e164)));
  return text;
}

/** Numbers stand on many pages, that of the portal on all. */
const nummern = new Map<string, string>();

function wieGewaehlt(e164: string): string {
  if (/^116\d{3}$/.test(e164)) return e164.replace('116', '116 ');
  const nummer = parsePhoneNumber(e164);
  if (!nummer) return e164;
  return nummer.countryCallingCode === '49'
    ? nummer.formatNational()
    : nummer.formatInternational();
}

/** `www.verein.example/kurse/` → `verein.example/kurse`; a long path is cut, the host never: it says who that is. */
function webText(web: string): string {
  const { hostname, pathname } = new URL(web);
  // As its owner writes it: `fluechtlingshilfe-…` with ü, not `xn--…`.
  const host = domainToUnicode(hostname).replace(/^www\./, '');
  const pfad = pathname.replace(/\/$/, '');
  const platz = Math.max(0, 44 - host.length);
  return host + (pfad.length > platz ? `${pfad.slice(0, platz)}…` : pfad);
}

/**
 * Which addresses may be asked at all. They come with pull requests, and the machine that asks them may see servers that
 * nobody outside sees: only public addresses are asked, whatever a name or a redirect says.
 */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** @see IANA IPv4 and IPv6 Special-Purpose Address Registries */
const NICHT_OEFFENTLICH = new BlockList();
for (const [netz, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  NICHT_OEFFENTLICH.addSubnet(netz, bits, 'ipv4');
for (const [netz, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NICHT_OEFFENTLICH.addSubnet(netz, bits, 'ipv6');

/** Everything else of IPv6 is local, mapped to IPv4 or not given out. */
const WELTWEIT = new BlockList();
WELTWEIT.addSubnet('2000::', 3, 'ipv6');

/** True for an IP address that belongs to the public internet. */
export function istOeffentlich(ip: string): boolean {
  switch (isIP(ip)) {
    case 4:
      return !NICHT_OEFFENTLICH.check(ip, 'ipv4');
    case 6:
      return WELTWEIT.check(ip, 'ipv6') && !NICHT_OEFFENTLICH.check(ip, 'ipv6');
    default:
      return false;
  }
}

/** Code of the error where a name leads to no public address. */
export const INTERN = 'INTERN';

/**
 * Looks a name up for a connection and gives it public addresses only. The connection goes to the very address that was
 * looked at: a name that says something else when asked again gains nothing by it.
 * @param testnetz names that end in `.test`, which are nobody's, lead to this machine
 */
export function namensaufloesung(testnetz: boolean): LookupFunction {
  return (name, _options, callback) => {
    if (testnetz && name.endsWith('.test')) return callback(null, '127.0.0.1', 4);
    // IPv4 first: many machines that run such checks have no IPv6.
    lookup(name, { all: true, order: 'ipv4first' }, (error, adressen) => {
      if (error) return callback(error, '');
      const adresse = adressen.find(({ address }) => istOeffentlich(address));
      if (adresse) return callback(null, adresse.address, adresse.family);
      callback(Object.assign(new Error(`${name} is not public`), { code: INTERN }), '');
    });
  };
}

/** Names for examples, which lead nowhere. @see RFC 2606 */
const BEISPIEL = /(^|\.)(example|test|invalid)$|(^|\.)example\.(com|net|org)$/;

/**
 * True where an address holds the place of one that is still to come.
 * @param testnetz names that end in `.test` lead somewhere, see {@link namensaufloesung}
 */
export function istPlatzhalter(adresse: string, testnetz: boolean): boolean {
  const { hostname } = new URL(adresse);
  return BEISPIEL.test(hostname) && !(testnetz && hostname.endsWith('.test'));
}

/** Whether this run may ask servers of a test, by `TESTNETZ=1`. */
export function istTestnetz(): boolean {
  return process.env['TESTNETZ'] === '1';
}

/** Why an address is not asked, as a German sentence; undefined where it may be. */
export function einwandGegenAbruf(url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return 'Sie führt zu etwas anderem als einer Webseite.';
  if (url.username || url.password) return 'Sie enthält einen Benutzernamen.';
  const port = Number(url.port || 443);
  // Lower ones belong to mail, file transfer and the like.
  if (port < 1024 && port !== 80 && port !== 443)
    return `Der Anschluss ${port} gehört zu keinem Webserver.`;
  const ip = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(ip) && !istOeffentlich(ip) ? INS_INTERNE_NETZ : undefined;
}

export const INS_INTERNE_NETZ =
  'Sie führt in ein internes Netz; dort fragt diese Prüfung nicht nach.';

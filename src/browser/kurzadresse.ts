/** Short addresses as people type them: in capitals, with a gap, without a slash. */
import { decode } from '../domain/fragment.ts';
import { isKurzcode } from '../domain/kurzcode.ts';

/**
 * The short address that was meant.
 * @param pfad path that does not exist, as the browser gives it
 * @param basis path of the portal, with slashes on both ends
 * @returns its path; undefined where it is no short address, or is written as it should be
 * @example gemeint('/AR/A/NC7%203MK', '/') // '/ar/a/nc73mk/'
 */
export function gemeint(pfad: string, basis: string): string | undefined {
  if (!pfad.toLowerCase().startsWith(basis.toLowerCase())) return undefined;
  const roher = pfad.slice(basis.length);
  const rest = decode(roher, roher).toLowerCase();
  const [, sprache = '', roh = ''] = /^\/*([a-z]+\/)?\/*a(.*)$/s.exec(rest) ?? [];
  // Codes have no y; who types one has z at its place on the keyboard.
  const code = roh.replace(/[^a-z\d]/g, '').replaceAll('y', 'z');
  const ziel = `${basis}${sprache}a/${code}/`;
  return isKurzcode(code) && ziel !== pfad ? ziel : undefined;
}

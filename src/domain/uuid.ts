/** Ids that hold across all portals. */
import { parse, v5 } from 'uuid';
import type { Portal } from './portal.ts';

/** Namespace of all ids of this generator's portals (RFC 9562); never changes. */
const NAMENSRAUM = parse('6f1c52b4-9f0a-5c3e-8d0e-2f6a1b7c4d10');

const encoder = new TextEncoder();

/**
 * An id that is the same in every build, whatever the address of the portal.
 * @param teile what it is the id of: a kind and an id, and where in the entry: `'angebot', 'tafel', 'orte', '0'`
 * @returns UUIDv5 (RFC 9562)
 */
export function uuidVon(
  { kreis, land }: Pick<Portal, 'kreis' | 'land'>,
  ...teile: readonly string[]
): string {
  // An offer has dozens of ids: given text, the library would take namespace and text to bytes by its slower ways each time.
  return v5(encoder.encode(JSON.stringify([land, kreis, ...teile])), NAMENSRAUM);
}

/** The id of an offer, in every format. */
export function uuidVonAngebot(portal: Pick<Portal, 'kreis' | 'land'>, id: string): string {
  return uuidVon(portal, 'angebot', id);
}

/** The id of a provider, in every format. */
export function uuidVonAnbieter(portal: Pick<Portal, 'kreis' | 'land'>, id: string): string {
  return uuidVon(portal, 'anbieter', id);
}

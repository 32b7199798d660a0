/** What all services of a portal are written with. */
import type { Herausgabe } from '../herausgabe.ts';
import { createText, type Text } from '../../i18n/texte.ts';
import { type Begriffe, createBegriffe } from './begriffe.ts';
import { toOrganization } from './organization.ts';

/** An object of HSDS: an id, and whatever else its kind has. */
export interface Objekt {
  id: string;
  [feld: string]: unknown;
}

/** Organizations and terms stand in many services and are made once. */
export interface Umfeld {
  herausgabe: Herausgabe;
  begriffe: Begriffe;
  /** By id of the provider. */
  organizations: ReadonlyMap<string, Objekt>;
  /** German. */
  t: Text;
}

/** @param anbieter those that have an offer */
export function createUmfeld(herausgabe: Herausgabe, anbieter: ReadonlySet<string>): Umfeld {
  const { katalog } = herausgabe;
  const alle = [...katalog.anbieter.values()].filter(({ id }) => anbieter.has(id));
  return {
    herausgabe,
    begriffe: createBegriffe(katalog),
    organizations: new Map(alle.map((einer) => [einer.id, toOrganization(herausgabe, einer)])),
    t: createText('de'),
  };
}

/** Makes ids of what stands within an object, the same in every build. */
export type IdVon = (...teile: string[]) => string;

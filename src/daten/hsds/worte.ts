/** What both ways have to call alike: codes of terms, labels, status. */
import { NIVEAUS } from '../../domain/angebot.ts';

/** Fields whose values are terms of a taxonomy, and what the taxonomy is called. */
export const TAXONOMIEN = {
  thema: 'Themen',
  angebotsart: 'Angebotsarten',
  zielgruppen: 'Zielgruppen',
  deutschniveau: 'Deutschniveau nach dem Gemeinsamen Europäischen Referenzrahmen',
  kinderbetreuung: 'Kinderbetreuung',
} as const;

export type Taxonomie = keyof typeof TAXONOMIEN;

export const NIVEAU_CODES: ReadonlySet<string> = new Set(NIVEAUS);

/** A code is unique among all terms; those of the levels are known everywhere. */
export function toCode(feld: Taxonomie, id: string): string {
  return feld === 'deutschniveau' ? id : `${feld}:${id}`;
}

/** Field and id of a term of a vocabulary; undefined for codes of others. */
export function readCode(code: string): { feld: Taxonomie; id: string } | undefined {
  const [feld = '', id] = code.split(':', 2);
  return id && Object.hasOwn(TAXONOMIEN, feld) ? { feld: feld as Taxonomie, id } : undefined;
}

/** Label of the address of the page that an offer or a provider has in its portal. */
export const SEITE_IM_PORTAL = 'Seite im Portal';

/** What a status of HSDS is here. A full offer is `active`, for it still advises and keeps a list. */
export const STATUS: ReadonlyMap<string, 'aktiv' | 'pausiert' | 'beendet'> = new Map([
  ['active', 'aktiv'],
  ['temporarily closed', 'pausiert'],
  ['inactive', 'pausiert'],
  ['defunct', 'beendet'],
]);

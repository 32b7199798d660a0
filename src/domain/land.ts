/** `land.yaml`: the start page of several Kreise, each of which has its own portal. */
import { z } from 'zod';
import type { Beitrag } from './beitrag.ts';
import { bezeichnung, kennung, liste, text, webadresse } from './felder.ts';
import { portalSchema } from './portal.ts';

const { beschreibung, url, sprachen, probebetrieb, kontakt, notruf, ausstieg } = portalSchema.shape;

const kreis = z.strictObject({
  /** Name of the stored file with what it contributes to the search. */
  id: kennung(),
  /** As people read it: „Kreis Ahrweiler“. */
  name: text(80),
  /** Address of its portal. */
  url,
  /** Names and postal codes that people may type, beside those that its portal knows. */
  orte: liste(text(80)).optional(),
});

export const landSchema = z.strictObject({
  /** Name of the page: „Integrationsportale in Rheinland-Pfalz“. */
  name: text(80),
  beschreibung,
  url,
  sprachen,
  probebetrieb,
  kontakt,
  notruf,
  ausstieg,
  /** Pages that the law asks for (Impressum, Datenschutz); they stand elsewhere. */
  verweise: liste(z.strictObject({ bezeichnung: bezeichnung(), url: webadresse() })).optional(),
  kreise: liste(kreis, ({ id }) => id),
});

export type Land = z.output<typeof landSchema>;
export type LandKreis = Land['kreise'][number];

/** A Kreis, and what it contributes to the search; without that it is only in the list. */
export interface Mitglied {
  kreis: LandKreis;
  beitrag?: Beitrag;
}

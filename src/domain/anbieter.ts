import { z } from 'zod';
import { SCHUTZ_DER_SEITE } from './angebot.ts';
import {
  auswahl,
  email,
  langerText,
  liste,
  quelleSchema,
  suchwoerter,
  telefon,
  text,
  verweis,
  webadresse,
} from './felder.ts';

export const ANBIETER_ARTEN = [
  'behoerde',
  'wohlfahrt',
  'verein',
  'religioes',
  'bildung',
  'initiative',
  'unternehmen',
  'sonstige',
] as const;

/** `anbieter/<id>.yaml`: who is responsible for an offer. Addresses belong to offers, so there is none here. */
export const anbieterSchema = z.strictObject({
  name: text(160),
  /** `behoerde` is every public body. */
  art: auswahl(ANBIETER_ARTEN).optional(),
  beschreibung: langerText(600).optional(),
  telefon: telefon().optional(),
  email: email().optional(),
  web: webadresse().optional(),
  kommune: verweis().optional(),
  suchwoerter: suchwoerter().optional(),
  quelle: quelleSchema.optional(),
  /** Applies to every offer of this provider. */
  schutz: liste(auswahl(SCHUTZ_DER_SEITE)).optional(),
  /** Ids of providers that look like this one and are others. */
  kein_duplikat: liste(verweis()).optional(),
});

export type AnbieterEintrag = z.output<typeof anbieterSchema>;

export interface Anbieter extends AnbieterEintrag {
  id: string;
}

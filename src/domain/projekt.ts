/** A project: what was tried, so that a neighbouring municipality can take it over. No offer; nobody can go there. */
import { z } from 'zod';
import { type Ansprechstelle, ansprechstelleSchema } from './ansprechstelle.ts';
import {
  auswahl,
  datumOderUnbekannt,
  liste,
  quelleSchema,
  text,
  verweis,
  zeitangabe,
} from './felder.ts';

const PROJEKT_STATUS = ['laeuft', 'abgeschlossen', 'verstetigt'] as const;

/** The headings of its text. What nobody knows is left out, and the page says so. */
export const ABSCHNITTE = [
  'Ausgangslage',
  'Vorgehen',
  'Ergebnis',
  'Aufwand',
  'Übertragbarkeit',
] as const;

export type Abschnitt = (typeof ABSCHNITTE)[number];

/** Front matter of `projekte/<id>.md`. */
export const projektSchema = z.strictObject({
  titel: text(120),
  kurz: text(200),
  /** `kreisweit` or ids of Kommunen. */
  kommunen: liste(verweis()),
  /** Ids of providers: with whom. */
  anbieter: liste(verweis()),
  /** Ids of Themen, the most important first. */
  thema: liste(verweis()),
  zielgruppen: liste(verweis()),
  zeitraum: z
    .strictObject({ von: zeitangabe().optional(), bis: zeitangabe().optional() })
    .optional(),
  /** `verstetigt`: the project is over, what it began goes on. */
  status: auswahl(PROJEKT_STATUS).optional(),
  /** Whom to ask; without it the providers. */
  kontakt: ansprechstelleSchema.optional(),
  /** Ids of offers that came of it. */
  angebote: liste(verweis()).optional(),
  geprueft_am: datumOderUnbekannt(),
  quelle: quelleSchema.optional(),
});

export interface ProjektEintrag extends z.output<typeof projektSchema> {
  /** Markdown below the front matter. */
  text: string;
}

/** A project as the Katalog knows it. */
export interface Projekt extends Omit<ProjektEintrag, 'kommunen' | 'kontakt'> {
  /** File name without ending; never changes. */
  id: string;
  kommunen: 'kreisweit' | string[];
  kontakt?: Ansprechstelle;
  /** Of {@link ABSCHNITTE}, what its text does not have. */
  unbekannt: Abschnitt[];
}

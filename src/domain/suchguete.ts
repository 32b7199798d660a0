/** `suchguete.yaml`: how well the search of this portal finds, as `npm run suchguete` measured it. */
import { z } from 'zod';
import { datum, text, zahl } from './felder.ts';

/** YAML is read as text, so that a value that does not exist stands there as a word. */
const oderNull = <T extends z.ZodType>(wert: T) =>
  z
    .preprocess((value) => (value === 'null' ? undefined : value), wert.optional())
    .transform((value) => value ?? null);

const anteil = () => oderNull(zahl({ min: 0, max: 1, stellen: 4 }));
const anzahl = () => zahl({ min: 0, max: 1_000_000, stellen: 0 });

const werte = {
  /** Share of the offers that belong among the first ten results and are there. */
  recall10: anteil(),
  /** Mean of 1 ÷ position of the first right result (mean reciprocal rank). */
  mrr: anteil(),
};

const gruppen = z.record(text(80), z.strictObject({ anfragen: anzahl(), ...werte }));
const vergleich = z.strictObject({ ...werte, nulltreffer: anzahl() });

export const suchgueteSchema = z.strictObject({
  stand: datum(),
  anfragen: anzahl(),
  ...werte,
  /** Queries that found nothing although there is something. */
  nulltreffer: anzahl(),
  /** By language, by kind of query. */
  sprachen: gruppen,
  arten: gruppen,
  /** The same queries and offers with other searches. */
  vergleich: z.strictObject({ pagefind: vergleich, minisearch: vergleich }),
  beispiele: z.array(
    z.strictObject({
      suche: text(200),
      sprache: text(80),
      typ: text(80),
      recall10: anteil(),
      rang: oderNull(anzahl()),
    }),
  ),
});

export type Suchguete = z.output<typeof suchgueteSchema>;

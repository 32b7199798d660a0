/** Which addresses failed before: nothing is called dead because of one bad day. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { isDatum } from '../../../src/domain/datum.ts';
import type { Ergebnis } from './abruf.ts';
import { schreibeDatei } from '../schreibe-datei.ts';

/** On so many different days an address must have failed to count as dead. */
export const TAGE_BIS_TOT = 3;

const datum = z.string().refine(isDatum);
const ausfallSchema = z.strictObject({
  /** First and last day on which the address failed, without one between on which it answered. */
  seit: datum,
  zuletzt: datum,
  /** On how many different days it failed. */
  tage: z.int().min(1),
});
const standSchema = z.record(z.string(), ausfallSchema);

export type Ausfall = z.output<typeof ausfallSchema>;
/** Address → its failures. Addresses that answered last time are not in it. */
export type Stand = ReadonlyMap<string, Ausfall>;

/**
 * Reads the file of failures; there need not be one yet.
 * @throws a German sentence where it cannot be used
 */
export function readStand(datei: string): Stand {
  if (!existsSync(datei)) return new Map();
  try {
    return new Map(Object.entries(standSchema.parse(JSON.parse(readFileSync(datei, 'utf8')))));
  } catch {
    throw new Error(
      `Die Datei „${datei}“ lässt sich nicht lesen. Darin steht, seit wann welche Adressen ausfallen; sie wurde nicht verändert. Bitte die vorige Fassung wiederherstellen, oder die Datei löschen: Dann beginnt die Zählung von vorn.`,
    );
  }
}

/** Writes the file of failures, in the order of the addresses. */
export function writeStand(datei: string, stand: Stand): void {
  const sortiert = [...stand].sort(([a], [b]) => (a < b ? -1 : 1));
  schreibeDatei(datei, `${JSON.stringify(Object.fromEntries(sortiert), null, 2)}\n`);
}

/**
 * Counts a day's outcome. An address that answers starts from zero; one that cannot be judged keeps what it has; the same
 * day counts once.
 * @param alt what was known before; addresses that were not asked again are left out
 */
export function zaehle(
  alt: Stand,
  ergebnisse: ReadonlyMap<string, Ergebnis>,
  stichtag: string,
): Stand {
  const neu = new Map<string, Ausfall>();
  for (const [adresse, { art }] of ergebnisse) {
    const bisher = alt.get(adresse);
    if (art === 'erreichbar') continue;
    if (art === 'nicht-pruefbar') {
      if (bisher) neu.set(adresse, bisher);
    } else if (!bisher) neu.set(adresse, { seit: stichtag, zuletzt: stichtag, tage: 1 });
    else if (bisher.zuletzt >= stichtag) neu.set(adresse, bisher);
    else neu.set(adresse, { ...bisher, zuletzt: stichtag, tage: bisher.tage + 1 });
  }
  return neu;
}

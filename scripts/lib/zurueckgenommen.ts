/**
 * What a release holds back that another one told. Parts of an old one stay for a day, and one can go back to it: not where that would
 * tell again where a shelter is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ORDNER } from '../../src/daten/eigenes-json.ts';
import { istAlsVertraulichMarkiert } from '../../src/domain/angebot.ts';

/** What every portal publishes of its offers, as far as it matters here. */
const dateiSchema = z.object({
  angebote: z.array(
    z.object({
      id: z.string(),
      schutz: z.array(z.string()).default([]),
      orte: z.array(z.unknown()).default([]),
    }),
  ),
});

type Angebot = z.output<typeof dateiSchema>['angebote'][number];

/**
 * True where an offer is confidential now and was not before, or a protected one with a place is gone or has none any more; and where
 * nobody can tell.
 * @param alt folder of a release
 * @param neu folder of the one that takes its place
 */
export function nimmtZurueck(alt: string, neu: string): boolean {
  const [vorher, nachher] = [liesAngebote(alt), liesAngebote(neu)];
  // The start page of a Land has no offers of its own.
  if (vorher === 'keine' && nachher === 'keine') return false;
  if (typeof vorher === 'string' || typeof nachher === 'string') return true;
  return (
    [...nachher.values()].some((eines) => {
      const frueher = vorher.get(eines.id);
      // A new one may be an old one under another name.
      return istAlsVertraulichMarkiert(eines) && !(frueher && istAlsVertraulichMarkiert(frueher));
    }) ||
    [...vorher.values()].some(
      ({ id, schutz, orte }) =>
        schutz.length > 0 && orte.length > 0 && !nachher.get(id)?.orte.length,
    )
  );
}

function liesAngebote(stand: string): ReadonlyMap<string, Angebot> | 'keine' | 'unlesbar' {
  const datei = join(stand, ORDNER, 'angebote.json');
  if (!existsSync(datei)) return 'keine';
  try {
    const { angebote } = dateiSchema.parse(JSON.parse(readFileSync(datei, 'utf8')));
    return new Map(angebote.map((angebot) => [angebot.id, angebot]));
  } catch {
    return 'unlesbar';
  }
}

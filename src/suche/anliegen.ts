/** Which needs an offer meets, told by the words of its text. */
import type { Anliegen } from '../domain/vokabular.ts';
import { inhaltswoerter } from './analyse/fuellwoerter.ts';
import { stamm, wurzel } from './analyse/stamm.ts';
import type { Analyse } from './text-analyse.ts';

/** Finds the ids of the needs whose words stand in an analysed text. */
export type ErkenneAnliegen = (analyse: Analyse) => string[];

/** The German words that an offer is recognised by. */
function erkennungsworte(anliegen: Anliegen): readonly string[] {
  if (anliegen.erkennen) return anliegen.erkennen;
  // A fact of the offer („kostenlos“) is no matter of its words.
  if (anliegen.merkmal) return [];
  return [anliegen.bezeichnung['de'] ?? '', ...(anliegen.suchwoerter?.['de'] ?? [])];
}

export function createErkennung(alle: Iterable<Anliegen>): ErkenneAnliegen {
  const muster = [...alle].map((anliegen) => ({
    id: anliegen.id,
    wendungen: erkennungsworte(anliegen)
      .map((wendung) => inhaltswoerter(wendung).map(stamm))
      .filter((formen) => formen.length > 0)
      .map((formen) => formen.map((form) => ({ form, wurzel: wurzel(form) }))),
  }));
  return ({ formen, wurzeln }) => {
    const steht = (gesucht: { form: string; wurzel: string }) =>
      formen.has(gesucht.form) || wurzeln.has(gesucht.wurzel);
    return muster
      .filter(({ wendungen }) => wendungen.some((wendung) => wendung.every(steht)))
      .map(({ id }) => id);
  };
}

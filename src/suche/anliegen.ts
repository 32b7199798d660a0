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

/**
 * Made once for all texts. A phrase counts where all of its words stand in the text, in whatever form, order and place.
 * @returns finds ids in the order of `alle`, each once
 */
export function createErkennung(alle: Iterable<Anliegen>): ErkenneAnliegen {
  const ids: string[] = [];
  // A phrase can only stand where its first word does: by that, few of the thousands of phrases are looked at.
  const jeForm = new Map<string, Wendung[]>();
  const jeWurzel = new Map<string, Wendung[]>();
  for (const anliegen of alle) {
    const rang = ids.push(anliegen.id) - 1;
    for (const text of erkennungsworte(anliegen)) {
      const [erstes, ...weitere] = inhaltswoerter(text).map((wort) => {
        const form = stamm(wort);
        return { form, wurzel: wurzel(form) };
      });
      if (!erstes) continue;
      add(jeForm, erstes.form, { rang, weitere });
      add(jeWurzel, erstes.wurzel, { rang, weitere });
    }
  }
  return ({ formen, wurzeln }) => {
    const gefunden = new Set<number>();
    const pruefe = ({ rang, weitere }: Wendung) => {
      if (weitere.every(({ form, wurzel }) => formen.has(form) || wurzeln.has(wurzel)))
        gefunden.add(rang);
    };
    for (const form of formen.keys()) jeForm.get(form)?.forEach(pruefe);
    for (const familie of wurzeln) jeWurzel.get(familie)?.forEach(pruefe);
    return [...gefunden].sort((a, b) => a - b).map((rang) => ids[rang]!);
  };
}

/** A phrase, by the words behind its first; its need is the one of this rank. */
interface Wendung {
  rang: number;
  weitere: { form: string; wurzel: string }[];
}

function add<T>(gruppen: Map<string, T[]>, key: string, wert: T): void {
  const gruppe = gruppen.get(key);
  if (gruppe) gruppe.push(wert);
  else gruppen.set(key, [wert]);
}

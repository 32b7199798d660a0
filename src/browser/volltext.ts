/**
 * Looking up what a search asks for, and knowing when that does not work: every token that is looked up is known to stand somewhere, so
 * one without hits is a failure.
 */
import { woerter } from '../suche/analyse/falten.ts';
import { stamm } from '../suche/analyse/stamm.ts';
import { zeichen } from '../suche/zeichen.ts';
import type { Bestand } from './bestand.ts';
import type { Fundstellen } from './bewerten.ts';
import { createFundstellen } from './fundstellen.ts';

export interface Volltext {
  /** Begins to load what most words are found by, before it is known what they mean: that saves a round trip. */
  ahnen(text: string): void;
  /**
   * Rows per token, with how much the field counts that it stands in.
   * @throws where a part does not come, or is not of this build
   */
  suchen(zeichen: readonly string[]): Promise<Map<string, Fundstellen>>;
}

/** Loads each part of the tokens once, and anew where it did not come. */
export function createVolltext(bestand: Bestand): Volltext {
  const lade = createFundstellen(bestand.zeichen, bestand.ladeTeil, bestand.anliegen);

  const nachschlagen = async (eines: string): Promise<Fundstellen> => {
    const stellen = await lade(eines);
    if (!stellen) throw new Error(`Stands nowhere: ${eines}`);
    for (const row of stellen.keys())
      if (!(row < bestand.anzahl)) throw new Error(`There is no row ${row}`);
    return stellen;
  };

  return {
    ahnen(text) {
      for (const wort of woerter(text)) lade(zeichen.form(stamm(wort))).catch(() => undefined);
    },
    async suchen(alle) {
      return new Map(
        await Promise.all(alle.map(async (eines) => [eines, await nachschlagen(eines)] as const)),
      );
    },
  };
}

/** Looking tokens up: in which offers they stand. The parts they are cut into are loaded when a token needs them. */
import { einmal } from './bestand.ts';
import type { Fundstellen } from './bewerten.ts';
import { teilMit } from './nachschlagen.ts';

/** What a hit is worth in the title, in the short text, elsewhere. */
const WERTE = [1, 0.75, 0.4] as const;

/**
 * @param zeichen what the tokens of each part begin with or come after
 * @param ladeTeil loads a part by its name
 * @param dabei lines of tokens that stand in no part
 * @returns where a token stands, undefined for one that stands nowhere; fails where its part cannot be loaded, and tries again then
 */
export function createFundstellen(
  zeichen: readonly string[],
  ladeTeil: (name: string) => Promise<unknown>,
  dabei = '',
): (zeichen: string) => Promise<Fundstellen | undefined> {
  const teile = new Map<number, Promise<Map<string, string>>>();
  const bekannte = toZeilen(dabei);
  return async (eines) => {
    if (zeichen.length === 0) return undefined;
    const bekannt = bekannte.get(eines);
    if (bekannt !== undefined) return toFundstellen(bekannt);
    const nr = teilMit(zeichen, eines);
    const teil = await einmal(teile, nr, async () =>
      toZeilen((await ladeTeil(`z${nr}`)) as string),
    );
    const zeile = teil.get(eines);
    return zeile === undefined ? undefined : toFundstellen(zeile);
  };
}

function toZeilen(text: string): Map<string, string> {
  return new Map(
    text.split('\n').map((zeile): [string, string] => {
      const ende = zeile.indexOf(' ');
      return [zeile.slice(0, ende), zeile.slice(ende + 1)];
    }),
  );
}

/** Reads a line of `suche/fundstellen`. */
function toFundstellen(zeile: string): Fundstellen {
  const stellen = new Map<number, number>();
  zeile.split(';').forEach((abstaende, feld) => {
    let row = -1;
    for (const abstand of abstaende ? abstaende.split(',') : []) {
      row += parseInt(abstand, 36);
      stellen.set(row, WERTE[feld] ?? 0);
    }
  });
  return stellen;
}

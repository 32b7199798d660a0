/**
 * What the full-text index knows of an offer. Its words are analysed here ({@link analysiere}) and stand in the index
 * as marked tokens, so that Pagefind finds exactly what is asked and nothing that merely begins like it. One record
 * per offer serves all languages of the portal. In which field a token stands tells how much a hit counts.
 */
import type { Angebot } from '../domain/angebot.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { analysenVon, type Textanalyse } from './analysen.ts';
import { INDEX_SPRACHE } from './dateien.ts';
import { FELDER, zeichen } from './zeichen.ts';

/** A custom record of Pagefind. */
export interface Suchsatz {
  /** Id of the offer; the build puts the address of its page there. */
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
}

/** A record without any word would not be indexed. */
const OHNE_WORT = zeichen.form('angebot');

export function toSuchsatz(katalog: Katalog, angebot: Angebot): Suchsatz {
  const [titel, kurz, text] = analysenVon(katalog, angebot).map(zeichenVon);
  return {
    url: angebot.id,
    language: INDEX_SPRACHE,
    content: text || OHNE_WORT,
    meta: { [FELDER.titel]: titel!, [FELDER.kurz]: kurz! },
  };
}

/** A result of the full-text index. */
export interface Fundstelle {
  row: number;
  /** Fields beside the text that have the token. */
  felder: string[];
}

/**
 * Looks a token up in the records themselves: what Pagefind finds in its index of them, without making one.
 * @param zeilen offers in the order of rows
 */
export function schlageNach(
  katalog: Katalog,
  zeilen: readonly Angebot[],
  gesucht: string,
): Fundstelle[] {
  return zeilen.flatMap((angebot, row) => {
    const [titel, kurz, text] = analysenVon(katalog, angebot).map((analyse) =>
      hat(analyse, gesucht),
    );
    if (!titel && !kurz && !text && !(gesucht === OHNE_WORT && ohneText(katalog, angebot)))
      return [];
    return [{ row, felder: [...(titel ? [FELDER.titel] : []), ...(kurz ? [FELDER.kurz] : [])] }];
  });
}

function ohneText(katalog: Katalog, angebot: Angebot): boolean {
  return analysenVon(katalog, angebot)[2]!.formen.size === 0;
}

function hat({ formen, wurzeln, anliegen }: Textanalyse, gesucht: string): boolean {
  const wort = gesucht.slice(0, -1);
  return (
    (gesucht === zeichen.form(wort) && formen.has(wort)) ||
    (gesucht === zeichen.wurzel(wort) && wurzeln.has(wort)) ||
    anliegen.some((id) => gesucht === zeichen.anliegen(id))
  );
}

function zeichenVon({ formen, wurzeln, anliegen }: Textanalyse): string {
  return [
    ...[...formen.keys()].map(zeichen.form),
    ...[...wurzeln].map(zeichen.wurzel),
    ...anliegen.map(zeichen.anliegen),
  ].join(' ');
}

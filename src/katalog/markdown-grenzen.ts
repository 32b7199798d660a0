/** What Markdown must not be, whoever wrote it: for such texts the parser takes minutes, or crashes. Ask before parsing. */

/** Markdown whose marks can open and close each other takes a parser time that grows with their square. */
const MAX_TEXT = 30_000;
const MAX_ZEICHEN = 1000;
/** A line nested in more quotes, lists or footnotes than anybody reads. */
const ZU_TIEF = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t]|\[\^[^\]\s]*\]:)){20}|^[ \t>]{40}/;

export const ZU_LANG = `Der Text ist zu lang oder hat zu viele Sternchen und Unterstriche (erlaubt sind ${MAX_TEXT} und ${MAX_ZEICHEN} Zeichen).`;

export function istZuLang(text: string): boolean {
  return text.length > MAX_TEXT || (text.match(/[*_~]/g)?.length ?? 0) > MAX_ZEICHEN;
}

/** Index of the first line that is nested too deep; -1 where there is none. */
export function zuTiefeZeile(lines: readonly string[]): number {
  return lines.findIndex((line) => ZU_TIEF.test(line));
}

/** Why a text must not be parsed, as a German sentence. */
export function einwandGegenMarkdown(text: string): string | undefined {
  if (istZuLang(text)) return ZU_LANG;
  const tief = zuTiefeZeile(text.split('\n'));
  return tief < 0
    ? undefined
    : `Zeile ${tief + 1} ist zu weit eingerückt oder zu tief verschachtelt.`;
}

/** What Markdown must not be, whoever wrote it: for such texts the parser takes minutes, or crashes. Ask before parsing. */
import { MAX_TEXT } from '../domain/felder.ts';

/** As {@link MAX_TEXT}, of the marks themselves. */
const MAX_ZEICHEN = 1000;
/** With every line of a paragraph or a list, a parser looks again at those before. */
const MAX_ZEILEN = 2500;
/** HTML is refused anyway; from every `<!` and `<?`, a parser looks for its end in all that follows. */
const MAX_HTML = 20;
/** A line nested in more quotes, lists or footnotes than anybody reads. */
const ZU_TIEF = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t]|\[\^[^\]\s]*\]:)){6}|^[ \t>]{40}/;

/** From every word within a bracket, the parser looks back to where it opens. */
const MAX_KLAMMER = 1000;

export const ZU_LANG = `Der Text ist zu lang oder hat zu viele Zeilen, Sternchen, Unterstriche, eckige oder geschweifte Klammern oder HTML (erlaubt sind ${MAX_TEXT} Zeichen in ${MAX_ZEILEN} Zeilen, davon ${MAX_ZEICHEN} solche).`;

/** Beyond one of the limits that {@link ZU_LANG} names. */
export function istZuLang(text: string): boolean {
  return (
    text.length > MAX_TEXT ||
    anzahl(text, /\n/g) >= MAX_ZEILEN ||
    anzahl(text, /[*_~{]/g) > MAX_ZEICHEN ||
    anzahl(text, /\[/g) > MAX_ZEICHEN ||
    // At every `]`, the parser looks back for what it closes.
    anzahl(text, /\]/g) > MAX_ZEICHEN ||
    anzahl(text, /<[!?]/g) > MAX_HTML
  );
}

function anzahl(text: string, muster: RegExp): number {
  return text.match(muster)?.length ?? 0;
}

/** Expressions are refused anyway, and code has few braces; at every `}`, the parser of MDX reads all since `{` as JavaScript. */
const MAX_KLAMMERN = 20;

/**
 * Where a text must not be parsed as MDX: the line, from 1, of the first import, export or brace, which the parser would read as
 * JavaScript over and over; undefined where it may.
 */
export function zeileMitCode(text: string): number | undefined {
  const muster =
    anzahl(text, /[{}]/g) > MAX_KLAMMERN ? /^(?:im|ex)port\b|[{}]/m : /^(?:im|ex)port\b/m;
  const index = text.search(muster);
  return index < 0 ? undefined : text.slice(0, index).split('\n').length;
}

/** Index of the first line that is nested too deep; -1 where there is none. */
export function zuTiefeZeile(lines: readonly string[]): number {
  return lines.findIndex((line) => ZU_TIEF.test(line));
}

/** Index of the first `[` whose `]` is too far away, in its paragraph; -1 where there is none. */
export function zuLangeKlammer(text: string): number {
  const offen: number[] = [];
  for (const { 0: zeichen, index } of text.matchAll(/[[\]]|\n[ \t]*\n|$/g)) {
    if (offen.length > 0 && index - offen[0]! > MAX_KLAMMER) return offen[0]!;
    if (zeichen === '[') offen.push(index);
    else if (zeichen === ']') offen.pop();
    else offen.length = 0;
  }
  return -1;
}

/** Why a text must not be parsed, as a German sentence. */
export function einwandGegenMarkdown(text: string): string | undefined {
  if (istZuLang(text)) return ZU_LANG;
  if (zuLangeKlammer(text) >= 0) return 'Eine Klammer „[“ endet zu spät oder gar nicht mit „]“.';
  const tief = zuTiefeZeile(text.split('\n'));
  return tief < 0
    ? undefined
    : `Zeile ${tief + 1} ist zu weit eingerückt oder zu tief verschachtelt.`;
}

/**
 * Paragraphs and lists of plain words, as nearly all texts of offers are: a parser that knows all of Markdown takes a hundred times as long
 * to find nothing in them. Whatever could mean more is left to it.
 */
import type { List, ListItem, Paragraph, Root, Text } from 'mdast';

/** Letters, digits and marks without a meaning in Markdown, from a letter to what is no blank. */
const WORTE = String.raw`\p{L}(?:[\p{L}\p{N} ,.;:?()„“‚‘’–…€%§/-]*[\p{L}\p{N},.;:?()„“‚‘’–…€%§/-])?`;
const ABSATZ = new RegExp(`^${WORTE}(?:\n${WORTE})*$`, 'u');
const LISTE = new RegExp(`^- ${WORTE}(?:\n- ${WORTE})*$`, 'u');
/** Words that become links by themselves (GFM). */
const ADRESSE = /https?:|www\./i;

/**
 * The same tree as the parser's, with the same positions.
 * @param text Markdown
 * @returns undefined for a text that may be more than plain
 */
export function parseSchlicht(text: string): Root | undefined {
  if (ADRESSE.test(text)) return undefined;
  const beginn = /^\n*/.exec(text)![0].length;
  let ende = text.length;
  // An expression would look for the last line break from each of them anew.
  while (ende > beginn && text[ende - 1] === '\n') ende--;
  const stelle = { line: beginn + 1, column: 1, offset: beginn };
  const children: (Paragraph | List)[] = [];
  const bloecke = text.slice(beginn, ende).matchAll(/((?:[^\n]|\n(?!\n))*)(\n*)/g);
  for (const [, block = '', abstand = ''] of bloecke) {
    if (block === '') continue;
    const node = ABSATZ.test(block)
      ? absatz(block, stelle)
      : LISTE.test(block) && children.at(-1)?.type !== 'list' // two with a blank line between them are one
        ? liste(block, stelle)
        : undefined;
    if (!node) return undefined;
    children.push(node);
    stelle.offset += block.length + abstand.length;
    stelle.line += block.split('\n').length - 1 + abstand.length;
  }
  const zeilen = text.split('\n');
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: zeilen.length, column: zeilen.at(-1)!.length + 1, offset: text.length },
    },
  };
}

/** Where a piece of text begins. */
interface Stelle {
  line: number;
  column: number;
  offset: number;
}

function spanne(text: string, { line, column, offset }: Stelle): NonNullable<Root['position']> {
  const zeilen = text.split('\n');
  const letzte = zeilen.at(-1)!.length;
  return {
    start: { line, column, offset },
    end: {
      line: line + zeilen.length - 1,
      column: zeilen.length === 1 ? column + letzte : letzte + 1,
      offset: offset + text.length,
    },
  };
}

function absatz(value: string, stelle: Stelle): Paragraph {
  const text: Text = { type: 'text', value, position: spanne(value, stelle) };
  return { type: 'paragraph', children: [text], position: spanne(value, stelle) };
}

function liste(block: string, stelle: Stelle): List {
  let { offset } = stelle;
  const children = block.split('\n').map((zeile, i): ListItem => {
    const hier = { line: stelle.line + i, column: 1, offset };
    offset += zeile.length + 1;
    return {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [absatz(zeile.slice(2), { ...hier, column: 3, offset: hier.offset + 2 })],
      position: spanne(zeile, hier),
    };
  });
  return {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children,
    position: spanne(block, stelle),
  };
}

/** Plain text out of Markdown. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { alleKnoten, parseMarkdown, parseMdx } from './parse-markdown.ts';

/** Rules, pages and search ask for the same texts over and over, and parsing is slow. */
const bekannt = new Map<string, string>();

/** All words of a Markdown text, without marks. */
export function reinerText(markdown: string): string {
  let text = bekannt.get(markdown);
  if (text === undefined) bekannt.set(markdown, (text = ohneMarken(markdown)));
  return text;
}

function ohneMarken(markdown: string): string {
  return mitZeilenbruechen(parseMarkdown(markdown), { includeHtml: false })
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a dot follows that ends no sentence: „z. B.“, „1. Mai“, „Bonner Str. 5“. */
const ABKUERZUNG =
  '(?<![\\p{L}\\d])(?:\\p{L}|\\d{1,2}|ca|bzw|ggf|evtl|inkl|zzgl|mind|max|Std|Min|Str|Tel|Nr|Dr|Prof|St|Abs|ff|Mo|Di|Mi|Do|Fr|Sa|Jan|Feb|Aug|Sept|Okt|Nov|Dez)';
const ERSTER_SATZ = new RegExp(`^.{20,}?(?:[!?؟]|(?<!${ABKUERZUNG})\\.)(?=\\s|$)`, 'u');

/** The first sentence, at most 200 characters, cut at a word. */
export function ersterSatz(markdown: string): string {
  const text = reinerText(markdown);
  const ende = ERSTER_SATZ.exec(text)?.[0] ?? text;
  if (ende.length <= 200) return ende;
  return `${ende.slice(0, 199).replace(/\s+\S*$/, '')}…`;
}

/** The text line by line: every paragraph, heading, cell and title of a component, broken where its author broke it. */
export function zeilenVon(markdown: string, mdx = false): string {
  const zeilen: string[] = [];
  let tree;
  try {
    tree = mdx ? parseMdx(markdown) : parseMarkdown(markdown);
  } catch {
    return ''; // the rule `seiten` reports pages that cannot be read
  }
  for (const node of alleKnoten(tree)) {
    if (node.type === 'code') zeilen.push(node.value);
    if (node.type === 'mdxJsxFlowElement')
      for (const attribute of node.attributes)
        if ('name' in attribute && attribute.name === 'titel') zeilen.push(String(attribute.value));
    if (['paragraph', 'heading', 'tableCell'].includes(node.type))
      zeilen.push(mitZeilenbruechen(node));
  }
  return zeilen.join('\n');
}

/** What holds blocks, not words: the items of a list are no single word. */
const AUS_BLOECKEN =
  /^(root|blockquote|list|listItem|table|tableRow|footnoteDefinition|mdxJsxFlowElement)$/;

/** The words of a node. What the author broke stays apart: `Ende.\` and the next line are two sentences. */
function mitZeilenbruechen(node: Nodes, options?: Parameters<typeof toString>[1]): string {
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return toString(node, options);
  return node.children
    .map((child) => mitZeilenbruechen(child, options))
    .join(AUS_BLOECKEN.test(node.type) ? ' ' : '');
}

/** Markdown to its syntax tree; the same tree is checked by the rules and rendered by the site. */
import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { baumVon } from './baeume.ts';
import { zeileMitCode } from './markdown-grenzen.ts';
import { parseSchlicht } from './schlichter-text.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/**
 * Markdown of an offer or a page. Never throws; raw HTML appears as `html` nodes.
 * Who asks for the same text may get the same tree: read it, never change it.
 */
export function parseMarkdown(text: string): Root {
  // Looking for what is plain takes less time than keeping it.
  return parseSchlicht(text) ?? baumVon('markdown', text, () => markdown.parse(text));
}

/**
 * Markdown with components, as {@link parseMarkdown}. Nothing is executed: components, imports and expressions are nodes
 * of the tree.
 * @throws a VFileMessage with `line` and `reason` where the components are not well-formed; {@link CodeImText}
 */
export function parseMdx(text: string): Root {
  const grund = unlesbar.get(text);
  if (grund !== undefined) throw grund;
  const line = zeileMitCode(text);
  if (line !== undefined) throw new CodeImText(line);
  try {
    return baumVon('mdx', text, () => mdx.parse(text));
  } catch (error) {
    if (unlesbar.size === MAX_UNLESBAR) unlesbar.clear();
    unlesbar.set(text, error as Error);
    throw error;
  }
}

/**
 * Every node of a tree, in the order in which they begin. The library that visits them makes a function for each and names it, which takes
 * longer than what most have to say about a node.
 */
export function alleKnoten(tree: Nodes): Nodes[] {
  const alle: Nodes[] = [];
  const sammle = (node: Nodes): void => {
    alle.push(node);
    if ('children' in node) node.children.forEach(sammle);
  };
  sammle(tree);
  return alle;
}

/** Why texts are no MDX; finding that out takes as long as reading them. */
const unlesbar = new Map<string, Error>();
/** Only what runs for days forgets them. */
const MAX_UNLESBAR = 10_000;

/** A text that is not read as MDX, for its parser would take minutes. */
export class CodeImText extends Error {
  readonly line: number;

  constructor(line: number) {
    super('Code in MDX');
    this.line = line;
  }
}

/** A component, as remark-mdx reads it. */
export type Bauteil = {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: string; name: string; value?: unknown }[];
  children: RootContent[];
};

/** The components of a block of their own; `<Schritt>text</Schritt>` in one line arrives wrapped in a paragraph. */
export function bauteileOf(node: RootContent): Bauteil[] | undefined {
  if (isBauteil(node)) return [node];
  if (node.type !== 'paragraph') return undefined;
  const children: unknown[] = node.children.filter(
    (child) => !(child.type === 'text' && child.value.trim() === ''),
  );
  return children.every(isBauteil) ? children : undefined;
}

/** Whether a node of a syntax tree is a component of MDX, as a block or within a line; one that pages may use or not. */
export function isBauteil(node: unknown): node is Bauteil {
  const { type } = node as { type: string };
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

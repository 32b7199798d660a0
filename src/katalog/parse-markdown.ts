/** Markdown to its syntax tree; the same tree is checked by the rules and rendered by the site. */
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** Markdown of an offer or a page. Never throws; raw HTML appears as `html` nodes. */
export function parseMarkdown(text: string): Root {
  return markdown.parse(text);
}

/**
 * Markdown with components. Nothing is executed: components, imports and expressions are nodes of the tree.
 * @throws a VFileMessage with `line` and `reason` where the components are not well-formed
 */
export function parseMdx(text: string): Root {
  return mdx.parse(text);
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

export function isBauteil(node: unknown): node is Bauteil {
  const { type } = node as { type: string };
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

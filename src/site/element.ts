/** HTML and SVG elements as a tree (hast); whoever writes it out escapes every text in it. */
import type { Element, ElementContent, Properties } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const stringify = unified().use(rehypeStringify).freeze();

/**
 * Makes an element; strings become text.
 * @example h('p', { id: 'a' }, 'Guten ', h('b', {}, 'Tag'))
 */
export function h(
  name: string,
  eigenschaften: Properties,
  ...kinder: (Element | string)[]
): Element {
  const children = kinder.map((kind): ElementContent =>
    typeof kind === 'string' ? { type: 'text', value: kind } : kind,
  );
  return { type: 'element', tagName: name, properties: eigenschaften, children };
}

/** Elements as HTML, one after the other. */
export function formatHtml(...elemente: Element[]): string {
  return stringify.stringify({ type: 'root', children: elemente });
}

/** A whole page. @param html its root element */
export function formatSeite(html: Element): string {
  return `<!doctype html>\n${formatHtml(html)}\n`;
}

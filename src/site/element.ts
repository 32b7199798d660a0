/** HTML and SVG elements as a tree (hast); whoever writes it out escapes every text in it. */
import type { Element, ElementContent, Properties } from 'hast';

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

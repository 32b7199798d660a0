/** Trees of HTML (hast): walked without the library that visits them, which names a function anew for each node; see `alleKnoten` in `katalog/parse-markdown`. */
import type { Element, ElementContent, Nodes, Root } from 'hast';

/** Every element below a node, in the order in which they begin. */
export function elementeIn(node: Nodes): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementeIn(child)] : [],
  );
}

/**
 * A tree with other texts. It changes nothing: what stays the same is shared.
 * @param ersatz what stands instead of a text; undefined where it stays
 * @param ausser name of the elements whose texts stay
 */
export function mitErsatz<N extends Root | Element>(
  node: N,
  ersatz: (text: string) => ElementContent[] | undefined,
  ausser?: string,
): N {
  let anders = false;
  const children = node.children.flatMap((child): N['children'] => {
    if (child.type === 'element' && child.tagName !== ausser) {
      const neu = mitErsatz(child, ersatz, ausser);
      anders ||= neu !== child;
      return [neu];
    }
    const neue = child.type === 'text' ? ersatz(child.value) : undefined;
    anders ||= neue !== undefined;
    return neue ?? [child];
  });
  return anders ? { ...node, children } : node;
}

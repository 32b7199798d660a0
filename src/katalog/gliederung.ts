/** What the text of a project is divided into. */
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from './parse-markdown.ts';

export interface Textteil {
  /** The heading („##“); missing for what stands before the first one. */
  titel?: string;
  /** Line within the Markdown, from 1. */
  zeile: number;
  /** Nothing stands below the heading. */
  leer: boolean;
}

/** The parts of a text, in its order. */
export function gliederung(markdown: string): Textteil[] {
  const teile: Textteil[] = [];
  for (const node of parseMarkdown(markdown).children) {
    const zeile = node.position?.start.line ?? 1;
    if (node.type === 'heading' && node.depth <= 2)
      teile.push({ titel: toString(node).trim(), zeile, leer: true });
    else if (teile.length === 0) teile.push({ zeile, leer: false });
    else teile.at(-1)!.leer = false;
  }
  return teile;
}

import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../parse-markdown.ts';
import { alleTexte } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Offers and plain pages are Markdown: no HTML, no images, no second main heading. */
export const markdown: Regel = {
  name: 'markdown',
  zweck: 'HTML in a text can carry scripts or break the page; images load from elsewhere or are missing.',
  pruefe({ eintraege }) {
    const funde: Fund[] = [];
    for (const { art, id, text, mdx } of alleTexte(eintraege)) {
      if (mdx) continue;
      visit(parseMarkdown(text), (node) => {
        const einwand = einwandGegen(node);
        if (einwand) funde.push({ art, id, feld: '(text)', textZeile: node.position?.start.line, ...einwand });
      });
    }
    return funde;
  },
};

function einwandGegen(node: Nodes): { meldung: string; tipp: string } | undefined {
  switch (node.type) {
    case 'html':
      return {
        meldung: `HTML („${node.value.slice(0, 40)}“) ist im Text nicht erlaubt.`,
        tipp: 'Bitte Markdown verwenden: **fett**, - Liste, [Text](https://…).',
      };
    case 'image':
    case 'imageReference':
      return {
        meldung: 'Bilder im Text werden nicht veröffentlicht.',
        tipp: 'Bitte das Bild entfernen und das Wichtige als Text schreiben. So bleibt die Seite auch mit wenig Daten schnell.',
      };
    case 'heading':
      return node.depth === 1
        ? {
            meldung: 'Die Hauptüberschrift der Seite ist der Titel; eine zweite mit „#“ ist nicht erlaubt.',
            tipp: 'Bitte „##“ für Zwischenüberschriften verwenden.',
          }
        : undefined;
    default:
      return undefined;
  }
}

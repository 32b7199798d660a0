import type { Eintraege } from '../katalog.ts';

/** A Markdown text of the content, and whose it is. */
export interface ContentText {
  art: 'angebot' | 'seite';
  id: string;
  text: string;
  mdx: boolean;
}

/** Every Markdown text: of offers and of pages. */
export function alleTexte(eintraege: Eintraege): ContentText[] {
  return [
    ...[...eintraege.angebote].map(([id, { text }]): ContentText => ({ art: 'angebot', id, text, mdx: false })),
    ...[...eintraege.seiten].map(([id, { text, mdx }]): ContentText => ({ art: 'seite', id, text, mdx })),
  ];
}

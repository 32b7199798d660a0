/** German words from letters and doors, explained where they occur. */
import { einmalJe } from '../domain/einmal.ts';
import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Glossarwort } from '../domain/vokabular.ts';
import { type Beschriftung, inSprache, type Kontext } from './kontext.ts';

export type Woerter = ReadonlyMap<string, Glossarwort>;

export interface GlossarEintrag {
  /** Where links lead, on the same page. */
  anker: string;
  wort: string;
  beschreibung: Beschriftung;
}

/** All words, in the order of their letters. */
export function toGlossar({ katalog, sprache }: Kontext): GlossarEintrag[] {
  const collator = new Intl.Collator('de');
  return [...katalog.vokabular.glossar.values()]
    .map((wort) => toEintrag(wort, sprache))
    .sort((a, b) => collator.compare(a.wort, b.wort));
}

/** The words that occur in texts, in the order of the vocabulary. */
export function glossarVon({ katalog, sprache }: Kontext, texte: string[]): GlossarEintrag[] {
  const { glossar } = katalog.vokabular;
  const { muster, idVon } = suche(glossar);
  const ids = new Set(
    texte.flatMap((text) => [...text.matchAll(muster)].map(([form]) => idVon(form))),
  );
  return [...glossar.values()]
    .filter(({ id }) => ids.has(id))
    .map((wort) => toEintrag(wort, sprache));
}

function toEintrag(
  { id, bezeichnung, beschreibung }: Glossarwort,
  sprache: string,
): GlossarEintrag {
  return {
    anker: `wort-${id}`,
    wort: bezeichnung,
    beschreibung: inSprache(beschreibung, sprache),
  };
}

/** Links the first occurrence of each word to its explanation on the same page; changes the tree. */
export function verlinkeGlossar(tree: Root, glossar: Woerter): void {
  const { muster, idVon } = suche(glossar);
  const gesehen = new Set<string>();
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'a') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const children: ElementContent[] = [];
    let ab = 0;
    for (const { 0: form, index: at } of node.value.matchAll(muster)) {
      const id = idVon(form);
      if (gesehen.has(id)) continue;
      gesehen.add(id);
      children.push(
        { type: 'text', value: node.value.slice(ab, at) },
        {
          type: 'element',
          tagName: 'a',
          properties: { href: `#wort-${id}`, className: ['wort'], lang: 'de' },
          children: [{ type: 'text', value: form }],
        },
      );
      ab = at + form.length;
    }
    if (children.length === 0) return undefined;
    children.push({ type: 'text', value: node.value.slice(ab) });
    parent.children.splice(index, 1, ...children);
    return index + children.length;
  });
}

interface Suche {
  /** Finds every form of every word, the longest first. */
  muster: RegExp;
  idVon(form: string): string;
}

const suche = einmalJe((glossar: Woerter): Suche => {
  const ids = new Map(
    [...glossar.values()].flatMap(({ id, bezeichnung, formen = [] }) =>
      [bezeichnung, ...formen].map((form) => [form.toLowerCase(), id] as const),
    ),
  );
  const formen = [...ids.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return {
    // Without a word the pattern must match nothing.
    muster: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${formen.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    idVon: (form) => ids.get(form.toLowerCase())!,
  };
});

/** German words from letters and doors, explained where they occur. */
import { einmalJe } from '../domain/einmal.ts';
import type { ElementContent, Root } from 'hast';
import type { Glossarwort } from '../domain/vokabular.ts';
import { mitErsatz } from './html-baum.ts';
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
  const finde = suche(glossar);
  const ids = new Set(texte.flatMap((text) => finde(text).map(({ id }) => id)));
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

/** The tree with the first occurrence of each word linked to its explanation on the same page; the same tree where none occurs. */
export function verlinkeGlossar(tree: Root, glossar: Woerter): Root {
  const finde = suche(glossar);
  const gesehen = new Set<string>();
  const verlinke = (text: string): ElementContent[] | undefined => {
    const children: ElementContent[] = [];
    let ab = 0;
    for (const { id, form, at } of finde(text)) {
      if (gesehen.has(id)) continue;
      gesehen.add(id);
      children.push(
        { type: 'text', value: text.slice(ab, at) },
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
    return [...children, { type: 'text', value: text.slice(ab) }];
  };
  return mitErsatz(tree, verlinke, 'a');
}

/** Where a word occurs, and in which form. */
interface Fund {
  id: string;
  form: string;
  at: number;
}

/** Finds every form of every word, the longest first. */
const suche = einmalJe((glossar: Woerter): ((text: string) => Fund[]) => {
  const ids = new Map(
    [...glossar.values()].flatMap(({ id, bezeichnung, formen = [] }) =>
      [bezeichnung, ...formen].map((form) => [form.toLowerCase(), id] as const),
    ),
  );
  const formen = [...ids.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Without a word the pattern must match nothing.
  const muster = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${formen.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) => {
    // Most texts have none, and finding all makes a copy of the pattern, which takes six times as long as looking.
    if (text.search(muster) === -1) return [];
    return Array.from(text.matchAll(muster), ({ 0: form, index: at }) => ({
      id: ids.get(form.toLowerCase())!,
      form,
      at,
    }));
  };
});

/** Markdown to HTML, and MDX pages to blocks that Astro components render. Nothing in the content is executed. */
import type { Root as HtmlRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { PLATZHALTER } from '../domain/seite.ts';
import { bauteileOf, parseMarkdown, parseMdx } from '../katalog/parse-markdown.ts';
import { verlinkeGlossar, type Woerter } from './glossar.ts';
import { elementeIn, mitErsatz } from './html-baum.ts';
import { mitIsoliertenNummern } from './kontext.ts';

/** A piece of a page: HTML, or a component of the fixed list with its content. */
export type Block =
  | { art: 'html'; html: string }
  | { art: 'bauteil'; name: string; werte: Record<string, string>; inhalt: Block[] };

/** Adds what links inside the portal need: `/hilfe/` → `/integration/hilfe/`. */
export type LinkZiel = (pfad: string) => string;

const SCHEMA: Schema = {
  ...defaultSchema,
  // The default drops `tel:`, and with it the call links silently.
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'img' && name !== 'input'),
    'mark',
  ],
  attributes: {
    ...defaultSchema.attributes,
    // A title could name another target than the link has.
    '*': (defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'title'),
    a: ['href'],
  },
};

const toHtml = unified()
  .use(remarkRehype)
  .use(() => markPlatzhalter)
  .use(rehypeSanitize, SCHEMA)
  .use(rehypeStringify)
  .freeze();

/** Texts of offers, as trees and as they are written: a page adds links to words, the hand-out after it shows the same without. */
const texte = new Map<string, { html: HtmlRoot; text: string }>();
/** Of one offer in all languages; those of all offers would fill the memory. */
const MAX_TEXTE = 50;

function toText(markdown: string) {
  let bekannt = texte.get(markdown);
  if (!bekannt) {
    if (texte.size === MAX_TEXTE) texte.clear();
    const html = toTree(parseMarkdown(markdown), {});
    texte.set(markdown, (bekannt = { html, text: toHtml.stringify(html) }));
  }
  return bekannt;
}

/**
 * Markdown of an offer as safe HTML.
 * @param glossar words to link to their explanation
 */
export function renderMarkdown(markdown: string, glossar?: Woerter): string {
  const { html, text } = toText(markdown);
  const verlinkt = glossar ? verlinkeGlossar(html, glossar) : html;
  return verlinkt === html ? text : toHtml.stringify(verlinkt);
}

/** What a page's text is rendered with. */
export interface SeitenText {
  /** True where components are allowed. */
  mdx: boolean;
  /** Rewrites links inside the portal. */
  ziel: LinkZiel;
  /** The German page, where the text is a translation: what is bold or a link in both is a German name one needs to know. */
  original?: string;
}

/** A page as blocks. */
export function renderSeite(text: string, { mdx, ziel, original = '' }: SeitenText): Block[] {
  const tree = mdx ? parseMdx(text) : parseMarkdown(text);
  const deutsch = new Set(
    [...original.matchAll(/\*\*([^*]+)\*\*|\[([^\]]+)\]\(/g)].map(([, fett, link]) => fett ?? link),
  );
  return toBlocks(tree.children, { ziel, deutsch });
}

function toBlocks(nodes: readonly RootContent[], mit: Beigaben): Block[] {
  const blocks: Block[] = [];
  let run: RootContent[] = [];
  const flush = () => {
    if (run.length > 0)
      blocks.push({
        art: 'html',
        html: toHtml.stringify(toTree({ type: 'root', children: run }, mit)),
      });
    run = [];
  };
  for (const node of nodes) {
    const bauteile = bauteileOf(node);
    if (!bauteile) {
      run.push(node);
      continue;
    }
    flush();
    for (const { name, attributes, children } of bauteile) {
      const werte = Object.fromEntries(
        attributes.map((attribute) => [attribute.name, String(attribute.value)]),
      );
      blocks.push({ art: 'bauteil', name: name ?? '', werte, inhalt: toBlocks(children, mit) });
    }
  }
  flush();
  return blocks;
}

interface Beigaben {
  ziel?: LinkZiel;
  /** Bold words and links that are German. */
  deutsch?: ReadonlySet<string | undefined>;
}

function toTree(markdown: Root, { ziel, deutsch }: Beigaben): HtmlRoot {
  const html = toHtml.runSync(markdown);
  for (const node of elementeIn(html)) {
    if (node.tagName !== 'strong' && node.tagName !== 'a') continue;
    const text = toString(node);
    if (/\p{L}{3}/u.test(text) && deutsch?.has(text))
      Object.assign(node.properties, { lang: 'de', dir: 'ltr' });
    const href = node.properties['href'];
    if (typeof href !== 'string') continue;
    if (href.startsWith('tel:')) node.properties['dir'] = 'ltr';
    if (/^https?:/.test(href)) {
      node.properties['rel'] = ['noreferrer'];
      // Paper writes addresses out, but not what is one already.
      const host = URL.parse(href)?.hostname.replace(/^www\./, '');
      if (host && text.includes(host)) node.properties['className'] = ['adresse'];
    } else if (ziel && href.startsWith('/')) node.properties['href'] = ziel(href);
  }
  // A number may stand by itself, in bold type or in a cell.
  return /\p{Script=Arabic}/u.test(toString(html)) ? mitErsatz(html, isolierteNummern) : html;
}

function isolierteNummern(text: string) {
  const value = mitIsoliertenNummern(text);
  return value === text ? undefined : [{ type: 'text' as const, value }];
}

/** Placeholders stand out, so that nobody takes them for the truth. */
function markPlatzhalter(tree: HtmlRoot): HtmlRoot {
  return mitErsatz(tree, (text) => {
    const parts = text.split(new RegExp(PLATZHALTER.source));
    if (parts.length < 2) return undefined;
    return parts.map((part, i) =>
      i % 2 === 0
        ? { type: 'text' as const, value: part }
        : {
            type: 'element' as const,
            tagName: 'mark',
            properties: {},
            children: [{ type: 'text' as const, value: part.trim() }],
          },
    );
  });
}

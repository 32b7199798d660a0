import { domainToUnicode } from 'node:url';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { webadresse } from '../../domain/felder.ts';
import { parseMarkdown, parseMdx } from '../parse-markdown.ts';
import { alleTexte, type ContentText } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Links lead where they say, with a protocol that is safe. */
export const links: Regel = {
  name: 'links',
  zweck: 'A link can run a script, or show one address and open another.',
  pruefe({ eintraege }) {
    const funde: Fund[] = [];
    for (const inhalt of alleTexte(eintraege)) funde.push(...pruefeText(inhalt));
    for (const [id, { web, quelle }] of eintraege.angebote) {
      funde.push(...pruefeHost('angebot', id, ['web'], web), ...pruefeHost('angebot', id, ['quelle', 'url'], quelle?.url));
    }
    for (const [id, { web, quelle }] of eintraege.anbieter) {
      funde.push(...pruefeHost('anbieter', id, ['web'], web), ...pruefeHost('anbieter', id, ['quelle', 'url'], quelle?.url));
    }
    return funde;
  },
};

function pruefeText({ art, id, text, mdx }: ContentText): Fund[] {
  let tree: Root;
  try {
    tree = mdx ? parseMdx(text) : parseMarkdown(text);
  } catch {
    return []; // the rule `seiten` reports pages that cannot be read
  }
  const funde: Fund[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const beschriftung = node.type === 'link' ? toString(node) : '';
    const einwand = einwandGegenZiel(node.url, art) ?? einwandGegenText(beschriftung, node.url);
    if (einwand) funde.push({ art, id, feld: '(text)', textZeile: node.position?.start.line, ...einwand });
  });
  return funde;
}

function einwandGegenZiel(ziel: string, art: ContentText['art']): { meldung: string; tipp?: string } | undefined {
  if (/^tel:\+?[\d-]+$/.test(ziel) || /^mailto:[^\s?<>]+@[^\s?<>]+$/.test(ziel) || /^#[\w-]*$/.test(ziel)) return undefined;
  // Pages may lead to other pages of the portal.
  if (art === 'seite' && /^\/(?!\/)[\w/#=&.-]*$/.test(ziel)) return undefined;
  const result = webadresse().safeParse(ziel);
  if (!result.success) {
    return {
      meldung: `Das Ziel „${ziel.slice(0, 60)}“ des Links ist nicht erlaubt: ${result.error.issues[0]!.message}`,
      tipp: 'Erlaubt sind https://…, tel:+49… und mailto:….',
    };
  }
  const host = new URL(ziel).hostname;
  return mischtSchriften(host) ? mischschrift(host) : undefined;
}

function einwandGegenText(beschriftung: string, ziel: string): { meldung: string; tipp: string } | undefined {
  const genannt = /(?:https?:\/\/|www\.)([^\s/]+)/i.exec(beschriftung)?.[1] ?? /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/?$/i.exec(beschriftung.trim())?.[1];
  if (!genannt || !/^https?:/i.test(ziel)) return undefined;
  const bare = (host: string) => host.toLowerCase().replace(/^www\./, '').replace(/[:?#].*$/, '');
  if (bare(genannt) === bare(new URL(ziel).hostname)) return undefined;
  return {
    meldung: `Der Linktext nennt „${genannt}“, der Link führt aber zu „${new URL(ziel).hostname}“.`,
    tipp: 'Bitte als Linktext schreiben, was man dort findet, oder die richtige Adresse einsetzen.',
  };
}

function pruefeHost(art: Fund['art'], id: string, feld: Fund['feld'], adresse: string | undefined): Fund[] {
  if (!adresse) return [];
  const host = new URL(adresse).hostname;
  return mischtSchriften(host) ? [{ art, id, feld, ...mischschrift(host) }] : [];
}

function mischschrift(host: string) {
  return {
    meldung: `Die Adresse „${domainToUnicode(host)}“ mischt Buchstaben verschiedener Schriften oder verwendet fremde, die wie lateinische aussehen.`,
    tipp: 'Bitte die Adresse von Hand eintippen und prüfen, ob sie echt ist.',
  };
}

/**
 * True for a host name that mixes scripts (`bеispiel.de` with a Cyrillic `е`). A name wholly in one other script,
 * ending included, is honest.
 */
function mischtSchriften(host: string): boolean {
  const unicode = domainToUnicode(host);
  return /\p{Script=Latin}/u.test(unicode) && /[^\p{Script=Latin}\d.-]/u.test(unicode);
}

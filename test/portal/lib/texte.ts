/** The texts of a built page, each with the language it is marked as. */
import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes as Baum, parse } from 'parse5';

export interface Textstueck {
  text: string;
  /** The nearest `lang` around it. */
  lang: string;
  dir: string;
}

/** Text as readers and screen readers get it: scripts and styles are none, labels in attributes are. */
export function texteDerSeite(datei: string): Textstueck[] {
  const stuecke: Textstueck[] = [];
  const add = (text: string, lang: string, dir: string) => {
    const rein = text
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (/\p{L}/u.test(rein)) stuecke.push({ text: rein, lang, dir });
  };
  const besuche = (node: Baum.Node, lang: string, dir: string): void => {
    if (node.nodeName === '#text') return add((node as Baum.TextNode).value, lang, dir);
    const element = node as Baum.Element;
    if (['script', 'style'].includes(element.nodeName)) return;
    const attribut = (name: string) => element.attrs?.find((eines) => eines.name === name)?.value;
    const hier = attribut('lang') ?? lang;
    const richtung = attribut('dir') ?? dir;
    for (const name of ['title', 'aria-label', 'alt', 'placeholder'])
      add(attribut(name) ?? '', hier, richtung);
    const kinder =
      element.nodeName === 'template'
        ? (element as Baum.Template).content.childNodes
        : (element.childNodes ?? []);
    for (const kind of kinder) besuche(kind, hier, richtung);
  };
  // As a browser without scripts reads it, for what stands in <noscript> is text, too.
  besuche(parse(readFileSync(datei, 'utf8'), { scriptingEnabled: false }), '', '');
  return stuecke;
}

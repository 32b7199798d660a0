/** JSON-LD as others read it: cut out of a page by an HTML parser, expanded by the library, checked against the vocabulary. */
import { readFileSync } from 'node:fs';
// @ts-expect-error The library brings no types.
import jsonld from 'jsonld';
import { type DefaultTreeAdapterTypes as Baum, parse } from 'parse5';

export type Wert = string | number | boolean | Node | Wert[];
export interface Node {
  [name: string]: Wert;
}

/** Every element of a page, or of a part of it. */
export function elemente(teil: string | Baum.Node): Baum.Element[] {
  const alle: Baum.Element[] = [];
  const besuche = (node: Baum.Node): void => {
    if ('tagName' in node) alle.push(node);
    for (const kind of 'childNodes' in node ? node.childNodes : []) besuche(kind);
  };
  besuche(typeof teil === 'string' ? parse(teil) : teil);
  return alle;
}

export function attribut(element: Baum.Element, name: string): string | undefined {
  return element.attrs.find((eines) => eines.name === name)?.value;
}

/** The text of an element and all in it. */
export function textVon(node: Baum.Node): string {
  if (node.nodeName === '#text') return (node as Baum.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textVon).join('') : '';
}

/** What the scripts of JSON-LD in a page say. */
export function jsonLdVon(html: string): Node[] {
  return elemente(html)
    .filter((e) => e.tagName === 'script' && attribut(e, 'type') === 'application/ld+json')
    .map((element) => JSON.parse(textVon(element)) as Node);
}

/** A document in full. Fails where the library would drop a term or an address; asks no network. */
export async function expandiere(dokument: object): Promise<Node[]> {
  return (await jsonld.expand(dokument, {
    safe: true,
    documentLoader: (url: string) => {
      if (url !== 'https://schema.org') throw new Error(`No network in tests: ${url}`);
      const document = { '@context': { '@vocab': 'https://schema.org/' } };
      return Promise.resolve({ contextUrl: null, documentUrl: url, document });
    },
  })) as Node[];
}

interface Klasse {
  ueber: string[];
  felder: Map<string, string[]>;
}

/** Types of schema.org with their properties and what these may hold, as schema-dts writes them down. */
const { klassen, werte } = leseVokabular();

function leseVokabular() {
  const text = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8');
  const klassen = new Map<string, Klasse>();
  for (const [, name, art, ueber = '', rumpf = ''] of text.matchAll(
    /^(?:export )?interface (\w+?)(Base|Leaf)(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gm,
  )) {
    const klasse: Klasse = klassen.get(name!) ?? { ueber: [], felder: new Map() };
    const namen = [...ueber.matchAll(/(\w+)Base\b/g)].map(([, eine]) => eine!);
    klasse.ueber.push(...namen.filter((eine) => eine !== name));
    if (art === 'Base')
      for (const [, feld, arten] of rumpf.matchAll(/^ {4}"(\w+)"\?: SchemaValue<([^,]+),/gm))
        klasse.felder.set(feld!, arten!.split(' | '));
    klassen.set(name!, klasse);
  }
  const werte = new Map(
    [...text.matchAll(/^export type (\w+) = ("https:[^;]+);/gm)].map(([, name, alle]) => [
      name!,
      new Set([...alle!.matchAll(/"([^"]+)"/g)].map(([, einer]) => einer!)),
    ]),
  );
  return { klassen, werte };
}

function mitAllenUeber(name: string): string[] {
  return [name, ...(klassen.get(name)?.ueber ?? []).flatMap(mitAllenUeber)];
}

/** What schema.org does not know in a node: types, properties of a type, and values that a property cannot hold. */
export function fremdesIn(node: Node, pfad = ''): string[] {
  const art = String(node['@type']);
  const hier = `${pfad}/${art}`;
  if (!klassen.has(art)) return [`${hier} is no type`];
  return Object.entries(node).flatMap(([feld, wert]) => {
    if (['@type', '@id', 'query-input'].includes(feld)) return [];
    const arten = mitAllenUeber(art)
      .map((name) => klassen.get(name)?.felder.get(feld))
      .find((eine) => eine !== undefined);
    if (!arten) return [`${hier} has no ${feld}`];
    return [wert].flat().flatMap((einer) => fremderWert(einer as Wert, arten, `${hier}.${feld}`));
  });
}

function fremderWert(wert: Wert, arten: readonly string[], pfad: string): string[] {
  const falsch = [`${pfad} cannot be ${JSON.stringify(wert)}`];
  const eine = (...namen: string[]) => (arten.some((art) => namen.includes(art)) ? [] : falsch);
  if (typeof wert === 'number') return eine('Number', 'Integer', 'Float');
  if (typeof wert === 'boolean') return eine('Boolean');
  if (typeof wert === 'string') {
    if (arten.some((art) => werte.get(art)?.has(wert))) return [];
    if (arten.includes('Text')) return [];
    if (arten.includes('URL') && URL.canParse(wert)) return [];
    if (arten.includes('Date') && /^\d{4}(-\d\d){0,2}$/.test(wert)) return [];
    if (arten.includes('DateTime') && /^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/.test(wert))
      return [];
    if (arten.includes('Time') && /^\d\d:\d\d$/.test(wert)) return [];
    return falsch;
  }
  const node = wert as Node;
  if (node['@type'] === undefined) return eine('IdReference');
  return [...eine(...mitAllenUeber(String(node['@type'])), ...['Thing']), ...fremdesIn(node, pfad)];
}

/** All nodes of a type in a document, however deep. */
export function nodesVon(wert: Wert | undefined, art: string): Node[] {
  if (Array.isArray(wert)) return wert.flatMap((einer) => nodesVon(einer, art));
  if (typeof wert !== 'object') return [];
  return [
    ...(wert['@type'] === art ? [wert] : []),
    ...Object.values(wert).flatMap((einer) => nodesVon(einer, art)),
  ];
}

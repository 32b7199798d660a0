/** A booklet as one HTML document, for the browser to print. */
import type { Element, ElementContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { fremd } from '../../src/i18n/fremd.ts';
import { h } from '../../src/site/element.ts';
import type { Heft } from '../../src/site/heft.ts';
import type { Beschriftung } from '../../src/site/kontext.ts';
import type { Paar, Wert } from '../../src/site/zettel.ts';

// The hand-outs come as HTML from pages that are built already.
const stringify = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();

export interface Druckbild {
  /** Addresses of the style sheets of hand-outs, and the style sheet of the booklet. */
  stile: readonly string[];
  css: string;
  /** Hand-outs as HTML, by short name. */
  zettel: ReadonlyMap<string, string>;
  format: 'a4' | 'a5';
  gross: boolean;
}

/** Where a hand-out begins: the target of links, and of page numbers. */
export function anker(code: string): string {
  return `zettel-von-${code}`;
}

/** @param seiten page numbers by short name, as far as they are known */
export function formatHeft(
  heft: Heft,
  { stile, css, zettel, format, gross }: Druckbild,
  seiten: ReadonlyMap<string, number>,
): string {
  const seite = (code: string) => String(seiten.get(code) ?? '');
  const wahl = [`zettel-${format}`, 'zettel-mehrere', ...(gross ? ['zettel-gross'] : [])];
  const dokument = h(
    'html',
    { lang: heft.sprache, dir: heft.dir },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('title', {}, heft.portalName),
      ...stile.map((href) => h('link', { rel: ['stylesheet'], href })),
      h('style', {}, css),
    ),
    h(
      'body',
      {},
      // The style sheet of the hand-outs reads the choices that its pages offer.
      ...wahl.map((id) => h('input', { type: 'checkbox', id, checked: true, hidden: true })),
      umschlag(heft),
      h(
        'section',
        { className: ['heft-verzeichnis'] },
        paar('h2', heft.inhalt),
        ...heft.kapitel.flatMap(({ titel, eintraege }) => [
          paar('h3', titel),
          ...eintraege.map(({ code, titel }) =>
            h(
              'a',
              { href: `#${anker(code)}` },
              paar('span', titel),
              h('span', { className: ['heft-seite'] }, seite(code)),
            ),
          ),
        ]),
      ),
      ...heft.kapitel.flatMap(({ titel, eintraege }) => [
        paar('h2', titel, 'heft-kapitel'),
        ...eintraege.map(({ code }) => ({
          ...h('div', { id: anker(code), className: ['heft-zettel'] }),
          children: [{ type: 'raw', value: zettel.get(code)! } as unknown as ElementContent],
        })),
      ]),
      h(
        'section',
        { className: ['heft-verzeichnis', 'heft-register'] },
        paar('h2', heft.register),
        ...heft.stichwoerter.map(({ wort, codes }) =>
          h(
            'p',
            {},
            text('span', wort, 'heft-wort'),
            h('bdi', { className: ['heft-seiten'] }, seitenzahlen(codes, seiten)),
          ),
        ),
      ),
    ),
  );
  return `<!doctype html>\n${stringify.stringify({ type: 'root', children: [dokument] })}`;
}

function umschlag(heft: Heft): Element {
  return h(
    'section',
    { className: ['heft-umschlag'] },
    h('p', {}, h('bdi', { lang: 'de' }, heft.portalName)),
    text('h1', heft.kommune),
    paar('p', heft.titel),
    h('p', {}, heft.sprachen.join(' · ')),
    paar('p', heft.stand),
    ...(heft.probebetrieb ? [paar('p', heft.probebetrieb)] : []),
    h(
      'div',
      { className: ['heft-notruf'] },
      paar('h2', heft.notrufTitel),
      ...heft.notruf.map((nummer) => paar('p', nummer)),
    ),
  );
}

/** Pages of several offers, each page once. */
function seitenzahlen(codes: readonly string[], seiten: ReadonlyMap<string, number>): string {
  const nummern = new Set(codes.flatMap((code) => seiten.get(code) ?? []));
  return [...nummern].sort((a, b) => a - b).join(', ');
}

function text(name: string, { text, lang }: Beschriftung, klasse?: string): Element {
  return h(name, klasse ? { className: [klasse] } : {}, h('bdi', fremd({ lang }), text));
}

/** As `components/Zweisprachig.astro`. */
function paar(name: string, { eigen, deutsch }: Paar<Wert>, klasse?: string): Element {
  return h(
    name,
    { className: ['zettel-paar', ...(klasse ? [klasse] : [])] },
    h('span', {}, ...wert(eigen)),
    ...(deutsch
      ? [h('span', { className: ['zettel-deutsch'], lang: 'de', dir: 'ltr' }, ...wert(deutsch))]
      : []),
  );
}

function wert({ zusaetze = [], ...eigen }: Wert): (Element | string)[] {
  return [
    h('span', fremd(eigen), eigen.text),
    ...zusaetze.flatMap(({ nummer, ...zusatz }) => [
      ' ',
      h('bdi', nummer ? { dir: 'ltr', className: ['nummer'] } : fremd(zusatz), zusatz.text),
    ]),
  ];
}

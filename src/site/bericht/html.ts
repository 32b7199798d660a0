/** The report as HTML, for the page and for the file that `npm run bericht` writes. Text is escaped by rehype, whatever it holds. */
import type { Element } from 'hast';
import { balkenSvg } from './balken-svg.ts';
import {
  type Abschnitt,
  type BerichtText,
  type Block,
  MARKEN,
  type Tabelle,
  type Zeile,
  type Zelle,
} from './bausteine.ts';
import { formatHtml, h } from '../element.ts';

/** One `article` with the title as its `h1`, without styles; marks are classes `marke-…` and words for screen readers. */
export function toHtml(bericht: BerichtText): string {
  const { titel, stand, zusammenfassung, vorbehalt, abschnitte } = bericht;
  const kinder = [
    h('h1', {}, titel),
    h('p', { className: ['leise'] }, stand),
    h('section', {}, h('h2', {}, 'Das Wichtigste'), liste(zusammenfassung)),
    h(
      'section',
      { className: ['hinweis'] },
      h('h2', {}, 'Bitte beim Lesen beachten'),
      liste(vorbehalt),
    ),
    h(
      'nav',
      { ariaLabelledBy: ['inhaltsverzeichnis'], className: ['nicht-drucken'] },
      h('h2', { id: 'inhaltsverzeichnis' }, 'In diesem Bericht'),
      h(
        'ul',
        {},
        ...abschnitte.map(({ id, titel }) => h('li', {}, h('a', { href: `#${id}` }, titel))),
      ),
    ),
    ...abschnitte.map(abschnitt),
  ];
  return formatHtml(h('article', { className: ['bericht'] }, ...kinder));
}

function abschnitt({ id, titel, bloecke }: Abschnitt): Element {
  return h(
    'section',
    {},
    h('h2', { id }, titel),
    ...bloecke.flatMap((block) => toElements(block, titel)),
  );
}

/** @param ueberschrift that of the section, which a table or chart of the same name does not repeat */
function toElements(block: Block, ueberschrift: string): Element[] {
  switch (block.art) {
    case 'absatz':
      return [h('p', {}, block.text)];
    case 'liste':
      return [liste(block.punkte)];
    case 'balken':
      return [
        h(
          'figure',
          {},
          ...(block.titel === ueberschrift ? [] : [h('figcaption', {}, block.titel)]),
          balkenSvg(block),
        ),
      ];
    case 'tabelle':
      return [...(block.titel === ueberschrift ? [] : [h('h3', {}, block.titel)]), tabelle(block)];
  }
}

function liste(punkte: readonly string[]): Element {
  return h('ul', {}, ...punkte.map((punkt) => h('li', {}, punkt)));
}

function tabelle({ titel, kopf, gruppen, schmal }: Tabelle): Element {
  const spalten = kopf.map((text) => h('th', { scope: 'col' }, h('span', {}, text)));
  return h(
    'section',
    {
      className: ['tabelle', ...(schmal ? ['schmal'] : [])],
      tabIndex: 0,
      ariaLabel: titel,
    },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...spalten)),
      ...gruppen.map(({ titel, zeilen }) =>
        h(
          'tbody',
          {},
          ...(titel === undefined
            ? []
            : [
                h(
                  'tr',
                  { className: ['gruppe'] },
                  h('th', { scope: 'rowgroup', colSpan: kopf.length }, h('span', {}, titel)),
                ),
              ]),
          ...zeilen.map(zeile),
        ),
      ),
    ),
  );
}

function zeile({ name, zellen }: Zeile): Element {
  const kopf = typeof name === 'string' ? name : h('a', { href: name.href }, name.text);
  return h('tr', {}, h('th', { scope: 'row' }, kopf), ...zellen.map(zelle));
}

function zelle(zelle: Zelle): Element {
  if (typeof zelle === 'string') return h('td', {}, zelle);
  if ('verweise' in zelle)
    return h(
      'td',
      {},
      h(
        'ul',
        {},
        ...zelle.verweise.map(({ text, href, zusatz }) =>
          h('li', {}, h('a', { href }, text), ` (${zusatz})`),
        ),
      ),
    );
  const { zahl, weitere, marke } = zelle;
  return h(
    'td',
    marke ? { className: [`marke-${marke}`] } : {},
    zahl,
    ...(marke
      ? [' ', h('span', { role: 'img', ariaLabel: MARKEN[marke].wort }, MARKEN[marke].zeichen)]
      : []),
    ...(weitere ? [' ', h('small', {}, weitere)] : []),
  );
}

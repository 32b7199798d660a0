/** The report as Markdown, for an e-mail, a wiki, or the minutes of a meeting. */
import {
  type Abschnitt,
  type BerichtText,
  type Block,
  type Tabelle,
  toText,
  type Zelle,
} from '../../src/site/bericht/bausteine.ts';
import type { Verweis } from '../../src/site/kontakt.ts';

/**
 * GitHub Flavored Markdown, with its title as heading of level 1. All texts are escaped; charts are left out, their
 * numbers stand in the tables.
 */
export function toMarkdown(bericht: BerichtText): string {
  const { titel, stand, zusammenfassung, vorbehalt, abschnitte } = bericht;
  return [
    `# ${text(titel)}`,
    text(stand),
    '## Das Wichtigste',
    liste(zusammenfassung),
    '## Bitte beim Lesen beachten',
    liste(vorbehalt),
    ...abschnitte.flatMap(abschnitt),
    '',
  ].join('\n\n');
}

function abschnitt({ titel, bloecke }: Abschnitt): string[] {
  return [`## ${text(titel)}`, ...bloecke.flatMap((block) => toZeilen(block, titel))];
}

/** Charts are left out: their numbers stand in the tables. */
function toZeilen(block: Block, ueberschrift: string): string[] {
  switch (block.art) {
    case 'absatz':
      return [text(block.text)];
    case 'liste':
      return [liste(block.punkte)];
    case 'balken':
      return [];
    case 'tabelle':
      return [
        ...(block.titel === ueberschrift ? [] : [`### ${text(block.titel)}`]),
        tabelle(block),
      ];
  }
}

function liste(punkte: readonly string[]): string {
  return punkte.map((punkt) => `- ${text(punkt)}`).join('\n');
}

function tabelle({ kopf, gruppen }: Tabelle): string {
  const zeile = (zellen: readonly string[]) => `| ${zellen.join(' | ')} |`;
  return [
    zeile(kopf.map(text)),
    zeile(kopf.map(() => '---')),
    ...gruppen.flatMap(({ titel, zeilen }) => [
      ...(titel === undefined
        ? []
        : [zeile([`**${text(titel)}**`, ...kopf.slice(1).map(() => '')])]),
      ...zeilen.map(({ name, zellen }) =>
        zeile([typeof name === 'string' ? text(name) : verweis(name), ...zellen.map(zelle)]),
      ),
    ]),
  ].join('\n');
}

function zelle(zelle: Zelle): string {
  if (typeof zelle === 'string') return text(zelle);
  if ('verweise' in zelle)
    return zelle.verweise.map((eines) => `${verweis(eines)} (${text(eines.zusatz)})`).join('; ');
  return text(toText(zelle));
}

function verweis({ text: name, href }: Verweis): string {
  return `[${text(name)}](<${encodeURI(href)}>)`;
}

/** What an offer is called is no markup, and ends no line or cell. */
function text(wert: string): string {
  return wert.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}

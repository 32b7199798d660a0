import type { Nodes } from 'mdast';
import { createPruefeAdresse } from '../adressen.ts';
import { alleKnoten } from '../parse-markdown.ts';
import { findUnsichtbaresZeichen } from '../unsichtbare-zeichen.ts';
import { pruefeLinks } from './links.ts';
import { alleTexte, jeSeiteEinmal, parseText } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Texts are Markdown: no HTML, no images, no second main heading, and links that lead where they say. */
export const markdown: Regel = {
  name: 'markdown',
  zweck:
    'HTML in a text can carry scripts or break the page; images load from elsewhere or are missing.',
  pruefe(kontext) {
    const { eintraege } = kontext;
    const pruefeAdresse = createPruefeAdresse(kontext);
    const funde: Fund[] = [];
    for (const inhalt of alleTexte(eintraege)) {
      const tree = parseText(inhalt);
      if (!tree) continue;
      const { art, id } = inhalt;
      const melde = (node: Nodes, einwand: Einwand | undefined) => {
        if (einwand)
          funde.push({ art, id, feld: '(text)', textZeile: node.position?.start.line, ...einwand });
      };
      const nodes = alleKnoten(tree);
      for (const node of nodes) melde(node, einwandGegen(node));
      pruefeLinks(nodes, art, pruefeAdresse, melde);
    }
    return jeSeiteEinmal(funde);
  },
};

type Einwand = Pick<Fund, 'meldung' | 'tipp' | 'stufe' | 'textZeile'>;

/** `<o:p>`, as Word writes it: to Markdown that is no HTML, and would stand on the page as it is. */
const AUS_WORD = /<\/?(?!mailto:|tel:)[a-z][a-z0-9]*:[a-z]+/i;

/** Wider tables fit no phone, and each row is filled up to the width of the first. */
const MAX_SPALTEN = 12;

/** Texts of a node as readers get them: `&#x202E;` is a character by now. */
function texteVon(node: Nodes): string[] {
  const { attributes = [] } = node as { attributes?: { value?: unknown }[] };
  const werte = [
    'value' in node ? node.value : '',
    'url' in node ? node.url : '',
    ...attributes.map(({ value }) => value),
  ];
  return werte.filter((wert): wert is string => typeof wert === 'string');
}

function einwandGegen(node: Nodes): Einwand | undefined {
  const unsichtbar = texteVon(node)
    .map(findUnsichtbaresZeichen)
    .find((fund) => fund !== undefined);
  if (unsichtbar) return { meldung: unsichtbar.meldung, tipp: 'Bitte die Stelle neu eintippen.' };
  switch (node.type) {
    case 'table':
      return (node.align?.length ?? 0) > MAX_SPALTEN
        ? {
            meldung: `Die Tabelle hat ${node.align!.length} Spalten; erlaubt sind ${MAX_SPALTEN}.`,
            tipp: 'Bitte als Liste schreiben.',
          }
        : undefined;
    case 'text': {
      const wort = AUS_WORD.exec(node.value);
      if (wort)
        return {
          meldung: `„${wort[0]}“ ist eine Formatierung aus Word und würde so auf der Seite stehen.`,
          tipp: 'Bitte löschen, mit allem zwischen < und >. Aus Word am besten ohne Formatierung einfügen (Strg+Umschalt+V).',
          textZeile:
            (node.position?.start.line ?? 1) +
            node.value.slice(0, wort.index).split('\n').length -
            1,
        };
      // A web address in the middle is a link of its own, and ends the text before it.
      if (/\]\s?\((?:$|tel:|mailto:|https?:|www\.)|\]\([+0]\d/.test(node.value))
        return {
          stufe: 'hinweis',
          meldung:
            'Hier ist ein Link nicht richtig geschrieben; die Klammern stünden auf der Seite.',
          tipp: 'Bitte ohne Leerzeichen schreiben: [Text](https://…) oder [anrufen](tel:+49…). Ein Leerzeichen in der Adresse wird %20.',
        };
      if (/^[ \t]*(?:[·•▪]\s|-\p{L})/mu.test(node.value) && node.position?.start.column === 1)
        return {
          stufe: 'hinweis',
          meldung: 'Hier beginnt eine Zeile wie in einer Liste, ist aber keine.',
          tipp: 'Bitte mit Strich und Leerzeichen schreiben: - Punkt',
        };
      return undefined;
    }
    case 'html':
      return {
        meldung: `HTML („${node.value.slice(0, 40)}“) ist im Text nicht erlaubt.`,
        tipp: 'Bitte Markdown verwenden: **fett**, - Liste, [Text](https://…).',
      };
    case 'image':
    case 'imageReference':
      return {
        meldung: 'Bilder im Text werden nicht veröffentlicht.',
        tipp: 'Bitte das Bild entfernen und das Wichtige als Text schreiben. So bleibt die Seite auch mit wenig Daten schnell.',
      };
    case 'footnoteDefinition':
    case 'footnoteReference':
      return {
        meldung: 'Fußnoten werden nicht veröffentlicht.',
        tipp: 'Bitte den Inhalt der Fußnote in den Text schreiben.',
      };
    case 'heading':
      return node.depth === 1
        ? {
            meldung:
              'Die Hauptüberschrift der Seite ist der Titel; eine zweite (mit „#“, oder mit „===“ darunter) ist nicht erlaubt.',
            tipp: 'Bitte „##“ für Zwischenüberschriften verwenden.',
          }
        : undefined;
    default:
      return undefined;
  }
}

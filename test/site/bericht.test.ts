/** The report in words and as HTML: what somebody reads who has never seen the portal. */
import { type DefaultTreeAdapterTypes as Baum, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { createBericht } from '../../src/bericht/bericht.ts';
import { toBerichtText } from '../../src/site/bericht/abschnitte.ts';
import { toHtml } from '../../src/site/bericht/html.ts';
import { createKontext } from '../../src/site/kontext.ts';
import {
  angebot,
  type Dateien,
  lies,
  liesOrdner,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
} from '../lib/inhalt.ts';

function textVon(dateien?: Dateien) {
  const { katalog } = dateien ? lies(dateien) : liesOrdner(MUSTERKREIS);
  return toBerichtText(createKontext(katalog!, 'de'));
}
const abschnitt = (text: ReturnType<typeof textVon>, id: string) =>
  JSON.stringify(text.abschnitte.find((einer) => einer.id === id));

/** All elements of a piece of HTML. */
function elemente(html: string): Baum.Element[] {
  const alle: Baum.Element[] = [];
  const besuche = (node: Baum.ParentNode) => {
    for (const kind of node.childNodes)
      if ('tagName' in kind) {
        alle.push(kind);
        besuche(kind);
      }
  };
  besuche(parseFragment(html));
  return alle;
}
const attribut = (element: Baum.Element, name: string) =>
  element.attrs.find((eines) => eines.name === name)?.value;
const inhalt = (node: Baum.ChildNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(inhalt).join('') : '';

describe('the summary', () => {
  test('says how many there are, how fresh they are, and where the gaps are', () => {
    const [anzahl, frisch, themen, orte, sprachen] = textVon().zusammenfassung;
    expect(anzahl).toMatch(
      /^Am 20\. November 2026 stehen im Portal 15 Angebote von 5 Anbietern\. 11 davon/,
    );
    expect(frisch).toMatch(
      /^Bei 11 von 15 Angeboten \(73\s%\).* Bei 2 .*, bei 2 ist nicht bekannt/,
    );
    expect(themen).toContain('zu „Gesundheit“ in 4 von 5, zu „Schutz vor Gewalt“ in 4 von 5 und');
    expect(orte).toContain('Musterstadt und Beispielhausen haben zu 5 von 7 Themen kein eigenes');
    expect(sprachen).toMatch(/^Bei 4 von 15 Angeboten ist nicht bekannt, in welchen Sprachen/);
  });

  test('of a portal without offers is one sentence, and the rest still stands', () => {
    const text = textVon(OHNE_ANGEBOTE);
    expect(text.zusammenfassung).toEqual([
      'Am 20. November 2026 steht im Portal noch kein Angebot.',
    ]);
    expect(text.abschnitte.map(({ id }) => id)).not.toContain('aehnliche');
    expect(() => toHtml(text)).not.toThrow();
  });

  test('names offers of which nobody knows where they are, instead of losing them', () => {
    const text = textVon({ ...OHNE_ANGEBOTE, 'angebote/a.md': angebot({ orte: null }) });
    expect(text.zusammenfassung[0]).toContain('Bei 1 ist nicht bekannt, für welchen Ort');
    expect(abschnitt(text, 'themen-orte')).toContain('Nicht in der Tabelle: 1 Angebot ohne Angabe');
  });

  test('warns of trial data only while it is a trial', () => {
    const probe = /Probebetrieb/;
    expect(textVon().vorbehalt.join()).toMatch(probe);
    const { katalog } = liesOrdner(MUSTERKREIS);
    const echt = { ...katalog!, portal: { ...katalog!.portal, probebetrieb: false } };
    expect(toBerichtText(createKontext(echt, 'de')).vorbehalt.join()).not.toMatch(probe);
  });
});

describe('the page', () => {
  const text = textVon();
  const alle = elemente(toHtml(text));
  const mit = (tag: string) => alle.filter(({ tagName }) => tagName === tag);

  test('explains each section before it shows its numbers', () => {
    for (const { id, bloecke } of text.abschnitte) expect(bloecke[0]!.art, id).toBe('absatz');
  });

  test('marks gaps by a sign that is read aloud, not by colour alone', () => {
    const luecken = mit('td').filter((td) => attribut(td, 'class') === 'marke-luecke');
    expect(luecken.length).toBeGreaterThan(10);
    for (const td of luecken) {
      const zeichen = td.childNodes.find((kind) => 'tagName' in kind && kind.tagName === 'span');
      expect(attribut(zeichen as Baum.Element, 'aria-label')).toMatch(/^Lücke/);
      expect(inhalt(td)).toMatch(/^0 ○ \+\d/);
    }
  });

  test('has tables with a heading for every row and column, each in a region that can be focused', () => {
    const regionen = mit('section').filter((eine) => attribut(eine, 'aria-label'));
    expect(regionen).toHaveLength(mit('table').length);
    expect(regionen.every((eine) => attribut(eine, 'tabindex') === '0')).toBe(true);
    expect(mit('th').every((th) => attribut(th, 'scope') && inhalt(th).trim() !== '')).toBe(true);
    for (const block of text.abschnitte.flatMap(({ bloecke }) => bloecke)) {
      if (block.art !== 'tabelle') continue;
      for (const { zellen } of block.gruppen.flatMap(({ zeilen }) => zeilen))
        expect(zellen, block.titel).toHaveLength(block.kopf.length - 1);
    }
  });

  test('has charts with a name and a description, and all of their numbers in a table as well', () => {
    const ids = new Set(alle.map((element) => attribut(element, 'id')));
    expect(mit('svg').length).toBe(4);
    for (const svg of mit('svg')) {
      expect(attribut(svg, 'role')).toBe('img');
      for (const name of ['aria-labelledby', 'aria-describedby'])
        expect(ids).toContain(attribut(svg, name));
    }
    for (const { id, bloecke } of text.abschnitte) {
      const tabellen = JSON.stringify(bloecke.filter(({ art }) => art === 'tabelle'));
      for (const balken of bloecke.flatMap((block) => (block.art === 'balken' ? block.balken : [])))
        expect(tabellen, `${id}: ${balken.name}`).toContain(balken.name);
    }
  });

  test('draws a bar as long as its share of the longest', () => {
    const breiten = mit('svg')[0]!.childNodes.flatMap((kind) =>
      'tagName' in kind && kind.tagName === 'rect' ? [Number(attribut(kind, 'width'))] : [],
    );
    const { balken } = text.abschnitte
      .flatMap(({ bloecke }) => bloecke)
      .find((block) => block.art === 'balken')!;
    expect(breiten).toEqual(breiten.toSorted((a, b) => b - a));
    for (const [i, { wert }] of balken.entries())
      expect(breiten[i]! / breiten[0]!).toBeCloseTo(wert / balken[0]!.wert, 1);
  });

  test('leads to offers of the portal only', () => {
    const { katalog } = liesOrdner(MUSTERKREIS);
    const ziele = mit('a').map((a) => attribut(a, 'href')!);
    const anker = ziele.filter((ziel) => ziel.startsWith('#'));
    expect(anker.map((ziel) => ziel.slice(1))).toEqual(text.abschnitte.map(({ id }) => id));
    const angebote = ziele.filter((ziel) => !ziel.startsWith('#'));
    expect(angebote.length).toBeGreaterThan(10);
    const { pfade } = createKontext(katalog!, 'de');
    const adressen = [...katalog!.angebote.keys()].map(pfade.angebot);
    for (const ziel of angebote) {
      expect(adressen).toContain(ziel);
    }
  });

  test('shows a hostile title as text', () => {
    const titel = '"\\"><script>alert(1)</script> {x} & Co"';
    const { katalog } = lies({ ...OHNE_ANGEBOTE, 'angebote/a.md': angebot() });
    const [einzig] = [...katalog!.angebote.values()];
    const boese = { ...einzig!, titel: JSON.parse(titel) as string, geprueft_am: 'unbekannt' };
    const html = toHtml(
      toBerichtText(createKontext({ ...katalog!, angebote: new Map([['a', boese]]) }, 'de')),
    );
    expect(elemente(html).map(({ tagName }) => tagName)).not.toContain('script');
    expect(elemente(html).map(inhalt)).toContain(boese.titel);
  });
});

test('a language in which nothing is known is no gap', () => {
  const unbekannt = textVon({ ...OHNE_ANGEBOTE, 'angebote/a.md': angebot({ sprachen: null }) });
  expect(abschnitt(unbekannt, 'themen-sprachen')).toContain('"marke":"unbekannt"');
  const bekannt = textVon({ ...OHNE_ANGEBOTE, 'angebote/a.md': angebot({ sprachen: '[de]' }) });
  expect(abschnitt(bekannt, 'themen-sprachen')).not.toContain('"marke":"unbekannt"');
});

test('inhabitants stand with their source; where they are missing, it says how to add them', () => {
  const orte = abschnitt(textVon(), 'orte');
  expect(orte).toContain('Quelle der Einwohnerzahlen: erfunden (31. Dezember 2025).');
  expect(orte).toContain('nicht eingetragen');
  expect(orte).toMatch(/trägt die Redaktion in vokabular\/kommunen\.yaml/);
});

test('many similar offers fill no page: the first of each row, rows up to a limit, and where all of them are', () => {
  const viele = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`angebote/a${i}.md`, angebot({ thema: '[familie]' })]),
  );
  const einer = abschnitt(textVon({ ...OHNE_ANGEBOTE, ...viele }), 'aehnliche')!;
  expect(einer).toContain('(die ersten 20 von 30)');
  expect(einer.match(/"href"/g)).toHaveLength(20);
  expect(einer).not.toContain('aehnliche-angebote.csv');
  const { katalog } = lies({ ...OHNE_ANGEBOTE, ...viele });
  const bericht = createBericht(katalog!);
  const [gruppe] = bericht.aehnliche;
  const text = toBerichtText(createKontext(katalog!, 'de'), {
    ...bericht,
    aehnliche: Array.from({ length: 40 }, () => gruppe!),
  });
  const alle = abschnitt(text, 'aehnliche')!;
  expect(alle.match(/"href"/g)).toHaveLength(500);
  expect(alle).toMatch(/die ersten 25 von 40 Zeilen. Alle .*aehnliche-angebote\.csv/);
});

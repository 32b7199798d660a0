/** Pages: plain ones, and MDX with the components of the fixed list and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FACETTEN_ORDNER } from '../../src/site/pfade.ts';
import { type Fall, pruefeFaelle } from '../lib/faelle.ts';
import { lies, MUSTERKREIS, OHNE_ANGEBOTE, seite } from '../lib/inhalt.ts';

const mdx = (nummer: number) => `seiten/fall-${nummer}.mdx`;
const ja = (text: string): Fall => ({ datei: seite(text) });
const nein = (text: string, tipp?: RegExp, zeile = text.split('\n')[0]!): Fall => ({
  datei: seite(text),
  abgelehnt: '(text)',
  zeile,
  ...(tipp && { tipp }),
});

describe('MDX', () => {
  pruefeFaelle(
    {
      'text, lists and tables': ja('Text **fett**\n\n- a\n\n| a |\n| - |\n| b |'),
      'every component': ja(
        '<Hinweis titel="x">\n\nText\n\n</Hinweis>\n\n<Schritte>\n\n<Schritt titel="a">\n\nText\n\n<Kontakt />\n\n</Schritt>\n\n</Schritte>\n\n<Angebote thema="sprache" />',
      ),
      'a component in one line': ja('<Hinweis>Kurz.</Hinweis>'),
      'two components in one line': ja('<Kontakt /> <Kontakt />'),
      'a component right behind a line': ja('Text\n<Kontakt />\nText'),
      'braces and angles as code': ja('`{x}` und `<b>`\n\n```\n{x}\n```'),
      'a link inside the portal': ja('[Themen](/themen/sprache/)'),
      import: nein('import x from "y"', /bekannten Bauteile/),
      export: nein('export const x = 1', /bekannten Bauteile/),
      'an expression': nein('{process.env.HOME}', /bekannten Bauteile/),
      'an expression with many braces': nein(
        `Eins\n\n{/*${'}'.repeat(29_000)}`,
        /bekannten Bauteile/,
        '{/*',
      ),
      'an expression in a sentence': nein('Text {1 + 1} Text', /bekannten Bauteile/),
      'a comment': nein('{/* intern */}', /bekannten Bauteile/),
      'an HTML comment': nein('<!-- intern -->'),
      'an expression as a value': nein('<Angebote thema={"sprache"} />', /="…"/),
      'spread attributes': nein('<Angebote {...x} />', /name="Wert"/),
      'an attribute without a value': nein('<Angebote thema />', /="…"/),
      'an attribute twice': nein('<Angebote thema="sprache" thema="arbeit" />'),
      'an unknown attribute': nein('<Angebote themen="sprache" />', /„thema“/),
      'an attribute for scripts': nein('<Kontakt onclick="alert(1)" />'),
      'the code of a country': nein('<Angebote sprache="ua" />', /„uk“/),
      'an unknown value': nein('<Angebote thema="sprachen" />', /„sprache“/),
      'a value that every object has': nein('<Angebote thema="constructor" />'),
      'an unknown offer': nein('<Kontakt angebot="gibt-es-nicht" />'),
      'an unknown component': nein('<Karte />', /Schritte, Schritt, Angebote/),
      'a component in small letters': nein('<kontakt />', /„Kontakt“/),
      'a script': nein('<script>alert(1)</script>'),
      'a link of HTML': nein('<a href="javascript:alert(1)">x</a>'),
      'a member': nein('<a.b />'),
      'a namespace': nein('<svg:use />'),
      'a fragment': nein('<>Text</>'),
      'a component in a sentence': nein(
        'Rufen Sie an: <Kontakt /> oder schreiben Sie.',
        /eigene Zeile/,
      ),
      'a component in a list': nein('- <Kontakt />', /eigene Zeile/),
      'a component in a quote': nein('> <Kontakt />', /eigene Zeile/),
      'a component in a table': nein('| a |\n| - |\n| <Kontakt /> |', /eigene Zeile/, '| <Kontakt'),
      'a component in a heading': nein('## <Kontakt />', /eigene Zeile/),
      'a component in bold': nein('**<Kontakt />**', /eigene Zeile/),
      'content that would not be shown': nein(
        '<Kontakt>Frau Muster</Kontakt>',
        /davor oder dahinter/,
      ),
      'a step outside of steps': nein('<Schritt titel="x">Text</Schritt>', /<Schritte>/),
      'text between steps': nein('<Schritte>\n\nText\n\n</Schritte>', /<Schritt /),
      'another component between steps': nein(
        '<Schritte>\n\n<Kontakt />\n\n</Schritte>',
        /<Schritt /,
        '<Kontakt',
      ),
      'a step without a title': nein(
        '<Schritte>\n\n<Schritt>\n\nText\n\n</Schritt>\n\n</Schritte>',
        /titel=/,
        '<Schritt>',
      ),
      'a component that is not closed': nein(
        'Text\n\n<Hinweis>\n\nText',
        /<Bauteil \/>/,
        '<Hinweis>',
      ),
      'a component closed by another': nein('<Hinweis>\n\nText\n\n</Schritt>', undefined, ''),
      'a brace that is not closed': nein('Text { Text', undefined, ''),
      'a link in angles, which is no link here': nein('<https://x.example>', /\[Text\]\(https/),
      'an image': nein('![x](y.png)'),
      'a first-level heading': nein('# Titel', /„##“/),
      javascript: nein('[x](javascript:alert(1))', /\/themen\//),
      'a link that deceives': nein('[bank.de](https://boese.example)'),
      'components nested 1000 deep': nein(
        `${'<Hinweis>\n'.repeat(1000)}x\n${'</Hinweis>\n'.repeat(1000)}`,
        /vereinfachen/,
        '<Hinweis>',
      ),
      'quotes nested 5000 deep': nein(`${'>'.repeat(5000)}x`),
      'braces nested 20 000 deep': nein('{'.repeat(20_000), undefined, ''),
    },
    mdx,
  );
});

test('a component that names an offer of another Kreis: one finding for all languages, and what to do', () => {
  const text = '<Kontakt angebot="gibt-es-nicht" />';
  const uebersetzt = `---\nart: mensch\ngeprueft: ja\n---\n\n${text}\n`;
  const { fehlerZu } = lies({
    ...OHNE_ANGEBOTE,
    'seiten/neu.mdx': seite(text),
    'seiten/neu.ar.mdx': uebersetzt,
    'seiten/neu.en.mdx': uebersetzt,
  });
  expect(fehlerZu()).toMatchObject([
    {
      datei: 'seiten/neu.mdx',
      zeile: 5,
      tipp: 'Hier steht der Dateiname aus dem Ordner „angebote“, ohne „.md“. Gibt es hier nichts Passendes, bitte das Bauteil in dieser Zeile löschen. Dasselbe steht in den Übersetzungen: ar, en.',
    },
  ]);
});

describe('plain pages', () => {
  pruefeFaelle(
    {
      'text and links inside the portal': ja('[Start](/) und [Suche](/suche/#thema=sprache)'),
      'an address out of the portal by two slashes': nein('[x](//boese.example)'),
      'a file beside this': nein('[x](hilfe)', /\/themen\//),
      HTML: nein('Ein <b>Wort</b>'),
      'a component': nein('<Kontakt />'),
      'no title': { datei: '---\nkurz: x\n---\n', abgelehnt: 'titel', zeile: 'kurz' },
      'unknown kind': {
        datei: seite('x', 'titel: x\nart: blog'),
        abgelehnt: 'art',
        tipp: /wegweiser/,
      },
      'an order that is no number': {
        datei: seite('x', 'titel: x\nreihenfolge: vorne'),
        abgelehnt: 'reihenfolge',
      },
    },
    (nummer) => `seiten/fall-${nummer}.md`,
  );

  test.each(['suche', 'angebote', '404', 'pagefind', 'en', 'ar'])(
    'the address /%s/ is taken',
    (id) => {
      const { fehlerZu } = lies({ [`seiten/${id}.md`]: seite('x') });
      expect(fehlerZu(`seiten/${id}.md`)).toMatchObject([{ feld: '(dateiname)', zeile: 1 }]);
    },
  );

  test('every address is taken that the generator itself makes a page for', () => {
    const eigene = readdirSync('src/pages/[...sprache]')
      .filter((name) => !name.startsWith('[') && name !== 'index.astro')
      .map((name) => name.replace('.astro', ''));
    const dateien = [...eigene, ...Object.values(FACETTEN_ORDNER)].map((id) => `seiten/${id}.md`);
    expect(dateien).toContain('seiten/suche.md');
    const { fehlerZu } = lies(Object.fromEntries(dateien.map((datei) => [datei, seite('x')])));
    expect(fehlerZu().map(({ datei }) => datei)).toEqual(dateien.toSorted());
  });

  test('a guide has its own folder, where such an address is free', () => {
    expect(lies({ 'seiten/suche.md': seite('x', 'titel: x\nart: wegweiser') }).fehlerZu()).toEqual(
      [],
    );
  });

  test('a guide that names an ended offer is reported, and shown', () => {
    const { befundeZu } = lies({ 'seiten/x.mdx': seite('<Kontakt angebot="fahrdienst" />') });
    expect(befundeZu('seiten/x.mdx')).toMatchObject([
      { feld: '(text)', zeile: 5, stufe: 'warnung' },
    ]);
  });
});

describe('placeholders', () => {
  const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
  const oeffentlich = portal
    .replace('probebetrieb: ja', 'probebetrieb: nein')
    .replace('muster.example', 'muster.de');
  const ohnePlatzhalter = {
    'seiten/impressum.md': seite('Text'),
    'seiten/datenschutz.mdx': seite('Text'),
  };

  test('a public portal without placeholders is fine', () => {
    expect(lies({ 'portal.yaml': oeffentlich, ...ohnePlatzhalter }).fehlerZu()).toEqual([]);
  });

  test.each([
    ['seiten/x.md', seite('Eins\n\n[[Platzhalter: Name]]'), '(text)', 7],
    ['seiten/x.md', seite('[[Platzhalter]]'), '(text)', 5],
    ['seiten/x.md', seite('[[ platzhalter: Name'), '(text)', 5],
    ['seiten/x.md', seite('x', 'titel: x\nkurz: "[[Platzhalter: kurz]]"'), 'kurz', 3],
    ['anbieter/x.yaml', 'name: "[[Platzhalter: Name]]"', 'name', 1],
    [
      'vokabular/glossar.yaml',
      'jobcenter:\n  bezeichnung: Jobcenter\n  beschreibung: "[[Platzhalter: erklären]]"',
      'jobcenter.beschreibung.de',
      3,
    ],
    [
      'portal.yaml',
      oeffentlich.replace('stelle: Fachstelle', 'stelle: "[[Platzhalter: Stelle]]" #'),
      'kontakt.stelle',
      16,
    ],
  ])('%s with one must not go online (%#)', (datei, inhalt, feld, zeile) => {
    const { fehlerZu } = lies({ 'portal.yaml': oeffentlich, ...ohnePlatzhalter, [datei]: inhalt });
    expect(fehlerZu()).toMatchObject([{ datei, feld, zeile, regel: 'platzhalter' }]);
  });

  test('while the portal is on trial they are remarks', () => {
    const { befundeZu } = lies();
    expect(befundeZu('seiten/impressum.md')).toMatchObject([
      { stufe: 'hinweis', feld: '(text)', zeile: 11 },
    ]);
  });

  test('a public portal needs its legal pages and a real address', () => {
    const { fehlerZu } = lies({
      'portal.yaml': portal.replace('probebetrieb: ja', 'probebetrieb: nein'),
      ...ohnePlatzhalter,
      'seiten/impressum.md': null,
    });
    expect(fehlerZu().map(({ datei, feld }) => `${datei} ${feld}`)).toEqual([
      'portal.yaml url',
      'portal.yaml probebetrieb',
    ]);
  });
});

import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, parseMdx } from '../../src/katalog/parse-markdown.ts';
import { reinerText, zeilenVon } from '../../src/katalog/text-auszug.ts';
import { renderMarkdown, renderSeite } from '../../src/site/markdown.ts';
import { createPfade } from '../../src/site/pfade.ts';

describe('Markdown of offers', () => {
  test.each([
    ['**fett** und *schräg*', '<p><strong>fett</strong> und <em>schräg</em></p>'],
    ['[0221](tel:+492214710123)', '<p><a href="tel:+492214710123" dir="ltr">0221</a></p>'],
    ['اتصل: 116 016', '<p>اتصل: \u2066116 016\u2069</p>'],
    ['اتصل: **116 016**', '<p>اتصل: <strong>\u2066116 016\u2069</strong></p>'],
    ['Ruf **116 016** an', '<p>Ruf <strong>116 016</strong> an</p>'],
    ['[x](mailto:a@x.example)', '<p><a href="mailto:a@x.example">x</a></p>'],
    ['[x](https://x.example/)', '<p><a href="https://x.example/" rel="noreferrer">x</a></p>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](JaVaScRiPt:alert(1))', '<p><a>x</a></p>'],
    ['[x][r]\n\n[r]: data:text/html,x', '<p><a>x</a></p>'],
    ['<script>alert(1)</script>', ''],
    ['a <b onclick="x">b</b>', '<p>a b</p>'],
    ['<a id="getElementById">x</a>', '<p>x</p>'],
    ['![x](https://tracker.example/x.png)', '<p></p>'],
    // Written out already, so paper need not say it again.
    [
      '<https://x.example/a>',
      '<p><a href="https://x.example/a" rel="noreferrer" class="adresse">https://x.example/a</a></p>',
    ],
    ['`<b>`', '<p><code>&#x3C;b></code></p>'],
    ['[[Platzhalter: Name]] fehlt', '<p><mark>Name</mark> fehlt</p>'],
  ])('%j', (markdown, html) => expect(renderMarkdown(markdown)).toBe(html));

  test('a page and a hand-out show the same text, the one with links to words and the other without', () => {
    const amt = { id: 'amt', bezeichnung: 'Amt', formen: ['Amts'], beschreibung: {} };
    const glossar = new Map([['amt', amt as never]]);
    const text = 'Vor dem **Amt**, [im Amt](https://x.example/) und Amts wegen: das Ausländeramt.';
    const ohne = renderMarkdown(text);
    const mit = ohne.replace('>Amt<', '><a href="#wort-amt" class="wort" lang="de">Amt</a><');
    expect(mit).not.toBe(ohne);
    expect(renderMarkdown(text, glossar)).toBe(mit);
    expect(renderMarkdown(text)).toBe(ohne);
    expect(renderMarkdown(text, glossar)).toBe(mit);
  });

  const stueck = fc.oneof(
    fc.constantFrom(
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<svg onload=x>',
      '<a href="javascript:x">',
      '<iframe srcdoc=',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<style>',
      '[',
      ']',
      '(',
      ')',
      'javascript:',
      'data:text/html,',
      'vbscript:',
      '&#106;',
      '&colon;',
      '\t',
      '\n',
      '\n\n',
      '# ',
      '> ',
      '- ',
      '`',
      '```',
      '*',
      '_',
      '|',
      '\\',
      '"',
      "'",
      '<',
      '>',
      '&lt;',
      '[x]: ',
      '![',
      '](',
      'https://x.example',
      '//x.example',
      'www.x.example',
    ),
    fc.string({ maxLength: 4 }),
  );

  test('whatever is written, the page gets no script, no style, no image and no address but those of links', () => {
    fc.assert(
      fc.property(fc.array(stueck, { maxLength: 30 }), (teile) => {
        for (const element of elements(renderMarkdown(teile.join('')))) {
          expect(ERLAUBT).toContain(element.tagName);
          for (const { name, value } of element.attrs) {
            expect(['href', 'rel', 'class', 'align', 'start', 'id']).toContain(name);
            if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|tel:|#|[^:]*$)/i);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const ERLAUBT =
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li mark ol p pre section strong sup table tbody td th thead tr ul'.split(
    ' ',
  );

function elements(html: string): DefaultTreeAdapterMap['element'][] {
  const visit = (node: DefaultTreeAdapterMap['node']): DefaultTreeAdapterMap['element'][] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(visit) : []),
  ];
  return visit(parseFragment(html));
}

describe('pages', () => {
  const render = (text: string, mdx = true) =>
    renderSeite(text, { mdx, ziel: (pfad) => `/integration/ar${pfad}` });

  test('links to what is protected lead to it, and say nothing of it', () => {
    const pfade = createPfade('/', 'ar', {
      angebot: new Set(['haus']),
      seite: new Set(['gewalt']),
      thema: new Set(['gewaltschutz']),
    });
    for (const [geschrieben, adresse] of [
      ['/angebote/haus/', pfade.angebot('haus')],
      ['/gewalt/', pfade.seite('gewalt')],
      ['/wegweiser/gewalt/', pfade.wegweiser('gewalt')],
      ['/themen/gewaltschutz/', pfade.wert('thema', 'gewaltschutz')],
      [
        '/suche/#thema=gewaltschutz,arbeit&kommune=x',
        pfade.sucheMit({ thema: ['gewaltschutz', 'arbeit'], kommune: 'x' }),
      ],
    ] as const) {
      expect(pfade.ausInhalt(geschrieben)).toBe(adresse);
      expect(adresse).not.toMatch(/haus|gewalt/);
    }
    expect(pfade.ausInhalt('/themen/arbeit/')).toBe('/ar/themen/arbeit/');
  });

  test('links inside the portal get its folder and the language, others stay', () => {
    expect(render('[a](/themen/) [b](https://x.example/) [c](#x)')).toEqual([
      {
        art: 'html',
        html: '<p><a href="/integration/ar/themen/">a</a> <a href="https://x.example/" rel="noreferrer">b</a> <a href="#x">c</a></p>',
      },
    ]);
  });

  test('components are blocks between the text, with their values and what stands in them', () => {
    expect(
      render(
        'Eins\n\n<Hinweis titel="T">\n\nZwei\n\n<Angebote thema="sprache" />\n\n</Hinweis>\n\nDrei',
      ),
    ).toEqual([
      { art: 'html', html: '<p>Eins</p>' },
      {
        art: 'bauteil',
        name: 'Hinweis',
        werte: { titel: 'T' },
        inhalt: [
          { art: 'html', html: '<p>Zwei</p>' },
          { art: 'bauteil', name: 'Angebote', werte: { thema: 'sprache' }, inhalt: [] },
        ],
      },
      { art: 'html', html: '<p>Drei</p>' },
    ]);
  });

  test('a component in one line', () => {
    expect(render('<Hinweis>Kurz.</Hinweis>')).toMatchObject([
      { name: 'Hinweis', inhalt: [{ art: 'html' }] },
    ]);
  });

  test('in plain pages components are nothing', () =>
    expect(render('<Angebote />', false)).toEqual([{ art: 'html', html: '' }]));

  test('expressions are never evaluated', () => {
    render('Text {globalThis.__x = 1} Text\n\n{globalThis.__x = 2}');
    expect(() => render('export const y = (globalThis.__x = 3)')).toThrow('Code');
    expect('__x' in globalThis).toBe(false);
  });
});

test('nobody changes the tree of a text that others read, too', () => {
  const text = `Ruf [116 016](tel:116016) an.\\
**Bitte** gleich: [[Platzhalter: Name]], [mehr](/hilfe/) und [hier][x]

## Weiter

- اتصل: 116 016

[x]: https://x.example/`;
  const mdx = `${text}\n\n<Schritte>\n\n<Schritt titel="A">Erst\\\ndann</Schritt>\n\n</Schritte>`;
  const trees = [parseMarkdown(text), parseMdx(mdx)] as const;
  const vorher = JSON.stringify(trees);
  const optionen = { ziel: (pfad: string) => `/portal${pfad}`, original: text };
  renderMarkdown(text);
  renderSeite(text, { ...optionen, mdx: false });
  renderSeite(mdx, { ...optionen, mdx: true });
  reinerText(text);
  zeilenVon(text);
  zeilenVon(mdx, true);
  expect(parseMarkdown(text)).toBe(trees[0]);
  expect(parseMdx(mdx)).toBe(trees[1]);
  expect(JSON.stringify(trees)).toBe(vorher);
});

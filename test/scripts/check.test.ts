/** The check as editors and the two forges run it: the real script in a process of its own. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, describe, expect, test } from 'vitest';
import { FORMATE, formatMarkdown, summariseBefunde } from '../../scripts/lib/format-befunde.ts';
import type { Befund } from '../../src/domain/befund.ts';
import { rufe } from '../lib/befehl.ts';
import { angebot, createInhalt, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

const kaputt = createInhalt({
  'angebote/x.md': angebot({ telefon: '0900 1234567', titel: '' }, 'Zeile\n\n<b>x</b>'),
  'anbieter/y.yaml': 'name: [',
});
afterAll(() => rmSync(kaputt, { recursive: true, force: true }));

const check = (...args: string[]) =>
  rufe('scripts/check.ts', args, { STICHTAG, PORTAL_INHALT: '' });

describe('text', () => {
  test('good content: 0, and that it can be published', () => {
    const { status, stdout, stderr } = check(MUSTERKREIS);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\n {2}Zeile \d+ · im Text · HINWEIS\n/);
    expect(stdout).toMatch(
      /\n0 Fehler, 0 Warnungen, \d+ Hinweise\. Das Portal kann veröffentlicht werden\.\n$/,
    );
  });

  test('bad content: 1, and every finding with file, line, field and what to do', () => {
    const { status, stdout, stderr } = check(kaputt);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(
      /angebote\/x\.md\n {2}Zeile 2 · titel · FEHLER\n {4}Das Feld ist leer\.\n {4}→ Bitte .*\n/,
    );
    expect(stdout).toMatch(
      / {2}Zeile 9 · telefon · FEHLER\n {4}„0900 1234567“ ist eine teure Sondernummer\.\n {4}→ /,
    );
    expect(stdout).toMatch(/anbieter\/y\.yaml\n {2}Zeile 1 · FEHLER\n/);
    expect(stdout).toMatch(/\n3 Fehler, .* So kann das Portal nicht veröffentlicht werden\.\n$/);
  });

  test.each(['angebote', 'angebote/x.md', 'angebote/gibt-es-nicht.md', 'portal.yaml'])(
    '%s alone: 2, and one sentence',
    (teil) => {
      const { status, stdout, stderr } = check(join(kaputt, teil));
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(
        /^Geprüft wird immer der ganze Inhaltsordner: npm run check\n\nAufruf: /,
      );
    },
  );

  test('a missing folder: 1, and one finding', () => {
    const { status, stdout } = check('gibt/es/nicht');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^gibt\/es\/nicht\n[^]*\n1 Fehler/m);
  });
});

describe('for programs', () => {
  test('json is the array of findings and nothing else', () => {
    const { status, stdout, stderr } = check('--format', 'json', kaputt);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const befunde = JSON.parse(stdout) as Befund[];
    expect(befunde).toContainEqual(
      expect.objectContaining({
        datei: expect.stringMatching(/angebote\/x\.md$/),
        zeile: 9,
        feld: 'telefon',
        stufe: 'fehler',
        regel: 'feld',
      }),
    );
  });

  test('github is a workflow command per finding', () => {
    const { status, stdout } = check('--format', 'github', kaputt);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=[^,:]+,line=\d+,title=[^,:]*::.+$/);
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(3);
  });

  test('gitlab is a Code Quality report', () => {
    const { status, stdout } = check('--format', 'gitlab', kaputt);
    expect(status).toBe(1);
    const report = JSON.parse(stdout) as {
      description: string;
      check_name: string;
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }[];
    expect(report).toContainEqual({
      description: expect.stringMatching(/^telefon: .*Sondernummer/),
      check_name: 'feld',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'blocker',
      location: { path: expect.stringMatching(/angebote\/x\.md$/), lines: { begin: 9 } },
    });
  });
});

describe('markdown, for a comment', () => {
  test('is per file, the worst first, each with line, field and what to do', () => {
    const { status, stdout } = check('--format', 'markdown', kaputt);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^\*\*3 Fehler, .* So kann das Portal nicht veröffentlicht werden\.\*\*\n/,
    );
    expect(stdout).toMatch(
      /#### `\S*anbieter\/y\.yaml`\n\n- \*\*Fehler\*\*, Zeile 1: .*\\\n {2}→ .*\n\n#### `\S*angebote\/x\.md`\n\n/,
    );
    expect(stdout).toMatch(
      /- \*\*Fehler\*\*, Zeile 9, Feld `telefon`: `0900 1234567` ist eine teure Sondernummer\.\\\n {2}→ /,
    );
    expect(stdout.lastIndexOf('**Fehler**')).toBeLessThan(stdout.indexOf('**Hinweis**'));
  });

  const parser = unified().use(remarkParse).use(remarkGfm);
  const nodesOf = (markdown: string) => {
    const nodes: Nodes[] = [];
    visit(parser.parse(markdown), (node) => void nodes.push(node));
    return nodes;
  };
  const GEFAEHRLICH = [
    '@alle',
    'x@y.example',
    '#12',
    '!34',
    'owner/repo#5',
    'https://boese.example/?x',
    'www.boese.example',
    '<img src=x onerror=alert(1)>',
    '<!-- ',
    '![x](https://boese.example/x.png)',
    '[x](https://boese.example)',
    '[x]: https://boese.example',
    '|a|b|\n|-|-|',
    '\n/close',
    '\n# Titel',
    '```',
    '`',
    '\\',
    '„',
    '“',
    '&lt;script&gt;',
    '**',
    '1d0c6e83f027327d8461063f4ac58a6d8461063f',
    '\u202e',
  ];
  const boese = fc
    .array(
      fc.oneof(fc.constantFrom(...GEFAEHRLICH), fc.string({ unit: 'grapheme', maxLength: 5 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((teile) => teile.join(''));
  const befund: fc.Arbitrary<Befund> = fc.record({
    datei: boese.map((text) => `d${text}`),
    zeile: fc.integer({ min: 1, max: 999 }),
    feld: boese,
    stufe: fc.constantFrom('fehler', 'warnung', 'hinweis'),
    regel: fc.constant('r'),
    meldung: boese.map((text) => `Das ist „${text}“ und ${text}.`),
    tipp: boese,
  });

  test('whatever a finding quotes notifies nobody, links nowhere, and stays an item of its list', () => {
    fc.assert(
      fc.property(fc.array(befund, { minLength: 1, maxLength: 4 }), (befunde) => {
        const nodes = nodesOf(FORMATE.markdown(befunde));
        expect(nodes.filter(({ type }) => type === 'listItem')).toHaveLength(befunde.length);
        expect(
          nodes.filter(({ type }) =>
            /^(link|image|html|table|definition|code|emphasis)/.test(type),
          ),
        ).toEqual([]);
        const texte = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : []));
        // What a forge looks for in a text, but never in a code span.
        expect(
          texte.filter((text) => /@\w|[#!]\d|:\/\/|www\.|\b(?=\d*[a-f])[0-9a-f]{7,}\b/i.test(text)),
        ).toEqual([]);
        expect(FORMATE.markdown(befunde)).not.toMatch(/^\/|[\u202a-\u202e]/m);
      }),
      { numRuns: 200 },
    );
  });

  test('quotations side by side stay two', () => {
    const nodes = nodesOf(
      FORMATE.markdown([
        {
          datei: 'a',
          zeile: 1,
          feld: 'x',
          stufe: 'fehler',
          regel: 'r',
          meldung: '„eins“`@alle „zwei“„drei“@alle',
        },
      ]),
    );
    const code = nodes.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
    expect(code).toEqual(['a', 'x', 'eins', '`@alle', 'zwei', 'drei', '@alle']);
  });

  test('what is quoted can be read and copied as it is', () => {
    const meldung = 'Bitte „a`b`` c“ und titel: "Café: [neu]" schreiben';
    const nodes = nodesOf(
      FORMATE.markdown([{ datei: 'a', zeile: 1, feld: 'x', stufe: 'fehler', regel: 'r', meldung }]),
    );
    expect(nodes).toContainEqual(expect.objectContaining({ type: 'inlineCode', value: 'a`b`` c' }));
    expect(nodes).toContainEqual(
      expect.objectContaining({ type: 'text', value: ' und titel: "Café: [neu]" schreiben' }),
    );
  });

  test('a comment is never too long for GitHub, and says how many findings are left out and where', () => {
    const viele = Array.from({ length: 3000 }, (_, i): Befund => ({
      datei: `content/angebote/datei-${Math.floor(i / 100)}.md`,
      zeile: i + 1,
      feld: 'titel',
      stufe: i < 2900 ? 'hinweis' : 'fehler',
      regel: 'r',
      meldung: 'Das ist nicht richtig.',
    }));
    const comment = FORMATE.markdown(viele);
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('Zeile 2901, Feld'); // the errors come first
    const gezeigt = comment.match(/^- \*\*/gm)!.length;
    expect(comment).toContain(`Es fehlen ${3000 - gezeigt} Befunde: `);
    expect(comment).toMatch(/`content\/angebote\/datei-\d+\.md` \(100\)/);
    expect(formatMarkdown(viele.slice(0, 1), 10)).toMatch(/Es fehlen 1 Befund:/);
  });
});

describe('a wrong call: 2, nothing on stdout, and how to call it', () => {
  test.each([
    ['an unknown format', ['--format', 'xml']],
    ['an unknown option', ['--strict']],
    ['two folders', [MUSTERKREIS, MUSTERKREIS]],
  ])('%s', (_was, args) => {
    const { status, stdout, stderr } = check(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /Aufruf: npm run check -- \[--format text\|json\|github\|gitlab\|markdown\] \[Ordner\]/,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('a Stichtag that is no day', () => {
    const { status, stderr } = rufe('scripts/check.ts', [MUSTERKREIS], { STICHTAG: '2026-02-30' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/2026-02-30/);
  });
});

describe('formatters', () => {
  const beliebig = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'a\nb',
      '%0A',
      '::error::',
      'a,b:c',
      '\u001b[31m',
      '\u202e',
      '\r\n::set-output',
    ),
  );
  const befund: fc.Arbitrary<Befund> = fc.record({
    datei: beliebig,
    zeile: fc.integer({ min: 1, max: 999 }),
    feld: beliebig,
    stufe: fc.constantFrom('fehler', 'warnung', 'hinweis'),
    regel: fc.constant('r'),
    meldung: beliebig,
    tipp: beliebig,
  });

  test('whatever a finding quotes, it stays one command, valid JSON, and moves no cursor', () => {
    fc.assert(
      fc.property(fc.array(befund, { minLength: 1, maxLength: 5 }), (befunde) => {
        const lines = FORMATE.github(befunde).split(/[\r\n]/);
        expect(lines).toHaveLength(befunde.length);
        for (const line of lines)
          expect(line).toMatch(/^::(error|warning|notice) file=[^,:]*,line=\d+,title=[^,:]*::/u);
        expect(JSON.parse(FORMATE.json(befunde))).toEqual(befunde);
        expect(JSON.parse(FORMATE.gitlab(befunde))).toHaveLength(befunde.length);
        expect(FORMATE.text(befunde)).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
        );
      }),
    );
  });

  test('no two findings have the same fingerprint, and a new line above changes none', () => {
    const eins: Befund = {
      datei: 'a',
      zeile: 3,
      feld: '(text)',
      stufe: 'fehler',
      regel: 'markdown',
      meldung: 'HTML („</b>“) ist im Text nicht erlaubt.',
    };
    const fingerprints = (befunde: Befund[]) =>
      (JSON.parse(FORMATE.gitlab(befunde)) as { fingerprint: string }[]).map(
        ({ fingerprint }) => fingerprint,
      );
    const zwei = [eins, { ...eins, zeile: 7 }];
    expect(new Set(fingerprints(zwei)).size).toBe(2);
    expect(fingerprints(zwei.map((befund) => ({ ...befund, zeile: befund.zeile + 1 })))).toEqual(
      fingerprints(zwei),
    );
  });

  test('the sum is said in good German', () => {
    const befunde = (['fehler', 'warnung', 'hinweis'] as const).map((stufe): Befund => ({
      datei: 'a',
      zeile: 1,
      feld: 'x',
      stufe,
      regel: 'r',
      meldung: 'm',
    }));
    expect(summariseBefunde(befunde)).toBe(
      '1 Fehler, 1 Warnung, 1 Hinweis. So kann das Portal nicht veröffentlicht werden.',
    );
    expect(summariseBefunde([])).toBe(
      '0 Fehler, 0 Warnungen, 0 Hinweise. Das Portal kann veröffentlicht werden.',
    );
  });
});

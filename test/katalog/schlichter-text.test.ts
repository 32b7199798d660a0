/** Plain texts are read without the parser of Markdown: what comes out is the same to the last position. */
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { parseSchlicht } from '../../src/katalog/schlichter-text.ts';
import { reinerText } from '../../src/katalog/text-auszug.ts';
import { mitRechenzeit } from '../lib/rechenzeit.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
/** As plain data: the parser's positions are objects of a class. */
const alsDaten = (tree: Root | undefined) => tree && (JSON.parse(JSON.stringify(tree)) as Root);

const WORTE = ['Wort', 'ä', 'Straße 5', 'و', '116 016', 'Ende.', ',', ':', '(', ')', '–', '/', '-'];
const ABSTAND = [' ', '  ', '\n', '\n\n', '\n\n\n', '\n- ', '\n\n- ', '- ', '    ', '\t', '\r\n'];
const ZEICHEN = [
  '1. ',
  '1) ',
  '=',
  '[',
  ']',
  '*',
  '_',
  '`',
  '#',
  '>',
  '<',
  '&amp;',
  '|',
  '~',
  '\\',
  '+',
];
const ADRESSEN = ['www.a.de', 'http://a.de', 'a@b.de', 'HTTPS:', '[^1]', '---', '\u0085', '\u2028'];

test('any text that counts as plain has the tree of the parser', () => {
  const stueck = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORTE) },
    { weight: 5, arbitrary: fc.constantFrom(...ABSTAND) },
    { weight: 1, arbitrary: fc.constantFrom(...ZEICHEN, ...ADRESSEN) },
  );
  let schlichte = 0;
  fc.assert(
    fc.property(fc.array(stueck, { maxLength: 14 }), (stuecke) => {
      const text = stuecke.join('');
      const tree = parseSchlicht(text);
      if (!tree) return;
      schlichte++;
      expect(alsDaten(tree)).toEqual(alsDaten(parser.parse(text)));
    }),
    { numRuns: 6000 },
  );
  expect(schlichte).toBeGreaterThan(500);
});

test('the texts of the content have the tree of the parser, and nearly all of them are plain', () => {
  const texte = [...readKatalog('content').katalog!.angebote.values()].map(({ text }) => text);
  for (const text of texte)
    expect(alsDaten(parseSchlicht(text) ?? parser.parse(text))).toEqual(
      alsDaten(parser.parse(text)),
    );
  const schlichte = texte.filter(parseSchlicht);
  expect(schlichte.length).toBeGreaterThan(texte.length / 2);
});

test.each([
  ['Ein Absatz.\n\nNoch einer.\n', 'Ein Absatz. Noch einer.'],
  ['Bitte mitbringen:\n\n- Ausweis\n- Foto\n', 'Bitte mitbringen: Ausweis Foto'],
  ['- **Ausweis**\n- Foto', 'Ausweis Foto'],
  ['| Tag | Zeit |\n| - | - |\n| Montag | 9 Uhr |', 'Tag Zeit Montag 9 Uhr'],
  ['Erste Zeile\\\nzweite **Zeile**', 'Erste Zeile zweite Zeile'],
])('the plain words of %j are %j: what stands apart stays apart', (markdown, text) =>
  expect(reinerText(markdown)).toBe(text),
);

test('a text of line breaks does not keep the reader busy', () => {
  const { sekunden } = mitRechenzeit(() => {
    parseSchlicht(`Wort${'\n'.repeat(200_000)}\tEnde`);
    parseSchlicht(`${'Wort '.repeat(40_000)}*`);
  });
  expect(sekunden).toBeLessThan(5);
});

/** The gate of the pages reads plain HTML by itself: never otherwise than the tokenizer of the HTML standard, which browsers follow. */
import fc from 'fast-check';
import { Tokenizer, TokenizerMode } from 'parse5';
import { expect, test } from 'vitest';
import { isRohtext, type Stueck, zerlegeHtml } from '../../scripts/lib/seiten/zerlege-html.ts';

/** Tags and raw texts as the tokenizer of the standard finds them, and whether an element with raw text stayed open. */
function zerlegeWieBrowser(html: string): { stuecke: Stueck[]; offen: boolean } {
  const stuecke: Stueck[] = [];
  let svg = 0;
  let roh: { von: string; text: string } | undefined;
  const text = ({ chars }: { chars: string }) => {
    if (roh) roh.text += chars;
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs, selfClosing }) => {
        stuecke.push({
          auf: { tagName, attrs: attrs.map(({ name, value }) => ({ name, value })), selfClosing },
        });
        if (tagName === 'svg' && !selfClosing) svg++;
        if (isRohtext(tagName, svg > 0)) {
          roh = { von: tagName, text: '' };
          tokenizer.state =
            tagName === 'title'
              ? TokenizerMode.RCDATA
              : tagName === 'script'
                ? TokenizerMode.SCRIPT_DATA
                : TokenizerMode.RAWTEXT;
        }
        tokenizer.inForeignNode = svg > 0;
      },
      onEndTag: ({ tagName }) => {
        if (roh?.von === tagName) {
          stuecke.push({ text: roh.text });
          roh = undefined;
        }
        if (tagName === 'svg' && svg > 0) svg--;
        stuecke.push({ zu: tagName });
        tokenizer.inForeignNode = svg > 0;
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: text,
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
    },
  );
  tokenizer.write(html, true);
  return { stuecke, offen: roh !== undefined };
}

/** What markup is made of, and what confuses those who read it. */
const BRUCHSTUECKE = [
  ...[
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    '\t',
    '\r',
    '\f',
    '\0',
    '\u00a0',
    '\ufeff',
    '&',
    ';',
  ],
  ...['<!doctype html>', '<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?xml?>', '<!', '</'],
  ...[
    '<p>',
    '</p>',
    '<br>',
    '<br/>',
    '<A HREF="x">',
    '<a href="x" href="y">',
    '<a href=x>',
    '<x-y>',
  ],
  ...['<p hidden>', '<p title="a>b">', '<p title="<b>">', '<p a="1"b="2">', '<p =x>', "<p a='b'>"],
  ...['<svg>', '</svg>', '<svg/>', '<path d="m1" viewBox="0"/>', '<title>', '</title>', '</TITLE>'],
  ...['<script>', '<script src="x">', '</script>', '</script >', '<noscript>', '</noscript>'],
  ...['&amp;', '&amp', '&lt;', '&quot;', '&#34;', '&#x26;', '&#0;', '&#128;', '&copy', '&notit;'],
  ...[
    '<textarea>',
    '<style>',
    '<p data-x="&amp;lt;">',
    '<p x="&#x3C;">',
    '<p x="&y=1">',
    'a',
    'ſ',
    'K',
  ],
];

const bruchstueck = fc.constantFrom(...BRUCHSTUECKE);
const einer = (...werte: string[]) => fc.constantFrom(...werte);
const attribut = fc.tuple(
  einer(' ', ' ', ' ', '\n', '\f', '\t', '\r', '\u00a0', '\ufeff', '/', ''),
  einer('id', 'HREF', 'x', 'viewBox', 'a:b', 'é', '"', '<'),
  einer('', '=', ' = ', '="', "='"),
  einer('', '1', 'a>b', '<i>', '&amp;', '&lt', '&x=1', '&#38;', 'a\nb', '\0', '\r'),
  einer('', '"', "'", '" '),
);
const tag = fc.tuple(
  einer('<', '<', '<', '</'),
  einer('p', 'svg', 'title', 'A', 'x-y', 'h1', 'ſ'),
  fc.array(attribut, { maxLength: 2 }).map((alle) => alle.flat().join('')),
  einer('>', '>', '/>', ' />', ' >', '\u00a0>'),
);
const roher = fc.tuple(
  einer('<script>', '<title>', '<noscript>', '<svg><title>', '<script/>'),
  fc.array(bruchstueck, { maxLength: 3 }).map((alle) => alle.join('')),
  einer('</script>', '</title>', '</noscript>', '</script >', ''),
);
const markup = fc
  .array(
    fc.oneof(
      bruchstueck,
      tag.map((teile) => teile.join('')),
      roher.map((teile) => teile.join('')),
    ),
    {
      maxLength: 6,
    },
  )
  .map((teile) => teile.join(''));

test('plain HTML is read as the standard says, and the rest is left to its tokenizer', () => {
  let gelesen = 0;
  fc.assert(
    fc.property(markup, (html) => {
      const meine = zerlegeHtml(html);
      if (!meine) return;
      gelesen++;
      const { stuecke: deren, offen } = zerlegeWieBrowser(html);
      expect(meine).toEqual(deren);
      expect(offen).toBe(false);
    }),
    { numRuns: 30_000 },
  );
  expect(gelesen).toBeGreaterThan(1000);
});

test('of a page as it is built, nothing is left to it', () => {
  const html =
    '<!DOCTYPE html><html lang="de"><head><title>A &amp; B</title><script async src="/x.js"></script></head>' +
    '<body><svg viewBox="0 0 1 1"><path d="m0"></path></svg><p title="a &quot;b&quot;" hidden>x</p></body></html>';
  expect(zerlegeHtml(html)).toEqual(zerlegeWieBrowser(html).stuecke);
});

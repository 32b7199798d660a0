/** A link in the documents leads to a file that is there, and to a heading in it. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';

const DOKUMENTE = globSync('{*.md,docs/**/*.md,content/*.md}');
const leser = unified().use(remarkParse).use(remarkGfm);
const baumVon = (datei: string) => leser.parse(readFileSync(datei, 'utf8'));

/** Names of the headings, as the platforms make them. */
function anker(datei: string): Set<string> {
  const namen: string[] = [];
  visit(baumVon(datei), 'heading', (node) => {
    const name = toString(node)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const gleiche = namen.filter((eines) => eines.replace(/-\d+$/, '') === name).length;
    namen.push(gleiche > 0 ? `${name}-${gleiche}` : name);
  });
  return new Set(namen);
}

test.each(DOKUMENTE)('the links of %s lead somewhere', (datei) => {
  const tot: string[] = [];
  visit(baumVon(datei), ['link', 'image', 'definition'], (node) => {
    const { url } = node as unknown as { url: string };
    if (/^[a-z]+:/.test(url) || url.startsWith('/')) return;
    const [pfad = '', name] = decodeURI(url).split('#');
    const ziel = pfad ? join(dirname(datei), pfad) : datei;
    if (!existsSync(ziel)) tot.push(url);
    else if (name && statSync(ziel).isFile() && !anker(ziel).has(name)) tot.push(url);
  });
  expect(tot).toEqual([]);
});

test('there are documents with links to look at', () => {
  expect(DOKUMENTE.length).toBeGreaterThan(50);
});

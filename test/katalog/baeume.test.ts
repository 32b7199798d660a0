/** Syntax trees from one run to the next: whoever knows one does not parse, and nobody gets the tree of another text. */
import type { Root } from 'mdast';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holeAb, legeAb } from '../../src/katalog/ablage.ts';
import { baumVon, ladeBaeume, sichereBaeume } from '../../src/katalog/baeume.ts';

let ordner: string;
beforeEach(() => (ordner = mkdtempSync(join(tmpdir(), 'baeume-'))));
afterEach(() => rmSync(ordner, { recursive: true, force: true }));

const ablage = (code = 'dieser') => ({ ort: join(ordner, 'ablage', 'baeume'), code });
const baum = (value: string): Root => ({ type: 'root', children: [{ type: 'text', value }] });
const parse = (text: string) => vi.fn(() => baum(text));
/** A text that nobody has asked for yet. */
let nummer = 0;
const neuerText = () => `## Von niemandem geschrieben: ${nummer++}`;

test('a text is parsed once, and the next run knows its tree', () => {
  const text = neuerText();
  const einmal = parse(text);
  expect(baumVon('mdx', text, einmal)).toBe(baumVon('mdx', text, einmal));
  expect(einmal).toHaveBeenCalledOnce();
  sichereBaeume(ablage());
  const { mdx } = holeAb<{ mdx: Map<string, Root> }>(ablage().ort, 'dieser')!;
  expect(mdx.get(text)).toEqual(baum(text));
});

test('what an earlier run has parsed is not parsed again', () => {
  const [bekannt, anderer] = [neuerText(), neuerText()];
  schreibeAblage(new Map([[bekannt, baum('von früher')]]));
  ladeBaeume(ablage());
  const nie = parse(bekannt);
  expect(baumVon('mdx', bekannt, nie)).toEqual(baum('von früher'));
  expect(nie).not.toHaveBeenCalled();
  expect(baumVon('mdx', anderer, parse(anderer))).toEqual(baum(anderer));
  // The same text without components is another tree.
  expect(baumVon('markdown', bekannt, parse(bekannt))).toEqual(baum(bekannt));
});

test('what nobody asks for any more is not kept for ever', () => {
  const [alte, neue] = [neuerText(), neuerText()];
  for (const text of [alte, neue]) {
    baumVon('mdx', text, parse(text));
    sichereBaeume(ablage());
  }
  const { mdx } = holeAb<{ mdx: Map<string, Root> }>(ablage().ort, 'dieser')!;
  expect([...mdx.keys()]).toEqual([neue]);
  // In this run it is known all the same.
  expect(baumVon('mdx', neue, parse('anders'))).toEqual(baum(neue));
});

test.each([
  ['of other code', () => ladeBaeume(ablage('anderer'))],
  ['that are broken', () => (writeFileSync(ablage().ort, 'x'), ladeBaeume(ablage()))],
])('trees %s are not taken', (_, lade) => {
  const text = neuerText();
  schreibeAblage(new Map([[text, baum('von früher')]]));
  lade();
  expect(baumVon('mdx', text, parse(text))).toEqual(baum(text));
});

function schreibeAblage(mdx: Map<string, Root>): void {
  legeAb(ablage().ort, 'dieser', { markdown: new Map(), mdx });
}

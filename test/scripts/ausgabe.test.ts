import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dateienVon } from '../../scripts/lib/bau/ausgabe.ts';

const ordner = mkdtempSync(join(tmpdir(), 'portal-ausgabe-'));
afterAll(() => rmSync(ordner, { recursive: true }));

test('a file is either new or kept: nobody looks at one and publishes the other', () => {
  writeFileSync(join(ordner, 'b.html'), '');
  const bleibt = (...pfade: string[]) => ({ ordner: 'dist', dateien: new Set(pfade) });
  expect(dateienVon({ ordner, bleibt: bleibt('c.html', 'a.html') })).toEqual([
    'a.html',
    'b.html',
    'c.html',
  ]);
  expect(() => dateienVon({ ordner, bleibt: bleibt('a.html', 'b.html') })).toThrow('„b.html“');
});

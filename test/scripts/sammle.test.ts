/** What the gate says of addresses that browsers read otherwise than they look. Whole pages: test/portal/pruefe-seiten.test.ts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sammle } from '../../scripts/lib/seiten/sammle.ts';
import { readPortal } from '../../src/katalog/read-katalog.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';

const ordner = mkdtempSync(join(tmpdir(), 'sammle-'));
afterAll(() => rmSync(ordner, { recursive: true }));
const portal = readPortal(MUSTERKREIS)!;

/** Which kinds of things it has against what a page leads to. */
function gegen(html: string): string[] {
  writeFileSync(
    join(ordner, 'index.html'),
    `<!doctype html><html lang="de"><body>${html}</body></html>`,
  );
  const { seiten } = sammle(
    {
      ausgabe: { ordner },
      url: portal.url,
      portalName: portal.name,
      portal,
      sprachen: new Map([['', { lang: 'de', dir: 'ltr' }]]),
      neutral: new Set(),
      weiter: new Set(),
    },
    ['index.html'],
  );
  return seiten[0]!.einwaende
    .map(({ art }) => art)
    .filter((art) => ['hinaus', 'rel', 'adresse'].includes(art));
}

const ADRESSEN = [
  'https://boese.example/f',
  '//boese.example/f',
  'HTTPS://boese.example/f',
  '/\\boese.example/f',
  '\t//boese.example/f',
];

test.each(ADRESSEN)('%j is elsewhere', (href) => {
  expect(gegen(`<a href="${href}">a</a>`)).toEqual(['rel']);
  expect(gegen(`<a href="${href}" rel="noreferrer">a</a>`)).toEqual([]);
  expect(gegen(`<form action="${href}"></form>`)).toEqual(['hinaus']);
});

test.each(['', '#a', '/integration/', '../integration/', portal.url])('%j is not', (href) => {
  expect(gegen(`<a href="${href}">a</a><form action="${href}"></form>`)).toEqual([]);
});

test('a form sends no mail', () => {
  expect(gegen('<form action="mailto:a@b.example"></form>')).toEqual(['hinaus']);
  expect(gegen('<a href="mailto:a@b.example">a</a>')).toEqual([]);
});

import jsqr from 'jsqr';
import { describe, expect, test } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { toDateien } from '../../src/site/dateien.ts';
import { basisOf, createPfade } from '../../src/site/pfade.ts';
import { formatQr, toQr } from '../../src/site/qr.ts';
import { angebot, lies as lieseInhalt, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

/** Reads a drawing as a camera would: eight pixels per module, by another program than the one that drew it. */
function lies(svg: string): string | undefined {
  const seite = Number(/viewBox="0 -.5 (\d+)/.exec(svg)![1]);
  const pfad = [...svg.matchAll(/ d="([^"]+)"/g)].at(-1)![1]!;
  const mass = 8;
  const breite = seite * mass;
  const bild = new Uint8ClampedArray(breite * breite * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, art, eins, zwei] of pfad.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    if (art === 'M') [x, y] = [Number(eins), Number(zwei)];
    else if (art === 'h')
      for (let zeile = y * mass; zeile < (y + 1) * mass; zeile++)
        for (let spalte = x * mass; spalte < (x + Number(eins)) * mass; spalte++)
          bild.set([0, 0, 0], (zeile * breite + spalte) * 4);
    if (art !== 'M') x += Number(eins);
  }
  return jsqr(bild, breite, breite)?.data;
}

test.each([
  'https://a.example/a/nc73mk/',
  'https://www.kreis.example/integration/merkliste/#merk=nc73mk~montags%20um%2010,bqhrnw,jmg38f',
  'x'.repeat(900),
])('a reader reads what was written: %#', (text) => {
  expect(lies(formatQr(text))).toBe(text);
});

test('what does not fit is refused, not cut off', () => {
  expect(() => toQr('x'.repeat(4000))).toThrow();
});

describe('short addresses', () => {
  const katalog = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
  const dateien = toDateien(katalog);

  test('each offer has one in every language, and its QR code says it', () => {
    for (const { code } of katalog.portal.sprachen) {
      const ordner = `${code === 'de' ? '' : `${code}/`}a/${kurzcode('frauencafe')}/`;
      expect(lies(dateien.get(`${ordner}qr.svg`)!)).toBe(new URL(ordner, katalog.portal.url).href);
      const seite = dateien.get(`${ordner}index.html`)!;
      expect(seite).toContain(
        createPfade(basisOf(katalog.portal.url), code, {}).angebot('frauencafe'),
      );
    }
  });

  test('codes of ids that were renamed lead to the new page', () => {
    const [alt, neu] = [...katalog.weiterleitungen][0]!;
    expect(dateien.get(`a/${kurzcode(alt)}/index.html`)).toContain(`/angebote/${neu}/`);
  });

  test('say neither in address nor title what they lead to', () => {
    const seite = dateien.get(`a/${kurzcode('frauenhaus')}/index.html`)!;
    expect(seite).toContain(`/angebote/${kurzcode('frauenhaus')}/`);
    expect(seite).not.toContain('frauenhaus');
    expect(/<title>(.*?)<\/title>/.exec(seite)![1]).toBe(katalog.portal.name);
  });
});

test('two offers with the same code stop the build, and the sentence names both', () => {
  const { fehlerZu } = lieseInhalt({
    'angebote/deutschkurs-10657.md': angebot(),
    'angebote/deutschkurs-16884.md': angebot(),
  });
  expect(fehlerZu('angebote/deutschkurs-16884.md')).toMatchObject([
    {
      regel: 'kurzcodes',
      feld: '(dateiname)',
      meldung: expect.stringContaining('deutschkurs-10657'),
    },
  ]);
});

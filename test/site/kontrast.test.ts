/** Colours of the style sheet against each other, light and dark (WCAG 1.4.3, 1.4.11); what is drawn, axe does not measure. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const farbenAus = (css: string) =>
  new Map(
    [...css.matchAll(/--farbe-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, wert]) => [name!, wert!]),
  );
const [hell, dunkel] = tokens.split('@media').map(farbenAus) as [
  Map<string, string>,
  Map<string, string>,
];

/** Relative luminance after WCAG. */
function helligkeit(farbe: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const wert = Number.parseInt(farbe.slice(at, at + 2), 16) / 255;
    return wert <= 0.04045 ? wert / 12.92 : ((wert + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function kontrast(a: string, b: string): number {
  const [heller, dunkler] = [helligkeit(a), helligkeit(b)].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (heller + 0.05) / (dunkler + 0.05);
}

const GRUENDE = ['grund', 'flaeche', 'hinweis', 'warnung'];

describe.each([
  { farben: hell, name: 'light' },
  { farben: dunkel, name: 'dark' },
])('in $name colours', ({ farben }) => {
  const verhaeltnis = (vorn: string, hinten: string) =>
    kontrast(farben.get(vorn)!, farben.get(hinten)!);

  it.each([
    ...['text', 'leise', 'akzent'].flatMap((vorn) => GRUENDE.map((hinten) => [vorn, hinten])),
    ['akzent-text', 'akzent'],
  ] as [string, string][])('%s can be read on %s', (vorn, hinten) => {
    expect(verhaeltnis(vorn, hinten)).toBeGreaterThanOrEqual(4.5);
  });

  // The focus and buttons, fields, notices that only their edge sets off.
  it.each([
    ...GRUENDE.map((hinten) => ['akzent', hinten]),
    ['leise', 'grund'],
    ['warnung-rand', 'grund'],
  ] as [string, string][])('an edge of %s can be seen on %s', (vorn, hinten) => {
    expect(verhaeltnis(vorn, hinten)).toBeGreaterThanOrEqual(3);
  });
});

it('knows how black stands against white', () => {
  expect(kontrast('#000000', '#ffffff')).toBe(21);
});

/**
 * Holds the line: everything people are known to search for, over the real content. Here without a browser; in one it is
 * measured by `npm run suchguete`.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import {
  bewerten,
  type Bewertung,
  kennzahlen,
  kennzahlenJe,
  parseAnfragen,
} from '../../scripts/lib/suchguete.ts';
import { sucheUeber } from '../lib/suche.ts';

const DATEI = 'test/suche/anfragen.json';
const anfragen = parseAnfragen(DATEI, readFileSync(DATEI));
const { suchen, ids } = sucheUeber('content');
const bewertungen: Bewertung[] = [];

beforeAll(async () => {
  for (const anfrage of anfragen)
    bewertungen.push(bewerten(anfrage, (await suchen(anfrage.suche)).ids));
});

/** The worst queries, so that a failure says where to look. */
const schlechteste = () =>
  bewertungen
    .filter(({ recall10 }) => recall10 !== null && recall10 < 1)
    .sort((a, b) => a.recall10! - b.recall10!)
    .slice(0, 8)
    .map(
      ({ anfrage, recall10, fehlend }) =>
        `${anfrage.nr} „${anfrage.suche}“ ${recall10!.toFixed(2)}: ${fehlend.map(({ id, rang }) => `${id} (${rang ?? '–'})`).join(', ')}`,
    )
    .join('\n');

test('what must be found is an offer', () => {
  const bekannt = new Set(ids);
  const unbekannt = anfragen.flatMap(({ nr, muss, kann }) =>
    [...muss, ...kann].filter((id) => !bekannt.has(id)).map((id) => `${nr}: ${id}`),
  );
  expect(unbekannt).toEqual([]);
  expect(anfragen.length).toBeGreaterThan(150);
});

test('all queries together', () => {
  const { recall10, mrr, nulltreffer } = kennzahlen(bewertungen);
  expect(recall10, schlechteste()).toBeGreaterThanOrEqual(0.97);
  expect(mrr, schlechteste()).toBeGreaterThanOrEqual(0.95);
  expect(nulltreffer).toBe(0);
});

test('no language is left behind', () => {
  const je = kennzahlenJe(bewertungen, 'sprache');
  expect(je.size).toBeGreaterThan(8);
  for (const [sprache, { recall10 }] of je)
    expect(recall10 ?? 1, `${sprache}\n${schlechteste()}`).toBeGreaterThanOrEqual(0.9);
});

test('who is in danger finds what must be found', () => {
  const { recall10, mrr } = kennzahlenJe(bewertungen, 'typ').get('Gefahr')!;
  expect(recall10).toBe(1);
  expect(mrr).toBe(1);
});

test.each([
  'Brief Ausländerbehörde',
  'letter from the immigration office',
  'لا أفهم رسالة دائرة الأجانب',
  'نامه از اداره خارجیان',
  'نامه را نمی‌فهمم',
  'nameya ji Ausländerbehörde',
  'лист від Ausländerbehörde',
])('„%s“ leads to people who help with letters before the office that wrote it', async (suche) => {
  const helfende = (await suchen('Formulare ausfüllen')).ids;
  expect(helfende).toContain((await suchen(suche)).ids[0]);
});

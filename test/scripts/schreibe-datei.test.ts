/** Files that people name: what they are told where one cannot be read or written, and what remains of it then. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  freierName,
  dateiGrund,
  legeDateiAn,
  legeOrdnerAn,
  liesBytes,
  pruefeAnlegbar,
  pruefeSchreibbar,
  schreibeAlle,
  schreibeDatei,
} from '../../scripts/lib/schreibe-datei.ts';

let ordner: string;
const pfad = (name: string) => join(ordner, name);
beforeEach(() => {
  ordner = mkdtempSync(join(tmpdir(), 'dateien-'));
  writeFileSync(pfad('datei'), 'alt');
  mkdirSync(pfad('ordner'));
});
afterEach(() => rmSync(ordner, { recursive: true }));

/** So long that there is room for the file, but not for its draft beside it. */
const LANG = 'x'.repeat(250);

describe.each([
  ['schreibeDatei', (name: string) => schreibeDatei(name, 'neu')],
  ['legeDateiAn', (name: string) => legeDateiAn(name, 'neu')],
  ['pruefeSchreibbar', pruefeSchreibbar],
  ['pruefeAnlegbar', pruefeAnlegbar],
])('%s says why it cannot write, and leaves nothing', (_, schreibe) => {
  test.each([
    ['fehlt/x', 'Den Ordner gibt es nicht; bitte zuerst anlegen.'],
    ['datei/x', 'Wo ein Ordner sein müsste, ist eine Datei.'],
    [`${LANG}.langer-name`, 'Der Name ist zu lang.'],
  ])('%s', (name, grund) => {
    expect(() => schreibe(pfad(name))).toThrow(
      `Die Datei „${pfad(name)}“ lässt sich nicht schreiben: ${grund}`,
    );
    expect(readdirSync(ordner)).toEqual(['datei', 'ordner']);
  });
});

test('a folder is not replaced by a file', () =>
  expect(() => schreibeDatei(pfad('ordner'), 'neu')).toThrow(/schreiben: Das ist ein Ordner\.$/));

test('a file that is there is not created, and asking changes nothing', () => {
  expect(() => legeDateiAn(pfad('datei'), 'neu')).toThrow(/datei“ gibt es schon; .* anderen Namen/);
  pruefeSchreibbar(pfad('datei'));
  pruefeSchreibbar(pfad('neu'));
  expect(() => pruefeAnlegbar(pfad('datei'))).toThrow(/datei“ gibt es schon/);
  pruefeAnlegbar(pfad('neu'));
  expect(readdirSync(ordner)).toEqual(['datei', 'ordner']);
  expect(readFileSync(pfad('datei'), 'utf8')).toBe('alt');
});

test('a free name has the next number', () => {
  expect(freierName(pfad('neu'), '.csv')).toBe(pfad('neu.csv'));
  writeFileSync(pfad('ordner-2'), '');
  expect(freierName(pfad('ordner'))).toBe(pfad('ordner-3'));
});

test('of several files all are written, or none', () => {
  const alle = (letzte: string) =>
    new Map([pfad('datei'), pfad('ordner/neu'), pfad(letzte)].map((name) => [name, 'neu']));
  writeFileSync(pfad(LANG), 'alt');
  expect(() => schreibeAlle(alle(LANG))).toThrow(/schreiben: Der Name ist zu lang\.$/);
  expect(() => schreibeAlle(alle('datei/x'))).toThrow(/anlegen: Wo ein Ordner sein müsste, ist/);
  expect(readFileSync(pfad('datei'), 'utf8')).toBe('alt');
  expect(readdirSync(pfad('ordner'))).toEqual([]);
  schreibeAlle(alle('letzte'));
  expect(readFileSync(pfad('datei'), 'utf8')).toBe('neu');
});

test.each(['datei', 'datei/x'])('a folder is not made of %s', (name) =>
  expect(() => legeOrdnerAn(pfad(name))).toThrow(
    `Der Ordner „${pfad(name)}“ lässt sich nicht anlegen: Wo ein Ordner sein müsste, ist eine Datei.`,
  ),
);

test.each([
  ['fehlt', 'lässt sich nicht lesen: Es gibt sie nicht; bitte den Namen prüfen.'],
  ['datei/x', 'lässt sich nicht lesen: Wo ein Ordner sein müsste, ist eine Datei.'],
  ['ordner', 'lässt sich nicht lesen: Das ist ein Ordner.'],
  ['gross', 'ist 2 MB groß; gelesen werden höchstens 1 MB.'],
])('reading %s: a sentence', (name, satz) => {
  writeFileSync(pfad('gross'), Buffer.alloc(1_000_001));
  expect(() => liesBytes(pfad(name), 1_000_000)).toThrow(`Die Datei „${pfad(name)}“ ${satz}`);
});

test('what the file system has never said to us is passed on as it is', () => {
  expect(dateiGrund(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }))).toBe(
    'EIO: i/o error',
  );
  expect(dateiGrund(new Error('Ein Satz.'))).toBe('Ein Satz.');
});

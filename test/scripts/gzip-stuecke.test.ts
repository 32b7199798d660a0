/** Packages for devices, piece by piece: what anybody unpacks, and what is taken over from the last build. */
import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Frueheres, schreibeGzip } from '../../scripts/lib/gzip-stuecke.ts';

let ordner: string;
beforeEach(() => (ordner = mkdtempSync(join(tmpdir(), 'gzip-'))));
afterEach(() => rmSync(ordner, { recursive: true, force: true }));

/** Pages look alike, and differ in what they say. */
const seite = (worte: string) => `<html lang="de"><body>${worte.repeat(900)}</body></html>`;
const SEITEN = ['Deutschkurs', 'Beratung', 'Treffpunkt', 'Sprachcafé'].map(seite);

const als = (texte: readonly string[]) => texte.map((text) => Buffer.from(text));
const packe = (name: string, texte: readonly string[], frueheres?: Frueheres) => {
  const datei = join(ordner, name);
  const { stuecke, ...groesse } = schreibeGzip(datei, als(texte), frueheres);
  return { datei, stuecke, groesse, bytes: readFileSync(datei) };
};

test('anybody unpacks what was packed, and it is as small as in one piece', () => {
  const { bytes, groesse } = packe('a', SEITEN);
  const text = SEITEN.join('');
  expect(gunzipSync(bytes).toString()).toBe(text);
  expect(groesse).toEqual({ bytes: bytes.length, roh: Buffer.byteLength(text) });
  // Each alone would say again what the one before it has said.
  const allein = SEITEN.map((eine, nr) => packe(`allein-${nr}`, [eine]).bytes.length);
  expect(bytes.length).toBeLessThan(allein.reduce((summe, eines) => summe + eines));
});

test('nothing at all is a whole file, too', () => {
  expect(gunzipSync(packe('leer', []).bytes)).toHaveLength(0);
  expect(gunzipSync(packe('leer', ['']).bytes)).toHaveLength(0);
});

test('with an earlier file come the same bytes as without', () => {
  const alt = packe('alt', SEITEN);
  const [erste, ...weitere] = SEITEN;
  for (const texte of [
    SEITEN,
    [seite('Neu'), ...weitere],
    [erste!, seite('Neu'), ...weitere],
    weitere,
  ])
    expect(packe('neu', texte, alt).bytes).toEqual(packe('ohne', texte).bytes);
});

test('what stands in the earlier file just so is taken from there', () => {
  const alt = packe('alt', SEITEN);
  // Says the same in more bytes: only who takes them over writes them.
  const weit = deflateRawSync(SEITEN[0]!, { level: 0, finishFlush: constants.Z_SYNC_FLUSH });
  const anderswo = join(ordner, 'anderswo');
  writeFileSync(anderswo, Buffer.concat([Buffer.from('davor'), weit]));
  const [schluessel] = alt.stuecke.keys();
  const summe = hash('sha256', weit, 'base64');
  const stuecke = new Map([[schluessel!, { ab: 5, bytes: weit.length, summe }]]);
  const { bytes } = packe('neu', SEITEN, { datei: anderswo, stuecke });
  expect(bytes.includes(weit)).toBe(true);
  expect(gunzipSync(bytes).toString()).toBe(SEITEN.join(''));
});

test.each([
  ['is gone', (datei: string) => rmSync(datei)],
  ['was cut off', (datei: string) => writeFileSync(datei, readFileSync(datei).subarray(0, 40))],
  ['was changed', (datei: string) => writeFileSync(datei, readFileSync(datei).fill('x', 20, 60))],
])('an earlier file that %s spoils nothing', (_, tun) => {
  const alt = packe('alt', SEITEN);
  tun(alt.datei);
  expect(gunzipSync(packe('neu', SEITEN, alt).bytes).toString()).toBe(SEITEN.join(''));
});

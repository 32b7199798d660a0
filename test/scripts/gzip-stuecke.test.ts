/** Packages for devices, piece by piece: what anybody unpacks, and what is taken over from the last build. */
import { hash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Frueheres, schreibeGzip } from '../../scripts/lib/bau/gzip-stuecke.ts';

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

test('anybody unpacks what was packed', () => {
  const { bytes, groesse } = packe('a', SEITEN);
  const text = SEITEN.join('');
  expect(gunzipSync(bytes).toString()).toBe(text);
  expect(groesse).toEqual({ bytes: bytes.length, roh: Buffer.byteLength(text) });
});

test('what stands in the piece before is not said again', () => {
  // Nothing repeats itself within the piece.
  const zufaellig = randomBytes(10_000).toString('hex');
  const [einmal, zweimal] = [[zufaellig], [zufaellig, zufaellig]].map(
    (texte) => packe('zufaellig', texte).bytes.length,
  );
  expect(zweimal).toBeLessThan(einmal! * 1.1);
});

test.each([
  ['where a piece ends', ['A', 'BC'], ['AB', 'C']],
  ['which piece is empty', ['X', ''], ['X', '']],
  ['what was looked back to', ['', 'AB', 'A'], ['A', 'B', 'A']],
])('it matters %s', (_, vorher, jetzt) => {
  const alt = packe('alt', vorher);
  expect(gunzipSync(packe('neu', jetzt, alt).bytes).toString()).toBe(jetzt.join(''));
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
  ['is a folder now', (datei: string) => (rmSync(datei), mkdirSync(datei))],
  ['was cut off', (datei: string) => writeFileSync(datei, readFileSync(datei).subarray(0, 40))],
  ['was changed', (datei: string) => writeFileSync(datei, readFileSync(datei).fill('x', 20, 60))],
])('an earlier file that %s spoils nothing', (_, tun) => {
  const alt = packe('alt', SEITEN);
  tun(alt.datei);
  expect(gunzipSync(packe('neu', SEITEN, alt).bytes).toString()).toBe(SEITEN.join(''));
});

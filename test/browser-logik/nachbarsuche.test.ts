/** Searching a neighbour's portal: our real Pagefind over the real index of theirs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sucheBei } from '../../src/browser/nachbarsuche.ts';
import { buildSuchindex, type SuchDateien } from '../../src/suche/build-suchindex.ts';
import { PAGEFIND_ORDNER } from '../../src/suche/dateien.ts';
import { zeichen } from '../../src/suche/zeichen.ts';
import { lies } from '../lib/inhalt.ts';
import { kopie, mitNachbar, NACHBAR } from '../lib/nachbar.ts';
import { katalogMit } from '../suche/katalog.ts';
import { ohneMeldungen } from '../suche/pagefind.ts';

const ordner = mkdtempSync(join(tmpdir(), 'nachbarsuche-'));
const basis = `${pathToFileURL(ordner).href}/`;
/** All that can be loaded, by address. */
const netz = new Map<string, Uint8Array>();
let geladen: string[] = [];
ohneMeldungen();

const insNetz = (wurzel: string, dateien: SuchDateien) => {
  for (const [pfad, bytes] of dateien) netz.set(wurzel + pfad, bytes);
};

beforeAll(async () => {
  const hier = await buildSuchindex(katalogMit({ hier: { titel: 'Sprudel' } }));
  insNetz(basis, new Map([...hier].map(([pfad, b]) => [pfad.replace(PAGEFIND_ORDNER, ''), b])));
  writeFileSync(join(ordner, 'pagefind.js'), hier.get(`${PAGEFIND_ORDNER}pagefind.js`)!);
  vi.stubGlobal('fetch', async (url: string) => {
    const adresse = url.replace(/\?.*$/, '');
    geladen.push(adresse);
    const bytes = netz.get(adresse);
    return bytes ? new Response(bytes as BodyInit) : new Response('', { status: 404 });
  });
  vi.stubGlobal('document', {
    currentScript: null,
    querySelector: () => ({ getAttribute: () => 'de' }),
  });
  vi.stubGlobal('location', { href: 'http://localhost/' });
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(ordner, { recursive: true });
});

/** A neighbour that shows us as its neighbour: of us what is all about the word, of its own what only mentions it. */
function katalogDort(url: string, unsere: number, eigene: number) {
  const text = kopie(NACHBAR, (datei) => {
    const kurs = datei.angebote.find(({ id }) => id === 'deutschkurs-am-fluss')!;
    datei.angebote = Array.from({ length: unsere }, (_, i) => ({
      ...kurs,
      id: `unser-${i}`,
      url: `${NACHBAR.url}angebote/unser-${i}/`,
      titel: `Sprudel ${i}`,
      kurz: 'Sprudel',
      text: 'Sprudel',
    }));
  });
  const { nachbarn } = lies(mitNachbar(text)).katalog!;
  const angebote = Array.from({ length: eigene }, (_, i) => [
    `eigenes-${i}`,
    { titel: `Eigenes ${i}`, text: `${'Und vieles andere. '.repeat(20)} Am Ende Sprudel.` },
  ]);
  const katalog = katalogMit(Object.fromEntries(angebote) as Parameters<typeof katalogMit>[0]);
  return { ...katalog, nachbarn, portal: { ...katalog.portal, url } };
}

/** What is found there, and how many records were loaded for it. */
async function finde(unsere: number, eigene: number, bekannte: readonly string[] = []) {
  // An index is opened once per address.
  const url = `https://dort.example/${unsere}-${eigene}/`;
  insNetz(url, await buildSuchindex(katalogDort(url, unsere, eigene)));
  geladen = [];
  const portal = { name: 'Dort', url, vorsatz: '' };
  const deutung = {
    worte: [
      {
        text: 'Sprudel',
        proben: [{ zeichen: zeichen.form('sprudel'), guete: 1 }],
        nebensache: false,
      },
    ],
    orte: [],
    gefahr: [],
    korrekturen: [],
    themen: [],
    unbekannt: [],
    unfertig: false,
    harmlos: true,
  };
  const da = new Set(bekannte.map((id) => `${url}angebote/${id}/`));
  const { neue, schonDa } = await sucheBei(portal, basis, deutung, da);
  return {
    schonDa,
    titel: neue.map(({ titel }) => titel).sort(),
    saetze: geladen.filter((adresse) => adresse.endsWith('.pf_fragment')).length,
  };
}

test('finds what is the neighbour’s own, though ten of ours come before it', async () => {
  expect(await finde(10, 3)).toEqual({
    titel: ['Eigenes 0', 'Eigenes 1', 'Eigenes 2'],
    saetze: 13,
    schonDa: false,
  });
});

test('shows ten and loads no more than it needs for them', async () => {
  const { titel, saetze } = await finde(3, 25);
  expect(titel.length).toBe(10);
  expect(titel.every((eines) => eines.startsWith('Eigenes'))).toBe(true);
  expect(saetze).toBe(20);
});

test('gives up behind fifty that are not the neighbour’s own', async () => {
  expect(await finde(55, 1)).toEqual({ titel: [], saetze: 50, schonDa: false });
});

test('leaves out what stands on the page already, and looks for others instead', async () => {
  expect(await finde(0, 3, ['eigenes-1', 'fremdes'])).toMatchObject({
    titel: ['Eigenes 0', 'Eigenes 2'],
    schonDa: true,
  });
  const viele = Array.from({ length: 5 }, (_, i) => `eigenes-${i}`);
  expect((await finde(0, 15, viele)).titel).toHaveLength(10);
  expect(await finde(0, 2, ['eigenes-0', 'eigenes-1'])).toMatchObject({ titel: [], schonDa: true });
});

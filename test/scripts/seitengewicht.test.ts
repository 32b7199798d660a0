/** What a page may weigh, on files of which no byte can be saved. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { zuSchwere } from '../../scripts/lib/bau/seitengewicht.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';

const ordner = mkdtempSync(join(tmpdir(), 'portal-gewicht-'));
afterAll(() => rmSync(ordner, { recursive: true }));
const katalog = readKatalog(MUSTERKREIS, '2026-11-20').katalog!;

function schreibe(pfad: string, bytes: number): string {
  mkdirSync(dirname(join(ordner, pfad)), { recursive: true });
  writeFileSync(join(ordner, pfad), randomBytes(bytes));
  return pfad;
}

test('a page is too heavy for its kind with its styles, but not with its scripts', () => {
  const css = `/integration/${schreibe('_astro/stil.css', 3000)}`;
  const js = `/integration/${schreibe('_astro/alles.js', 90_000)}`;
  const faelle: [pfad: string, bytes: number, grenze?: string][] = [
    ['index.html', 16_500],
    ['ar/index.html', 17_500, 'eine Startseite darf 20 kB'],
    ['angebote/kurs/index.html', 6500],
    ['ar/angebote/kurs/index.html', 7500, 'eine Angebotsseite darf 10 kB'],
    ['angebote/index.html', 26_500],
    ['angebote/seite/2/index.html', 27_500, 'eine Liste darf 30 kB'],
    ['themen/arbeit/index.html', 26_500],
    ['en/kommunen/musterstadt/seite/12/index.html', 27_500, 'eine Liste darf 30 kB'],
    ['anbieter/caritas/index.html', 27_500, 'eine Liste darf 30 kB'],
    ['bericht/index.html', 90_000],
  ];
  const seiten = faelle.map(([pfad, bytes]) => ({ pfad: schreibe(pfad, bytes), dazu: [css, js] }));
  const soll = faelle.filter(([, , grenze]) => grenze);
  const saetze = zuSchwere({ ordner }, katalog, seiten);
  expect(saetze).toHaveLength(soll.length);
  for (const [i, [pfad, , grenze]] of soll.entries())
    expect(saetze[i]).toMatch(new RegExp(`/integration/${pfad} wiegt .* kB; ${grenze}`));
});

/** The open data of many offers are written by a process of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { schreibeHier, schreibeOffeneDaten } from '../../scripts/lib/offene-daten.ts';
import { summenVon } from '../../scripts/lib/pruefsummen.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { schreibeKatalog } from '../../src/katalog/weitergabe.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';
import { MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

const werkstatt = mkdtempSync(join(tmpdir(), 'portal-daten-'));
afterAll(() => rmSync(werkstatt, { recursive: true }));

const { katalog: musterkreis } = readKatalog(MUSTERKREIS, STICHTAG);
const vorlagen = [...musterkreis!.angebote.values()];
const viele = Array.from({ length: 500 }, (_, nr) => {
  const vorlage = vorlagen[nr % vorlagen.length]!;
  return { ...vorlage, id: `${vorlage.id}-${nr}` };
});
const katalog = {
  ...musterkreis!,
  angebote: new Map(viele.map((angebot) => [angebot.id, angebot])),
};
const verlauf = {
  seit: '2026-01-01',
  ereignisse: [{ datum: '2026-11-01', art: 'neu' as const, id: viele[0]!.id, felder: [] }],
};

test('it writes the same files, and tells their checksums', async () => {
  const [dort, hier] = [join(werkstatt, 'dort'), join(werkstatt, 'hier')];
  const datei = join(werkstatt, 'katalog');
  schreibeKatalog(datei, katalog);
  const summen = await schreibeOffeneDaten({ ordner: dort, katalog: datei, verlauf }, katalog);
  // What lay there is no part of them.
  for (const pfad of ['daten/v1/anbieter.json', 'daten/hsds/phones.csv', 'daten/angebote.csv']) {
    mkdirSync(dirname(join(hier, pfad)), { recursive: true });
    writeFileSync(join(hier, pfad), 'fremd');
  }
  await schreibeHier(hier, toOffeneDaten(katalog, verlauf));
  expect([...summen].sort()).toEqual([...summenVon(hier)]);
  expect(summenVon(dort)).toEqual(summenVon(hier));
});

test('it tells what goes wrong there', async () => {
  const auftrag = { ordner: join(werkstatt, 'nichts'), katalog: join(werkstatt, 'fehlt'), verlauf };
  await expect(schreibeOffeneDaten(auftrag, katalog)).rejects.toThrow('ENOENT');
});

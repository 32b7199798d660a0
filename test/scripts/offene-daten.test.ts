/** The open data of many offers are written by a process of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { schreibeHier, schreibeOffeneDaten } from '../../scripts/lib/bau/offene-daten.ts';
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
  const { summen } = await schreibeOffeneDaten({ ordner: dort, katalog: datei, verlauf }, katalog);
  // What lay there is no part of them.
  for (const pfad of ['daten/v1/anbieter.json', 'daten/hsds/phones.csv', 'daten/angebote.csv']) {
    mkdirSync(dirname(join(hier, pfad)), { recursive: true });
    writeFileSync(join(hier, pfad), 'fremd');
  }
  await schreibeHier({ ordner: hier }, toOffeneDaten(katalog, verlauf));
  expect([...summen].sort()).toEqual([...summenVon(hier)]);
  expect(summenVon(dort)).toEqual(summenVon(hier));
});

test('a record that is the same in the last portal stays there, where nobody has changed it', async () => {
  const [gestern, heute] = [join(werkstatt, 'gestern'), join(werkstatt, 'heute')];
  const daten = toOffeneDaten(katalog, verlauf);
  const { summen } = await schreibeHier({ ordner: gestern }, daten);
  const einzelne = [...summen.keys()].filter((pfad) => pfad.startsWith('daten/hsds/services/'));
  const [verdorben, ...gute] = einzelne;
  writeFileSync(join(gestern, verdorben!), 'von Hand');
  const geschrieben = await schreibeHier(
    { ordner: heute, stand: { ordner: gestern, summen } },
    daten,
  );
  expect(new Map([...geschrieben.summen].sort())).toEqual(summen);
  expect([...geschrieben.behalten]).toEqual(expect.arrayContaining(gute));
  expect(listPfade(heute)).toContain(verdorben);
  expect([...geschrieben.behalten, ...listPfade(heute)].sort()).toEqual([...summen.keys()].sort());
});

test('it tells what goes wrong there', async () => {
  const auftrag = { ordner: join(werkstatt, 'nichts'), katalog: join(werkstatt, 'fehlt'), verlauf };
  await expect(schreibeOffeneDaten(auftrag, katalog)).rejects.toThrow('ENOENT');
});

/** What is measured with: made-up content that is as good as real, and numbers that mean what they say. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schreibeInhalt, STICHTAG } from '../../bench/inhalt.ts';
import { exponent, liesTimes, median, messe } from '../../bench/messen.ts';
import { wandleUm } from '../../bench/umwandeln.ts';
import { listFiles } from '../lib/dateien.ts';
import { angeboteMitSeite, type Katalog } from '../../src/katalog/katalog.ts';
import { type KatalogErgebnis, readKatalog } from '../../src/katalog/read-katalog.ts';
import { FACETTEN } from '../../src/domain/facette.ts';
import { facettenwerte } from '../../src/domain/facettenwerte.ts';

const ANZAHL = 100;

describe('made-up content', () => {
  let wurzel: string;
  let ergebnis: KatalogErgebnis;
  let katalog: Katalog;
  const ordner = (name: string) => join(wurzel, name);
  const inhaltVon = (name: string) =>
    new Map(
      listFiles(ordner(name)).map((pfad) => [
        relative(ordner(name), pfad),
        readFileSync(pfad, 'utf8'),
      ]),
    );

  beforeAll(() => {
    wurzel = mkdtempSync(join(tmpdir(), 'bench-'));
    const erfunden = schreibeInhalt(ordner('eins'), ANZAHL, ['de', 'ar']);
    wandleUm(erfunden, ordner('eins'), ordner('andere'));
    ergebnis = readKatalog(ordner('eins'), STICHTAG);
    katalog = ergebnis.katalog!;
  });
  afterAll(() => rmSync(wurzel, { recursive: true, force: true }));

  test('is accepted without an error', () => {
    expect(ergebnis.befunde.filter(({ stufe }) => stufe === 'fehler')).toEqual([]);
    expect(angeboteMitSeite(katalog).size).toBe(ANZAHL);
  });

  test('does not drown the rule for doubles', () => {
    const doppelte = ergebnis.befunde.filter(({ meldung }) =>
      meldung.startsWith('Das ist vielleicht'),
    );
    expect(doppelte.length).toBeLessThan(ANZAHL / 20);
  });

  test('has a value for every facet', () => {
    const kommunen = [...katalog.vokabular.kommunen.keys()];
    const werte = [...katalog.angebote.values()].map((angebot) => facettenwerte(angebot, kommunen));
    expect(FACETTEN.filter((facette) => werte.every((wert) => wert[facette].length === 0))).toEqual(
      [],
    );
  });

  test('has secret places, and translations that are up to date', () => {
    const alle = [...angeboteMitSeite(katalog).values()];
    expect(alle.some(({ vertraulich }) => vertraulich)).toBe(true);
    const arabisch = alle.flatMap(({ uebersetzungen }) => uebersetzungen.get('ar') ?? []);
    expect(arabisch.length).toBeGreaterThan(ANZAHL / 8);
    const felder = arabisch.flatMap((uebersetzung) => [...uebersetzung.felder.values()]);
    expect(felder.filter(({ veraltet }) => veraltet)).toEqual([]);
  });

  test('is the same in every run, and another with another seed', () => {
    schreibeInhalt(ordner('zwei'), ANZAHL, ['de', 'ar']);
    schreibeInhalt(ordner('drei'), ANZAHL, ['de', 'ar'], 7);
    expect(inhaltVon('zwei')).toEqual(inhaltVon('eins'));
    expect([...inhaltVon('drei').keys()]).not.toEqual([...inhaltVon('eins').keys()]);
  });

  test('names the same lists to other generators as stand in ours', () => {
    for (const angebot of katalog.angebote.values()) {
      const kopf = readFileSync(
        join(ordner('andere'), `hugo/content/angebote/${angebot.id}.md`),
        'utf8',
      );
      const genannt = (feld: string) =>
        JSON.parse(new RegExp(`^${feld}: (.*)$`, 'm').exec(kopf)?.[1] ?? '[]') as string[];
      const werte = facettenwerte(angebot, katalog.vokabular.kommunen.keys());
      expect(genannt('zuKommunen').toSorted(), angebot.id).toEqual(werte.kommune.toSorted());
      expect(genannt('description'), angebot.id).toBe(angebot.kurztext);
    }
  });
});

describe('a measurement', () => {
  test('counts processor time and memory of what a program starts', async () => {
    // It lives for some seconds: memory is looked at once a second.
    const arbeit = `
      const { spawnSync } = require('node:child_process');
      const kind = "const bis = process.cpuUsage().user + 300_000; const voll = Buffer.alloc(150e6, 1); while (process.cpuUsage().user < bis); setTimeout(() => voll, 4000);";
      spawnSync(process.execPath, ['-e', kind]);`;
    const kosten = await messe({ befehl: process.execPath, args: ['-e', arbeit] }, 60_000);
    expect(kosten!.cpuSekunden).toBeGreaterThan(0.25);
    if (process.platform === 'linux') expect(kosten!.mb).toBeGreaterThan(150);
  });

  test('ends what takes too long, and says what failed', async () => {
    const ewig = { befehl: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] };
    expect(await messe(ewig, 100)).toBeUndefined();
    const kaputt = {
      befehl: process.execPath,
      args: ['-e', 'console.error("kaputt"); process.exit(3)'],
    };
    await expect(messe(kaputt, 60_000)).rejects.toThrow('kaputt');
  });

  test('reads the times of a shell, those of its children', () => {
    expect(liesTimes('0m0.00s 0m0.01s\n1m2.50s 0m0.25s\n')).toBeCloseTo(62.75);
  });

  test('knows linear from square growth', () => {
    expect(exponent([500, 1], [5000, 10])).toBeCloseTo(1);
    expect(exponent([500, 3], [1000, 12])).toBeCloseTo(2);
    expect(exponent([500, 3], [1000, 3])).toBeCloseTo(0);
  });

  test('is the one in the middle of several', () => expect(median([3, 100, 1])).toBe(3));
});

test('packages of other generators are locked to exact versions, without an address of a registry', () => {
  const { dependencies } = JSON.parse(readFileSync('bench/package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const text = readFileSync('bench/package-lock.json', 'utf8');
  const { packages } = JSON.parse(text) as {
    packages: Record<string, { version?: string; integrity?: string }>;
  };
  for (const [name, version] of Object.entries(dependencies))
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  const ohne = Object.entries(packages).filter(([pfad, { integrity }]) => pfad && !integrity);
  expect(ohne).toEqual([]);
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

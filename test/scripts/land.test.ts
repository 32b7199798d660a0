/** `npm run land`: fetching what portals contribute, from servers that send what they should, and from others. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { holeBeitrag, liesBeitrag, orteVon, pfadVon } from '../../scripts/lib/land/beitraege.ts';
import { liesLand } from '../../scripts/lib/land/lies-land.ts';
import { allein } from '../../scripts/lib/sperre.ts';
import { geschuetzt } from '../../scripts/lib/bau/ziel.ts';
import { BEITRAG, type Beitrag } from '../../src/domain/beitrag.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { toBeitrag } from '../../src/suche/beitrag.ts';
import { createLandIndex } from '../../src/suche/land-index.ts';
import { rufe } from '../lib/befehl.ts';
import { STICHTAG } from '../lib/inhalt.ts';
import { NACHBARKREIS } from '../lib/nachbar.ts';
import { createZertifikat } from '../lib/zertifikat.ts';

const zertifikat = createZertifikat('nachbar.test');
const werkstatt = mkdtempSync(join(tmpdir(), 'land-'));
const datei = join(werkstatt, 'land.yaml');
let antwort = '';
let anfragen: string[] = [];
const server = https.createServer(zertifikat, (request, response) => {
  anfragen.push(request.url!);
  response.end(antwort);
});
const sonst = getCACertificates('default');
let url: string;
let beitrag: Beitrag;
beforeAll(async () => {
  setDefaultCACertificates([...sonst, zertifikat.cert]);
  await new Promise<void>((fertig) => server.listen(0, '127.0.0.1', fertig));
  url = `https://nachbar.test:${(server.address() as AddressInfo).port}/wegweiser/`;
  const katalog = readKatalog(NACHBARKREIS, STICHTAG).katalog!;
  const portal = { ...katalog.portal, url };
  beitrag = toBeitrag({ ...katalog, portal });
  cpSync('test/fixtures/land/land.yaml', datei);
});
afterAll(() => {
  setDefaultCACertificates(sonst);
  server.closeAllConnections();
  server.close();
  rmSync(werkstatt, { recursive: true });
});
beforeEach(() => {
  anfragen = [];
  rmSync(join(werkstatt, 'daten'), { recursive: true, force: true });
});

const kreis = () => ({ id: 'nachbarkreis', name: 'Nachbarkreis', url });
const hole = (trotzdem = false) => {
  const gelesen = liesLand(datei);
  if ('einwand' in gelesen) throw new Error(gelesen.einwand);
  return holeBeitrag(kreis(), { datei, land: gelesen.land, trotzdem, testnetz: true });
};
const mit = (aendern: Partial<Beitrag>) => JSON.stringify({ ...beitrag, ...aendern });
const langeZeile = (ziele: number) => `kurs 2${' thema=a'.repeat(ziele)}`;
const mitWert = (wert: string) => beitrag.angebote.map((eines) => ({ ...eines, werte: [wert] }));
const mitZeichen = (anzahl: number): Beitrag['angebote'] => [
  { ...beitrag.angebote[0]!, zeichen: [`a${' a'.repeat(anzahl)}`, '', ''] },
];

describe('what a portal contributes', () => {
  test('is fetched with one question, and stored', async () => {
    antwort = mit({});
    expect(await hole()).toEqual({ zeile: '8 Angebote, Stand 2026-11-20' });
    expect(anfragen).toEqual([`/wegweiser/${BEITRAG}`]);
    expect(liesBeitrag(datei, kreis())).toEqual({ beitrag });
  });

  test.each([
    ['no JSON', () => '<html>', 'kein lesbares JSON'],
    ['a page elsewhere', () => mit({}).replaceAll('"angebote/', '"../'), 'angebote[0].seite'],
    ['an older day', () => mit({ stand: '2026-11-01' }), 'älter'],
    [
      'another portal',
      () => mit({ portal: { ...beitrag.portal, url: 'https://anders.example/' } }),
      'https://anders.example/',
    ],
    ['a line of words that is none', () => mit({ woerter: ['kurs 1\nkurs'] }), 'woerter[0]'],
    ['a word of no kind', () => mit({ woerter: ['kurs '] }), 'woerter[0]'],
    ['a phrase that lacks a word', () => mit({ woerter: ['kurs - kommune=a+'] }), 'woerter[0]'],
    ['a target nobody knows', () => mit({ woerter: ['kurs 1 constructor=x'] }), 'woerter[0]'],
    ['a facet nobody knows', () => mit({ angebote: mitWert('constructor=x') }), '.werte[0]'],
    ['an ending that is no letters', () => mit({ woerter: ['kurs 2:e.example'] }), 'woerter[0]'],
    ['an ending that turns', () => mit({ woerter: ['kurs 2:\u202Egro.live'] }), 'woerter[0]'],
    ['letters that cannot be seen', () => mit({ woerter: ['kur\u3164s 2'] }), 'woerter[0]'],
    ['a word that leads everywhere', () => mit({ woerter: [langeZeile(600)] }), 'zu lang'],
    ['a line that breaks its reader', () => mit({ woerter: [langeZeile(2e6)] }), 'zu lang'],
    ['tokens that break their reader', () => mit({ angebote: mitZeichen(8e6) }), 'zu lang'],
  ])('is refused, and what was stored stays: %s', async (_, schicken, grund) => {
    antwort = mit({});
    await hole();
    const vorher = readFileSync(pfadVon(datei, kreis()), 'utf8');
    antwort = schicken();
    expect(await hole()).toMatchObject({ einwand: expect.stringContaining(grund) as string });
    expect(readFileSync(pfadVon(datei, kreis()), 'utf8')).toBe(vorher);
  });

  test('is refused in a sentence where it cannot be stored', async () => {
    antwort = mit({});
    writeFileSync(join(werkstatt, 'daten'), '');
    expect(await hole()).toEqual({
      einwand: `Der Ordner „${join(werkstatt, 'daten')}“ lässt sich nicht anlegen: Wo ein Ordner sein müsste, ist eine Datei.`,
    });
  });

  test('is doubted where most offers are gone, unless somebody says that it is right', async () => {
    const viele = [...beitrag.angebote, ...beitrag.angebote];
    antwort = mit({ angebote: viele });
    await hole();
    antwort = mit({ angebote: viele.slice(0, 3) });
    expect(await hole()).toMatchObject({ einwand: expect.stringContaining('nur 3') as string });
    expect(await hole(true)).toMatchObject({ zeile: '3 Angebote, Stand 2026-11-20' });
  });
});

describe('no Kreis can take a word from the others', () => {
  const woerter = (ordner: Map<string, string>) =>
    [...ordner]
      .filter(([name]) => /\/w\d/.test(name))
      .flatMap(([, text]) => (JSON.parse(text) as { inhalt: string }).inhalt.split('\n'));
  const vereint = (...jeKreis: string[][]) =>
    woerter(
      createLandIndex(
        jeKreis.map((zeilen, nr) => ({
          kreis: { ...kreis(), id: `kreis-${nr}` },
          beitrag: { ...beitrag, woerter: zeilen, angebote: [] },
        })),
        ['de'],
      ),
    );

  test('not as a filler, not as a place, not as a trifle', () => {
    const gut = ['deutschk 2:urs thema=deutsch', 'fluss 1'];
    expect(vereint(gut, ['deutschk !', 'fluss 1 ? kommune=x'])).toEqual(gut);
  });

  test('not as a circumstance, not as a danger: both are marked as what some say', () => {
    expect(vereint(['garten 1', 'kurs 1'], ['garten - gefahr=gewalt', 'kurs 1 kosten=x'])).toEqual([
      'garten 1 ?gefahr=gewalt',
      'kurs 1 ?kosten=x',
    ]);
  });

  test('what all say counts, whatever they call it; of phrases only what is the same phrase', () => {
    expect(
      vereint(
        ['frei - kosten=kostenlos+eintritt', 'schlag 1 gefahr=gewalt'],
        ['frei - kosten=kostenlos', 'schlag 1 gefahr=partner'],
      ),
    ).toEqual([
      'frei - ?kosten=kostenlos ?kosten=kostenlos+eintritt',
      'schlag 1 gefahr=gewalt gefahr=partner',
    ]);
  });
});

describe('the command', () => {
  const ruf = (...args: string[]) =>
    rufe('scripts/land.ts', args, {
      LAND_DATEI: datei,
      PORTAL_ZIEL: `${werkstatt}-ziel`,
      STICHTAG,
    });

  test.each([
    [[], 2, 'Aufruf:'],
    [['start'], 2, 'Den Befehl „start“ gibt es nicht.'],
    [['holen', 'nachbar'], 2, 'Meinten Sie'],
    [['bauen', 'nachbarkreis'], 2, '„nachbarkreis“ ist bei „bauen“ hier zu viel.'],
    [['bauen'], 1, 'nachbarkreis (Nachbarkreis): Die Datei'],
    [['holen', 'musterkreis'], 1, 'Platzhalter'],
  ])('%j ends with %i', (args, status, grund) => {
    const lauf = ruf(...args);
    expect(lauf.stderr).toContain(grund);
    expect(lauf.status).toBe(status);
  });

  describe('building', () => {
    const ort = mkdtempSync(join(tmpdir(), 'land-bau-'));
    afterAll(() => rmSync(ort, { recursive: true }));
    const baue = (ziel: string) =>
      rufe(
        'scripts/land.ts',
        ['bauen', ...['musterkreis', 'nachbarkreis'].flatMap((id) => ['--ohne', id])],
        { LAND_DATEI: datei, PORTAL_ZIEL: ziel, STICHTAG },
      );

    test('waits for nobody: while one run builds, another publishes nothing', () => {
      const ziel = join(ort, 'land');
      allein(join(ort, '.land-sperre'), () => {
        const { status, stderr } = baue(ziel);
        expect(stderr).toContain('Gerade arbeitet schon jemand in diesem Ordner.');
        expect(stderr).toMatch(/nichts veröffentlicht; .* unverändert\.\n$/);
        expect([status, existsSync(ziel)]).toEqual([1, false]);
      });
      expect(baue(ziel)).toMatchObject({ status: 0, stderr: '' });
      expect(readdirSync(ort)).toEqual(['land']);
    });

    test.each([
      ['land/land.yaml', 'dist-land', undefined],
      ['land/land.yaml', 'land/dist', 'Dort liegt der Inhalt.'],
      ['nrw.yaml', 'dist-land', undefined],
      ['./nrw.yaml', 'daten/dist', 'Dort liegt der Inhalt.'],
      [join(process.cwd(), 'nrw.yaml'), 'daten', 'Dort liegt der Inhalt.'],
      ['../nrw.yaml', '../daten', 'Dort liegt der Inhalt.'],
      ['nrw.yaml', '.', 'Darin liegt das Projekt selbst.'],
    ])('of %s into %s: %s', (datei, ziel, grund) => {
      const einwaende = orteVon(datei).flatMap((ort) => geschuetzt(ziel, ort) ?? []);
      expect(einwaende[0]).toBe(grund);
    });

    test('says in a sentence that it cannot write', () => {
      writeFileSync(join(ort, 'datei'), '');
      const { status, stderr } = baue(join(ort, 'datei', 'land'));
      expect(stderr).toMatch(/^Die Startseite lässt sich nicht bauen: E(EXIST|NOTDIR)/);
      expect([status, stderr.includes('    at ')]).toEqual([1, false]);
    });
  });

  test('says where land.yaml is wrong', () => {
    const lauf = rufe('scripts/land.ts', ['bauen'], {
      LAND_DATEI: 'test/fixtures/musterkreis/portal.yaml',
      STICHTAG,
    });
    expect(lauf.status).toBe(1);
    expect(lauf.stderr).toMatch(/kreise/);
    expect(existsSync('dist-land')).toBe(false);
  });
});

/** Publishing on a server: all or nothing, nothing foreign touched, nothing withdrawn kept. Real files, and the real program. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatPruefsummen, PRUEFSUMMEN, summenVon } from '../../scripts/lib/pruefsummen.ts';
import { allein } from '../../scripts/lib/sperre.ts';
import { geheZurueck, raeumeAuf, veroeffentliche } from '../../scripts/lib/staende.ts';

const STUNDE = 60 * 60 * 1000;
let werkstatt: string;
let bau: string;
let ordner: string;
beforeEach(() => {
  werkstatt = mkdtempSync(join(tmpdir(), 'portal-server-'));
  bau = join(werkstatt, 'dist');
  ordner = join(werkstatt, 'www');
});
afterEach(() => rmSync(werkstatt, { recursive: true, force: true }));

/** A finished build: what it says, and a part of its search under a name of its own. */
function baue(was: string, mehr: Record<string, string> = {}): void {
  rmSync(bau, { recursive: true, force: true });
  const dateien = {
    'index.html': `<link rel="canonical" href="https://kreis.example/">${was}`,
    'bleibt.css': 'immer gleich',
    [`suche-teile/k0-${was}.json`]: `Karten von ${was}`,
    ...mehr,
  };
  for (const [pfad, text] of Object.entries(dateien)) {
    mkdirSync(dirname(join(bau, pfad)), { recursive: true });
    writeFileSync(join(bau, pfad), text, { mode: 0o600 });
  }
  writeFileSync(join(bau, PRUEFSUMMEN), formatPruefsummen(summenVon(bau)));
}

const stelle = (nach: number, sofort = false) =>
  veroeffentliche(bau, ordner, { jetzt: nach * STUNDE, sofort });
const lies = (pfad: string) => readFileSync(join(ordner, 'aktuell', pfad), 'utf8');
const gibt = (pfad: string) => existsSync(join(ordner, 'aktuell', pfad));
const staende = () => readdirSync(join(ordner, 'staende'));
const gilt = () => /[A-Z]$/.exec(lies('index.html'))![0];

/** The command as people call it; `vorsatz` are commands of a shell before it. */
function rufe(args: readonly string[], vorsatz = ''): Promise<{ code: number; ausgabe: string }> {
  return new Promise((done) => {
    const befehl = `${vorsatz} exec "$0" scripts/veroeffentlichen.ts "$@"`;
    const child = spawn('bash', ['-c', befehl, process.execPath, ...args], {
      env: { ...process.env, PORTAL_ZIEL: bau },
    });
    let ausgabe = '';
    for (const strom of [child.stdout, child.stderr])
      strom.setEncoding('utf8').on('data', (stueck) => (ausgabe += stueck));
    child.on('close', (code) => done({ code: code!, ausgabe }));
  });
}

/** Lets Node make no hard link, as on exFAT. */
const OHNE_LINKS = `export NODE_OPTIONS='--import=data:text/javascript,${encodeURIComponent(
  `import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  fs.linkSync = () => { throw Object.assign(new Error("link"), { code: "EPERM" }); };
  syncBuiltinESMExports();`,
)}';`;

describe('publishing', () => {
  test('puts the whole build in place, readable for the server', async () => {
    baue('A');
    const { code, ausgabe } = await rufe([ordner], 'umask 077;');
    expect([code, ausgabe]).toEqual([0, expect.stringContaining('nachgelesen: 3 Dateien')]);
    expect(gilt()).toBe('A');
    const rechte = ['aktuell/', 'aktuell/suche-teile', 'aktuell/index.html'].map(
      (pfad) => statSync(join(ordner, pfad)).mode & 0o777,
    );
    expect(rechte).toEqual([0o755, 0o755, 0o644]);
  });

  test.each([
    ['emptied by a power cut', ''],
    ['naming a file outside', '{"seit":0,"mitgenommen":{"suche-teile/../../../../opfer.json":0}}'],
  ])('goes on where the note about the last release is %s', (_wie, text) => {
    baue('A');
    stelle(0);
    writeFileSync(join(ordner, 'aktuell/.herkunft.json'), text);
    writeFileSync(join(werkstatt, 'opfer.json'), 'fremd');
    raeumeAuf(ordner, { jetzt: 30 * STUNDE, sofort: true });
    baue('B');
    stelle(48);
    expect([gilt(), existsSync(join(werkstatt, 'opfer.json'))]).toEqual(['B', true]);
  });

  test('keeps for open pages what they still ask for, but no page that is gone', () => {
    baue('A', { 'angebote/weg/index.html': 'zurückgezogen' });
    stelle(0);
    baue('B');
    expect(stelle(1).mitgenommen).toBe(1);
    expect(gilt()).toBe('B');
    expect(lies('suche-teile/k0-A.json')).toBe('Karten von A');
    expect(gibt('angebote/weg/index.html')).toBe(false);
  });

  test('lets go of it after a day, however often something is published meanwhile', () => {
    for (const [was, nach] of [
      ['A', 0],
      ['B', 1],
      ['C', 20],
    ] as const) {
      baue(was);
      stelle(nach);
    }
    expect([gibt('suche-teile/k0-A.json'), gibt('suche-teile/k0-B.json')]).toEqual([true, true]);
    baue('D');
    stelle(26);
    expect([gibt('suche-teile/k0-A.json'), gibt('suche-teile/k0-B.json')]).toEqual([false, true]);
    raeumeAuf(ordner, { jetzt: 51 * STUNDE, sofort: false });
    expect([gibt('suche-teile/k0-B.json'), gibt('suche-teile/k0-C.json')]).toEqual([false, false]);
    expect([gilt(), staende()]).toEqual(['D', [expect.any(String)]]);
  });

  test('keeps one release to go back to, and nothing at all with --sofort', () => {
    for (const [i, was] of ['A', 'B', 'C'].entries()) {
      baue(was);
      stelle(i);
    }
    expect(staende()).toHaveLength(2);
    baue('D');
    expect(stelle(3, true).mitgenommen).toBe(0);
    expect(staende()).toHaveLength(1);
    expect(readdirSync(join(ordner, 'aktuell/suche-teile'))).toEqual(['k0-D.json']);
  });

  test('does not make browsers load again what stayed the same, and makes them load what changed', () => {
    baue('A');
    stelle(0);
    const vorher = (pfad: string) =>
      Math.floor(statSync(join(ordner, 'aktuell', pfad)).mtimeMs / 1000);
    const [css, html] = [vorher('bleibt.css'), vorher('index.html')];
    // Same length, published within the same second.
    baue('B');
    stelle(1);
    expect(vorher('bleibt.css')).toBe(css);
    expect(vorher('index.html')).toBeGreaterThan(html);
  });
});

describe('going back', () => {
  beforeEach(() => {
    for (const [i, was] of ['A', 'B'].entries()) {
      baue(was);
      stelle(i);
    }
  });

  test('makes the release before count again; open pages of the newer one still find their parts', async () => {
    expect(await rufe([ordner, '--zurueck'])).toMatchObject({ code: 0 });
    expect(gilt()).toBe('A');
    expect(gibt('suche-teile/k0-B.json')).toBe(true);
    expect(() => geheZurueck(ordner, { jetzt: STUNDE, sofort: false })).toThrow(
      'keinen früheren Stand',
    );
    baue('C');
    stelle(2);
    expect(gilt()).toBe('C');
  });

  test('with --sofort leaves nothing of a mistake', () => {
    geheZurueck(ordner, { jetzt: 2 * STUNDE, sofort: true });
    expect([gilt(), staende().length, gibt('suche-teile/k0-B.json')]).toEqual(['A', 1, false]);
  });

  test('with --sofort leaves nothing either of what was before the release that counts again', () => {
    baue('C');
    stelle(2);
    geheZurueck(ordner, { jetzt: 3 * STUNDE, sofort: true });
    expect([gilt(), readdirSync(join(ordner, 'aktuell/suche-teile'))]).toEqual([
      'B',
      ['k0-B.json'],
    ]);
  });

  test('does not go back to a release that is damaged', () => {
    const [aelterer] = staende();
    writeFileSync(join(ordner, 'staende', aelterer!, 'bleibt.css'), 'anders');
    expect(() => geheZurueck(ordner, { jetzt: 2 * STUNDE, sofort: false })).toThrow('beschädigt');
    expect(gilt()).toBe('B');
  });

  test('does not go back to a release without its checksums, and says so', async () => {
    rmSync(join(ordner, 'staende', staende()[0]!, PRUEFSUMMEN));
    expect(await rufe([ordner, '--zurueck'])).toEqual({
      code: 1,
      ausgabe: expect.stringMatching(
        /^Der frühere Stand ist beschädigt \(„\.pruefsummen“\)\. Bitte .*\nEs gilt weiter/,
      ),
    });
    expect(gilt()).toBe('B');
  });

  test('keeps the newer release for a day from then on', () => {
    geheZurueck(ordner, { jetzt: 30 * STUNDE, sofort: false });
    raeumeAuf(ordner, { jetzt: 53 * STUNDE, sofort: false });
    expect([gilt(), staende().length]).toEqual(['A', 2]);
    raeumeAuf(ordner, { jetzt: 55 * STUNDE, sofort: false });
    expect([gilt(), staende().length]).toEqual(['A', 1]);
  });
});

describe('what was public and is not to be any more', () => {
  const ORT = { strasse: 'Geheimweg 7' };
  const offen = { id: 'haus', orte: [ORT] };
  const geheim = { id: 'haus', schutz: ['vertraulich', 'schnell-verlassen'] };
  const beratung = { id: 'beratung', schutz: ['schnell-verlassen'], orte: [ORT] };
  const kurs = { id: 'kurs', orte: [ORT] };
  /** A build with these offers. */
  const mit = (was: string, angebote: unknown) =>
    baue(was, { 'daten/v1/angebote.json': JSON.stringify({ version: 1, angebote }) });

  test.each<[string, unknown, unknown]>([
    ['became confidential', [offen, kurs], [geheim, kurs]],
    ['is confidential under another name', [offen, kurs], [{ ...geheim, id: 'zuflucht' }, kurs]],
    ['was protected and is gone', [beratung, kurs], [kurs]],
    ['is protected and has no place any more', [beratung], [{ ...beratung, orte: undefined }]],
    ['cannot be told from the release before', 'kaputt', [geheim]],
  ])('where it %s, nothing of it remains, and it says so', async (_, vorher, nachher) => {
    mit('A', vorher);
    stelle(0);
    mit('B', nachher);
    const { code, ausgabe } = await rufe([ordner]);
    expect([code, ausgabe]).toEqual([0, expect.stringContaining('Deshalb bleibt nichts davon')]);
    expect(ausgabe).not.toMatch(/haus|Geheim/);
    expect([gilt(), staende().length]).toEqual(['B', 1]);
    expect(gibt('suche-teile/k0-A.json')).toBe(false);
  });

  test.each<[string, unknown, unknown]>([
    ['a shelter stays one', [geheim, kurs], [geheim]],
    ['what is gone was for everybody', [kurs, offen], [offen]],
    ['what is protected has another place', [beratung], [{ ...beratung, orte: [{ ort: 'x' }] }]],
  ])('where %s, open pages find what they ask for', (_, vorher, nachher) => {
    mit('A', vorher);
    stelle(0);
    mit('B', nachher);
    expect(stelle(1)).toMatchObject({ mitgenommen: 1, zurueckgenommen: false });
    expect([gilt(), staende().length]).toEqual(['B', 2]);
  });

  test('nobody goes back to it', async () => {
    mit('A', [offen]);
    stelle(0);
    const [alter] = staende();
    mit('B', [offen]);
    stelle(1);
    // As it was published before anybody compared.
    rmSync(join(ordner, 'aktuell/daten/v1/angebote.json'));
    writeFileSync(
      join(ordner, 'aktuell/daten/v1/angebote.json'),
      JSON.stringify({ angebote: [geheim] }),
    );
    for (const args of [['--zurueck'], ['--zurueck', '--sofort']]) {
      const { code, ausgabe } = await rufe([ordner, ...args]);
      expect([code, ausgabe]).toEqual([
        1,
        expect.stringMatching(/früheren Stand steht öffentlich.*neu bauen.*\nEs gilt weiter/),
      ]);
    }
    expect([gilt(), staende()[0], gibt('suche-teile/k0-A.json')]).toEqual(['B', alter, true]);
  });

  test('going back from it leaves nothing of it', async () => {
    mit('A', [geheim]);
    stelle(0);
    mit('B', [offen]);
    stelle(1);
    const { code, ausgabe } = await rufe([ordner, '--zurueck']);
    expect([code, ausgabe]).toEqual([0, expect.stringContaining('Der andere ist gelöscht.')]);
    expect(ausgabe).toContain('wie mit --sofort');
    expect([gilt(), staende().length, gibt('suche-teile/k0-B.json')]).toEqual(['A', 1, false]);
  });
});

describe('what is published stays as it is', () => {
  beforeEach(() => {
    baue('A');
    stelle(0);
  });

  test('where the build is not whole, or not only the build', () => {
    baue('B');
    rmSync(join(bau, 'bleibt.css'));
    expect(() => stelle(1)).toThrow('fehlt „bleibt.css“');
    baue('B');
    writeFileSync(join(bau, 'bleibt.css'), 'immer gleicH');
    expect(() => stelle(1)).toThrow('„bleibt.css“ ist nicht so angekommen');
    baue('B');
    writeFileSync(join(bau, 'geheim.txt'), 'x');
    expect(() => stelle(1)).toThrow('„geheim.txt“ gehört nicht zum gebauten Portal');
    rmSync(join(bau, PRUEFSUMMEN));
    expect(() => stelle(1)).toThrow('kein gebautes Portal');
    expect([gilt(), staende()]).toEqual(['A', ['1970-01-01T00-00-00-000Z']]);
  });

  test('where writing fails in the middle', async () => {
    baue('B', { 'zu-gross.bin': 'x'.repeat(3_000_000) });
    // No file may become larger than 1 MB: the copy breaks off as on a full disk.
    const { code, ausgabe } = await rufe([ordner], 'trap "" XFSZ; ulimit -f 1024;');
    expect([code, ausgabe]).toEqual([
      1,
      expect.stringContaining('Es gilt weiter, was vorher galt.'),
    ]);
    expect([gilt(), staende()]).toEqual(['A', ['1970-01-01T00-00-00-000Z']]);
  });

  test('where another portal was built', () => {
    baue('B');
    writeFileSync(
      join(bau, 'index.html'),
      '<link rel="canonical" href="https://anderer.example/">B',
    );
    rmSync(join(bau, PRUEFSUMMEN));
    writeFileSync(join(bau, PRUEFSUMMEN), formatPruefsummen(summenVon(bau)));
    expect(() => stelle(1)).toThrow('liegt das Portal https://kreis.example/');
    expect(gilt()).toBe('A');
  });

  test('where somebody else is at it, but not for ever', async () => {
    baue('B');
    const sperre = join(ordner, '.sperre');
    writeFileSync(sperre, JSON.stringify({ pid: process.pid, rechner: hostname() }));
    const { code, ausgabe } = await rufe([ordner]);
    expect([code, ausgabe]).toEqual([1, expect.stringContaining('arbeitet schon jemand')]);
    expect(gilt()).toBe('A');
    // Left behind by a run that was killed, with half a copy.
    writeFileSync(sperre, JSON.stringify({ pid: 2 ** 30, rechner: hostname() }));
    mkdirSync(join(ordner, 'staende/.entwurf-1/suche-teile'), { recursive: true });
    stelle(1);
    expect([gilt(), staende().length, existsSync(sperre)]).toEqual(['B', 2, false]);
  });

  // After a power cut the number belongs to another process; a container that is gone was a machine of its own; clocks go wrong.
  test.each([
    { pid: process.pid, rechner: hostname(), minuten: 11 },
    { pid: 7, rechner: 'a1b2c3d4', minuten: 11 },
    { pid: 7, rechner: 'a1b2c3d4', minuten: -11 },
  ])('for ten minutes where who was at it may be gone: %o', ({ minuten, ...wer }) => {
    baue('B');
    const sperre = join(ordner, '.sperre');
    writeFileSync(sperre, JSON.stringify(wer));
    expect(() => stelle(1)).toThrow('arbeitet schon jemand');
    const damals = Date.now() / 1000 - minuten * 60;
    utimesSync(sperre, damals, damals);
    stelle(1);
    expect([gilt(), existsSync(sperre)]).toEqual(['B', false]);
  });

  test.each(['', 'null', '{'])('not where the lock says nothing: „%s“', (zettel) => {
    baue('B');
    const sperre = join(ordner, '.sperre');
    writeFileSync(sperre, zettel);
    // It may be just being written.
    expect(() => stelle(1)).toThrow('arbeitet schon jemand');
    const damals = Date.now() / 1000 - 3;
    utimesSync(sperre, damals, damals);
    stelle(1);
    expect(gilt()).toBe('B');
  });

  test('where nothing can be written, which is said in German', () => {
    const datei = join(ordner, 'datei');
    writeFileSync(datei, '');
    expect(() => allein(join(datei, '.sperre'), () => undefined)).toThrow(
      /lässt sich nicht schreiben: Wo ein Ordner sein müsste, ist eine Datei\.$/,
    );
  });

  test('where somebody has been at it for long and still is', () => {
    const sperre = join(ordner, '.sperre');
    allein(sperre, (pruefe) => {
      utimesSync(sperre, 0, 0);
      pruefe();
      expect(() => stelle(1)).toThrow('arbeitet schon jemand');
      // Stood still for too long, and somebody else took over.
      utimesSync(sperre, 0, 0);
      stelle(1);
      expect(pruefe).toThrow('verschwunden');
    });
  });

  test.each([
    ['', ''],
    [', on a disk without links', OHNE_LINKS],
  ])('or becomes one of those that are published at the same time, whole%s', async (_, vorsatz) => {
    baue('B');
    const laeufe = await Promise.all([1, 2, 3].map(() => rufe([ordner], vorsatz)));
    expect(laeufe.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
    for (const { code, ausgabe } of laeufe)
      expect(code === 0 || ausgabe.includes('arbeitet schon jemand')).toBe(true);
    expect(gilt()).toBe('B');
    expect(readdirSync(ordner).sort()).toEqual(['.integrationsportal', 'aktuell', 'staende']);
  });
});

test('a folder with anything of somebody else in it is never touched', async () => {
  baue('A');
  mkdirSync(ordner);
  writeFileSync(join(ordner, 'wichtig.txt'), 'x');
  const { code, ausgabe } = await rufe([ordner]);
  expect([code, ausgabe]).toEqual([1, expect.stringContaining('ist nicht leer')]);
  expect(readdirSync(ordner)).toEqual(['wichtig.txt']);
  expect((await rufe(['content'])).ausgabe).toContain('Dort liegt der Inhalt');
  expect(() => raeumeAuf(ordner, { jetzt: 0, sofort: true })).toThrow('noch nichts');
});

test('nothing is published into the built portal, nor around it', () => {
  baue('A');
  for (const wohin of [join(bau, 'www'), bau, werkstatt])
    expect(() => veroeffentliche(bau, wohin, { jetzt: 0, sofort: false })).toThrow('ineinander');
  expect(existsSync(join(bau, 'www'))).toBe(false);
});

test('where a file has the name of the folder, a sentence says so', async () => {
  baue('A');
  writeFileSync(ordner, 'x');
  for (const args of [[], ['--zurueck'], ['--aufraeumen']]) {
    const { code, ausgabe } = await rufe([ordner, ...args]);
    expect(code).toBe(1);
    expect(ausgabe).toMatch(/ist kein Ordner\.|noch nichts veröffentlicht\./);
    expect(ausgabe).not.toContain('    at ');
  }
});

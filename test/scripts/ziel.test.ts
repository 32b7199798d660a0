import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { erneuere } from '../../scripts/lib/bau/erneuern.ts';
import { echterOrt, einsetzen, einwandGegenZiel } from '../../scripts/lib/bau/ziel.ts';

let ordner: string;
beforeEach(() => {
  ordner = mkdtempSync(join(tmpdir(), 'ziel-'));
});
afterEach(() => rmSync(ordner, { recursive: true, force: true }));

// Asked of the function, not of a build: a build that does not refuse would delete what it is pointed at.
describe('einwandGegenZiel', () => {
  it.each([
    '.',
    '..',
    '/',
    'src',
    'src/site',
    'content',
    'content/neu',
    'package.json',
    'docs/neu',
    '.git',
    'node_modules/x',
  ])('refuses %s, where something else would be deleted', (ziel) =>
    expect(einwandGegenZiel(ziel, 'content')).toContain('ist nicht möglich'),
  );

  it('refuses a folder with something else in it, and takes a new, an empty and a built one', () => {
    const ziel = join(ordner, 'dist');
    expect(einwandGegenZiel(ziel, 'content')).toBeUndefined();
    mkdirSync(ziel);
    expect(einwandGegenZiel(ziel, 'content')).toBeUndefined();
    writeFileSync(join(ziel, 'brief.odt'), '');
    expect(einwandGegenZiel(ziel, 'content')).toContain('nicht leer');
    writeFileSync(join(ziel, '404.html'), '');
    expect(einwandGegenZiel(ziel, 'content')).toBeUndefined();
  });

  it('refuses the content wherever it lies', () => {
    const inhalt = join(ordner, 'kreis');
    mkdirSync(inhalt);
    expect(einwandGegenZiel(inhalt, inhalt)).toContain('Inhalt');
    expect(einwandGegenZiel(ordner, inhalt)).toContain('Inhalt');
    expect(einwandGegenZiel('dist', 'content')).toBeUndefined();
  });
});

describe('the target', () => {
  it('is where a link leads to, which stays a link', () => {
    const echt = join(ordner, 'www');
    const link = join(ordner, 'dist');
    mkdirSync(echt);
    symlinkSync(echt, link);
    expect([echterOrt(link), echterOrt(echt)]).toEqual(
      [echt, echt].map((pfad) => realpathSync(pfad)),
    );
    expect(echterOrt(join(ordner, 'neu'))).toBe(join(ordner, 'neu'));
  });
});

describe('einsetzen', () => {
  it('replaces the last build, and leaves it where the new one is missing', () => {
    const ziel = join(ordner, 'dist');
    const entwurf = join(ordner, '.dist-entwurf');
    mkdirSync(ziel);
    writeFileSync(join(ziel, '404.html'), 'gestern');
    expect(() => einsetzen(entwurf, ziel)).toThrow();
    expect(readFileSync(join(ziel, '404.html'), 'utf8')).toBe('gestern');
    mkdirSync(entwurf);
    writeFileSync(join(entwurf, '404.html'), 'heute');
    einsetzen(entwurf, ziel);
    expect(readFileSync(join(ziel, '404.html'), 'utf8')).toBe('heute');
  });

  describe('where only little has changed', () => {
    const ziel = () => join(ordner, 'dist');
    const entwurf = () => join(ordner, '.dist-entwurf');
    const bleibende = Array.from({ length: 60 }, (_, nr) => `angebote/a${nr}/index.html`);
    const lege = (wurzel: string, dateien: Readonly<Record<string, string>>) => {
      for (const [pfad, text] of Object.entries(dateien)) {
        mkdirSync(dirname(join(wurzel, pfad)), { recursive: true });
        writeFileSync(join(wurzel, pfad), text);
      }
    };
    const stand = () =>
      Object.fromEntries(
        listPfade(ziel()).map((pfad) => [pfad, readFileSync(join(ziel(), pfad), 'utf8')]),
      );
    const knoten = (pfad = '') => statSync(join(ziel(), pfad)).ino;
    const bleibendes = Object.fromEntries(bleibende.map((pfad) => [pfad, `${pfad}, gestern`]));
    const neu = { '404.html': 'heute', 'orte/neu/index.html': 'heute', '.pruefsummen': 'heute' };

    beforeEach(() => {
      lege(ziel(), {
        ...bleibendes,
        '404.html': 'gestern',
        '.pruefsummen': 'gestern',
        'orte/alt/index.html': 'gestern',
        'notiz.txt': 'von Hand',
      });
      lege(entwurf(), neu);
    });

    it('brings it up to date where it lies: what stays is not touched, what nobody wants is gone', () => {
      const vorher = [knoten(), knoten(bleibende[0])];
      expect(einsetzen(entwurf(), ziel(), new Set(bleibende))).toBeUndefined();
      expect(stand()).toEqual({ ...bleibendes, ...neu });
      expect([knoten(), knoten(bleibende[0])]).toEqual(vorher);
      expect(readdirSync(join(ziel(), 'orte'))).toEqual(['neu']);
      expect(readdirSync(ordner)).toEqual(['dist']);
    });

    it.each([
      ['a link lies there', () => symlinkSync('/etc', join(ziel(), 'fremdes'))],
      [
        'an empty folder lies there',
        () => mkdirSync(join(ziel(), 'fremdes/leer'), { recursive: true }),
      ],
      [
        'a name differs from another one in case only, which is the same file on some disks',
        () => lege(ziel(), { '404.HTML': 'gestern' }),
      ],
      [
        'many files are gone, for that takes a while',
        () => lege(ziel(), Object.fromEntries(bleibende.map((pfad) => [`x/${pfad}`, 'gestern']))),
      ],
    ])('replaces it as a whole where %s', (_, tun) => {
      tun();
      const vorher = knoten();
      expect(einsetzen(entwurf(), ziel(), new Set(bleibende))).toBeUndefined();
      expect(stand()).toEqual({ ...bleibendes, ...neu });
      expect(readdirSync(ziel())).not.toContain('fremdes');
      expect(knoten()).not.toBe(vorher);
      expect(readdirSync(ordner)).toEqual(['dist']);
    });

    it('replaces it as a whole where a step fails, when some are done', () => {
      lege(ziel(), { 'zettel.txt': 'gestern' });
      const seite = { 'zettel.txt/index.html': 'heute' };
      lege(entwurf(), seite);
      expect(einsetzen(entwurf(), ziel(), new Set(bleibende))).toBeUndefined();
      expect(stand()).toEqual({ ...bleibendes, ...neu, ...seite });
      expect(readdirSync(ordner)).toEqual(['dist']);
    });

    it('undoes what it has done where it cannot go on', () => {
      // A file cannot take the place of a folder: the last step fails.
      rmSync(join(ziel(), '.pruefsummen'));
      const darin = '.pruefsummen/bleibt';
      lege(ziel(), { [darin]: 'gestern' });
      const alles = () => [stand(), readdirSync(ziel(), { recursive: true }).sort()];
      const vorher = alles();
      const bleibt = new Set([...bleibende, darin]);
      const alt = join(ordner, '.dist-alt');
      expect(erneuere({ entwurf: entwurf(), ziel: ziel(), bleibt, alt })).toBe(false);
      expect(alles()).toEqual(vorher);
      expect(listPfade(entwurf())).toEqual(Object.keys(neu).sort());
    });

    it('leaves it as it was where a file is gone that was to stay', () => {
      // With its folder: an empty one would be found before.
      rmSync(dirname(join(ziel(), bleibende[7]!)), { recursive: true });
      const vorher = stand();
      expect(() => einsetzen(entwurf(), ziel(), new Set(bleibende))).toThrow(bleibende[7]);
      expect(stand()).toEqual(vorher);
    });

    it('replaces it as a whole where much has changed', () => {
      const vorher = knoten();
      const wenige = new Set(bleibende.slice(0, 20));
      einsetzen(entwurf(), ziel(), wenige);
      expect(knoten()).not.toBe(vorher);
      expect(listPfade(ziel())).toEqual([...Object.keys(neu), ...wenige].sort());
    });
  });

  // Root may delete everything, so that another user has to try.
  it.skipIf(process.platform === 'win32')(
    'replaces what it cannot delete, says so, and does it again',
    () => {
      const ziel = join(ordner, 'dist');
      const entwurf = join(ordner, '.dist-entwurf');
      const jemand = process.getuid!() === 0 ? { uid: 65534 } : {};
      chmodSync(ordner, 0o777);
      for (const tag of ['gestern', 'heute', 'morgen', 'übermorgen']) {
        mkdirSync(join(entwurf, 'fest'), { recursive: true });
        writeFileSync(join(entwurf, 'fest/404.html'), tag);
        chmodSync(join(entwurf, 'fest'), 0o555);
        for (const eines of [entwurf, join(entwurf, 'fest')])
          if (jemand.uid) chownSync(eines, jemand.uid, 0);
        const code = `import { einsetzen } from './scripts/lib/bau/ziel.ts'; console.log(einsetzen(...${JSON.stringify([entwurf, ziel])}))`;
        const { stdout, stderr } = spawnSync(
          process.execPath,
          ['--input-type=module', '--eval', code],
          { ...jemand, encoding: 'utf8' },
        );
        expect(stderr).toBe('');
        if (tag === 'gestern') expect(stdout).toBe('undefined\n');
        else expect(stdout).toContain('Bitte den Ordner');
        expect(readFileSync(join(ziel, 'fest/404.html'), 'utf8')).toBe(tag);
      }
      for (const name of readdirSync(ordner)) chmodSync(join(ordner, name, 'fest'), 0o755);
    },
  );
});

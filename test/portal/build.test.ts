import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listFiles } from '../lib/dateien.ts';
import { baue, WERKSTATT } from './lib/bauen.ts';

const inhaltMit = (name: string, dateien: Record<string, string>): string => {
  const ordner = join(WERKSTATT, `inhalt-${name}`);
  rmSync(ordner, { recursive: true, force: true });
  cpSync('test/fixtures/musterkreis', ordner, { recursive: true });
  for (const [datei, text] of Object.entries(dateien)) writeFileSync(join(ordner, datei), text);
  return ordner;
};

/** The project with its history and its packages, as if checked out elsewhere; hard links, since nothing of it is changed. */
function kopiereProjekt(ziel: string): void {
  rmSync(ziel, { recursive: true, force: true });
  mkdirSync(join(ziel, 'node_modules'), { recursive: true });
  const teile = readdirSync('.').filter(
    (name) => !['.tmp', '.astro', 'dist', 'node_modules'].includes(name),
  );
  execFileSync('cp', ['-al', ...teile, ziel]);
  // Without what tools keep beside the packages: other tests are writing there right now.
  const pakete = readdirSync('node_modules').filter((name) => !name.startsWith('.'));
  const wege = pakete.map((name) => join('node_modules', name));
  execFileSync('cp', ['-al', ...wege, join(ziel, 'node_modules')]);
}

/** Which lists can be embedded, only the build knows: the check before it lets this one pass. */
const LINK = '---\ntitel: Link\n---\n\nMehr steht [hier](/einbetten/gibt-es-nicht/).\n';

describe('npm run build', () => {
  it('makes the same portal in another folder, time zone and language of the machine, byte by byte', async () => {
    const anderswo = join(WERKSTATT, 'anderer Ort');
    kopiereProjekt(anderswo);
    onTestFinished(() => rmSync(anderswo, { recursive: true, force: true }));
    const { code, ausgabe } = await baue('test/fixtures/musterkreis', join(anderswo, 'dist'), {
      ordner: anderswo,
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: anderswo,
    });
    expect(code, ausgabe).toBe(0);
    const hier = join(WERKSTATT, 'musterkreis');
    const dort = join(anderswo, 'dist');
    const namen = (ordner: string) => listFiles(ordner).map((path) => relative(ordner, path));
    expect(namen(dort)).toEqual(namen(hier));
    const verschieden = namen(hier).filter(
      (name) => !readFileSync(join(hier, name)).equals(readFileSync(join(dort, name))),
    );
    expect(verschieden).toEqual([]);
  });

  it('leaves the last portal untouched and names file and field when an offer is wrong', async () => {
    const ziel = join(WERKSTATT, 'musterkreis-kaputt');
    rmSync(ziel, { recursive: true, force: true });
    mkdirSync(ziel, { recursive: true });
    writeFileSync(join(ziel, '404.html'), 'gestern');
    const angebot = readFileSync(
      'test/fixtures/musterkreis/angebote/deutschkurs-frauen.md',
      'utf8',
    );
    const inhalt = inhaltMit('kaputt', {
      'angebote/falsch.md': angebot.replace(/^thema:.*$/m, 'thema: [sprachen]'),
    });
    const { code, ausgabe } = await baue(inhalt, ziel);
    expect(code).toBe(1);
    expect(ausgabe).toContain('angebote/falsch.md');
    expect(ausgabe).toContain('thema[0]');
    expect(ausgabe).toContain('Meinten Sie „sprache“?');
    expect(listFiles(ziel).map((path) => relative(ziel, path))).toEqual(['404.html']);
    expect(existsSync(join(WERKSTATT, '.musterkreis-kaputt-entwurf'))).toBe(false);
  });

  it('publishes no page with a link that leads nowhere; the last portal stays, and nothing of this one', async () => {
    const ziel = join(WERKSTATT, 'musterkreis-link');
    rmSync(ziel, { recursive: true, force: true });
    mkdirSync(ziel, { recursive: true });
    writeFileSync(join(ziel, '404.html'), 'gestern');
    const inhalt = inhaltMit('link', { 'seiten/link.md': LINK });
    const { code, ausgabe } = await baue(inhalt, ziel);
    expect(code).toBe(1);
    expect(ausgabe).toContain('/integration/link/index.html');
    expect(ausgabe).toContain('„/integration/einbetten/gibt-es-nicht/“');
    expect(ausgabe).not.toContain('Komprimiere');
    expect(listFiles(ziel).map((path) => relative(ziel, path))).toEqual(['404.html']);
    expect(existsSync(join(WERKSTATT, '.musterkreis-link-entwurf'))).toBe(false);
  });

  it.each([
    ['all is right', {}, /Die Sperre .* ist verschwunden; .*\n\nEs wurde nichts veröffentlicht\./],
    [
      'something is wrong',
      { 'seiten/link.md': LINK },
      /„\/integration\/einbetten\/gibt-es-nicht\/“/,
    ],
  ])(
    'puts nothing in place when somebody else has taken its lock, and leaves their files alone: where %s',
    async (_, dateien, meldung) => {
      const ziel = join(WERKSTATT, 'musterkreis-gesperrt');
      const [entwurf, sperre] = ['entwurf', 'sperre'].map((was) =>
        join(WERKSTATT, `.musterkreis-gesperrt-${was}`),
      ) as [string, string];
      for (const rest of [ziel, entwurf, sperre]) rmSync(rest, { recursive: true, force: true });
      mkdirSync(ziel, { recursive: true });
      writeFileSync(join(ziel, '404.html'), 'gestern');
      const { code, ausgabe } = await baue(
        inhaltMit('gesperrt', dateien),
        ziel,
        { PORTAL_KOMPRIMIERT: 'nein' },
        // The last thing it says: as if the machine had slept right then.
        (bisher) => /Prüfe \d/.test(bisher) && writeFileSync(sperre, 'von jemand anderem'),
      );
      expect(code, ausgabe).toBe(1);
      expect(ausgabe).toMatch(meldung);
      expect(listFiles(ziel).map((path) => relative(ziel, path))).toEqual(['404.html']);
      expect(existsSync(join(entwurf, '404.html'))).toBe(true);
      expect(existsSync(join(WERKSTATT, '.musterkreis-gesperrt-katalog'))).toBe(true);
      expect(readFileSync(sperre, 'utf8')).toBe('von jemand anderem');
    },
  );

  it('publishes no portal with placeholders once the trial is over', async () => {
    const portal = readFileSync('test/fixtures/musterkreis/portal.yaml', 'utf8');
    const inhalt = inhaltMit('echt', {
      'portal.yaml': portal.replace('probebetrieb: ja', 'probebetrieb: nein'),
      'seiten/impressum.md':
        '---\ntitel: Impressum\nart: rechtliches\n---\n\n[[Platzhalter: Anschrift des Kreises]]\n',
    });
    const ziel = join(WERKSTATT, 'musterkreis-echt');
    const { code, ausgabe } = await baue(inhalt, ziel);
    expect(code).toBe(1);
    expect(ausgabe).toContain('Anschrift des Kreises');
    expect(ausgabe).toContain('ist ein Platzhalter');
    expect(existsSync(ziel)).toBe(false);
  });
});

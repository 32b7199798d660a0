import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../scripts/lib/pruefe-ausgabe.ts';
import { baue, WERKSTATT } from './lib/bauen.ts';

const inhaltMit = (name: string, dateien: Record<string, string>): string => {
  const ordner = join(WERKSTATT, `inhalt-${name}`);
  rmSync(ordner, { recursive: true, force: true });
  cpSync('test/fixtures/musterkreis', ordner, { recursive: true });
  for (const [datei, text] of Object.entries(dateien)) writeFileSync(join(ordner, datei), text);
  return ordner;
};

describe('npm run build', () => {
  it('makes the same portal twice for the same day, byte by byte', async () => {
    const zweites = join(WERKSTATT, 'musterkreis-2');
    const { code } = await baue('test/fixtures/musterkreis', zweites);
    expect(code).toBe(0);
    const erstes = join(WERKSTATT, 'musterkreis');
    const namen = (ordner: string) => listFiles(ordner).map((path) => relative(ordner, path));
    expect(namen(zweites)).toEqual(namen(erstes));
    const verschieden = namen(erstes).filter(
      (name) => !readFileSync(join(erstes, name)).equals(readFileSync(join(zweites, name))),
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

  it('publishes no page with a link that leads nowhere', async () => {
    const inhalt = inhaltMit('link', {
      'seiten/link.md': '---\ntitel: Link\n---\n\nMehr steht [hier](/gibt-es-nicht/).\n',
    });
    const { code, ausgabe } = await baue(inhalt, join(WERKSTATT, 'musterkreis-link'));
    expect(code).toBe(1);
    expect(ausgabe).toContain('/integration/link/index.html');
    expect(ausgabe).toContain('„/integration/gibt-es-nicht/“');
  });

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

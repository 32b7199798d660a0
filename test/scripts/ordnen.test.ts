/** Putting fields in order, as editors run it: the real script in a process of its own. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { rufe } from '../lib/befehl.ts';
import { createInhalt, type Dateien } from '../lib/inhalt.ts';

const angelegt: string[] = [];
afterEach(() => angelegt.splice(0).forEach((ordner) => rmSync(ordner, { recursive: true })));

function inhalt(dateien: Dateien): string {
  const ordner = createInhalt({
    ...{ angebote: null, orte: null, anbieter: null, projekte: null, kontakte: null },
    ...dateien,
  });
  angelegt.push(ordner);
  return ordner;
}

const ordnen = (ordner: string, ...args: string[]) =>
  rufe('scripts/ordnen.ts', args, { PORTAL_INHALT: ordner });

const text = (ordner: string, name: string) => readFileSync(join(ordner, name), 'utf8');

const DURCHEINANDER =
  '---\n# so wurde es gemeldet\nanbieter: verein\n# der Name\ntitel: Kurs\n---\n\nText.\n';
const GEORDNET =
  '---\n# der Name\ntitel: Kurs\n# so wurde es gemeldet\nanbieter: verein\n---\n\nText.\n';

test('writes what is out of order, names it, and leaves the rest', () => {
  const ordner = inhalt({
    'angebote/kurs.md': DURCHEINANDER,
    'angebote/kurs.ar.md': '---\ngeprueft: nein\nart: mensch\n---\n',
    'anbieter/verein.yaml': 'art: verein\nname: Verein\n',
    'orte/haus.yaml': 'name: Haus\nort: Musterstadt\n',
    'projekte/garten.md': '---\ngeprueft_am: unbekannt\ntitel: Garten\n---\n\n## Vorgehen\n',
    'kontakte/kreisweit.yaml': 'stellen:\n  - anbieter: verein\n    funktion: beratung\n',
  });
  const vorher = statSync(join(ordner, 'orte/haus.yaml')).mtimeMs;
  const { status, stdout, stderr } = ordnen(ordner);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/4 Dateien von 5 geordnet\.\n$/);
  expect(text(ordner, 'angebote/kurs.md')).toBe(GEORDNET);
  expect(text(ordner, 'anbieter/verein.yaml')).toBe('name: Verein\nart: verein\n');
  expect(text(ordner, 'projekte/garten.md')).toMatch(
    /^---\ntitel: Garten\ngeprueft_am: unbekannt\n---\n/,
  );
  expect(text(ordner, 'kontakte/kreisweit.yaml')).toBe(
    'stellen:\n  - funktion: beratung\n    anbieter: verein\n',
  );
  expect(text(ordner, 'angebote/kurs.ar.md')).toContain('geprueft: nein\nart: mensch');
  expect(statSync(join(ordner, 'orte/haus.yaml')).mtimeMs).toBe(vorher);
  expect(readdirSync(join(ordner, 'angebote'))).toEqual(['kurs.ar.md', 'kurs.md']);

  expect(ordnen(ordner)).toEqual({
    status: 0,
    stdout: 'Geprüft: 5. Alle sind geordnet.\n',
    stderr: '',
  });
});

test('--pruefen only says so: 1, and nothing is written', () => {
  const ordner = inhalt({ 'angebote/kurs.md': DURCHEINANDER });
  const { status, stdout } = ordnen(ordner, '--pruefen');
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^Nicht geordnet: .*kurs\.md\n1 Datei von 1\. Zum Ordnen: npm run ordnen\n$/,
  );
  expect(text(ordner, 'angebote/kurs.md')).toBe(DURCHEINANDER);
});

test('does only the named files', () => {
  const ordner = inhalt({
    'angebote/a.md': DURCHEINANDER,
    'angebote/b.md': DURCHEINANDER,
  });
  expect(ordnen(ordner, join(ordner, 'angebote/b.md')).status).toBe(0);
  expect(text(ordner, 'angebote/a.md')).toBe(DURCHEINANDER);
  expect(text(ordner, 'angebote/b.md')).toBe(GEORDNET);
});

test('a file that cannot be read stays, byte by byte, and is named with the reason', () => {
  const latin1 = Buffer.from('art: verein\n# f\xfcr alle\nname: Verein\n', 'latin1');
  const ordner = inhalt({
    'angebote/kurs.md': DURCHEINANDER,
    'angebote/offen.md': '---\nanbieter: x\ntitel: "Kurs\n---\n',
    'anbieter/verein.yaml': latin1,
  });
  const { status, stdout, stderr } = ordnen(ordner);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Übergangen: .*verein\.yaml\n {2}.*UTF-8/);
  expect(stderr).toMatch(/Übergangen: .*offen\.md\n {2}.*Zeile 3: /);
  expect(stdout).toContain('1 Datei von 3 geordnet.');
  expect(text(ordner, 'angebote/kurs.md')).toBe(GEORDNET);
  expect(readFileSync(join(ordner, 'anbieter/verein.yaml'))).toEqual(latin1);
});

test('a wrong call: 2, and how it is called', () => {
  const ordner = inhalt({ 'angebote/kurs.md': DURCHEINANDER });
  for (const args of [['package.json'], [join(ordner, 'portal.yaml')], ['--x']]) {
    const { status, stdout, stderr } = ordnen(ordner, ...args);
    expect({ status, stdout }, args.join()).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/\nAufruf: npm run ordnen/);
  }
  expect(text(ordner, 'angebote/kurs.md')).toBe(DURCHEINANDER);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { einsetzen, einwandGegenZiel } from '../../scripts/lib/ziel.ts';

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
});

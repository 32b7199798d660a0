/** `npm run uebersetzungen` as editors use it: the real script over real files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { createInhalt, liesOrdner, STICHTAG } from '../lib/inhalt.ts';

let inhalt: string;
let werkstatt: string;
beforeEach(() => {
  inhalt = createInhalt();
  werkstatt = mkdtempSync(join(tmpdir(), 'uebersetzungen-'));
});
afterEach(() => {
  rmSync(inhalt, { recursive: true, force: true });
  rmSync(werkstatt, { recursive: true, force: true });
});

function ruf(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/uebersetzungen.ts', ...args],
    { encoding: 'utf8', env: { ...process.env, STICHTAG, PORTAL_INHALT: inhalt } },
  );
  return { status, stdout, stderr };
}

const datei = (name: string) => readFileSync(join(inhalt, name), 'utf8');
const tabelle = () => join(werkstatt, 'tabelle.csv');
const uebersetzungVon = (id: string, sprache = 'ar') =>
  liesOrdner(inhalt).katalog!.angebote.get(id)!.uebersetzungen.get(sprache)!;

/** The table of a language, with translations filled in by field. */
function fuelle(felder: Record<string, string>, aendere = (zeile: string) => zeile): void {
  expect(ruf('ausgeben', 'ar', tabelle()).status).toBe(0);
  const zeilen = readFileSync(tabelle(), 'utf8')
    .split('\r\n')
    .map((zeile) => {
      for (const [ort, text] of Object.entries(felder)) {
        const [id, feld] = ort.split(' ');
        if (!zeile.includes(`"${id}";"ar";"${feld}"`)) continue;
        return aendere(zeile.replace(/"[^"]*";("v[0-9a-f]{8}")$/, `"${text}";$1`));
      }
      return zeile;
    });
  writeFileSync(tabelle(), zeilen.join('\r\n'));
}

test('how things stand: per language what is translated, outdated and unread', () => {
  const { status, stdout } = ruf();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ar \(Arabisch\) +2 von 15 +0 von \d +1 +1$/m);
  expect(stdout).toMatch(/^en \(Englisch\) +0 von 15 +1 von \d +0 +0$/m);
});

test('what is to do in a language: outdated first, then unread, then missing, field by field', () => {
  const { stdout } = ruf('zeigen', 'ar');
  expect(stdout).toMatch(
    /Veraltet[^\n]*\(1\)\n {2}angebote\/kleiderstube: text\n[^]*Von niemandem gelesen \(1\)\n {2}angebote\/kleiderstube: titel\n[^]*Noch nicht übersetzt/,
  );
  expect(stdout).toMatch(
    / {2}angebote\/migrationsberatung: titel, kurz, hinweis\.text, zeiten\[0\]\.hinweis/,
  );
});

describe('to a translator and back', () => {
  test('fields come back into files, with the version they were made from', () => {
    fuelle({ 'jugendtreff titel': 'ملتقى الشباب', 'jugendtreff text': 'مساء كل جمعة' });
    const { status, stdout } = ruf('einlesen', tabelle());
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/2 Texte in 1 Dateien/) as string,
    });
    const { art, geprueft, felder } = uebersetzungVon('jugendtreff');
    expect({ art, geprueft }).toEqual({ art: 'mensch', geprueft: false });
    expect(felder.get('titel')).toEqual({ text: 'ملتقى الشباب', veraltet: false });
    expect(felder.get('text')!.text.trim()).toBe('مساء كل جمعة');
  });

  test('the table opens in a German spreadsheet, and nothing in it is a formula', () => {
    ruf('ausgeben', 'ar', tabelle(), '--alle');
    const text = readFileSync(tabelle(), 'utf8');
    expect(text.startsWith('\ufeff"art";"kennung";"sprache";"feld"')).toBe(true);
    expect(text).not.toMatch(/(?:^|;)"[=+\-@]/m);
  });

  test('going out and coming back unchanged changes no file', () => {
    const vorher = datei('angebote/frauencafe.ar.md');
    ruf('ausgeben', 'ar', tabelle(), '--alle');
    expect(ruf('einlesen', tabelle()).status).toBe(0);
    expect(datei('angebote/frauencafe.ar.md')).toBe(vorher);
  });

  test('a file that begins with a mark of its encoding keeps all it has', () => {
    const pfad = join(inhalt, 'angebote/kleiderstube.ar.md');
    writeFileSync(pfad, `\ufeff${datei('angebote/kleiderstube.ar.md')}`);
    expect(ruf('bestaetigen', 'kleiderstube').status).toBe(0);
    expect(datei('angebote/kleiderstube.ar.md')).toMatch(
      /titel: ركن الملابس[^]*ملابس لجميع الأعمار/,
    );
  });

  test('a file that cannot be read is left alone, and the others are written', () => {
    fuelle({ 'kleiderstube text': 'نص', 'jugendtreff titel': 'ملتقى' });
    writeFileSync(join(inhalt, 'angebote/kleiderstube.ar.md'), '---\nart: [\n---\n\nنص قديم\n');
    const { status, stderr } = ruf('einlesen', tabelle());
    expect(status).toBe(1);
    expect(stderr).toMatch(/kleiderstube\.ar\.md“ lässt sich nicht lesen und wurde nicht geändert/);
    expect(datei('angebote/kleiderstube.ar.md')).toContain('art: [');
    expect(datei('angebote/jugendtreff.ar.md')).toContain('ملتقى');
  });

  test('a text that begins like a formula comes back as it was', () => {
    fuelle({ 'jugendtreff text': "'- يوم الجمعة" });
    ruf('einlesen', tabelle());
    expect(uebersetzungVon('jugendtreff').felder.get('text')!.text.trim()).toBe('- يوم الجمعة');
  });

  test('what was translated while the German changed is outdated, and not lost', () => {
    fuelle({ 'jugendtreff text': 'نص قديم' });
    const pfad = join(inhalt, 'angebote/jugendtreff.md');
    writeFileSync(pfad, `${readFileSync(pfad, 'utf8').trimEnd()} Neu: auch samstags.\n`);
    ruf('einlesen', tabelle());
    expect(uebersetzungVon('jugendtreff').felder.get('text')).toMatchObject({ veraltet: true });
  });

  test('comments in a file stay, and so does what the table does not mention', () => {
    const pfad = join(inhalt, 'angebote/kleiderstube.ar.md');
    writeFileSync(
      pfad,
      datei('angebote/kleiderstube.ar.md').replace('art:', '# Bitte Frau H. fragen\nart:'),
    );
    fuelle({ 'kleiderstube text': 'نص جديد' });
    ruf('einlesen', tabelle());
    expect(datei('angebote/kleiderstube.ar.md')).toContain('# Bitte Frau H. fragen\nart: mensch');
    expect(datei('angebote/kleiderstube.ar.md')).toContain('titel: ركن الملابس');
    expect(uebersetzungVon('kleiderstube').felder.get('text')).toEqual({
      text: '\nنص جديد\n',
      veraltet: false,
    });
  });

  test.each<[string, (zeile: string) => string, RegExp]>([
    [
      'a field that does not exist',
      (zeile) => zeile.replace('"titel"', '"titl"'),
      /„jugendtreff“ hat kein Feld „titl“/,
    ],
    ['a language that does not exist', (zeile) => zeile.replace('"ar"', '"xx"'), /„xx“/],
    [
      'a lost version',
      (zeile) => zeile.replace(/;"v[0-9a-f]{8}"$/, ';"1,23E+08"'),
      /Spalte „fassung“ steht „1,23E\+08“/,
    ],
  ])('a row with %s is named by its number, and the others count', (_was, aendere, meldung) => {
    fuelle({ 'jugendtreff titel': 'ملتقى الشباب' }, aendere);
    const { status, stderr, stdout } = ruf('einlesen', tabelle());
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Zeile \d+: /);
    expect(stderr).toMatch(meldung);
    expect(stdout).toMatch(/0 Texte/);
  });

  test.each<[string, () => void, RegExp]>([
    [
      'in another encoding',
      () => writeFileSync(tabelle(), Buffer.from([0xfc, 0xe4, 0x3b])),
      /UTF-8/,
    ],
    [
      'without its headings',
      () => writeFileSync(tabelle(), 'a;b\r\n1;2\r\n'),
      /fehlen die Spalten art, kennung/,
    ],
  ])('a table %s is refused with a sentence', (_was, schreibe, meldung) => {
    schreibe();
    const { status, stderr } = ruf('einlesen', tabelle());
    expect(status).toBe(1);
    expect(stderr).toMatch(meldung);
  });
});

describe('where the German has changed and its meaning has not', () => {
  test('one command makes the translation hold again', () => {
    expect(uebersetzungVon('kleiderstube').felder.get('text')!.veraltet).toBe(true);
    expect(ruf('bestaetigen', 'kleiderstube').status).toBe(0);
    expect(uebersetzungVon('kleiderstube').felder.get('text')!.veraltet).toBe(false);
    expect(datei('angebote/kleiderstube.ar.md')).toContain('geprueft: nein');
  });

  test('only in the language that is named', () => {
    expect(ruf('bestaetigen', 'kleiderstube', '--sprache', 'en').stdout).toMatch(/nichts zu tun/);
    expect(uebersetzungVon('kleiderstube').felder.get('text')!.veraltet).toBe(true);
  });

  test('an id that does not exist is answered with the nearest', () => {
    const { status, stderr } = ruf('bestaetigen', 'kleiderstub');
    expect(status).toBe(2);
    expect(stderr).toMatch(/Meinten Sie „kleiderstube“/);
  });
});

test.each([
  [['zeige'], /„zeige“ gibt es nicht/],
  [['zeigen'], /Es fehlt die Sprache/],
  [['zeigen', 'fr'], /„fr“ ist keine Sprache dieses Portals/],
  [['ausgeben', 'ar'], /Name der Datei/],
  [['einlesen', 'gibt/es/nicht.csv'], /lässt sich nicht lesen/],
  [['--gibtesnicht'], /Aufruf:/],
])('a call that makes no sense: %j', (args, meldung) => {
  const { status, stderr } = ruf(...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(meldung);
});

test('the version of a text does not depend on its spaces', () => {
  expect(fingerabdruck(' a  b\nc ')).toBe(fingerabdruck('a b c'));
  expect(fingerabdruck('a b c')).not.toBe(fingerabdruck('a bc'));
});

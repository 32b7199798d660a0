/** The report as files, written by the real script. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { einwandGegenOrdner, toDateien } from '../../scripts/lib/bericht-dateien.ts';
import { rufe } from '../lib/befehl.ts';
import {
  angebot,
  createInhalt,
  lies as liesInhalt,
  liesOrdner,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
  STICHTAG,
} from '../lib/inhalt.ts';

const DATEIEN = [
  'aehnliche-angebote.csv',
  'angaben.csv',
  'bericht.html',
  'bericht.md',
  'cluster.csv',
  'orte.csv',
  'themen-orte.csv',
  'themen-sprachen.csv',
  'uebersetzungen.csv',
  'zielgruppen-orte.csv',
];

let ordner: string;
beforeEach(() => {
  ordner = mkdtempSync(join(tmpdir(), 'bericht-'));
});
afterEach(() => rmSync(ordner, { recursive: true, force: true }));

const bericht = (inhalt: string, ...args: string[]) =>
  rufe('scripts/bericht.ts', args, { STICHTAG, PORTAL_INHALT: inhalt });
/** What would be written about a single offer. */
const dateienMit = (felder: Parameters<typeof angebot>[0]) =>
  toDateien(liesInhalt({ ...OHNE_ANGEBOTE, 'angebote/a.md': angebot(felder) }).katalog!);
const lies = (name: string) => readFileSync(join(ordner, name), 'utf8');
const tabelle = (name: string) => {
  const text = lies(name);
  expect(text.startsWith('\ufeff'), name).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

describe('the files', () => {
  const ohneGit = createInhalt();
  afterAll(() => rmSync(ohneGit, { recursive: true, force: true }));

  test('are all there, and the summary is printed', () => {
    const { status, stdout, stderr } = bericht(MUSTERKREIS, '--ordner', ordner);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(ordner).sort()).toEqual(DATEIEN);
    expect(stdout).toMatch(/^- Am 20\. November 2026 stehen im Portal 15 Angebote/);
    expect(stdout).toContain(`10 Dateien stehen im Ordner „${ordner}“`);
    expect(lies('bericht.md')).toContain('| Sprache lernen | 1 +2 | 3 +1 | 0 ○ +1 |');
    expect(lies('bericht.html')).toMatch(/^<!doctype html>\n<html lang="de">/);
    // Sent by mail, its links must still lead to the portal.
    expect(lies('bericht.html')).toContain(
      'href="https://muster.example/integration/angebote/kleiderstube/"',
    );
    const orte = tabelle('orte.csv');
    expect(orte.find(({ ort }) => ort === 'Musterstadt')).toMatchObject({
      eigene: '4',
      eigene_veraltet: '2',
      einwohner: '42500',
      eigene_je_10000_einwohner: '0,94',
    });
    expect(tabelle('themen-orte.csv')).toHaveLength(7 * 5);
    expect(tabelle('angaben.csv')).toHaveLength(15);
  });

  test('of a month say which, are the same with the same day, and leave other files alone', () => {
    writeFileSync(join(ordner, 'bericht.html'), 'der alte');
    writeFileSync(join(ordner, 'notiz.txt'), 'bleibt');
    writeFileSync(join(ordner, 'aenderungen.csv'), 'von früher');
    // Without a history no month can be compared.
    const { status, stderr } = bericht(ohneGit, '--ordner', ordner, '--monat', '2026-10');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^Ohne die Änderungen des Monats: /) as string,
    });
    expect(readdirSync(ordner)).not.toContain('aenderungen.csv');
    expect(lies('bericht.md')).toMatch(/^# Bericht über die Angebote – Oktober 2026\n/);
    expect(lies('bericht.md')).toContain('## Was sich im Oktober 2026 geändert hat');
    expect(lies('notiz.txt')).toBe('bleibt');
    const { dateien } = toDateien(liesOrdner(MUSTERKREIS).katalog!);
    for (const name of DATEIEN.filter((eine) => eine.endsWith('.csv')))
      expect(lies(name), name).toBe(dateien.get(name));
  });

  test('hold hostile titles as text: no formula, no markup, no row or link of their own', () => {
    const titel = `'=HYPERLINK("https://boese.example";"x") | [Klick](https://boese.example) *a*'`;
    const { dateien } = dateienMit({ titel, sprachen: null });
    expect(dateien.get('angaben.csv')).toContain(`;"'=HYPERLINK(""https://boese`);
    const zeile = dateien
      .get('bericht.md')!
      .split('\n')
      .find((line) => line.includes('HYPERLINK'))!;
    expect(zeile).toContain('\\| \\[Klick\\](https://boese.example) \\*a\\*](<https://muster');
    expect(zeile.replaceAll('\\|', '').split('|')).toHaveLength(9);
  });

  test('never tell where a confidential offer is', () => {
    const [hier, dort, ueberall] = ['[musterstadt]', '[testdorf, probeburg]', 'kreisweit'].map(
      (gebiet) => dateienMit({ schutz: '[vertraulich]', orte: null, einzugsgebiet: gebiet }),
    );
    expect(hier!.dateien.get('bericht.html')).toContain('Deutschkurs für Frauen A1');
    expect(hier).toEqual(dort);
    expect(hier).toEqual(ueberall);
  });
});

describe('nothing is written', () => {
  const kaputt = createInhalt({ 'angebote/x.md': angebot({ titel: '' }) });
  afterAll(() => rmSync(kaputt, { recursive: true, force: true }));

  test('where an offer cannot be read: its absence would make the numbers wrong', () => {
    const { status, stdout, stderr } = bericht(kaputt, '--ordner', join(ordner, 'neu'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/angebote\/x\.md\n[^]*Das Feld ist leer[^]*kein Bericht geschrieben/);
    expect(existsSync(join(ordner, 'neu'))).toBe(false);
  });

  test.each([
    ['an unknown option', ['--laut'], /Aufruf: npm run bericht/],
    ['a word too much', ['2026-10'], /Aufruf: npm run bericht/],
    ['no month', ['--monat', 'Oktober'], /„Oktober“ ist kein Monat/],
    ['a month that does not exist', ['--monat', '2026-13'], /„2026-13“ ist kein Monat/],
    ['a day', ['--monat', '2026-10-01'], /ist kein Monat/],
    ['a month to come', ['--monat', '2026-12'], /hat noch nicht begonnen/],
    ['a folder without a name', ['--ordner', ''], /Name des Ordners ist leer/],
  ])('for %s: 2, and how to call it', (_was, args, satz) => {
    const { status, stdout, stderr } = bericht(MUSTERKREIS, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(satz);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('over what somebody else wrote', () => {
    writeFileSync(join(ordner, 'bericht.md'), 'von Hand');
    const { status, stderr } = bericht(MUSTERKREIS, '--ordner', ordner);
    expect(status).toBe(1);
    expect(stderr).toContain('Darin liegen schon andere Dateien.');
    expect(readdirSync(ordner)).toEqual(['bericht.md']);
    expect(lies('bericht.md')).toBe('von Hand');
  });

  test.each(['.', 'src', 'docs/fachstelle', 'content', 'content/neu', 'package.json'])(
    'into %s',
    (ziel) => expect(einwandGegenOrdner(ziel, 'content')).toMatch(/kann der Bericht nicht/),
  );

  test('but a folder with only folders in it will do', () => {
    mkdirSync(join(ordner, '2026-10'));
    expect(einwandGegenOrdner(ordner, 'content')).toBeUndefined();
  });
});

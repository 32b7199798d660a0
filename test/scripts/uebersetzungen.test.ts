/** `npm run uebersetzungen` as editors use it: the real script over real files. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alleFelder } from '../../scripts/lib/uebersetzungen.ts';
import { formatTabelle } from '../../scripts/lib/uebersetzungstabelle.ts';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { rufe } from '../lib/befehl.ts';
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

const ruf = (...args: string[]) =>
  rufe('scripts/uebersetzungen.ts', args, { STICHTAG, PORTAL_INHALT: inhalt });

const datei = (name: string) => readFileSync(join(inhalt, name), 'utf8');
const tabelle = () => join(werkstatt, 'tabelle.csv');
const uebersetzungVon = (id: string, sprache = 'ar') =>
  liesOrdner(inhalt).katalog!.angebote.get(id)!.uebersetzungen.get(sprache)!;

type Zeile = Record<string, string>;

/** The Arabic table with all that is or can be translated, row by row; without starting the script, which takes seconds. */
function ausgegeben(): Zeile[] {
  const felder = alleFelder(liesOrdner(inhalt).katalog!).filter(({ sprache }) => sprache === 'ar');
  const { data } = Papa.parse<Zeile>(formatTabelle(felder), { header: true, skipEmptyLines: true });
  return data;
}

/** Saves rows as a spreadsheet does. */
function speichere(zeilen: readonly Zeile[]): void {
  writeFileSync(tabelle(), `\ufeff${Papa.unparse([...zeilen], { delimiter: ';' })}`);
}

/** The table with translations filled in by `<id> <field>`. */
function fuelle(felder: Record<string, string>, aendere = (zeile: Zeile) => zeile): void {
  speichere(
    ausgegeben().map((zeile) => {
      const text = felder[`${zeile['kennung']} ${zeile['feld']}`];
      return text === undefined ? zeile : aendere({ ...zeile, uebersetzung: text });
    }),
  );
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
      stdout: expect.stringMatching(/2 Texte in 1 Datei übernommen/) as string,
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

  test('a file that has mistakes is left alone, and the others are written', () => {
    fuelle({ 'kleiderstube text': 'نص', 'jugendtreff titel': 'ملتقى' }, (zeile) => ({
      ...zeile,
      stand: 'neu',
    }));
    writeFileSync(join(inhalt, 'angebote/kleiderstube.ar.md'), '---\nart: [\n---\n\nنص قديم\n');
    const { status, stderr } = ruf('einlesen', tabelle());
    expect(status).toBe(1);
    expect(stderr).toMatch(/kleiderstube\.ar\.md“ hat Fehler und wurde nicht geändert/);
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

  test('rows that cannot be used are named by their number and say what to do, and the others count', () => {
    const gut = ausgegeben();
    const zeile = (id: string, feld: string, statt: Zeile): Zeile => ({
      ...gut.find((eine) => eine['kennung'] === id && eine['feld'] === feld)!,
      uebersetzung: 'نص',
      ...statt,
    });
    const leer = { kennung: '' };
    const faelle: [Zeile, RegExp?][] = [
      [zeile('jugendtreff', 'titel', { feld: 'titl' }), /„jugendtreff“ hat kein Feld „titl“/],
      [zeile('jugendtreff', 'titel', { sprache: 'xx' }), /„xx“ ist keine Sprache/],
      [zeile('jugendtreff', 'titel', { fassung: '1,23E+08' }), /„fassung“ steht „1,23E\+08“/],
      [
        zeile('jugendtreff', 'text', { uebersetzung: '#NAME?' }),
        /„#NAME\?“ ist eine Fehlermeldung/,
      ],
      [zeile('infotelefon', 'text', { uebersetzung: '#NV' }), /„#NV“ ist eine Fehlermeldung/],
      [
        zeile('familienpaten', 'text', { uebersetzung: '#DIV/0!' }),
        /„#DIV\/0!“ ist eine Fehlermeldung/,
      ],
      [zeile('spielgruppe', 'titel', { uebersetzung: 'نص\nنص' }), /nur eine Zeile/],
      [
        zeile('wohnungslotsen', 'titel', { uebersetzung: 'هاتف 0800 123456' }),
        /Im deutschen Text steht „0800 123456“ nicht/,
      ],
      [leer],
      [zeile('spielgruppe', 'text', { uebersetzung: 'نص\n\nنص' })],
      [zeile('infotelefon', 'titel', { uebersetzung: 'ن'.repeat(181) }), /181 Zeichen lang/],
      [zeile('familienpaten', 'titel', { uebersetzung: 'نص\u202eنص' }), /Schreibrichtung/],
      [zeile('frauencafe', 'titel', { stand: '' }), /in der Spalte „stand“ fehlt/],
      [
        zeile('sprachtreff-online', 'titel', {
          kennung: ' Sprachtreff-Online ',
          sprache: 'AR ',
          feld: 'Titel\u00a0',
          art: 'angebot',
        }),
      ],
    ];
    speichere(faelle.map(([eine]) => eine));
    const { status, stderr, stdout } = ruf('einlesen', tabelle());
    expect(status).toBe(1);
    const erwartet = faelle.flatMap(([, meldung], i) => (meldung ? [{ nr: i + 2, meldung }] : []));
    const saetze = stderr.trim().split('\n');
    expect(saetze).toHaveLength(erwartet.length);
    for (const [i, { nr, meldung }] of erwartet.entries()) {
      expect(saetze[i]).toMatch(new RegExp(`^Zeile ${nr} \\(`));
      expect(saetze[i]).toMatch(meldung);
    }
    expect(stdout).toMatch(/2 Texte in 2 Dateien/);
    expect(uebersetzungVon('sprachtreff-online').felder.get('titel')!.text).toBe('نص');
    expect(uebersetzungVon('spielgruppe').felder.get('text')!.text).toBe('\nنص\n\nنص\n');
  });

  test('two rows for one field: neither counts', () => {
    const [zeile, ...rest] = ausgegeben();
    const doppelt = [
      { ...zeile, uebersetzung: 'نص' },
      ...rest,
      { ...zeile, uebersetzung: 'نص آخر' },
    ];
    speichere(doppelt as Zeile[]);
    const { status, stderr, stdout } = ruf('einlesen', tabelle());
    expect(status).toBe(1);
    expect(stderr).toContain(`Zeile 2, ${doppelt.length + 1} (`);
    expect(stderr).toMatch(/mehrmals in der Tabelle/);
    expect(stdout).toMatch(/0 Texte/);
  });

  test('what a table does not need may be missing, and a title may stand above', () => {
    const zeilen = ausgegeben().filter(
      ({ kennung, feld }) => kennung === 'jugendtreff' && feld === 'titel',
    );
    const csv = Papa.unparse(
      zeilen.map(({ art, kennung, sprache, feld, fassung }) => ({
        feld,
        kennung,
        art,
        sprache,
        Fassung: fassung,
        Uebersetzung: 'نص, نص; نص',
      })),
    );
    writeFileSync(tabelle(), `Für Frau H.,,\n${csv}`);
    expect(ruf('einlesen', tabelle()).stdout).toMatch(/1 Text in 1 Datei übernommen/);
    expect(uebersetzungVon('jugendtreff').felder.get('titel')!.text).toBe('نص, نص; نص');
  });

  describe('where somebody has mended the translation after the table went out', () => {
    const mended = () => {
      const pfad = join(inhalt, 'angebote/frauencafe.ar.md');
      writeFileSync(pfad, readFileSync(pfad, 'utf8').replace('قهوة وشاي', 'قهوة وشاي مجانًا'));
    };

    test('a new text of the table does not take its place', () => {
      fuelle({ 'frauencafe text': 'قهوة', 'frauencafe titel': 'مقهى' });
      mended();
      const { status, stderr, stdout } = ruf('einlesen', tabelle());
      expect(status).toBe(1);
      expect(stderr).toMatch(/^Zeile \d+ \(„frauencafe“, Feld „text“\): Seit diese Tabelle/);
      expect(stderr).toContain('angebote/frauencafe.ar');
      expect(stdout).toMatch(/frauencafe\.ar\.md: titel\n/);
      expect(uebersetzungVon('frauencafe').felder.get('text')!.text).toContain('مجانًا');
    });

    test('a row that nobody touched is no reason for a word', () => {
      speichere(ausgegeben());
      mended();
      expect(ruf('einlesen', tabelle())).toMatchObject({ status: 0, stderr: '' });
      expect(uebersetzungVon('frauencafe').felder.get('text')!.text).toContain('مجانًا');
    });
  });

  test('another paragraph is another text', () => {
    const text = 'قهوة وشاي وأحاديث.\n\nيلعب الأطفال في الغرفة المجاورة.';
    fuelle({ 'frauencafe text': text });
    ruf('einlesen', tabelle());
    expect(uebersetzungVon('frauencafe').felder.get('text')!.text.trim()).toBe(text);
  });

  test('a table that is there is not written over', () => {
    speichere([{ kennung: 'von Frau H. ausgefüllt' }]);
    const { status, stderr } = ruf('ausgeben', 'ar', tabelle());
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('gibt es schon') as string,
    });
    expect(readFileSync(tabelle(), 'utf8')).toContain('Frau H.');
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
    [
      'with a quotation mark that is not closed',
      () => writeFileSync(tabelle(), 'art;kennung\r\nAngebot;"tafel\r\nAngebot;kurs\r\n'),
      /In Zeile 2 ist ein Anführungszeichen/,
    ],
  ])('a table %s is refused with a sentence', (_was, schreibe, meldung) => {
    schreibe();
    const { status, stderr } = ruf('einlesen', tabelle());
    expect(status).toBe(1);
    expect(stderr).toMatch(meldung);
  });
});

describe('who made a file', () => {
  const alsMaschine = () => {
    const pfad = join(inhalt, 'angebote/frauencafe.ar.md');
    writeFileSync(pfad, readFileSync(pfad, 'utf8').replace('art: mensch', 'art: maschinell'));
  };
  const stand = () => {
    const { art, geprueft } = uebersetzungVon('frauencafe');
    return { art, geprueft };
  };

  test('one text of a machine makes it the work of a machine that nobody has read', () => {
    fuelle({ 'frauencafe titel': 'مقهى' });
    const { stdout } = ruf('einlesen', tabelle(), '--maschinell');
    expect(stand()).toEqual({ art: 'maschinell', geprueft: false });
    expect(stdout).toMatch(/In 1 Datei steht jetzt „geprueft: nein“/);
  });

  test('a person who translates a part does not answer for what the machine made of the rest', () => {
    alsMaschine();
    fuelle({ 'frauencafe titel': 'مقهى', 'frauencafe text': 'قهوة' });
    const { stdout } = ruf('einlesen', tabelle());
    expect(stand()).toEqual({ art: 'maschinell', geprueft: false });
    expect(stdout).toMatch(/1 Datei gilt weiter als „maschinell“/);
  });

  test('a person who translates all of it does', () => {
    alsMaschine();
    fuelle({
      'frauencafe titel': 'مقهى',
      'frauencafe text': 'قهوة',
      'frauencafe zeiten[0].hinweis': 'أهلًا',
      'frauencafe kosten.hinweis': 'تبرّع',
    });
    const { stdout } = ruf('einlesen', tabelle());
    expect(stand()).toEqual({ art: 'mensch', geprueft: false });
    expect(stdout).not.toMatch(/weiter als „maschinell“/);
  });
});

describe('an offer that has ended', () => {
  beforeEach(() => {
    const pfad = join(inhalt, 'angebote/kleiderstube.md');
    writeFileSync(pfad, readFileSync(pfad, 'utf8').replace('---\n', '---\nstatus: beendet\n'));
  });

  test('is not to be translated any more, but what is translated can be confirmed', () => {
    const { stdout } = ruf('zeigen', 'ar');
    expect(stdout).toMatch(/Veraltet[^\n]*\(1\)\n {2}angebote\/kleiderstube: text\n/);
    expect(stdout).not.toContain('ferienkurs-sommer');
    expect(ruf('bestaetigen', 'kleiderstube').stdout).toMatch(/1 Text in 1 Datei bestätigt/);
    expect(ruf('bestaetigen', 'ferienkurs-sommer').stdout).toMatch(/nichts zu tun/);
  });
});

describe('where the German has changed and its meaning has not', () => {
  test('one command makes the translation hold again, and says for which fields', () => {
    expect(uebersetzungVon('kleiderstube').felder.get('text')!.veraltet).toBe(true);
    const { status, stdout } = ruf('bestaetigen', 'kleiderstube');
    expect(status).toBe(0);
    expect(stdout).toMatch(/angebote\/kleiderstube\.ar\.md: text\n1 Text in 1 Datei bestätigt/);
    expect(uebersetzungVon('kleiderstube').felder.get('text')!.veraltet).toBe(false);
    expect(datei('angebote/kleiderstube.ar.md')).toContain('geprueft: nein');
  });

  test('only for the field that is named', () => {
    const pfad = join(inhalt, 'angebote/kleiderstube.ar.md');
    writeFileSync(pfad, readFileSync(pfad, 'utf8').replace('80c7972d', '00000000'));
    expect(ruf('bestaetigen', 'angebote/kleiderstube', '--feld', 'titel').status).toBe(0);
    const { felder } = uebersetzungVon('kleiderstube');
    expect([felder.get('titel')!.veraltet, felder.get('text')!.veraltet]).toEqual([false, true]);
    expect(ruf('bestaetigen', 'kleiderstube', '--feld', 'titl').stderr).toMatch(
      /Meinten Sie „titel“/,
    );
  });

  test('an offer and a page of the same name are told apart', () => {
    writeFileSync(join(inhalt, 'seiten/kleiderstube.md'), '---\ntitel: Eine Seite\n---\n\nText\n');
    const { status, stderr } = ruf('bestaetigen', 'kleiderstube');
    expect(status).toBe(2);
    expect(stderr).toMatch(/„angebote\/kleiderstube“ oder „seiten\/kleiderstube“/);
    expect(ruf('bestaetigen', 'angebote/kleiderstube').status).toBe(0);
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
  [['zeigen', 'fr'], /„fr“ ist keine Sprache dieses Portals\. Bekannt sind: /],
  [['zeigen', 'gb'], /„gb“ ist keine Sprache dieses Portals\. Meinten Sie „en“/],
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

/** `npm run stand` as the staff uses it: the real script over real files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rufe } from '../lib/befehl.ts';
import {
  angebot,
  createInhalt,
  type Dateien,
  liesOrdner,
  mitArchivNach,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
  STICHTAG,
} from '../lib/inhalt.ts';

let inhalt: string;
let ziel: string;
beforeEach(() => {
  inhalt = createInhalt();
  ziel = mkdtempSync(join(tmpdir(), 'stand-'));
});
afterEach(() => {
  rmSync(inhalt, { recursive: true, force: true });
  rmSync(ziel, { recursive: true, force: true });
});

/** Another content folder for this test. */
function nimm(dateien: Dateien): void {
  rmSync(inhalt, { recursive: true, force: true });
  inhalt = createInhalt(dateien);
}

const ruf = (...args: string[]) =>
  rufe('scripts/stand.ts', args, { STICHTAG, PORTAL_INHALT: inhalt });

const datei = (id: string) => readFileSync(join(inhalt, `angebote/${id}.md`), 'utf8');
const alleDateien = () =>
  readdirSync(join(inhalt, 'angebote')).map((name) =>
    readFileSync(join(inhalt, 'angebote', name), 'utf8'),
  );
const geprueftAm = (id: string) => {
  const { angebote, archiv } = liesOrdner(inhalt).katalog!;
  return (angebote.get(id) ?? archiv.get(id))!.geprueft_am;
};

describe('the list', () => {
  test('names what is due, overdue or undated, the oldest first, under its provider with the contact', () => {
    nimm({
      ...OHNE_ANGEBOTE,
      'angebote/faellig.md': angebot({ geprueft_am: '2026-06-01' }),
      'angebote/frisch.md': angebot(),
      'angebote/alt.md': angebot({ geprueft_am: '2026-01-01' }),
      'angebote/ohne.md': angebot({ geprueft_am: 'unbekannt', anbieter: 'vhs-musterland' }),
    });
    const { status, stdout } = ruf();
    expect(status).toBe(0);
    expect(stdout.match(/\((?:vhs-musterland|beispielverein|faellig|frisch|alt|ohne)\)/g)).toEqual([
      '(vhs-musterland)',
      '(ohne)',
      '(beispielverein)',
      '(alt)',
      '(faellig)',
    ]);
    expect(stdout).toContain('Tel. 0221 4710110 · info@vhs-musterland.example');
    expect(stdout).toContain('überfällig seit 30. Juni 2026, kommt am 26. Juni 2027 ins Archiv');
    expect(stdout).toContain('fällig am 28. November 2026');
    expect(stdout).toContain(
      '3 Angebote von 2 Anbietern: 1 ohne Datum, 1 überfällig, 1 in den nächsten 30 Tagen fällig.',
    );
  });

  test('of one provider only', () => {
    const { stdout } = ruf('--anbieter', 'vhs-musterland');
    expect(stdout).toContain('alphabetisierung-am-abend');
    expect(stdout).not.toContain('kleiderstube');
  });

  test('begins with those that people in danger rely on, whatever their age', () => {
    const notfall = { geprueft_am: '2026-05-01', schutz: '[schnell-verlassen]' };
    nimm({ ...OHNE_ANGEBOTE, 'angebote/notfall.md': angebot(notfall) });
    expect(ruf().stdout).toMatch(/Bitte zuerst, .* Menschen in Not: notfall\./);
  });

  test('says what the archive holds, and what it would hold if there were one', () => {
    expect(ruf().stdout).toContain('Archiv: 1 im Archiv (archiv_nach: 3).');
    nimm(mitArchivNach('nie'));
    expect(ruf().stdout).toMatch(/ausgeschaltet .* mit „archiv_nach: 2“ kämen 2 von 16 Angeboten/);
  });

  test('as a table: German spreadsheets read it, and nothing in it is a formula', () => {
    nimm({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({ titel: '"=HYPERLINK(1); Kurs"', geprueft_am: 'unbekannt' }),
    });
    const { stdout } = ruf('--format', 'csv');
    expect(stdout.startsWith('\ufeff"anbieter";"telefon"')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(stdout.slice(1).trim(), { header: true });
    expect(data).toMatchObject([
      {
        anbieter: 'Beispielverein e. V.',
        telefon: '0221 4710123',
        kennung: 'x',
        angebot: "'=HYPERLINK(1); Kurs",
        zustand: 'ohne-datum',
        seite: 'https://muster.example/integration/angebote/x/',
      },
    ]);
  });

  test('into a file, byte by byte, but over none that is there', () => {
    const tabelle = join(ziel, 'liste.csv');
    const csv = ruf('--format', 'csv').stdout;
    expect(ruf('--format', 'csv', '--ausgabe', tabelle)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(tabelle, 'utf8')).toBe(csv);
    const { status, stderr } = ruf('--ausgabe', tabelle);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('gibt es schon') as string,
    });
    expect(readFileSync(tabelle, 'utf8')).toBe(csv);
  });

  test('as a list to tick off, in which a title is only a title', () => {
    nimm({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({
        titel: '"[Klick](https://boese.example) @alle `x` **y**"',
        geprueft_am: 'unbekannt',
      }),
    });
    const { stdout } = ruf('--format', 'markdown');
    expect(stdout).toContain('## Beispielverein e. V.');
    // What a forge would act on stands in a code span.
    expect(stdout).toContain(
      '- [ ] [`[Klick](https://boese.example)` `@alle` \\`x\\` \\*\\*y\\*\\*](',
    );
    expect(stdout).toContain('`kontakt@beispielverein.example`');
  });
});

describe('confirming', () => {
  test('sets the day of today, and changes nothing else', () => {
    const vorher = datei('kleiderstube');
    const { status, stdout } = ruf('bestaetigen', 'kleiderstube');
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 Angebot gilt nun als geprüft am 2026-11-20/);
    expect(datei('kleiderstube')).toBe(
      vorher.replace('geprueft_am: 2024-05-13', 'geprueft_am: 2026-11-20'),
    );
  });

  test('several at once, with the day and the office that checked', () => {
    const args = ['--am', '2026-11-18', '--durch', 'Fachstelle Integration'];
    expect(ruf('bestaetigen', 'spielgruppe', 'kleiderstube', ...args).status).toBe(0);
    for (const id of ['spielgruppe', 'kleiderstube'])
      expect(liesOrdner(inhalt).katalog!.angebote.get(id)).toMatchObject({
        geprueft_am: '2026-11-18',
        geprueft_durch: 'Fachstelle Integration',
      });
  });

  test('brings an offer back from the archive', () => {
    expect(ruf('bestaetigen', 'naehstube').status).toBe(0);
    expect(liesOrdner(inhalt).katalog!.angebote.has('naehstube')).toBe(true);
  });

  test('all of a provider: first shown, then with --ja', () => {
    const vorher = alleDateien();
    const gezeigt = ruf('bestaetigen', '--anbieter', 'vhs-musterland');
    expect(gezeigt.status).toBe(1);
    expect(gezeigt.stdout).toMatch(/alphabetisierung-am-abend[^]*--ja/);
    expect(alleDateien()).toEqual(vorher);
    expect(ruf('bestaetigen', '--anbieter', 'vhs-musterland', '--ja').status).toBe(0);
    expect(geprueftAm('alphabetisierung-am-abend')).toBe(STICHTAG);
    expect(geprueftAm('integrationskurs-vormittag')).toBe(STICHTAG);
    expect(geprueftAm('kleiderstube')).toBe('2024-05-13');
    expect(datei('ferienkurs-sommer')).toContain('geprueft_am: 2026-06-01');
  });

  test.each<[was: string, args: string[], status: number, satz: RegExp]>([
    ['an id that does not exist', ['kleiderstub'], 2, /Meinten Sie „kleiderstube“/],
    ['no id', [], 2, /Es fehlt die Kennung/],
    ['a day in the future', ['--am', '2026-11-21'], 2, /liegt in der Zukunft/],
    ['a German date', ['--am', '18.11.2026'], 2, /Meinten Sie „2026-11-18“/],
    ['a day that does not exist', ['--am', '2026-02-30'], 2, /kein gültiges Datum/],
    ['an earlier check than the last', ['--am', '2024-01-01'], 1, /schon am 2024-05-13 geprüft/],
    ['an ended offer', ['fahrdienst'], 1, /„fahrdienst“ ist beendet/],
    ['an office of two lines', ['--durch', 'Fach\nstelle'], 2, /eine Zeile/],
    ['a provider and an offer', ['--anbieter', 'vhs-musterland', '--ja'], 2, /nicht beides/],
    ['an unknown provider', ['--anbieter', 'vhs-musterlnd'], 2, /Meinten Sie „vhs-musterland“/],
  ])('%s changes no file, not even of the offers that are right', (was, args, status, satz) => {
    const vorher = alleDateien();
    const ids = was === 'no id' ? [] : ['spielgruppe', 'kleiderstube'];
    const ergebnis = ruf('bestaetigen', ...ids, ...args);
    expect(ergebnis.status).toBe(status);
    expect(ergebnis.stderr).toMatch(satz);
    expect(alleDateien()).toEqual(vorher);
  });

  test('an offer whose file has an error is named with it', () => {
    writeFileSync(join(inhalt, 'angebote/kleiderstube.md'), angebot({ telefon: 'abc' }));
    const { status, stderr } = ruf('bestaetigen', 'kleiderstube');
    expect(status).toBe(2);
    expect(stderr).toMatch(/hat einen Fehler.*telefon\): „abc“/);
  });
});

describe('letters', () => {
  const brief = (anbieter: string) => readFileSync(join(ziel, `${anbieter}.txt`), 'utf8');
  const links = (text: string) =>
    [...text.matchAll(/<((?:mailto|https):[^>]*)>/g)].map(([, l]) => l!);
  const ohneProjekt = () => {
    const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
    return { 'portal.yaml': portal.replace(/^projekt: .*\n/m, '') };
  };

  test('one for each provider of whom something is to be asked, and a list of all', () => {
    const { status, stdout } = ruf('briefe', '--ziel', ziel);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^4 Briefe/);
    expect(readdirSync(ziel).sort()).toEqual([
      '_uebersicht.txt',
      'beispielverein.txt',
      'kirchengemeinde-st-beispiel.txt',
      'nachbarn-in-probeburg.txt',
      'vhs-musterland.txt',
    ]);
    const uebersicht = readFileSync(join(ziel, '_uebersicht.txt'), 'utf8');
    expect(uebersicht).toMatch(/\[ \] verschickt.*Beispielverein[^]*naehstube, kleiderstube/);
  });

  test('say what the page says, and what it does not know', () => {
    ruf('briefe', '--ziel', ziel, '--anbieter', 'beispielverein');
    expect(readdirSync(ziel)).toHaveLength(2);
    const text = brief('beispielverein');
    for (const satz of [
      'An: Beispielverein e. V. <kontakt@beispielverein.example>',
      'https://muster.example/integration/angebote/kleiderstube/',
      'Haus der Begegnung, Beispielallee 12, 53999 Musterstadt',
      'Samstag, alle zwei Wochen 10:00–13:00 Uhr',
      'Telefon:             0221 4710123',
      'Kosten:              kostet etwas; 2\u00a0€; je Stück',
      'Sprachen:            nicht bekannt',
      'zeigt die Suche dieses Angebot zurzeit nicht',
      'Fachstelle Integration Musterkreis',
    ])
      expect(text).toContain(satz);
    expect(text).not.toMatch(/Frauencafé|undefined|\[object/);
  });

  test('about everything with --alle', () => {
    ruf('briefe', '--ziel', ziel, '--alle');
    expect(brief('beispielverein')).toContain('Frauencafé');
    expect(existsSync(join(ziel, 'musterkreis-fachstelle.txt'))).toBe(true);
  });

  test('answers are mails to the Fachstelle, and nothing in a title can widen their head', () => {
    nimm({
      ...OHNE_ANGEBOTE,
      ...ohneProjekt(),
      'angebote/x.md': angebot({
        titel: '"Kurs?bcc=x@boese.example&body=x (50 %) \'Ü\'> neu"',
        geprueft_am: 'unbekannt',
      }),
    });
    ruf('briefe', '--ziel', ziel);
    const antworten = links(brief('beispielverein'));
    expect(antworten).toHaveLength(3);
    for (const link of antworten) {
      const url = new URL(link);
      expect(url.pathname).toBe('fachstelle@musterkreis.example');
      expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
      expect(url.searchParams.get('body')).toContain(
        "\r\n\r\nAngebot: Kurs?bcc=x@boese.example&body=x (50 %) 'Ü'> neu (x)\r\n",
      );
      // Spaces as %20: a mail program would show a plus. Brackets and quotes end links in plain text.
      expect(link).not.toMatch(/[+ ()'"]/);
    }
    expect(antworten.map((link) => new URL(link).searchParams.get('subject'))).toEqual([
      'x: stimmt',
      'x: hat sich geändert',
      'x: gibt es nicht mehr',
    ]);
  });

  test.each([
    [
      'https://github.com/kreis/portal/',
      'https://github.com/kreis/portal/issues/new',
      ['title', 'body'],
    ],
    [
      'https://gitlab.opencode.example/kreis/gruppe/portal',
      'https://gitlab.opencode.example/kreis/gruppe/portal/-/issues/new',
      ['issue[title]', 'issue[description]'],
    ],
  ])('or new issues of %s', (projekt, adresse, felder) => {
    const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
    nimm({ 'portal.yaml': portal.replace(/^projekt: .*$/m, `projekt: ${projekt}`) });
    ruf('briefe', '--ziel', ziel);
    const url = new URL(links(brief('vhs-musterland'))[0]!);
    expect(url.origin + url.pathname).toBe(adresse);
    expect([...url.searchParams.keys()]).toEqual(felder);
    expect(url.searchParams.get(felder[0]!)).toBe('alphabetisierung-am-abend: stimmt');
    expect(brief('vhs-musterland')).toMatch(/brauchen Sie dort ein Konto/);
  });

  test('a shelter’s letter says no place, and its answers never become public', () => {
    nimm({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({
        schutz: '[vertraulich]',
        orte: '[haus-der-begegnung]',
        geprueft_am: 'unbekannt',
      }),
    });
    expect(ruf('briefe', '--ziel', ziel).status).toBe(0);
    const text = brief('beispielverein');
    expect(text).toContain('Adresse geheim');
    expect(text).not.toMatch(/Beispielallee|53999|Musterstadt|Begegnung/);
    expect(links(text).every((link) => link.startsWith('mailto:'))).toBe(true);
    expect(text).not.toContain('Konto');
  });

  test('letters of an earlier run are not taken for those of this one', () => {
    writeFileSync(join(ziel, 'musterkreis-fachstelle.txt'), 'alt');
    expect(ruf('briefe', '--ziel', ziel).stdout).toMatch(
      /1 Datei von früher.*musterkreis-fachstelle/,
    );
  });

  test('a folder that is a file is refused with a sentence', () => {
    writeFileSync(join(ziel, 'datei'), '');
    const { status, stderr } = ruf('briefe', '--ziel', join(ziel, 'datei'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Der Ordner „.*datei“ lässt sich nicht anlegen: .*\.\n$/);
  });

  test.each(['_uebersicht.txt', 'vhs-musterland.txt'])(
    '%s, which somebody may have worked on, is never overwritten: another folder is proposed',
    (name) => {
      writeFileSync(join(ziel, name), 'abgehakt');
      expect(ruf('briefe', '--ziel', ziel)).toEqual({
        status: 2,
        stdout: '',
        stderr: `Im Ordner „${ziel}“ gibt es „${name}“ schon, vielleicht abgehakt oder geändert. Es wurde nichts geschrieben. Bitte einen anderen Ordner nennen, zum Beispiel: --ziel briefe-2026-11\n`,
      });
      expect(readdirSync(ziel)).toEqual([name]);
      expect(readFileSync(join(ziel, name), 'utf8')).toBe('abgehakt');
    },
  );

  test('never come among what people wrote', () => {
    const vorher = alleDateien();
    const { status, stderr } = ruf('briefe', '--ziel', join(inhalt, 'angebote'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/keine Briefe: Dort liegt der Inhalt\. .*: --ziel briefe-2026-11\n$/);
    expect(alleDateien()).toEqual(vorher);
  });
});

test.each([
  [['bestatigen'], /Meinten Sie „bestaetigen“/],
  [['--format', 'xml'], /Das Format „xml“ gibt es nicht/],
  [['--anbieter', 'xyz'], /Einen Anbieter „xyz“ gibt es nicht/],
  [['briefe', 'beispielverein'], /--anbieter beispielverein/],
  [['--gibtesnicht'], /Aufruf:/],
])('a call that makes no sense: %j', (args, meldung) => {
  const { status, stderr } = ruf(...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(meldung);
});

/** Making new entries, as editors and scripts do it: the real script in a process of its own, answers piped in. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { liesAntwort, FRAGEN, schlageKennungVor, waehle } from '../../scripts/lib/neu.ts';
import { readEintraege } from '../../src/katalog/read-katalog.ts';
import { rufe } from '../lib/befehl.ts';
import {
  angebot,
  createInhalt,
  type Dateien,
  liesOrdner,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
  STICHTAG,
} from '../lib/inhalt.ts';

const angelegt: string[] = [];

afterEach(() => angelegt.splice(0).forEach((ordner) => rmSync(ordner, { recursive: true })));

function inhalt(dateien: Dateien = {}): string {
  const ordner = createInhalt(dateien);
  angelegt.push(ordner);
  return ordner;
}

const neu = (ordner: string, args: string[]) =>
  rufe('scripts/neu.ts', args, { PORTAL_INHALT: ordner, STICHTAG });

/** Answers its questions. */
function frage(ordner: string, antworten: string[], ...args: string[]) {
  return spawnSync(process.execPath, ['scripts/neu.ts', ...args, '--fragen'], {
    encoding: 'utf8',
    env: { ...process.env, PORTAL_INHALT: ordner, STICHTAG },
    input: antworten.map((antwort) => `${antwort}\n`).join(''),
  });
}
const text = (ordner: string, name: string) => readFileSync(join(ordner, name), 'utf8');
/** Every file of a content folder. */
const dateien = (ordner: string) =>
  readdirSync(ordner, { recursive: true, encoding: 'utf8' }).toSorted();

const OPTIONEN = [
  ...['--titel', 'Nähstube: offen für alle', '--anbieter', 'beispielverein'],
  ...['--angebotsart', 'treffpunkt', '--thema', 'familie,sprache', '--zielgruppen', 'frauen'],
  ...['--gebiet', 'probeburg', '--strasse', 'Markt 1', '--plz', '53996'],
  ...['--telefon', '0221 4710123', '--text', 'Wir nähen.', '--geprueft-am', '2026-11-01'],
];

describe('with options', () => {
  test('writes an offer that the check accepts, and says what comes next', () => {
    const ordner = inhalt();
    const { status, stdout, stderr } = neu(ordner, [...OPTIONEN, '--ja']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const name = 'angebote/probeburg-naehstube-offen-fuer-alle.md';
    expect(text(ordner, name)).toBe(`---
titel: "Nähstube: offen für alle"
anbieter: beispielverein
angebotsart: treffpunkt
thema: [familie, sprache]
zielgruppen: [frauen]
orte:
  - strasse: "Markt 1"
    plz: "53996"
    ort: "Probeburg"
telefon: "0221 4710123"
geprueft_am: 2026-11-01
---

Wir nähen.
`);
    expect(liesOrdner(ordner).befundeZu(name)).toEqual([]);
    expect(stdout).toContain(`Angelegt: ${join(ordner, name)}`);
    expect(stdout).toContain('npm run check');
  });

  test('writes a provider and a place', () => {
    const ordner = inhalt({ ...OHNE_ANGEBOTE, orte: null });
    const anbieter = ['anbieter', '--name', 'Häkelfreunde e. V.', '--art', 'verein', '--ja'];
    expect(neu(ordner, anbieter).status).toBe(0);
    expect(text(ordner, 'anbieter/haekelfreunde-e-v.yaml')).toBe(
      'name: "Häkelfreunde e. V."\nart: verein\n',
    );
    const ort = ['ort', '--name', 'Altes Kino', '--kommune', 'Testdorf am Bach', '--id', 'kino'];
    expect(neu(ordner, [...ort, '--ja']).status).toBe(0);
    expect(text(ordner, 'orte/kino.yaml')).toBe('name: "Altes Kino"\nort: "Testdorf am Bach"\n');
    expect(liesOrdner(ordner).fehlerZu()).toEqual([]);
  });

  test('names what is missing or wrong, in the words of the field, and writes nothing', () => {
    const ordner = inhalt();
    const vorher = dateien(ordner);
    for (const [args, satz] of [
      [
        ['--titel', 'Nur das'],
        /^Es fehlt: --anbieter, --angebotsart, --thema, --zielgruppen, --geprueft-am\./,
      ],
      [OPTIONEN, /--ja ergänzen/],
      [
        [...OPTIONEN, '--thema', 'familie,spracche', '--ja'],
        /^--thema: „spracche“ ist nicht in der Liste\. Meinten Sie „sprache“/,
      ],
      [[...OPTIONEN, '--ja', '--id', 'frauencafe'], /^--id: „frauencafe“ gibt es schon/],
      [[...OPTIONEN, '--ja', '--id', '../portal'], /^--id: .*taugt nicht als Kennung/],
      [
        [...OPTIONEN, '--strasse', 'Markt 1, 53996 Probeburg', '--ja'],
        /^Hier steht auch die Postleitzahl 53996\. Bitte in eigene Zeilen schreiben/,
      ],
      [[...OPTIONEN, '--art', 'verein'], /^--art gibt es bei „angebot“ nicht/],
      [['seite'], /^„seite“ kann nicht angelegt werden\.[^]*Aufruf:/],
    ] as const) {
      const { status, stderr } = neu(ordner, [...args]);
      expect(status, args.join(' ')).toBe(2);
      expect(stderr).toMatch(satz);
    }
    expect(dateien(ordner)).toEqual(vorher);
  });

  test('a confidential offer takes no address', () => {
    const ordner = inhalt();
    const geheim = OPTIONEN.toSpliced(OPTIONEN.indexOf('treffpunkt'), 1, 'schutzunterkunft');
    const { status, stderr } = neu(ordner, [...geheim, '--ja']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^--strasse geht .* nie bei einem vertraulichen Angebot/);
  });

  test.each([
    ['in its text', ['--text', 'Wir sind in der Lindenallee 8.'], /· im Text ·/],
    ['in its id', ['--id', 'haus-lindenallee-8'], /· Dateiname ·/],
  ])('a confidential offer with an address %s is not written', (_, mehr, feld) => {
    const ordner = inhalt();
    const vorher = dateien(ordner);
    const ohneOrt = OPTIONEN.filter((_, i) => !/^--(strasse|plz)$/.test(OPTIONEN[i - (i % 2)]!));
    const geheim = ohneOrt.toSpliced(ohneOrt.indexOf('treffpunkt'), 1, 'schutzunterkunft');
    const { status, stderr } = neu(ordner, [...geheim, ...mehr, '--ja']);
    expect(stderr).toMatch(/^Das wird nicht angelegt\./);
    expect(stderr).toMatch(/etwas, das wie eine Anschrift aussieht/);
    expect(stderr).toMatch(feld);
    expect(status).toBe(1);
    expect(dateien(ordner)).toEqual(vorher);
  });

  test('what sounds like a shelter is asked about before it is written', () => {
    const ordner = inhalt();
    const vorher = dateien(ordner);
    const args = OPTIONEN.toSpliced(OPTIONEN.indexOf('--titel') + 1, 1, 'Schutzunterkunft West');
    const { stdout, stderr } = neu(ordner, args);
    expect(stdout).toMatch(/^Bitte prüfen: Ist das eine Schutzunterkunft [^]*„orte“ löschen/m);
    expect(stderr).toMatch(/--ja ergänzen/);
    expect(dateien(ordner)).toEqual(vorher);
  });
});

describe('with questions', () => {
  test('asks again until an answer will do; makes a provider on the way', () => {
    const ordner = inhalt();
    const { status, stdout, stderr } = frage(ordner, [
      ...['', 'Nähstube', 'neu'],
      ...['Häkelfreunde', 'verein', 'musterst', '0221', '0221 4710555', '', 'www.haekel.example'],
      ...['', '', 'treff', '1, fam', 'gewalt', 'musterst', 'Markt 1', '5399', '53999'],
      ...['', '', '', '', '1.11.2026', 'heute', '', 'j'],
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(text(ordner, 'anbieter/haekelfreunde.yaml')).toBe(
      'name: "Häkelfreunde"\nart: verein\ntelefon: "0221 4710555"\nkommune: musterstadt\n',
    );
    expect(text(ordner, 'angebote/musterstadt-naehstube.md')).toBe(`---
titel: "Nähstube"
anbieter: haekelfreunde
angebotsart: treffpunkt
thema: [sprache, familie]
zielgruppen: [gewaltbetroffene]
orte:
  - strasse: "Markt 1"
    plz: "53999"
    ort: "Musterstadt"
geprueft_am: ${STICHTAG}
---
`);
    expect(liesOrdner(ordner).fehlerZu()).toEqual([]);
    for (const satz of [
      'Das Feld ist leer.',
      '„0221“ ist keine gültige Telefonnummer.',
      'Meinten Sie „https://www.haekel.example“?',
      '„5399“ ist keine Postleitzahl',
      'Meinten Sie „2026-11-01“?',
    ])
      expect(stdout).toContain(satz);
  });

  test('what does not go together is asked again, and no answer is lost', () => {
    const ordner = inhalt();
    const { status, stdout, stderr } = frage(ordner, [
      ...['Nähstube', 'beispielverein', 'treff', 'fam', 'frauen', 'probe'],
      ...['Markt 1, 53996 Probeburg', '53996', '', '', '', 'Wir nähen.', 'heute'],
      ...['Markt 2, 53996 Probeburg', 'Markt 1', '', 'j'],
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/Hier steht auch die Postleitzahl 53996\./g)).toHaveLength(2);
    expect(text(ordner, 'angebote/probeburg-naehstube.md')).toMatch(
      /titel: "Nähstube"[^]*strasse: "Markt 1"\n {4}plz: "53996"[^]*Wir nähen\.\n$/,
    );
    const ort = ['Kino', 'probe', 'Markt 1, 53996 Probeburg', '', '', '', '', 'j'];
    expect(frage(ordner, ort, 'ort').status).toBe(0);
    expect(text(ordner, 'orte/kino.yaml')).toBe('name: "Kino"\nort: "Probeburg"\n');
  });

  test('what options say wrongly is asked instead', () => {
    const ordner = inhalt();
    const { status, stdout, stderr } = frage(
      ordner,
      [
        ...['Nähstube', 'beispielverein', 'treff', 'fam', 'frauen', 'kreisweit'],
        ...['', '', '', '', 'heute', 'naehstube-neu', 'j'],
      ],
      ...['--thema', 'spracche', '--strasse', 'Markt 1', '--id', 'frauencafe'],
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const satz of [
      '--thema: „spracche“ ist nicht in der Liste.',
      '--strasse geht nur zusammen mit genau einer Stadt',
      '--id: „frauencafe“ gibt es schon',
    ])
      expect(stdout).toContain(satz);
    expect(text(ordner, 'angebote/naehstube-neu.md')).toContain('einzugsgebiet: [kreisweit]');
  });

  const NAEHSTUBE = angebot({
    titel: 'Nähstube am Markt',
    orte: '[{ ort: Probeburg }]',
    ...{ telefon: null, email: null, web: null },
  });
  const DIESELBE = ['Die Nähstube am Markt', 'vhs', '1', '1', '1', 'probe', '', '', '', '', '', ''];

  test('a likely double is shown; „n“ writes nothing, „j“ notes that it is another', () => {
    const ordner = inhalt({ 'angebote/stube.md': NAEHSTUBE });
    const vorher = dateien(ordner);
    const nein = frage(ordner, [...DIESELBE, 'unbekannt', 'n']);
    expect(nein.status).toBe(0);
    expect(nein.stdout).toMatch(
      /Das gibt es vielleicht schon:\n {2}.*angebote\/stube\.md: ein ähnlicher Name, dieselbe Angebotsart und dieselben Themen\n/,
    );
    expect(dateien(ordner)).toEqual(vorher);

    expect(frage(ordner, [...DIESELBE, 'unbekannt', 'j', 'zweite', 'j']).status).toBe(0);
    expect(text(ordner, 'angebote/zweite.md')).toContain('kein_duplikat: [stube]');
    expect(liesOrdner(ordner).befunde.filter(({ regel }) => regel === 'dubletten')).toEqual([]);
  });

  test('a file that is there is never overwritten', () => {
    const ordner = inhalt({ 'angebote/probeburg-die-naehstube-am-markt.md': '---\nkaputt\n' });
    const { stdout } = frage(ordner, [...DIESELBE, 'unbekannt', '', 'Große Stube', 'andere', 'j']);
    expect(stdout).toContain('gibt es schon');
    expect(stdout).toContain('taugt nicht als Kennung');
    expect(text(ordner, 'angebote/probeburg-die-naehstube-am-markt.md')).toBe('---\nkaputt\n');
    expect(existsSync(join(ordner, 'angebote/andere.md'))).toBe(true);
  });

  test('a confidential offer is not asked for its address', () => {
    const ordner = inhalt();
    const { status, stdout } = frage(ordner, [
      ...['Sicherer Ort', 'beispielverein', 'schutz', 'gewalt', 'gewalt', 'probeburg'],
      ...['', '', '', '', 'unbekannt', '', 'j'],
    ]);
    expect(status).toBe(0);
    expect(stdout).not.toContain('Straße');
    expect(text(ordner, 'angebote/sicherer-ort.md')).toContain('einzugsgebiet: [probeburg]');
    expect(liesOrdner(ordner).fehlerZu('angebote/sicherer-ort.md')).toEqual([]);
  });

  test('whoever goes away before the end leaves nothing behind', () => {
    const ordner = inhalt();
    const vorher = dateien(ordner);
    for (const antworten of [DIESELBE.slice(0, 5), [...DIESELBE, 'unbekannt', '']]) {
      const { status, stderr } = frage(ordner, antworten);
      expect({ status, stderr }).toEqual({
        status: 130,
        stderr: '\nAbgebrochen. Es wurde nichts geschrieben.\n',
      });
    }
    expect(frage(ordner, [...DIESELBE, 'unbekannt', '', 'n']).stdout).toMatch(
      /Es wurde nichts geschrieben\.\n$/,
    );
    expect(dateien(ordner)).toEqual(vorher);
  });

  test('Ctrl-C writes nothing', async () => {
    const ordner = inhalt();
    const vorher = dateien(ordner);
    const kind = spawn(process.execPath, ['scripts/neu.ts', '--fragen'], {
      env: { ...process.env, PORTAL_INHALT: ordner },
    });
    kind.stdin.write([...DIESELBE, 'unbekannt', ''].join('\n') + '\n');
    kind.stdout.on('data', (stueck) => {
      if (String(stueck).includes('So anlegen?')) kind.kill('SIGINT');
    });
    await new Promise((done) => kind.on('close', done));
    expect(dateien(ordner)).toEqual(vorher);
  });
});

describe('answers', () => {
  const eintraege = readEintraege(MUSTERKREIS).eintraege!;
  const liste = [
    { id: 'kinder', name: 'Kinder' },
    { id: 'kinder-jugend', name: 'Kinder und Jugendliche' },
    { id: 'aeltere', name: 'Ältere Menschen' },
  ];

  test('choose by number, id, name or a part of it, umlauts or not', () => {
    for (const [eingabe, id] of [
      ['3', 'aeltere'],
      ['kinder', 'kinder'],
      ['Kinder', 'kinder'],
      ['jugend', 'kinder-jugend'],
      ['älter', 'aeltere'],
      ['AELTERE MENSCHEN', 'aeltere'],
    ] as const)
      expect(waehle(eingabe, liste), eingabe).toMatchObject({ id });
    expect(waehle('kind', liste)).toEqual({
      einwand:
        '„kind“ passt auf mehrere: 1 Kinder, 2 Kinder und Jugendliche. Bitte die Nummer eingeben.',
    });
    for (const eingabe of ['4', '0', '', 'xyz', '!'])
      expect(waehle(eingabe, liste), eingabe).toHaveProperty('einwand');
  });

  test('are refused in the words of the field, before anything is written', () => {
    const einwand = (name: string, eingabe: string) =>
      liesAntwort(
        FRAGEN.angebot.find((eine) => eine.name === name)!,
        eingabe,
        {
          eintraege,
          stichtag: STICHTAG,
        },
      );
    expect(einwand('titel', 'Kurs\u202e')).toEqual({
      einwand: 'Hier steht ein Zeichen, das die Schreibrichtung umkehrt (U+202E).',
    });
    expect(einwand('telefon', '0900 1234567')).toEqual({
      einwand: expect.stringContaining('teure Sondernummer'),
    });
    expect(einwand('geprueft-am', '2026-11-21')).toEqual({
      einwand: 'Das Datum liegt in der Zukunft.',
    });
    expect(einwand('geprueft-am', STICHTAG)).toEqual({ wert: STICHTAG });
    expect(einwand('thema', 'sprache, 1')).toEqual({
      einwand: expect.stringContaining('doppelt'),
    });
  });

  test('make an id of town and title, short and without umlauts', () => {
    const vorschlag = (titel: string, gebiet: string[] = ['testdorf']) =>
      schlageKennungVor('angebot', { titel, gebiet }, eintraege);
    expect(vorschlag('Café für Ältere (Süd)')).toBe('testdorf-cafe-fuer-aeltere-sued');
    expect(vorschlag('Tafel Testdorf')).toBe('tafel-testdorf');
    expect(vorschlag('Tafel', ['kreisweit'])).toBe('tafel');
    expect(vorschlag('Tafel', ['testdorf', 'siegburg'])).toBe('tafel');
    expect(vorschlag('Sehr lange Wörter '.repeat(9)).length).toBeLessThanOrEqual(60);
    expect(vorschlag('مقهى', [])).toBe('');
  });
});

/** What changes for visitors, as the script tells it: real Git in repositories made for the purpose. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rufe } from '../lib/befehl.ts';
import { angebot, createInhalt, type Dateien, STICHTAG } from '../lib/inhalt.ts';

const ordner: string[] = [];
afterAll(() => ordner.forEach((eines) => rmSync(eines, { recursive: true, force: true })));

const OHNE_EIGENE = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

function git(repo: string, datum: string, ...args: string[]): string {
  return execFileSync('git', ['-C', repo, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...OHNE_EIGENE, GIT_AUTHOR_DATE: datum, GIT_COMMITTER_DATE: datum },
  }).trim();
}

/** A repository with the Musterkreis as its first commit on `main`. */
function createRepo(dateien: Dateien = {}, datum = '2026-09-15T12:00:00+02:00'): string {
  const repo = createInhalt(dateien);
  ordner.push(repo);
  git(repo, datum, 'init', '-q', '-b', 'main');
  commit(repo, {}, datum);
  return repo;
}

function schreibe(repo: string, dateien: Dateien): void {
  for (const [name, inhalt] of Object.entries(dateien)) {
    mkdirSync(dirname(join(repo, name)), { recursive: true });
    if (inhalt === null) rmSync(join(repo, name));
    else writeFileSync(join(repo, name), inhalt);
  }
}

function commit(repo: string, dateien: Dateien, datum: string): string {
  schreibe(repo, dateien);
  git(repo, datum, 'add', '-A');
  git(repo, datum, 'commit', '-q', '-m', 'Stand');
  return git(repo, datum, 'rev-parse', 'HEAD');
}

/** Where the script puts what it needs for a moment. */
const werkstatt = mkdtempSync(join(tmpdir(), 'aenderungen-'));
ordner.push(werkstatt);

const aenderungen = (repo: string, ...args: string[]) =>
  rufe('scripts/aenderungen.ts', args, {
    ...OHNE_EIGENE,
    TMPDIR: werkstatt,
    STICHTAG,
    PORTAL_INHALT: repo,
  });

const lies = (repo: string, name: string) => readFileSync(join(repo, name), 'utf8');

describe('a proposal', () => {
  const repo = createRepo({ 'angebote/zu-ende.md': angebot({ titel: 'Chor' }) });
  let ergebnis: ReturnType<typeof aenderungen>;
  beforeAll(() => {
    schreibe(repo, {
      'angebote/neu.md': angebot({ titel: 'Fahrrad @alle Kurs' }),
      'angebote/zu-ende.md': angebot({ titel: 'Chor', status: 'beendet' }),
      'angebote/fahrdienst.md': null,
      'angebote/kleiderstube.md': lies(repo, 'angebote/kleiderstube.md').replace(
        'betrag: 2',
        'betrag: 3',
      ),
    });
    ergebnis = aenderungen(repo, '--vorschau', 'https://vorschau.example/pr-7/');
  });

  test('is told by kind, with how many there are', () => {
    expect(ergebnis).toMatchObject({ status: 0, stderr: '' });
    expect(ergebnis.stdout).toContain('**Angebote: 1 neu, 1 geändert, 1 beendet, 1 entfernt.');
    expect(ergebnis.stdout).toMatch(/^## Prüfung dieses Vorschlags\n\n✅ \*\*0 Fehler/);
    expect(ergebnis.stdout).toMatch(
      /Kosten: `kostet etwas, 2\s€, je Stück` → `kostet etwas, 3\s€, je Stück`/,
    );
  });

  test('links into the preview, but not to what is gone', () => {
    expect(ergebnis.stdout).toContain(
      '(`angebote/kleiderstube`) · [ansehen](https://vorschau.example/pr-7/angebote/kleiderstube/)',
    );
    expect(ergebnis.stdout).toMatch(/\(`angebote\/fahrdienst`\)\n/);
  });

  test('notifies nobody by the title of an offer', () =>
    expect(ergebnis.stdout).toContain('- **Fahrrad `@alle` Kurs** (`angebote/neu`)'));

  test('has only those hints that it brought itself', () => {
    expect(ergebnis.stdout).toMatch(/Nicht aufgeführt: \d+ Warnungen und Hinweise/);
    expect(ergebnis.stdout).not.toContain('impressum');
  });

  test('leaves nothing behind, in the repository or beside it', () => {
    expect(git(repo, '', 'status', '--short', '--ignored').split('\n')).toHaveLength(4);
    expect(readdirSync(werkstatt)).toEqual([]);
  });
});

describe('a proposal that makes a shelter public', () => {
  const geheim = { titel: 'Haus Sonne', telefon: '"02241 123456"', email: null, web: null };
  const vertraulich = { ...geheim, angebotsart: 'schutzunterkunft', orte: null };
  const offen = { ...geheim, angebotsart: 'beratung' };

  test.each<[how: string, dateien: Dateien, id: string]>([
    ['under its name', { 'angebote/sonne.md': angebot(offen) }, 'sonne'],
    [
      'under another name',
      { 'angebote/sonne.md': null, 'angebote/hilfe.md': angebot({ ...offen, titel: 'Hilfe' }) },
      'hilfe',
    ],
  ])('%s: the first thing that is said', (_, dateien, id) => {
    const repo = createRepo({ 'angebote/sonne.md': angebot(vertraulich) });
    schreibe(repo, dateien);
    const { stdout } = aenderungen(repo);
    const [, kopf = '', abschnitt = ''] = /\n\n(.*)\n\n### ([^]*?)\n###/.exec(stdout) ?? [];
    expect(kopf).toContain('❌');
    expect(abschnitt).toMatch(/^⚠️ Vertrauliches würde öffentlich/);
    expect(abschnitt).toContain(`\`${id}\``);
  });

  test('an office of the same provider that is new is nothing of the kind', () => {
    const repo = createRepo({
      'angebote/sonne.md': angebot({ ...vertraulich, telefon: null }),
    });
    schreibe(repo, { 'angebote/rat.md': angebot({ ...offen, titel: 'Rat', telefon: null }) });
    expect(aenderungen(repo).stdout).not.toContain('Vertrauliches würde öffentlich');
  });
});

describe('a proposal that breaks ten things at once', () => {
  const gut = angebot();
  /** File → its content, the line and field of what is wrong, and what the comment says. */
  const brueche: [name: string, inhalt: string, zeile: number, feld: string, meldung: RegExp][] = [
    [
      'angebote/b1.md',
      angebot({ telefon: '0221 4710123 (Büro)' }),
      9,
      'telefon',
      /genau eine Telefonnummer/,
    ],
    ['angebote/b2.md', gut.replace(/^---\n/, ''), 1, '', /fehlt `---`/],
    [
      'angebote/b3.md',
      angebot({ geprueft_am: '31.11.2026' }),
      12,
      'geprueft_am',
      /`31\.11\.2026` ist kein gültiges Datum/,
    ],
    ['angebote/b4.md', angebot({ thema: '[Sprachen]' }), 4, 'thema[0]', /Meinten Sie `sprache`\?/],
    [
      'angebote/b5.md',
      gut.replace('email:', 'telefon: 0221 4710124\nemail:'),
      10,
      'telefon',
      /steht doppelt/,
    ],
    ['angebote/b6.md', angebot({ alter: '\n\tvon: 12' }), 14, 'alter', /Tabulator/],
    ['angebote/b7.md', angebot({ sprachen: '[de, ar' }), 6, 'sprachen', /das nicht mit \\\] endet/],
    [
      'angebote/b8.md',
      angebot({}, 'Text\n\n<b>fett</b>'),
      17,
      '',
      /HTML \(`<b>`\) ist im Text nicht erlaubt/,
    ],
    ['anbieter/vhs-musterland.yaml', 'name: VHS: Musterland\n', 1, '', /name: "VHS: Musterland"/],
    [
      'angebote/b10.md',
      angebot({
        angebotsart: 'schutzunterkunft',
        orte: '[{ strasse: Geheimweg 5, ort: Musterstadt }]',
      }),
      8,
      'orte[0].strasse',
      /darf nirgends stehen/,
    ],
  ];
  const repo = createRepo();
  let kommentar = '';
  let status: number | null = null;
  beforeAll(() => {
    schreibe(repo, Object.fromEntries(brueche.map(([name, inhalt]) => [name, inhalt])));
    schreibe(repo, {
      'angebote/heil.md': angebot({ titel: 'Heiles Angebot' }),
    });
    const datei = join(repo, '.git', 'kommentar.md');
    ({ status } = aenderungen(repo, '--ausgabe', datei));
    kommentar = readFileSync(datei, 'utf8');
  });

  test.each(brueche)(
    '%s is in the one comment, with line and field',
    (name, _, zeile, feld, meldung) => {
      const [, abschnitt = ''] =
        new RegExp(`^#### \`\\S*${RegExp.escape(name)}\`\\n\\n([^#]*)`, 'm').exec(kommentar) ?? [];
      const punkt = abschnitt
        .split(/^- /m)
        .find((text) =>
          text.startsWith(`**Fehler**, Zeile ${zeile}${feld ? `, Feld \`${feld}\`` : ''}`),
        );
      expect(punkt).toMatch(meldung);
      expect(punkt).toMatch(/\n {2}→ \S/);
    },
  );

  test('says how many, and still what visitors will see of the rest', () => {
    expect(status).toBe(0);
    expect(kommentar).toMatch(
      /❌ \*\*1\d Fehler, .* So kann das Portal nicht veröffentlicht werden/,
    );
    expect(kommentar).toContain('- **Heiles Angebot** (`angebote/heil`)');
    expect(kommentar.indexOf('**Fehler**')).toBeLessThan(kommentar.indexOf('Heiles Angebot'));
  });

  test('does not take an entry that cannot be read for one that was removed', () => {
    expect(kommentar).not.toMatch(/entfernt/);
    expect(kommentar).toMatch(/Nicht verglichen, .*`anbieter\/vhs-musterland`/);
  });

  test('does not name the place of the shelter', () => expect(kommentar).not.toMatch(/Geheimweg/));
});

test('hints that name another file are no new ones where nothing has changed', () => {
  const repo = createRepo({
    'angebote/eins.md': angebot({ titel: 'Chor' }),
    'angebote/zwei.md': angebot({ titel: 'Chor' }),
  });
  expect(rufe('scripts/check.ts', [], { STICHTAG, PORTAL_INHALT: repo }).stdout).toContain(
    'Das ist vielleicht dasselbe Angebot wie',
  );
  expect(aenderungen(repo).stdout).toContain('✅ **0 Fehler, 0 Warnungen, 0 Hinweise.');
});

describe('where little can be compared', () => {
  test('a broken vocabulary: the findings, and which file must be mended first', () => {
    const repo = createRepo();
    schreibe(repo, { 'vokabular/themen.yaml': 'sprache: [' });
    const { status, stdout } = aenderungen(repo);
    expect(status).toBe(0);
    expect(stdout).toMatch(/- \*\*Fehler\*\*, Zeile 1/);
    expect(stdout).toMatch(/lässt sich noch nicht sagen: .*`vokabular\/themen\.yaml`/);
  });

  test('a vocabulary that was broken and is mended by the proposal: nothing is left to mend', () => {
    const repo = createRepo();
    const heil = readFileSync(join(repo, 'vokabular/themen.yaml'), 'utf8');
    commit(repo, { 'vokabular/themen.yaml': 'sprache: [' }, '2026-09-16T12:00:00+02:00');
    schreibe(repo, { 'vokabular/themen.yaml': heil });
    const { stdout } = aenderungen(repo, '--seit', 'HEAD');
    expect(stdout).toMatch(
      /Im früheren Stand fehlt oder ist nicht lesbar: `vokabular\/themen\.yaml`/,
    );
    expect(stdout).not.toContain('Erst muss');
  });

  test.each([
    [
      'a revision that is not there',
      ['--seit', 'gibt-es-nicht'],
      /„gibt-es-nicht“ ist .* nicht zu finden/,
    ],
    [
      'a revision that would be an option',
      ['--seit=--output=x'],
      /„--output=x“ ist .* nicht zu finden/,
    ],
    ['a revision that would be a command', ['--seit', '$(touch x); `touch x`'], /nicht zu finden/],
  ])('%s: a sentence, and the findings all the same', (_was, args, satz) => {
    const repo = createRepo();
    const { status, stdout, stderr } = aenderungen(repo, ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(satz);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toMatch(
      /^## Prüfung dieses Vorschlags\n\n✅ .*\n\nNicht aufgeführt: \d+ Hinweise\./,
    );
    expect(readdirSync(repo)).not.toContain('x');
  });

  test('a file that cannot be written: a sentence, and no half of it', () => {
    const { status, stderr } = aenderungen(createRepo(), '--ausgabe', 'gibt/es/nicht.md');
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Die Datei „gibt/es/nicht.md“ lässt sich nicht schreiben: Den Ordner gibt es nicht; bitte zuerst anlegen.\n',
    );
  });

  test('no Git at all', () => {
    const inhalt = createInhalt();
    ordner.push(inhalt);
    const { status, stderr } = aenderungen(inhalt);
    expect(status).toBe(1);
    expect(stderr).toMatch(/liegt in keinem Git-Verzeichnis/);
  });

  test('a shallow clone says what to fetch', () => {
    const repo = createRepo();
    const erster = git(repo, '', 'rev-parse', 'HEAD');
    commit(repo, { 'angebote/neu.md': angebot() }, '2026-10-15T12:00:00+02:00');
    const klon = mkdtempSync(join(tmpdir(), 'portal-klon-'));
    ordner.push(klon);
    git(klon, '', 'clone', '-q', '--depth', '1', pathToFileURL(repo).href, 'k');
    const flach = join(klon, 'k');
    expect(aenderungen(flach, '--seit', erster)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/nur ein Teil der Versionsgeschichte.*git fetch --unshallow/),
    });
    expect(aenderungen(flach, '--monat', '2026-10')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/reicht hier nicht so weit zurück/),
    });
  });
});

test('content that poses as a repository of its own is asked nothing, so its settings start no program', () => {
  const repo = mkdtempSync(join(tmpdir(), 'aenderungen-'));
  ordner.push(repo);
  const inhalt = join(repo, 'inhalt');
  cpSync(createInhalt({}), inhalt, { recursive: true });
  git(repo, '2026-09-15T12:00:00+02:00', 'init', '-q', '-b', 'main');
  commit(repo, {}, '2026-09-15T12:00:00+02:00');
  expect(aenderungen(inhalt).status).toBe(0);
  const spur = join(repo, 'gestartet');
  schreibe(inhalt, {
    HEAD: 'ref: refs/heads/main\n',
    'refs/heads/main': `${'1'.repeat(40)}\n`,
    'objects/info/leer': '',
    config: `[core]
  repositoryformatversion = 1
  bare = true
[extensions]
  partialClone = origin
[remote "origin"]
  url = .
  promisor = true
  uploadpack = "touch '${spur}'; true"
`,
  });
  for (const args of [[], ['--seit', 'main'], ['--monat', '2026-09']])
    expect(aenderungen(inhalt, ...args).status).toBe(1);
  expect(existsSync(spur)).toBe(false);
});

describe('a month', () => {
  // The last commit of September and the first of November, by German time.
  const repo = createRepo({}, '2026-09-30T23:59:00+02:00');
  beforeAll(() => {
    commit(
      repo,
      {
        'angebote/neu.md': angebot({ titel: '=1+1' }),
        'angebote/kurz.md': angebot({ gueltig_bis: '2026-10-20' }),
        'angebote/fahrdienst.md': null,
      },
      '2026-10-01T00:30:00+02:00',
    );
    commit(
      repo,
      {
        'angebote/kleiderstube.md': lies(repo, 'angebote/kleiderstube.md').replace(
          '2024-05-13',
          '2026-10-30',
        ),
      },
      '2026-10-31T23:30:00+01:00',
    );
    commit(repo, { 'angebote/november.md': angebot() }, '2026-11-01T00:30:00+01:00');
  });

  test('stands in the report of that month, with a table for a spreadsheet', () => {
    const ziel = mkdtempSync(join(tmpdir(), 'portal-bericht-'));
    ordner.push(ziel);
    const { status, stderr } = rufe(
      'scripts/bericht.ts',
      ['--monat', '2026-10', '--ordner', ziel],
      { ...OHNE_EIGENE, STICHTAG, PORTAL_INHALT: repo },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const bericht = lies(ziel, 'bericht.md');
    expect(bericht).toContain('## Was sich im Oktober 2026 geändert hat');
    expect(bericht).toContain('Angebote: 1 neu, 1 geändert, 1 beendet, 1 entfernt.');
    expect(bericht).toMatch(/kleiderstube \| Geprüft am: 13\. Mai 2024 → 30\. Oktober 2026/);
    expect(lies(ziel, 'aenderungen.csv')).toContain(`"'=1+1"`);
  });

  test('that cannot be compared has no table, and says why', () => {
    const kaputt = createRepo({ 'portal.yaml': 'name: [' }, '2026-09-15T12:00:00+02:00');
    commit(kaputt, { 'portal.yaml': lies(repo, 'portal.yaml') }, '2026-10-15T12:00:00+02:00');
    const ziel = mkdtempSync(join(tmpdir(), 'portal-bericht-'));
    ordner.push(ziel);
    const bericht = (monat: string) =>
      rufe('scripts/bericht.ts', ['--monat', monat, '--ordner', ziel], {
        ...OHNE_EIGENE,
        STICHTAG,
        PORTAL_INHALT: kaputt,
      });
    expect(bericht('2026-11')).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(ziel)).toContain('aenderungen.csv');
    expect(bericht('2026-10')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Was sich ändert, lässt sich noch nicht sagen') as string,
    });
    expect(readdirSync(ziel)).not.toContain('aenderungen.csv');
    expect(aenderungen(kaputt, '--monat', '2026-10', '--format', 'csv')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('„portal.yaml“') as string,
    });
  });

  test('as Markdown: what was new, changed and ended in it, and nothing of the next', () => {
    const { status, stdout, stderr } = aenderungen(repo, '--monat', '2026-10');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^## Änderungen im Oktober 2026\n/);
    expect(stdout).toContain('`angebote/neu`');
    expect(stdout).toMatch(/Angebote: beendet \(1\)\n\n- .*`angebote\/kurz`/);
    expect(stdout).toMatch(/Geprüft am: `13\. Mai 2024` → `30\. Oktober 2026`/);
    expect(stdout).toMatch(/Angebote: entfernt \(1\)/);
    expect(stdout).not.toContain('november');
  });

  test('as a table: a row per field, for a German spreadsheet, without formulas', () => {
    const { status, stdout } = aenderungen(repo, '--monat', '2026-10', '--format', 'csv');
    expect(status).toBe(0);
    expect(stdout.startsWith('\ufeff"monat";"ordner"')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(stdout.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toContainEqual({
      monat: '2026-10',
      ordner: 'Angebote',
      kennung: 'neu',
      titel: "'=1+1",
      art: 'neu',
      feld: '',
      vorher: '',
      nachher: '',
    });
    expect(data).toContainEqual(
      expect.objectContaining({
        kennung: 'kleiderstube',
        feld: 'Geprüft am',
        nachher: '30. Oktober 2026',
      }),
    );
  });

  test('the first month: everything is new', () => {
    const { status, stdout } = aenderungen(repo, '--monat', '2026-09');
    expect(status).toBe(0);
    expect(stdout).toMatch(/\*\*Angebote: \d+ neu\b/);
  });

  test('a month before there was anything', () => {
    const { status, stdout, stderr } = aenderungen(repo, '--monat', '2026-08');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/gab es noch keine Inhalte/);
  });
});

describe('a wrong call: 2, and how to call it', () => {
  test.each([
    ['an unknown option', ['--xyz']],
    ['a preview that is no address', ['--vorschau', 'javascript:alert(1)']],
    [
      'a preview that would end the link',
      ['--vorschau', 'https://a.example/) [x](https://b.example'],
    ],
    ['what is no month', ['--monat', '2026-13']],
    ['a format without a month', ['--format', 'csv']],
    ['an unknown format', ['--monat', '2026-10', '--format', 'xml']],
    ['a month and a revision', ['--monat', '2026-10', '--seit', 'main']],
  ])('%s', (_was, args) => {
    const { status, stdout, stderr } = aenderungen('content', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('npm run aenderungen -- --monat');
  });
});

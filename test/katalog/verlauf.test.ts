/** What Git knows about the content: real repositories, real commits. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { readVerlauf } from '../../src/katalog/verlauf.ts';
import { createInhalt, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

const ordner: string[] = [];
afterAll(() => ordner.forEach((pfad) => rmSync(pfad, { recursive: true, force: true })));

/** A content folder with a history. */
function repository() {
  const inhalt = createInhalt();
  ordner.push(inhalt);
  const git = (args: string[], datum = '2026-01-01') =>
    execFileSync(
      'git',
      [
        '-c',
        'user.name=Test',
        '-c',
        'user.email=test@example.org',
        '-c',
        'commit.gpgsign=false',
        ...args,
      ],
      {
        cwd: inhalt,
        env: {
          ...process.env,
          // A moment that is the day before in London.
          GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
          GIT_COMMITTER_DATE: `${datum}T00:30:00+01:00`,
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
  const commit = (datum: string) => {
    git(['add', '-A']);
    git(['commit', '-q', '--allow-empty', '-m', 'x'], datum);
  };
  git(['init', '-q', '-b', 'main']);
  commit('2025-01-01');
  const ersetze = (name: string, tun: (text: string) => string) => {
    const pfad = join(inhalt, name);
    writeFileSync(pfad, tun(execFileSync('cat', [pfad], { encoding: 'utf8' })));
  };
  return { inhalt, git, commit, ersetze };
}

function verlauf(inhalt: string, stichtag = STICHTAG) {
  const { kontext } = readKatalog(inhalt, stichtag);
  const { seit, ereignisse } = readVerlauf(inhalt, kontext!);
  // What ends by its own date is in every history of the Musterkreis.
  return { seit, ereignisse: ereignisse.filter(({ id }) => id !== 'ferienkurs-sommer') };
}

const kurs = 'angebote/deutschkurs-frauen.md';

test('says what of an offer changed, on the day it came online in Germany', () => {
  const { inhalt, commit, ersetze } = repository();
  ersetze(kurs, (text) => text.replace(/^telefon: .*$/m, 'telefon: "0221 4710199"'));
  commit('2026-10-05');
  expect(verlauf(inhalt)).toEqual({
    seit: '2025-11-20',
    ereignisse: [
      { datum: '2026-10-05', art: 'geaendert', id: 'deutschkurs-frauen', felder: ['telefon'] },
    ],
  });
});

test('a check, another order of fields and another way of writing a line are no change', () => {
  const { inhalt, commit, ersetze } = repository();
  ersetze(kurs, (text) =>
    text
      .replace(/^geprueft_am: .*$/m, 'geprueft_am: 2026-11-15')
      .replace(/^(titel: )"(.*)"$/m, "$1'$2'")
      .replace(/^(titel: .*\n)(anbieter: .*\n)/m, '$2$1'),
  );
  commit('2026-11-15');
  expect(verlauf(inhalt).ereignisse).toEqual([]);
});

test('what nobody sees is no change: keys of catalogues, where an offer leads once it has ended, what is no field', () => {
  const { inhalt, commit, ersetze } = repository();
  ersetze(kurs, (text) => text.replace(/^titel: /m, 'farbe: rot\nconstructor: x\ntitel: '));
  commit('2026-10-04');
  ersetze(kurs, (text) =>
    text.replace(
      /^farbe: rot\nconstructor: x\n/m,
      'leika: "99006014"\nweiterleitung: [kleiderstube]\n',
    ),
  );
  commit('2026-10-05');
  ersetze('orte/haus-der-begegnung.yaml', (text) => `${text.trimEnd()}\nkein_duplikat: [x]\n`);
  commit('2026-10-06');
  expect(verlauf(inhalt).ereignisse).toEqual([]);
  ersetze(kurs, (text) => text.replace(/^leika: .*/m, 'leika: "99006015"\ntermin: noetig'));
  commit('2026-10-07');
  expect(verlauf(inhalt).ereignisse).toEqual([
    { datum: '2026-10-07', art: 'geaendert', id: 'deutschkurs-frauen', felder: ['termin'] },
  ]);
});

test('new offers, withdrawn ones, and a new number of a provider', () => {
  const { inhalt, git, commit, ersetze } = repository();
  git(['mv', kurs, 'angebote/deutschkurs-neu.md']);
  commit('2026-09-01');
  ersetze('anbieter/musterkreis-fachstelle.yaml', (text) =>
    text.replace(/^telefon: .*$/m, 'telefon: "0221 4710188"'),
  );
  commit('2026-09-02');
  const { ereignisse } = verlauf(inhalt);
  expect(ereignisse).toContainEqual({
    datum: '2026-09-01',
    art: 'neu',
    id: 'deutschkurs-neu',
    felder: [],
  });
  expect(ereignisse).toContainEqual({
    datum: '2026-09-01',
    art: 'weg',
    id: 'deutschkurs-frauen',
    felder: [],
  });
  expect(ereignisse[0]).toEqual({
    datum: '2026-09-02',
    art: 'geaendert',
    id: 'migrationsberatung',
    felder: ['kontakt'],
  });
});

describe('nothing is told of what happened to a shelter', () => {
  const ids = (inhalt: string, stichtag?: string) =>
    new Set(verlauf(inhalt, stichtag).ereignisse.map(({ id }) => id));

  test('not when it got its mark and lost its address, nor what was changed then or later', () => {
    const { inhalt, commit, ersetze } = repository();
    for (const name of [kurs, 'angebote/kleiderstube.md'])
      ersetze(name, (text) => `${text}\nBitte klingeln.\n`);
    commit('2026-10-05');
    ersetze(kurs, (text) => text.replace(/^titel: /m, 'schutz: [vertraulich]\ntitel: '));
    commit('2026-10-06');
    expect(ids(inhalt)).toEqual(new Set(['kleiderstube']));
  });

  test.each([
    [
      'by its kind',
      (text: string) => text.replace(/^angebotsart: .*/m, 'angebotsart: schutzunterkunft'),
    ],
    ['by its mark', (text: string) => text.replace(/^titel: /m, 'schutz: [Vertraulich]\ntitel: ')],
    [
      'by a kind that is no more',
      (text: string) => text.replace(/^angebotsart: .*/m, 'angebotsart: zuflucht'),
    ],
    ['or nobody can read it', () => '---\nangebotsart: [\n'],
  ])('not when it is withdrawn or called otherwise, where it was confidential %s', (_, tun) => {
    const { inhalt, git, commit, ersetze } = repository();
    git(['mv', kurs, 'angebote/zuflucht.md']);
    ersetze('angebote/zuflucht.md', tun);
    commit('2026-09-01');
    // Also where somebody took the mark away first.
    ersetze('angebote/zuflucht.md', () => readFileSync(join(MUSTERKREIS, kurs), 'utf8'));
    commit('2026-09-02');
    git(['rm', '-q', 'angebote/zuflucht.md', 'angebote/kleiderstube.md']);
    commit('2026-09-03');
    expect(ids(inhalt)).toEqual(new Set(['deutschkurs-frauen', 'kleiderstube']));
  });

  test('not when it ends or is too old', () => {
    const { inhalt, commit, ersetze } = repository();
    ersetze('angebote/frauenhaus.md', (text) =>
      text.replace(/^geprueft_am: .*$/m, 'geprueft_am: 2026-09-01\ngueltig_bis: 2026-10-01'),
    );
    ersetze('angebote/anonyme-unterkunft.md', (text) =>
      text.replace(/^geprueft_am: .*$/m, 'geprueft_am: 2020-09-01'),
    );
    commit('2026-09-02');
    const { katalog } = readKatalog(inhalt, STICHTAG);
    expect([...katalog!.beendete.keys()]).toContain('frauenhaus');
    expect(ids(inhalt)).toEqual(new Set());
  });

  test('not where only a translation of it was left, by which nobody can tell what it was', () => {
    const { inhalt, git, commit } = repository();
    writeFileSync(join(inhalt, 'angebote/frueher.ar.md'), 'x');
    commit('2025-02-01');
    git(['rm', '-q', 'angebote/frueher.ar.md']);
    commit('2026-09-03');
    expect(ids(inhalt)).toEqual(new Set());
  });
});

test('an offer that ends is gone on the day after its last, without any commit', () => {
  const { inhalt } = repository();
  const { kontext } = readKatalog(inhalt, '2027-07-05');
  expect(readVerlauf(inhalt, kontext!).ereignisse).toContainEqual({
    datum: '2027-07-01',
    art: 'weg',
    id: 'deutschkurs-frauen',
    felder: [],
  });
});

describe('an offer is gone once, on the day it went', () => {
  const weg = (inhalt: string) =>
    verlauf(inhalt).ereignisse.flatMap(({ art, id, datum }) =>
      art === 'weg' ? [[id, datum]] : [],
    );
  const beende = (text: string) => text.replace(/^titel: /m, 'status: beendet\ntitel: ');
  const kleider = 'angebote/kleiderstube.md';

  test('when it was ended, whatever was written into its file later', () => {
    const { inhalt, commit, ersetze } = repository();
    ersetze(kleider, beende);
    commit('2026-03-10');
    ersetze(kleider, (text) => text.replace(/^titel: /m, 'weiterleitung: [frauencafe]\ntitel: '));
    commit('2026-06-10');
    expect(weg(inhalt)).toEqual([['kleiderstube', '2026-03-10']]);
  });

  test('for the last time, where it came back once', () => {
    const { inhalt, commit, ersetze } = repository();
    ersetze(kleider, beende);
    commit('2026-03-10');
    ersetze(kleider, (text) => text.replace('status: beendet\n', ''));
    commit('2026-04-10');
    ersetze(kleider, beende);
    commit('2026-05-10');
    expect(weg(inhalt)).toEqual([['kleiderstube', '2026-05-10']]);
  });

  test('before its last day, where it was ended earlier, and on the day after it, where that was first', () => {
    const { inhalt, commit, ersetze } = repository();
    const bis = (text: string) => text.replace(/^titel: /m, 'gueltig_bis: 2026-06-30\ntitel: ');
    ersetze(kleider, (text) => beende(bis(text)));
    ersetze('angebote/frauencafe.md', bis);
    commit('2026-03-10');
    ersetze('angebote/frauencafe.md', beende);
    commit('2026-08-10');
    expect(weg(inhalt)).toEqual([
      ['frauencafe', '2026-07-01'],
      ['kleiderstube', '2026-03-10'],
    ]);
  });

  test('on the day it came, where it was withdrawn on the same: somebody may have fetched it in between', () => {
    const { inhalt, git, commit } = repository();
    const neu = join(inhalt, 'angebote/naehkurs.md');
    const text = readFileSync(join(inhalt, kleider));
    writeFileSync(neu, text);
    commit('2026-03-10');
    git(['rm', '-q', 'angebote/naehkurs.md']);
    commit('2026-03-10');
    expect(weg(inhalt)).toEqual([['naehkurs', '2026-03-10']]);
    writeFileSync(neu, text);
    commit('2026-03-10');
    expect(verlauf(inhalt).ereignisse).toEqual([
      { datum: '2026-03-10', art: 'neu', id: 'naehkurs', felder: [] },
    ]);
  });

  test('when it was withdrawn, also where its translation goes with it or later', () => {
    const { inhalt, git, commit } = repository();
    for (const sprache of ['ar', 'en'])
      writeFileSync(join(inhalt, `angebote/kleiderstube.${sprache}.md`), 'x');
    commit('2026-02-01');
    git(['rm', '-q', kleider, 'angebote/kleiderstube.ar.md']);
    commit('2026-03-10');
    git(['rm', '-q', 'angebote/kleiderstube.en.md']);
    commit('2026-06-10');
    expect(weg(inhalt)).toEqual([['kleiderstube', '2026-03-10']]);
  });
});

test('a branch counts on the day it is merged, and what comes after the day of the portal is not known yet', () => {
  const { inhalt, git, commit, ersetze } = repository();
  git(['checkout', '-q', '-b', 'arbeit']);
  ersetze(kurs, (text) => text.replace('montags', 'dienstags'));
  commit('2026-06-01');
  git(['checkout', '-q', 'main']);
  commit('2026-06-02');
  git(['merge', '-q', '--no-ff', '-m', 'x', 'arbeit'], '2026-08-01');
  ersetze(kurs, (text) => text.replace('dienstags', 'mittwochs'));
  commit('2026-11-25');
  expect(verlauf(inhalt).ereignisse).toEqual([
    { datum: '2026-08-01', art: 'geaendert', id: 'deutschkurs-frauen', felder: ['text'] },
  ]);
});

test('where only the end of the history was fetched, nothing looks new that is not', () => {
  const { inhalt, commit, ersetze } = repository();
  for (const tag of ['dienstags', 'mittwochs', 'donnerstags']) {
    ersetze(kurs, (text) => text.replace(/\w+tags|mittwochs/, tag));
    commit(`2026-09-0${tag.length - 8}`);
  }
  const flach = mkdtempSync(join(tmpdir(), 'portal-flach-'));
  ordner.push(flach);
  execFileSync('git', ['clone', '-q', '--depth', '2', `file://${inhalt}`, flach]);
  const ganz = verlauf(inhalt).ereignisse;
  expect(ganz).toHaveLength(2);
  const { seit, ereignisse } = verlauf(flach);
  expect(ereignisse).toEqual(ganz.filter(({ datum }) => datum >= seit));
  expect(ereignisse).toHaveLength(1);
});

test('without any history, nothing is claimed', () => {
  const inhalt = createInhalt();
  ordner.push(inhalt);
  expect(verlauf(inhalt).ereignisse).toEqual([]);
});

test('one commit with a wrong clock, and a file with an impossible name, hide nothing', () => {
  const { inhalt, git, commit, ersetze } = repository();
  ersetze(kurs, (text) => text.replace('montags', 'dienstags'));
  commit('2026-10-05');
  const seltsam = join(inhalt, 'angebote/a\x012026-10-06T00:00:00Z b.md');
  writeFileSync(seltsam, 'x');
  commit('2026-10-06');
  rmSync(seltsam);
  commit('2026-10-07');
  git(['commit', '-q', '--allow-empty', '-m', 'x'], '2020-01-01');
  expect(verlauf(inhalt).ereignisse).toEqual([
    { datum: '2026-10-05', art: 'geaendert', id: 'deutschkurs-frauen', felder: ['text'] },
  ]);
});

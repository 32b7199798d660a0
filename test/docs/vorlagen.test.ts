/** The templates for GitHub and GitLab: what they may do, and that their command lines do what they say. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { KOMMENTAR_TITEL } from '../../scripts/lib/format-aenderungen.ts';
import { angebot, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

interface Schritt {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Auftrag {
  if?: string;
  permissions?: Record<string, string>;
  steps: Schritt[];
}
interface Ablauf {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Auftrag>;
}
interface GitlabAuftrag {
  variables?: Record<string, unknown>;
  script: string[];
  rules: { if: string }[];
  artifacts?: { paths?: string[]; reports?: Record<string, string> };
}

const roh = (name: string) => readFileSync(join('docs/vorlagen', name), 'utf8');
const GITHUB = readdirSync('docs/vorlagen/github');
const ablauf = (name: string) => parse(roh(`github/${name}`)) as Ablauf;
const gitlab = parse(roh('gitlab/.gitlab-ci.yml')) as Record<string, GitlabAuftrag>;
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** Every command line of a template. */
function befehle(name: string): string[] {
  if (name.startsWith('gitlab'))
    return Object.values(gitlab).flatMap((auftrag) => auftrag?.script ?? []);
  return Object.values(ablauf(name.slice('github/'.length)).jobs)
    .flatMap(({ steps }) => steps)
    .flatMap(({ run }) => run ?? []);
}

const VORLAGEN = [...GITHUB.map((name) => `github/${name}`), 'gitlab/.gitlab-ci.yml'];

test('there are six', () =>
  expect(VORLAGEN.sort()).toEqual([
    'github/bausteine.yml',
    'github/land.yml',
    'github/pruefung.yml',
    'github/veroeffentlichen.yml',
    'github/webadressen.yml',
    'gitlab/.gitlab-ci.yml',
  ]));

/** What single jobs may beyond reading. */
const MEHR_RECHTE: Record<string, string[]> = {
  'pruefung.yml': ['kommentar: pull-requests write'],
  'veroeffentlichen.yml': ['veroeffentlichen: pages write', 'veroeffentlichen: id-token write'],
  'webadressen.yml': [],
  'bausteine.yml': [],
  'land.yml': [],
};

describe.each(GITHUB)('GitHub: %s', (name) => {
  const { on, permissions, jobs } = ablauf(name);

  test('may read, and more only job by job', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const mehr = Object.entries(jobs).flatMap(([job, { permissions = {} }]) =>
      Object.entries(permissions).map(([recht, wert]) => `${job}: ${recht} ${wert}`),
    );
    expect(mehr).toEqual(MEHR_RECHTE[name]);
  });

  test('gives foreign code neither secrets nor rights', () => {
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(Object.keys(on)).not.toContain('workflow_run');
    expect(roh(`github/${name}`)).not.toMatch(/\bsecrets\./);
    for (const { permissions = {}, steps } of Object.values(jobs)) {
      const checkout = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      // Whoever may write runs nothing of the proposal.
      if (Object.values(permissions).includes('write')) expect(checkout).toEqual([]);
      for (const schritt of checkout) expect(schritt.with?.['persist-credentials']).toBe(false);
    }
  });

  test('puts nothing that somebody can choose into a command line', () => {
    for (const befehl of befehle(`github/${name}`)) expect(befehl).not.toContain('${{');
  });

  test('pins every action to a commit and says its version', () => {
    const uses = roh(`github/${name}`).match(/uses: .*/g)!;
    expect(uses.length).toBeGreaterThanOrEqual(2);
    for (const zeile of uses)
      expect(zeile).toMatch(/^uses: actions\/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
});

test('GitHub: of a Land, every Kreis is built for itself, and its start page whatever became of them', () => {
  const { auswahl, kreis, land } = ablauf('land.yml').jobs;
  const befehlVon = (auftrag: Auftrag | undefined, muster: RegExp) =>
    auftrag!.steps.map(({ run = '' }) => run).find((run) => muster.test(run))!;
  expect(land!.if).toContain('!cancelled()');
  const ordner = mkdtempSync(join(tmpdir(), 'land-ci-'));
  const env = { ...process.env, GITHUB_OUTPUT: join(ordner, 'ausgabe'), KREIS: 'nord' };
  const rufe = (befehl: string) =>
    execFileSync('bash', ['-e', '-c', befehl], { cwd: ordner, env, encoding: 'utf8' });
  for (const name of ['nord', 'sued-ost', 'Nicht hier'])
    mkdirSync(join(ordner, 'kreise', name), { recursive: true });
  rufe(befehlVon(auswahl, /kreise/));
  expect(readFileSync(env.GITHUB_OUTPUT, 'utf8')).toBe('kreise=["nord","sued-ost"]\n');
  mkdirSync(join(ordner, 'dist'));
  writeFileSync(join(ordner, 'dist/suche-verbund.json'), '{}');
  rufe(befehlVon(kreis, /beitrag/));
  expect(existsSync(join(ordner, 'beitrag/nord.json'))).toBe(true);
  mkdirSync(join(ordner, 'land/daten'), { recursive: true });
  for (const name of ['nord', 'Nicht hier'])
    writeFileSync(join(ordner, `land/daten/${name}.json`), '');
  const npm = 'npm() { echo "npm $*"; };';
  expect(rufe(npm + befehlVon(land, /land -- bauen/))).toBe(
    'npm run --silent land -- holen sued-ost\nnpm run --silent land -- bauen\n',
  );
  rmSync(ordner, { recursive: true });
});

test('GitHub: only proposals of the repository itself get a comment', () =>
  expect(ablauf('pruefung.yml').jobs['kommentar']!.if).toContain(
    'github.event.pull_request.head.repo.full_name == github.repository',
  ));

test.each(VORLAGEN)('%s: every npm command exists, with options that are known', (name) => {
  const aufrufe = befehle(name).flatMap((befehl) => [
    ...befehl.matchAll(/npm (?:run (?:--silent )?)?(\S+)/g),
  ]);
  expect(aufrufe.length).toBeGreaterThan(0);
  const bekannt = new Set([...Object.keys(scripts), 'audit']);
  expect(aufrufe.map(([, script]) => script!).filter((script) => !bekannt.has(script))).toEqual([]);
});

test('a comment is found again by the heading that it begins with', () => {
  for (const name of ['github/pruefung.yml', 'gitlab/.gitlab-ci.yml'])
    expect(befehle(name).join('\n')).toContain(`"${KOMMENTAR_TITEL}"`);
});

/** The packages of this project for a copy of it, known to be installed: nothing there may install or remove one here. */
function leihePakete(klon: string): void {
  const pakete = join(klon, 'node_modules');
  mkdirSync(pakete);
  for (const name of readdirSync('node_modules').filter((eines) => eines !== '.installed'))
    symlinkSync(resolve('node_modules', name), join(pakete, name));
  const lock = readFileSync(join(klon, 'package-lock.json'), 'utf8');
  writeFileSync(join(pakete, '.installed'), createHash('sha256').update(lock).digest('hex'));
}

describe('the command lines, in a clone of a project with a proposal', () => {
  let klon: string;
  let basis: string;
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-C', klon, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args],
      { encoding: 'utf8', env: { ...process.env, GIT_COMMITTER_DATE: '2026-10-05T12:00:00Z' } },
    ).trim();

  beforeAll(() => {
    klon = mkdtempSync(join(tmpdir(), 'portal-vorlage-'));
    for (const name of ['scripts', 'src', 'package.json', 'package-lock.json'])
      cpSync(name, join(klon, name), { recursive: true });
    cpSync(MUSTERKREIS, join(klon, 'content'), { recursive: true });
    leihePakete(klon);
    writeFileSync(join(klon, '.gitignore'), 'node_modules\n');
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'Stand');
    basis = git('rev-parse', 'HEAD');
    writeFileSync(join(klon, 'content/angebote/neu.md'), angebot({ titel: 'Fahrradkurs' }));
    writeFileSync(join(klon, 'content/angebote/kaputt.md'), angebot({ telefon: 'siehe unten' }));
    git('add', '-A');
    git('commit', '-q', '-m', 'Vorschlag');
  });
  afterAll(() => rmSync(klon, { recursive: true, force: true }));

  /** As both forges run a script: bash, ending at the first error. */
  const fuehreAus = (script: string) =>
    spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: klon,
      encoding: 'utf8',
      env: {
        ...process.env,
        STICHTAG,
        PORTAL_INHALT: '',
        GITHUB_STEP_SUMMARY: join(klon, 'zusammenfassung.md'),
        CI_MERGE_REQUEST_DIFF_BASE_SHA: basis,
      },
    });
  const kommentar = () => readFileSync(join(klon, 'kommentar.md'), 'utf8');

  test('GitHub: the report is written, then the check fails with an annotation', () => {
    const schritte = ablauf('pruefung.yml').jobs['pruefen']!.steps.flatMap(({ run }) => run ?? []);
    expect(schritte).toHaveLength(2);
    expect(fuehreAus(schritte[0]!)).toMatchObject({ status: 0, stderr: '' });
    expect(kommentar()).toMatch(/^## Prüfung dieses Vorschlags\n/);
    expect(kommentar()).toMatch(/Zeile 9, Feld `telefon`: `siehe unten` ist nicht/);
    expect(kommentar()).toContain('- **Fahrradkurs** (`angebote/neu`)');
    expect(readFileSync(join(klon, 'zusammenfassung.md'), 'utf8')).toBe(kommentar());
    const { status, stdout } = fuehreAus(schritte[1]!);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=content\/angebote\/kaputt\.md,line=9,title=telefon::/);
  });

  test('GitLab: report and Code Quality are written, then the check fails', () => {
    rmSync(join(klon, 'kommentar.md'), { force: true });
    const { script, artifacts } = gitlab['pruefen']!;
    const { status, stdout } = fuehreAus(script.join('\n'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/telefon · FEHLER/);
    for (const datei of artifacts!.paths!) expect(existsSync(join(klon, datei))).toBe(true);
    expect(kommentar()).toContain('- **Fahrradkurs** (`angebote/neu`)');
    const bericht = JSON.parse(
      readFileSync(join(klon, artifacts!.reports!['codequality']!), 'utf8'),
    ) as { location: { path: string } }[];
    expect(bericht.map(({ location }) => location.path)).toContain('content/angebote/kaputt.md');
  });

  test.each([
    [
      'GitHub',
      ablauf('veroeffentlichen.yml').jobs['monatsbericht']!.steps.find(({ run }) => run)!.run!,
    ],
    ['GitLab', gitlab['monatsbericht']!.script.join('\n')],
  ])(
    '%s: the report about a month, of what is published',
    (_wo, script) => {
      git('checkout', '-q', '--detach', basis);
      expect(fuehreAus(script.replace(/monat=.*/, 'monat=2026-10'))).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(readFileSync(join(klon, 'monatsbericht', 'bericht.md'), 'utf8')).toContain(
        '## Was sich im Oktober 2026 geändert hat',
      );
      expect(readFileSync(join(klon, 'monatsbericht', 'aenderungen.csv'), 'utf8')).toContain(
        '"kennung"',
      );
    },
    120_000,
  );
});

test('what is published is built with the whole history, which feeds and changes are made of', () => {
  const [holen] = ablauf('veroeffentlichen.yml').jobs['bauen']!.steps;
  expect(holen!.with?.['fetch-depth']).toBe(0);
  expect(gitlab['pages']!.variables?.['GIT_DEPTH']).toBe(0);
});

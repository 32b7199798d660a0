/**
 * The content folder as it was at a revision. Git is asked for single files and never told to check anything out; no
 * shell is involved. Works in shallow clones as far as they reach.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { displayPath } from '../../src/katalog/content-files.ts';
import { git, istTeil, readBlobs, zeile } from '../../src/katalog/git.ts';
import { type KatalogErgebnis, readKatalog } from '../../src/katalog/read-katalog.ts';

/**
 * The commit that a name stands for.
 * @param ordner the content folder
 * @param revision branch, tag or commit, as somebody typed it
 * @throws a German sentence where there is none
 */
export function findeCommit(ordner: string, revision: string): string {
  pruefeRepository(ordner);
  // A name that begins with a dash would be an option.
  const commit = /^[^-\s]/.test(revision)
    ? zeile(git(ordner, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]))
    : undefined;
  if (commit) return commit;
  throw new Error(
    `Die Fassung „${revision}“ ist in diesem Git-Verzeichnis nicht zu finden.${rat(ordner)}`,
  );
}

/**
 * Where the work that is not yet accepted began: the last common commit with `main`.
 * @throws a German sentence where there is none
 */
export function findeAnfang(ordner: string): string {
  pruefeRepository(ordner);
  for (const haupt of ['origin/main', 'main']) {
    const commit = zeile(git(ordner, ['merge-base', haupt, 'HEAD']));
    if (commit) return commit;
  }
  throw new Error(
    `Es ist nicht zu erkennen, womit verglichen werden soll: Einen gemeinsamen Stand mit „main“ gibt es hier nicht. Bitte mit --seit <Fassung> angeben.${rat(ordner)}`,
  );
}

/**
 * The last commit of the main line before a moment.
 * @param zeitpunkt seconds since 1970
 * @throws a German sentence where the history does not reach back so far because only a part of it was fetched
 */
export function findeCommitVor(ordner: string, zeitpunkt: number): string | undefined {
  pruefeRepository(ordner);
  const commit = zeile(
    git(ordner, ['rev-list', '-1', '--first-parent', `--min-age=${zeitpunkt - 1}`, 'HEAD']),
  );
  if (!commit && istTeil(ordner))
    throw new Error(`Die Versionsgeschichte reicht hier nicht so weit zurück.${rat(ordner)}`);
  return commit;
}

function pruefeRepository(ordner: string): void {
  if (git(ordner, ['rev-parse', '--git-dir']) === undefined)
    throw new Error(
      `Der Ordner „${ordner}“ liegt in keinem Git-Verzeichnis, oder Git ist nicht installiert; es gibt nichts, womit verglichen werden kann.`,
    );
}

function rat(ordner: string): string {
  return istTeil(ordner)
    ? ' Hier liegt nur ein Teil der Versionsgeschichte. Bitte alles holen: git fetch --unshallow (in einem Ablauf: fetch-depth: 0 oder GIT_DEPTH: 0).'
    : '';
}

/**
 * Reads the content as it was.
 * @param ordner the content folder; findings name its files, whatever commit they are of
 * @param stichtag `YYYY-MM-DD`
 */
export function readKatalogAus(ordner: string, commit: string, stichtag: string): KatalogErgebnis {
  const kopie = mkdtempSync(join(tmpdir(), 'portal-fassung-'));
  try {
    for (const { pfad, bytes } of dateienAus(ordner, commit)) {
      mkdirSync(dirname(join(kopie, pfad)), { recursive: true });
      writeFileSync(join(kopie, pfad), bytes);
    }
    const { befunde, ...rest } = readKatalog(kopie, stichtag);
    // Sentences name files, too.
    const [davor, statt] = [kopie, ordner].map((einer) => `${displayPath(einer)}/`);
    const dort = (text: string) => text.replaceAll(davor!, statt!);
    return {
      ...rest,
      befunde: befunde.map(({ datei, meldung, tipp, ...befund }) => ({
        ...befund,
        datei: dort(datei),
        meldung: dort(meldung),
        ...(tipp !== undefined && { tipp: dort(tipp) }),
      })),
    };
  } finally {
    rmSync(kopie, { recursive: true, force: true });
  }
}

/** The ordinary files of the content folder in a commit, with their paths below it. */
function* dateienAus(ordner: string, commit: string): Generator<{ pfad: string; bytes: Buffer }> {
  const wurzel = zeile(git(ordner, ['rev-parse', '--show-toplevel']));
  const prefix = git(ordner, ['rev-parse', '--show-prefix'])?.toString('utf8').replace(/\n$/, '');
  if (wurzel === undefined || prefix === undefined) return;
  const liste = git(wurzel, ['ls-tree', '-r', '-z', commit, '--', ...(prefix ? [prefix] : [])]);
  const dateien = (liste?.toString('utf8') ?? '').split('\0').flatMap((eintrag) => {
    const [, oid, pfad] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(eintrag) ?? [];
    // Symbolic links and submodules are no content; a path that leads out of the folder is no path of Git.
    return oid && pfad && !pfad.split('/').includes('..')
      ? [{ oid, pfad: pfad.slice(prefix.length) }]
      : [];
  });
  const inhalte = readBlobs(
    wurzel,
    dateien.map(({ oid }) => oid),
  );
  for (const { pfad } of dateien) yield { pfad, bytes: inhalte.next().value! };
}

/** Asking Git. Single questions only: nothing is ever checked out, and no shell is involved. */
import { spawnSync } from 'node:child_process';

/** All content of a Kreis, many times over. */
const MAX_AUSGABE = 500_000_000;

/**
 * A content folder may hold what makes Git take it for a repository of its own, with settings that start programs (since Git 2.38; before,
 * `check` alone refuses such files).
 */
const NUR_ECHTE = ['-c', 'safe.bareRepository=explicit'];

/**
 * Git's answer, or undefined where it refuses or is not installed.
 * @param ordner where it is asked
 * @param input what it reads
 */
export function git(ordner: string, args: readonly string[], input = ''): Buffer | undefined {
  const { status, stdout } = spawnSync('git', [...NUR_ECHTE, '-C', ordner, ...args], {
    input,
    maxBuffer: MAX_AUSGABE,
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
  });
  return status === 0 ? stdout : undefined;
}

/** An answer of one line. */
export function zeile(antwort: Buffer | undefined): string | undefined {
  return antwort?.toString('utf8').trim() || undefined;
}

/** True where only a part of the history was fetched. */
export function istTeil(ordner: string): boolean {
  return zeile(git(ordner, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

/**
 * What stands in files, by the names Git has for it.
 * @param ordner anywhere in the repository
 * @param oids names of blobs
 * @throws where Git does not have one of them
 */
export function* readBlobs(ordner: string, oids: readonly string[]): Generator<Buffer> {
  const inhalt = git(ordner, ['cat-file', '--batch'], oids.map((oid) => `${oid}\n`).join(''));
  let stelle = 0;
  for (const oid of oids) {
    const ende = inhalt?.indexOf('\n', stelle) ?? -1;
    const groesse = Number(/ blob (\d+)$/.exec(inhalt?.toString('utf8', stelle, ende) ?? '')?.[1]);
    if (!inhalt || Number.isNaN(groesse)) throw new Error(`Git does not have ${oid}`);
    yield inhalt.subarray(ende + 1, ende + 1 + groesse);
    stelle = ende + 1 + groesse + 1;
  }
}

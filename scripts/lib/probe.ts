/** The content as it would be with other files in it: read and checked as a whole by the real reader, before anything is written. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Befund, fehlerIn } from '../../src/domain/befund.ts';
import { displayPath } from '../../src/katalog/content-files.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';

/**
 * Everything that stops a build.
 * @param inhalt content folder
 * @param stichtag `2026-11-20`
 * @returns findings that name their files from the content folder
 */
export function fehlerDesInhalts(inhalt: string, stichtag: string): Befund[] {
  return fehlerIn(befundeDesInhalts(inhalt, stichtag));
}

/**
 * Everything that is found in the content with these files, warnings and remarks as well.
 * @param dateien path below the content folder → content
 */
export function befundeMit(
  dateien: ReadonlyMap<string, string>,
  inhalt: string,
  stichtag: string,
): Befund[] {
  const ordner = mkdtempSync(join(tmpdir(), 'portal-probe-'));
  try {
    cpSync(inhalt, ordner, { recursive: true });
    for (const [name, text] of dateien) {
      mkdirSync(dirname(join(ordner, name)), { recursive: true });
      writeFileSync(join(ordner, name), text);
    }
    return befundeDesInhalts(ordner, stichtag);
  } finally {
    rmSync(ordner, { recursive: true, force: true });
  }
}

function befundeDesInhalts(inhalt: string, stichtag: string): Befund[] {
  const praefix = `${displayPath(inhalt)}/`;
  return readKatalog(inhalt, stichtag).befunde.map((befund) => ({
    ...befund,
    datei: befund.datei.replace(praefix, ''),
  }));
}

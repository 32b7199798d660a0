/** Whether code is the same as it was: what was made by it, of the same input, is the same then. */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPfade } from './pruefe-ausgabe.ts';

/** Code, and what decides what it does: packages, Node. */
const IMMER = ['src', 'package-lock.json'];

/**
 * @param dazu files and folders beside `src`
 * @param worte what else decides
 */
export function fingerabdruck(dazu: readonly string[], worte: readonly string[] = []): string {
  const dateien = [...IMMER, ...dazu].flatMap((wo) =>
    statSync(wo).isDirectory() ? listPfade(wo).map((pfad) => join(wo, pfad)) : [wo],
  );
  const zeilen = dateien.map((datei) => `${datei} ${hash('sha256', readFileSync(datei))}`);
  return hash('sha256', [process.version, ...worte, ...zeilen].join('\n')).slice(0, 16);
}

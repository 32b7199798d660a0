import { join } from 'node:path';
import { listPfade } from '../../scripts/lib/dateiliste.ts';

/** All files of a folder, sorted, each with the folder before it. */
export function listFiles(ordner: string): string[] {
  return listPfade(ordner).map((pfad) => join(ordner, pfad));
}

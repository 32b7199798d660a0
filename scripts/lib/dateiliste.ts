/** Which files lie in a folder. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files of a folder, sorted, as paths from its root, with `/` on every system.
 * @param sonstiges is told of what no portal has: empty folders, and what is neither a file nor a folder, a link, say
 */
export function listPfade(
  ordner: string,
  sonstiges: (pfad: string) => void = () => undefined,
): string[] {
  return [...pfadeUnter(ordner, '', sonstiges)].sort();
}

/** Node's own recursion takes twice as long, and a portal has tens of thousands of files. */
function* pfadeUnter(
  ordner: string,
  unter: string,
  sonstiges: (pfad: string) => void,
): Generator<string> {
  const entries = readdirSync(join(ordner, unter), { withFileTypes: true });
  if (entries.length === 0) sonstiges(unter);
  for (const entry of entries)
    if (entry.isDirectory()) yield* pfadeUnter(ordner, `${unter}${entry.name}/`, sonstiges);
    else if (entry.isFile()) yield unter + entry.name;
    else sonstiges(unter + entry.name);
}

/** Notices that somebody edits the content. */
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Calls back soon after something in a folder or those below has changed; a watch per file would take seconds. */
export function beobachte(ordner: string, geaendert: () => void): void {
  const beobachtet = new Set<string>();
  let bald: NodeJS.Timeout | undefined;
  const beobachteAlle = () => {
    for (const einer of [ordner, ...unterordner(ordner)]) {
      if (beobachtet.has(einer)) continue;
      beobachtet.add(einer);
      const vergiss = () => void beobachtet.delete(einer);
      // Whoever watches has something else that keeps it going, or has ended.
      watch(einer, { persistent: false }, () => {
        clearTimeout(bald);
        // Editors write a file in several steps.
        bald = setTimeout(() => {
          beobachteAlle();
          geaendert();
        }, 30);
      })
        .on('error', vergiss)
        .on('close', vergiss);
    }
  };
  beobachteAlle();
}

function unterordner(ordner: string): string[] {
  return readdirSync(ordner, { withFileTypes: true, recursive: true })
    .filter((eintrag) => eintrag.isDirectory())
    .map((eintrag) => join(eintrag.parentPath, eintrag.name));
}

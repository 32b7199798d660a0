/** Notices that somebody edits the content. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps. */
const KURZ_MS = 30;
/** Until a folder that is gone is looked for again. */
const LANG_MS = 1000;

/** Calls back soon after something in a folder or those below has changed; a watch per file would take seconds. */
export function beobachte(ordner: string, geaendert: () => void): void {
  const beobachtet = new Map<string, { kennung: string; waechter: FSWatcher }>();
  let bald: NodeJS.Timeout | undefined;
  const beobachteAlle = () => {
    for (const einer of [ordner, ...unterordner(ordner)]) {
      // Of a folder that was deleted and made again, its watcher hears nothing any more, and does not say so.
      const { ino, birthtimeMs } = statSync(einer);
      const kennung = `${ino} ${birthtimeMs}`;
      const bisher = beobachtet.get(einer);
      if (bisher?.kennung === kennung) continue;
      // Whoever watches has something else that keeps it going, or has ended.
      const waechter = watch(einer, { persistent: false }, () => melde(KURZ_MS));
      beobachtet.set(einer, { kennung, waechter });
      bisher?.waechter.close();
      const vergiss = () => {
        if (beobachtet.get(einer)?.waechter === waechter) beobachtet.delete(einer);
      };
      waechter.on('error', vergiss).on('close', vergiss);
    }
  };
  const melde = (ms: number) => {
    clearTimeout(bald);
    bald = setTimeout(() => {
      try {
        beobachteAlle();
      } catch {
        melde(LANG_MS);
      }
      geaendert();
    }, ms);
  };
  beobachteAlle();
}

function unterordner(ordner: string): string[] {
  return readdirSync(ordner, { withFileTypes: true, recursive: true })
    .filter((eintrag) => eintrag.isDirectory())
    .map((eintrag) => join(eintrag.parentPath, eintrag.name));
}

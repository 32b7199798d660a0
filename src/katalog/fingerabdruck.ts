/** Whether code is the same as it was: what was made by it, of the same input, is the same then. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Of files and folders of the project, of the packages, and of Node with all that it brings (dates and sorting are ICU's).
 * @param wo from the root of the project
 * @param worte what else decides
 * @throws Error with a German sentence where one of them is a link: what it leads to can change unseen
 */
export function fingerabdruck(wo: readonly string[], worte: readonly string[] = []): string {
  const dateien = [...wo, 'package.json', 'package-lock.json'].flatMap((eines) =>
    statSync(eines).isDirectory() ? alleIn(eines) : [eines],
  );
  const zeilen = dateien.map((datei) => `${datei} ${hash('sha256', readFileSync(datei))}`);
  const alles = [JSON.stringify(process.versions), ...worte, ...zeilen].join('\n');
  return hash('sha256', alles).slice(0, 16);
}

function alleIn(ordner: string): string[] {
  return readdirSync(ordner, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((eintrag) => {
      const path = join(ordner, eintrag.name);
      if (eintrag.isDirectory()) return alleIn(path);
      if (eintrag.isFile()) return [path];
      throw new Error(
        `„${path}“ ist eine Verknüpfung. Bitte durch die Datei ersetzen, auf die sie zeigt.`,
      );
    });
}

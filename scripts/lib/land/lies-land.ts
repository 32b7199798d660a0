/** Reads `land.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { type Befund, fehlerIn } from '../../../src/domain/befund.ts';
import { type Land, landSchema } from '../../../src/domain/land.ts';
import { parseYamlFile } from '../../../src/katalog/parse-document.ts';
import { parseEintrag } from '../../../src/katalog/parse-eintrag.ts';
import { FORMATE } from '../format-befunde.ts';

/** @returns what it says; or German lines that name file, line and field */
export function liesLand(datei: string): { land: Land } | { einwand: string } {
  if (!existsSync(datei))
    return { einwand: `Die Datei „${datei}“ fehlt. Wie sie aussieht, steht in docs/verbund.md.` };
  const { dokument, befunde } = parseYamlFile(datei, readFileSync(datei));
  const gelesen = dokument && parseEintrag(dokument, landSchema);
  const alle: Befund[] = [...befunde, ...(gelesen?.befunde ?? [])];
  const land = gelesen?.wert;
  return land && fehlerIn(alle).length === 0 ? { land } : { einwand: FORMATE.text(alle) };
}

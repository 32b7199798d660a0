import { expect, test } from 'vitest';
import { createFundstellen } from '../../src/browser/fundstellen.ts';
import { toSuchteile } from '../../src/suche/suchteile.ts';
import { sucheUeber } from '../lib/suche.ts';

const { katalog } = sucheUeber('content');

/** What a search knows of these tokens, and the parts it loads for them. */
async function schlageNach(zeichen: readonly string[], maxAnliegen?: number) {
  const { teile, ...bezug } = toSuchteile(katalog, maxAnliegen);
  const geladen = new Set<string>();
  const fundstellen = createFundstellen(
    bezug.zeichen,
    async (name) => {
      geladen.add(name);
      return teile.get(name)!();
    },
    bezug.anliegen,
  );
  const gefunden = await Promise.all(zeichen.map((eines) => fundstellen(eines)));
  return { anliegen: bezug.anliegen, gefunden, geladen: geladen.size };
}

test('needs are found the same way whether the table tells of them, or, with many offers, parts do', async () => {
  const { anliegen } = toSuchteile(katalog);
  const zeichen = anliegen.split('\n').map((zeile) => zeile.split(' ')[0]!);
  expect(zeichen.length).toBeGreaterThan(50);
  const wenige = await schlageNach(zeichen);
  const viele = await schlageNach(zeichen, 0);
  expect(wenige.geladen).toBe(0);
  expect(viele).toMatchObject({ anliegen: '', gefunden: wenige.gefunden });
  expect(viele.geladen).toBeGreaterThan(1);
  expect(wenige.gefunden.every((stellen) => stellen && stellen.size > 0)).toBe(true);
});

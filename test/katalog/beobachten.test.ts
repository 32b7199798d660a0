import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { beobachte } from '../../src/katalog/beobachten.ts';

const ordner = mkdtempSync(join(tmpdir(), 'portal-beobachten-'));
const angebote = join(ordner, 'angebote');
afterAll(() => rmSync(ordner, { recursive: true }));

test('an edit is noticed in a folder that was deleted and made again, as by a change of branches', async () => {
  mkdirSync(angebote);
  let male = 0;
  beobachte(ordner, () => male++);
  const bemerkt = async (tun: () => void) => {
    const vorher = male;
    tun();
    await expect.poll(() => male).toBeGreaterThan(vorher);
    // All that one change brings with it has come by then.
    for (let zuletzt = -1; zuletzt !== male; await setTimeout(200)) zuletzt = male;
  };
  await bemerkt(() => writeFileSync(join(angebote, 'eins.md'), 'a'));
  await bemerkt(() => {
    rmSync(angebote, { recursive: true });
    mkdirSync(angebote);
  });
  await bemerkt(() => writeFileSync(join(angebote, 'zwei.md'), 'b'));
  await bemerkt(() => writeFileSync(join(angebote, 'zwei.md'), 'c'));
});

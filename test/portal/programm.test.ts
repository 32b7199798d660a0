import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildMitAstro } from '../../scripts/lib/bau/lauf.ts';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { holeProgramm } from '../../scripts/lib/bau/programm.ts';
import { DARSTELLER } from '../../src/bau/seitenprogramm.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';

it('every page is as Astro makes it by itself, byte by byte, but for the scripts it names beforehand, and which of them can wait', async () => {
  const ziel = join(WERKSTATT, 'von-astro');
  rmSync(ziel, { recursive: true, force: true });
  mkdirSync(ziel, { recursive: true });
  const { code, ausgabe } = await buildMitAstro({
    PORTAL_INHALT: 'test/fixtures/musterkreis',
    PORTAL_ZIEL: ziel,
    STICHTAG,
  });
  expect(code, ausgabe).toBe(0);
  const seiten = listPfade(ziel).filter((pfad) => pfad.endsWith('.html'));
  expect(seiten.length).toBeGreaterThan(300);
  const unsere = (pfad: string) =>
    readFileSync(join(WERKSTATT, 'musterkreis', pfad), 'utf8').replace(
      /<link rel="modulepreload"[^>]*>|<script type="module" async src="[^"]*\/vorsuche\.[^"]*"><\/script>|(?<=<script type="module" src="[^"]*") fetchpriority="low"/g,
      '',
    );
  for (const pfad of seiten)
    expect(unsere(pfad), pfad).toBe(readFileSync(join(ziel, pfad), 'utf8'));
});

it('pages are rendered by the copy of Astro that their components use', async () => {
  const { programm } = await holeProgramm('/');
  // Nothing but names of what is defined elsewhere.
  expect(readFileSync(join(programm, DARSTELLER), 'utf8')).toMatch(
    /^export \{[^}]*\brenderToString\b[^}]*\} from "\.\/chunks\/[^"]+";\s*$/,
  );
});

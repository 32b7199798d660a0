/** When `npm run handzettel` wants the portal to be built anew: the real script; what it prints is tested with a built portal. */
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PRUEFSUMMEN } from '../../scripts/lib/pruefsummen.ts';
import { createKontext, formatDatum } from '../../src/site/kontext.ts';
import { rufe } from '../lib/befehl.ts';
import { createInhalt, liesOrdner, STICHTAG } from '../lib/inhalt.ts';

let inhalt: string;
let portal: string;
beforeEach(() => {
  inhalt = createInhalt({ '.git/index': '1', 'angebote/.DS_Store': '1' });
  portal = mkdtempSync(join(tmpdir(), 'handzettel-'));
  // As far as it is looked at before any hand-out.
  const { t } = createKontext(liesOrdner(inhalt).katalog!, 'de');
  mkdirSync(join(portal, 'angebote'));
  writeFileSync(
    join(portal, 'angebote/index.html'),
    t('zettel.stand-liste', { datum: formatDatum(STICHTAG, 'de') }),
  );
  writeFileSync(join(portal, PRUEFSUMMEN), '');
});
afterEach(() => {
  for (const ordner of [inhalt, portal]) rmSync(ordner, { recursive: true });
});

/** Something of the content changes after the build, as far as times tell. */
function spaeter(name: string): void {
  const danach = statSync(join(portal, PRUEFSUMMEN)).mtimeMs / 1000 + 60;
  utimesSync(join(inhalt, name), danach, danach);
}

const einwand = () =>
  rufe('scripts/handzettel.ts', ['--kommune', 'siegburg', '--sprache', 'ar'], {
    PORTAL_INHALT: inhalt,
    PORTAL_ZIEL: portal,
    STICHTAG,
  }).stderr;

test.each(['portal.yaml', 'angebote/frauencafe.md', 'kontakte'])(
  'a change of the content, here of „%s“, is one',
  (name) => {
    spaeter(name);
    expect(einwand()).toMatch(/^Der Inhalt ist neuer als das Portal .*npm run build/);
  },
);

test('what Git and the system write into its folder is none', () => {
  for (const name of ['.git', '.git/index', 'angebote/.DS_Store']) spaeter(name);
  expect(einwand()).toMatch(/fehlen Handzettel/);
});

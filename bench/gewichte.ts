/** What visitors of a built portal load: the weight of its pages, and of a search. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listPfade } from '../scripts/lib/dateiliste.ts';
import { pageWeight } from '../scripts/lib/bau/seitengewicht.ts';
import type { Katalog } from '../src/katalog/katalog.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner, stichtagDesLaufs } from '../src/katalog/umgebung.ts';
import { mitte } from './messen.ts';
import { measureSuche, type SuchMessung, vervielfacht } from './suche.ts';

const RUNDEN = 3;
const SUCHE = 'Deutschkurs';
const VIELE = 5000;
const ZIEL = '.tmp/bench-besuch';

/**
 * Builds the content of PORTAL_INHALT and looks at it as visitors do; the search also with many more offers.
 * @returns Markdown
 */
export async function formatGewichte(): Promise<string> {
  const stichtag = stichtagDesLaufs();
  const { katalog } = readKatalog(inhaltsordner(), stichtag);
  if (!katalog) throw new Error('The content cannot be read; see npm run check.');
  console.error('Baue das Portal …');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, PORTAL_ZIEL: ZIEL, STICHTAG: stichtag },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);

  const seiten = listPfade(ZIEL).filter((pfad) => pfad.endsWith('index.html'));
  const schwerste = (muster: RegExp) => {
    const treffer = seiten.filter((pfad) => muster.test(`/${pfad}`));
    return kb(Math.max(...treffer.map((pfad) => pageWeight({ ordner: ZIEL }, pfad, katalog))));
  };
  const [angebot] = katalog.angebote.keys();
  const skripte = readFileSync(join(ZIEL, 'angebote', angebot!, 'index.html'), 'utf8').matchAll(
    /<script/g,
  );
  // What is typed later: a place of this Kreis.
  const [kommune] = katalog.vokabular.kommunen.values();
  const danach = ` ${kommune!.bezeichnung['de']}`;
  console.error('Suche auf einer langsamen Leitung …');
  const suche = await medianSuche(ZIEL, katalog, danach);
  console.error(`Suche in ${VIELE} Angeboten …`);
  const viele = `${ZIEL}-viele`;
  await vervielfacht(ZIEL, viele, katalog, VIELE);
  const grosse = await medianSuche(viele, katalog, danach);

  const zeile = (name: string, wert: (messung: SuchMessung) => string) =>
    `| ${name} | ${wert(suche)} | ${wert(grosse)} |`;
  const tabellen = `| Measure | Value |
|---|---|
| Offers / pages | ${katalog.angebote.size} / ${seiten.length} |
| Heaviest offer page with all it loads, gzip | ${schwerste(/^\/angebote\/[^/]+\//)} |
| Script elements on an offer page | ${[...skripte].length} |
| Start page with all it loads, gzip | ${schwerste(/^\/index\.html$/)} |
| Heaviest facet page, gzip | ${schwerste(/^\/(themen|zielgruppen|kommunen|sprachen|angebotsarten)\/[^/]+\//)} |

| Search for „${SUCHE}“, gzip | ${katalog.angebote.size} offers | ${VIELE} offers |
|---|---|---|
${zeile('Finding layer and cards, all of it', ({ schicht }) => kb(schicht))}
${zeile('… script', ({ davon }) => kb(davon.skript))}
${zeile('… table of all offers', ({ davon }) => kb(davon.tabelle))}
${zeile('… words looked up', ({ davon }) => kb(davon.woerter))}
${zeile('… tokens looked up', ({ davon }) => kb(davon.zeichen))}
${zeile('… cards of the results shown', ({ davon }) => kb(davon.karten))}
${zeile('First letter to results, 400 ms / 400 kbit/s', ({ ersteTrefferMs }) => `${(ersteTrefferMs / 1000).toFixed(1)} s`)}
${zeile('Later letter to results, no network', ({ weitererBuchstabeMs }) => `${Math.round(weitererBuchstabeMs)} ms`)}`;
  for (const ordner of [ZIEL, viele]) rmSync(ordner, { recursive: true, force: true });
  return tabellen;
}

/** The run whose first results took the median time. */
async function medianSuche(ordner: string, katalog: Katalog, danach: string): Promise<SuchMessung> {
  const laeufe: SuchMessung[] = [];
  for (let runde = 0; runde < RUNDEN; runde++)
    laeufe.push(await measureSuche(ordner, katalog, SUCHE, danach));
  return mitte(laeufe, ({ ersteTrefferMs }) => ersteTrefferMs);
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

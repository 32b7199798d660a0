/**
 * Writes the content of a Kreis that does not exist, to measure with: as many offers as wanted, with every field that offers can have.
 * The vocabularies, pages and portal.yaml are those of `content/`. The same call writes the same bytes.
 *
 *     node scripts/run.mjs bench/inhalt.ts <folder> <number of offers> [languages, such as de,ar,tr] [seed]
 *
 * The folder is emptied first. Numbers are those that the Bundesnetzagentur keeps free for film and television, addresses end in `.example`.
 */
import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import type { Katalog } from '../src/katalog/katalog.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { findeAnschrift } from '../src/katalog/anschrift.ts';
import { mehrAlsDeutsch, ortsnamen } from '../src/katalog/rules/vertraulich.ts';
import { formatEintrag } from '../src/katalog/schreiben.ts';
import {
  createErfinder,
  type Erfinder,
  type ErfundenesAngebot,
  formatUebersetzung,
} from './erfinden.ts';

const QUELLE = 'content';
/** The day that all of it is true for. */
export const STICHTAG = '2026-11-20';
const SAMEN = 20_261_120;
/** How many of the offers are translated, into each language. */
const UEBERSETZT = 0.25;

/** What was written, for those who write it in other forms. */
export interface ErfundenerInhalt extends Pick<Erfinder, 'anbieter' | 'orte'> {
  angebote: readonly ErfundenesAngebot[];
  /** Of `content/`: vocabularies and portal are taken from there. */
  katalog: Katalog;
}

/**
 * Writes a content folder.
 * @param ordner is emptied first
 * @param anzahl of offers
 * @param sprachen of the interface; German comes first
 * @param worteJeText of each offer
 */
export function schreibeInhalt(
  ordner: string,
  anzahl: number,
  sprachen: readonly string[] = ['de'],
  samen = SAMEN,
  worteJeText?: number,
): ErfundenerInhalt {
  if (resolve(ordner) === resolve(QUELLE)) throw new Error(`„${QUELLE}“ wird nicht überschrieben.`);
  const katalog = liesVorlage();

  rmSync(ordner, { recursive: true, force: true });
  for (const teil of ['anbieter', 'angebote', 'orte', 'seiten'])
    mkdirSync(join(ordner, teil), { recursive: true });
  cpSync(join(QUELLE, 'vokabular'), join(ordner, 'vokabular'), { recursive: true });
  const schreibe = (pfad: string, text: string) => writeFileSync(join(ordner, pfad), text);
  schreibe('portal.yaml', portalMit(sprachen));
  const seiten = seitenMit(sprachen);
  for (const [name, text] of seiten) schreibe(`seiten/${name}`, text);

  const erfinder = createErfinder(katalog, anzahl, samen, worteJeText);
  for (const { id, felder } of erfinder.anbieter)
    schreibe(`anbieter/${id}.yaml`, formatEintrag('anbieter', felder));
  for (const { id, felder } of erfinder.orte)
    schreibe(`orte/${id}.yaml`, formatEintrag('ort', felder));
  const fremde = sprachen.filter((sprache) => sprache !== 'de');
  const saetze = new Map(fremde.map((sprache) => [sprache, satzvorrat(sprache, katalog)]));
  // Pages name offers by their ids: these come first.
  const verlangt = [...new Set([...seiten.values()].flatMap(genannteAngebote))];
  const angebote: ErfundenesAngebot[] = [];
  for (let i = 0; i < anzahl; i++) {
    const angebot = erfinder.angebot(verlangt[i]);
    angebote.push(angebot);
    schreibe(
      `angebote/${angebot.id}.md`,
      formatEintrag('angebot', { ...angebot.felder }, angebot.text),
    );
    for (const [sprache, vorrat] of saetze)
      if (erfinder.los.trifft(UEBERSETZT))
        schreibe(
          `angebote/${angebot.id}.${sprache}.md`,
          formatUebersetzung(erfinder.uebersetzung(angebot, sprache, vorrat), angebot),
        );
  }
  return { angebote, katalog, anbieter: erfinder.anbieter, orte: erfinder.orte };
}

/** Every so-and-so-many offers are edited. */
const BEARBEITET = 100;

/** Edits one per cent of the offers of a folder, each time anew: a sentence is added, and every fifth of them gets another title. */
export function bearbeite(ordner: string): void {
  const dateien = globSync('angebote/*.md', { cwd: ordner })
    .filter((name) => !/\.\w+\.md$/.test(name))
    .sort();
  dateien.forEach((name, i) => {
    if (i % BEARBEITET !== 0) return;
    const datei = join(ordner, name);
    const text = readFileSync(datei, 'utf8').trimEnd();
    const titel = i % (5 * BEARBEITET) === 0 ? text.replace(/^(titel: .*\w)/m, '$1 neu') : text;
    writeFileSync(datei, `${titel}\n\nDazu gekommen ist ein Satz mehr.\n`);
  });
}

let vorlage: Katalog | undefined;

/** `content/`, read once. */
function liesVorlage(): Katalog {
  vorlage ??= readKatalog(QUELLE, STICHTAG).katalog;
  if (!vorlage) throw new Error(`„${QUELLE}“ lässt sich nicht lesen; siehe npm run check.`);
  return vorlage;
}

/** portal.yaml of `content/` with these languages of the interface. */
function portalMit(sprachen: readonly string[]): string {
  const portal = parseDocument(readFileSync(join(QUELLE, 'portal.yaml'), 'utf8'));
  portal.set(
    'sprachen',
    sprachen.map((code) => (code === 'de' ? code : { code, geprueft: 'nein' })),
  );
  return portal.toString({ lineWidth: 0 });
}

/** The pages of `content/` in these languages, by the name of their file. */
function seitenMit(sprachen: readonly string[]): Map<string, string> {
  const dateien = readdirSync(join(QUELLE, 'seiten')).filter((name) => {
    const sprache = /\.(\w+)\.mdx?$/.exec(name)?.[1];
    return sprache === undefined || sprachen.includes(sprache);
  });
  return new Map(dateien.map((name) => [name, readFileSync(join(QUELLE, 'seiten', name), 'utf8')]));
}

function genannteAngebote(text: string): string[] {
  return [...text.matchAll(/\bangebot="([^"]+)"/g)].map(([, id]) => id!);
}

/** Sentences in a language, taken from the pages of `content/`: without addresses, names of places, numbers, links and components. */
function satzvorrat(sprache: string, { vokabular }: Katalog): string[] {
  const orte = ortsnamen(vokabular.kommunen);
  const texte = [...seitenMit([sprache])]
    .filter(([name]) => name.includes(`.${sprache}.`))
    .map(([, text]) => text.replace(/^---\n[^]*?\n---\n|\\$/gm, ''));
  const absaetze = texte
    .flatMap((text) => text.split(/\n\s*\n/))
    .filter((absatz) => !/^[#<>|*-]|[[\]<>{}*_`]/.test(absatz));
  const saetze = absaetze
    .flatMap((absatz) => absatz.replace(/\s+/g, ' ').split(/(?<=[.!?؟]) /))
    .map((satz) => satz.trim());
  return [...new Set(saetze)].filter(
    (satz) =>
      satz.length > 25 &&
      satz.length < 180 &&
      !mehrAlsDeutsch(satz, '', orte) &&
      findeAnschrift(satz) === undefined,
  );
}

if (import.meta.main) {
  const [ordner, anzahl, sprachen = 'de', samen = SAMEN] = process.argv.slice(2);
  if (!ordner || !Number.isInteger(Number(anzahl)) || !Number.isInteger(Number(samen))) {
    console.error(
      'Aufruf: node scripts/run.mjs bench/inhalt.ts <Ordner> <Zahl der Angebote> [Sprachen, mit Komma getrennt] [Samen]',
    );
    process.exit(2);
  }
  schreibeInhalt(ordner, Number(anzahl), sprachen.split(','), Number(samen));
}

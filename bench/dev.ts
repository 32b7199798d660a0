/**
 * What an editor waits for in `npm run dev`: until it answers, and until a change is seen and found.
 *
 *     node scripts/run.mjs bench/dev.ts
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ablageVon } from '../src/katalog/ablage.ts';
import { readUngeprueft } from '../src/katalog/read-katalog.ts';
import { schreibeInhalt, STICHTAG } from './inhalt.ts';
import { median } from './messen.ts';

const ANZAHL = 5000;
const ORDNER = '.tmp/bench-dev';
const PORT = 4799;
const RUNDEN = 3;
/** Longer than any step takes, even on a machine in use. */
const FRIST_MS = 120_000;
const url = `http://localhost:${PORT}`;

interface Messung {
  /** Until the first page has come. */
  start: number;
  /** From saving until the page of the offer shows it. */
  seite: number;
  /** … and until the search finds a word that no offer had. */
  suche: number;
}

/** @returns a table in Markdown: of a first start, of later ones the medians of each column */
export async function formatDev(): Promise<string> {
  schreibeInhalt(ORDNER, ANZAHL, ['de']);
  const messungen: Messung[] = [];
  try {
    const id = eineId();
    for (let runde = 0; runde <= RUNDEN; runde++) messungen.push(await messe(id, runde));
  } finally {
    rmSync(ORDNER, { recursive: true, force: true });
    for (const art of ['inhalt', 'baeume']) rmSync(ablageVon(art, ORDNER), { force: true });
  }
  const [erste, ...weitere] = messungen;
  const zeile = (name: string, { start, seite, suche }: Messung) =>
    `| ${name} | ${s(start)} | ${s(seite)} | ${s(suche)} |`;
  const mitte = (feld: keyof Messung) => median(weitere.map((eine) => eine[feld]));
  return `| npm run dev, ${ANZAHL} offers | Start to first page | Saved to page | Saved to search |
|---|---|---|---|
${zeile('first start', erste!)}
${zeile(`later, median of ${RUNDEN}`, { start: mitte('start'), seite: mitte('seite'), suche: mitte('suche') })}`;
}

const s = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** An offer that stands in lists, at an address that says its id: none of the archive, none that is protected. */
function eineId(): string {
  const { katalog } = readUngeprueft(ORDNER, STICHTAG);
  const angebot =
    katalog && [...katalog.angebote.values()].find((eines) => !eines.schnellVerlassen);
  if (!angebot) throw new Error('Der erfundene Inhalt hat kein Angebot, das gefunden wird.');
  return angebot.id;
}

async function messe(id: string, runde: number): Promise<Messung> {
  const start = performance.now();
  const server = spawn('npm', ['run', 'dev'], {
    env: { ...process.env, PORTAL_INHALT: ORDNER, STICHTAG, PORT: String(PORT) },
    stdio: 'ignore',
    detached: true,
  });
  try {
    await bis('die erste Seite kommt', () => antwort('/'));
    const gestartet = performance.now() - start;
    // Whoever edits has searched before, and the first check is over.
    await bis('die Suche antwortet', () => finde('deutschkurs2'));
    await new Promise((weiter) => setTimeout(weiter, 15_000));
    const datei = join(ORDNER, 'angebote', `${id}.md`);
    const vorher = readFileSync(datei, 'utf8');
    await bis('die Seite des Angebots kommt', () => antwort(`/angebote/${id}/`));
    const wort = `messwort${'abcd'[runde]}xyz`;
    const gespeichert = performance.now();
    writeFileSync(datei, `${vorher}\n${wort}\n`);
    await bis('die Seite die Änderung zeigt', async () =>
      (await antwort(`/angebote/${id}/`))?.includes(wort),
    );
    const seite = performance.now() - gespeichert;
    await bis('die Suche die Änderung findet', () => finde(`${wort}0`));
    return { start: gestartet, seite, suche: performance.now() - gespeichert };
  } finally {
    if (server.exitCode === null) {
      process.kill(-server.pid!);
      await once(server, 'exit');
    }
    await bis('der Server beendet ist', async () => (await antwort('/')) === undefined);
  }
}

/** All that the search page asks for, up to where a token stands. */
async function finde(zeichen: string): Promise<boolean> {
  const tabelle = JSON.parse((await antwort('/suche-tabelle.json')) ?? '{}') as {
    teile?: string;
    zeichen?: string[];
  };
  const nr = tabelle.zeichen?.findLastIndex((von) => von <= zeichen);
  const teil = await antwort(`/suche-teile/z${nr}-${tabelle.teile}.json`);
  await antwort(`/suche-teile/w0-${tabelle.teile}.json`);
  return teil?.includes(`${zeichen} `) ?? false;
}

async function antwort(pfad: string): Promise<string | undefined> {
  try {
    const response = await fetch(url + pfad, { signal: AbortSignal.timeout(FRIST_MS) });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** @throws where it has not come true in time, with the words for it */
async function bis(was: string, erfuellt: () => Promise<unknown>): Promise<void> {
  const ende = performance.now() + FRIST_MS;
  while (!(await erfuellt())) {
    if (performance.now() > ende)
      throw new Error(`${FRIST_MS / 1000} s gewartet, bis ${was}: vergeblich.`);
    await new Promise((weiter) => setTimeout(weiter, 20));
  }
}

if (import.meta.main) console.log(await formatDev());

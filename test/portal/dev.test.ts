/** `npm run dev`, as an editor uses it: the real server over a copy of the Musterkreis, the real search page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ablageVon } from '../../src/katalog/ablage.ts';
import { createInhalt, STICHTAG } from '../lib/inhalt.ts';
import { mitNachbar } from '../lib/nachbar.ts';
import { starteChromium } from './lib/browser.ts';
import { suchseite } from './lib/suchseite.ts';

const ordner = createInhalt(mitNachbar());
const datei = join(ordner, 'angebote', 'spielgruppe.md');
const text = readFileSync(datei, 'utf8');
const portalYaml = join(ordner, 'portal.yaml');
const portal = readFileSync(portalYaml, 'utf8');
/** A Land that there is not. */
const KAPUTT = portal.replace(/^land: .*$/m, 'land: "atlantis"');
let dev: Dev;
let url: string;
let browser: Browser;
let seite: Page;

beforeAll(async () => {
  [dev, browser] = await Promise.all([starte(), starteChromium()]);
  url = `http://localhost:${dev.port}/integration/`;
  seite = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  process.kill(-dev.prozess.pid!);
  rmSync(ordner, { recursive: true, force: true });
  rmSync(ablageVon('inhalt', ordner), { force: true });
});

interface Dev {
  prozess: ChildProcess;
  port: number;
  /** All that it has said. */
  ausgabe: () => string;
}

/** @returns when it has said where it is to be found; fails with what it said where it ends before */
async function starte(...args: string[]): Promise<Dev> {
  const port = await freierPort();
  const prozess = spawn(process.execPath, ['scripts/run.mjs', 'scripts/dev.ts', ...args], {
    // What the tests' own Vite sets is not what an editor has.
    env: { PATH: process.env['PATH'], PORTAL_INHALT: ordner, STICHTAG, PORT: String(port) },
    detached: true,
  });
  let ausgabe = '';
  await new Promise<void>((fertig, fehler) => {
    prozess.on('exit', () => fehler(new Error(ausgabe)));
    for (const strom of [prozess.stdout, prozess.stderr])
      strom.on('data', (stueck: Buffer) => {
        ausgabe += stueck;
        if (ausgabe.includes(`localhost:${port}`)) fertig();
      });
  });
  return { prozess, port, ausgabe: () => ausgabe };
}

/** How often the server has said where it is to be found. */
const starts = () => dev.ausgabe().split(`localhost:${dev.port}`).length - 1;

/** A page of its own: one that is loading itself anew goes nowhere else meanwhile. */
async function neueSeite(adresse = 'about:blank'): Promise<void> {
  await seite.close();
  seite = await browser.newPage();
  await seite.goto(adresse);
}

/** Touches a file of the program, as whoever saves it. */
function beruehreProgramm(): void {
  const jetzt = new Date();
  utimesSync('src/site/pfade.ts', jetzt, jetzt);
}

const status = async (pfad: string) => (await fetch(url + pfad)).status;

describe('an edited offer', () => {
  test('stands on its page, which loads itself anew', async () => {
    await neueSeite(`${url}angebote/spielgruppe/`);
    writeFileSync(datei, text.replace(/^titel: .*$/m, 'titel: Zitronenfalter-Werkstatt'));
    await seite.locator('h1', { hasText: 'Zitronenfalter-Werkstatt' }).waitFor();
  });

  test('is found by a word that no offer had before', async () => {
    await neueSeite();
    const suche = suchseite(seite, `${url}suche/`);
    await suche.suche('Zitronenfalter');
    expect(await suche.ids()).toEqual(['spielgruppe']);
    expect(await seite.locator('#treffer').textContent()).toContain('Zitronenfalter-Werkstatt');
  });

  test('that is broken is said in German, over the page and on the screen, until it is mended', async () => {
    await neueSeite(url);
    writeFileSync(datei, text.replace(/^titel: /m, 'titel: "<b>&#33; https://muster.example '));
    const meldung = seite.locator('#dev-meldung pre');
    await meldung.waitFor();
    const gesagt = await meldung.innerText();
    expect(gesagt).toMatch(
      /angebote\/spielgruppe\.md:\d+ .*beginnt mit " etwas, das nicht mit " endet\.\n {2}Bitte .*"<b>&#33; https:/,
    );
    await expect.poll(dev.ausgabe).toContain(gesagt);
    expect(await meldung.locator('b, a').count()).toBe(0);
    writeFileSync(datei, text);
    await meldung.waitFor({ state: 'detached' });
    expect(await status('angebote/spielgruppe/')).toBe(200);
  });

  test('that is deleted is gone; one that comes is there', async () => {
    writeFileSync(join(ordner, 'angebote', 'neue-stube.md'), text);
    rmSync(datei);
    await expect.poll(() => status('angebote/neue-stube/')).toBe(200);
    await expect.poll(() => status('angebote/spielgruppe/')).toBe(404);
  });
});

test('a search shows what neighbours offer, and no way to ask their servers, which dev has no script for', async () => {
  await neueSeite();
  const suche = suchseite(seite, `${url}suche/`);
  await suche.suche('Sprudelbrunnen');
  expect(await seite.locator('#treffer').textContent()).toContain('Deutschkurs am Fluss');
  expect(await suche.bereich('nachbarn').count()).toBe(0);
});

test('where the program changes it starts again, and shows what was edited meanwhile', async () => {
  const bisher = starts();
  beruehreProgramm();
  const neue = join(ordner, 'angebote', 'neue-stube.md');
  writeFileSync(neue, text.replace(/^titel: .*$/m, 'titel: Abendsegler-Treff'));
  await expect.poll(starts, { timeout: 60_000 }).toBe(bisher + 1);
  const seite = async () => (await fetch(`${url}angebote/neue-stube/`)).text();
  expect(await seite()).toContain('Abendsegler-Treff');
});

test('what is no page is served, too', async () => {
  const hole = async (pfad: string) => (await fetch(url + pfad)).text();
  expect(await hole('manifest.webmanifest')).toContain('"name"');
  expect(await hole('ar/suche-tabelle.json')).toContain('"sprache":"ar"');
  const { teile } = JSON.parse(await hole('suche-grenzen.json')) as { teile: string };
  expect(await hole('ar/suche-tabelle.json')).toContain(`"teile":"${teile}"`);
  expect(await hole('daten/angebote.csv')).toContain('neue-stube');
  expect(await status('kalender/gibt-es-nicht.ics')).toBe(404);
});

test('other sites read nothing of what somebody is writing, whatever name they give this machine', async () => {
  const antwort = await new Promise<IncomingMessage>((fertig, fehler) =>
    get({ port: dev.port, path: '/integration/', headers: { host: 'muster.example' } }, fertig).on(
      'error',
      fehler,
    ),
  );
  antwort.resume();
  expect(antwort.statusCode).toBe(421);
  const { headers } = await fetch(`${url}daten/angebote.csv`);
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect((await fetch(`http://localhost:${dev.port}//`)).status).toBe(404);
});

test('Astro serves the same to whoever edits components, and follows every change, too', async () => {
  const astro = await starte('--astro');
  try {
    const hole = async (pfad: string) => {
      const antwort = await fetch(`http://localhost:${astro.port}/integration/${pfad}`);
      return antwort.ok ? antwort.text() : '';
    };
    expect(await hole('angebote/neue-stube/')).toContain('Abendsegler-Treff');
    expect(await hole('ar/suche-tabelle.json')).toContain('"sprache":"ar"');
    writeFileSync(join(ordner, 'angebote', 'noch-eine.md'), text);
    await expect.poll(() => hole('angebote/noch-eine/')).toContain('<h1');
    rmSync(join(ordner, 'angebote', 'noch-eine.md'));
    await expect.poll(() => hole('angebote/noch-eine/')).toBe('');
  } finally {
    process.kill(-astro.prozess.pid!);
  }
});

describe('a portal.yaml', () => {
  const sagt = (feld: string) =>
    seite.locator('pre', { hasText: new RegExp(`portal\\.yaml:\\d+ ${feld}: `) }).waitFor();

  test('that is broken is said in German on every page, until it is mended', async () => {
    await neueSeite(url);
    const titel = await seite.title();
    writeFileSync(portalYaml, KAPUTT);
    await sagt('land');
    expect(await seite.title()).toBe('Im Inhalt ist etwas zu berichtigen');
    expect(await status('angebote/neue-stube/')).toBe(503);
    writeFileSync(portalYaml, portal.replace(/^url: .*$/m, 'url: muster'));
    await sagt('url');
    writeFileSync(portalYaml, portal);
    await expect.poll(() => seite.title()).toBe(titel);
  });

  test('with another path has its portal there', async () => {
    writeFileSync(portalYaml, portal.replace('.example/integration/', '.example/neu/'));
    const neue = url.replace('/integration/', '/neu/');
    await expect.poll(async () => (await fetch(neue)).status).toBe(200);
    // Pages that are open follow.
    await seite.waitForURL(neue);
  });

  test('that was broken when dev began leads to the portal once it is mended', async () => {
    const bisher = starts();
    writeFileSync(portalYaml, KAPUTT);
    beruehreProgramm();
    await expect.poll(starts).toBe(bisher + 1);
    await neueSeite(new URL('/', url).href);
    await sagt('land');
    writeFileSync(portalYaml, portal);
    await seite.waitForURL(url);
    await seite.getByRole('heading', { level: 1 }).waitFor();
    expect(await status('angebote/neue-stube/')).toBe(200);
  });
});

/** One that nobody listens on right now. */
async function freierPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((fertig) => probe.listen(0, fertig));
  const { port } = probe.address() as { port: number };
  await new Promise((fertig) => probe.close(fertig));
  return port;
}

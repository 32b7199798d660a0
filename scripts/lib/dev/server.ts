/**
 * The server of `npm run dev`: makes pages by the program of a build, each when it is asked for. They are shown first, and the content is
 * checked then; what the rules refuse is said on the screen and over the page.
 */
import { existsSync, readFileSync, statSync, watchFile } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Befund } from '../../../src/domain/befund.ts';
import { medientyp } from '../../../src/domain/medientyp.ts';
import { beobachte } from '../../../src/katalog/beobachten.ts';
import { ladeGedaechtnis, sichereGedaechtnis } from '../../../src/katalog/gedaechtnis.ts';
import { readPortal } from '../../../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../../../src/katalog/umgebung.ts';
import { basisOf } from '../../../src/site/pfade.ts';
import { ende } from '../ende.ts';
import { NEUSTART } from '../neustart.mjs';
import { CODE, holeProgramm } from '../bau/programm.ts';
import { beiBelegtemPort, lausche, pfadVon, portDesLaufs } from '../server.ts';
import { ohneSteuerzeichen } from '../steuerzeichen.ts';
import { createAntworten } from './antworten.ts';
import { alsSeite, alsText } from './meldung.ts';
import { createOffeneSeiten } from './offene-seiten.ts';
import { createPruefung } from './pruefung.ts';
import { createStand } from './stand.ts';

/** So long nobody asks for anything until the content is checked, and the search made ahead: both take the processors from pages. */
const RUHE_MS = 500;
/** What is made ahead is made in pieces of so long. */
const STUECK_MS = 20;
/** What open pages run, and where they listen. */
const SKRIPT = '/_dev/seite.js';
const MELDUNGEN = '/_dev/meldungen';

const inhalt = inhaltsordner();
const port = portDesLaufs('npm run dev');

if (!existsSync(inhalt)) ende(`Den Inhaltsordner „${inhalt}“ gibt es nicht.`);
// Before anything is read, so that no edit falls between.
beobachte(inhalt, () => folge());
for (const eines of [...CODE, 'scripts', 'package-lock.json'])
  if (statSync(eines).isDirectory()) beobachte(eines, () => void erneuere());
  else watchFile(eines, { persistent: false }, () => void erneuere());

const portal = readPortal(inhalt);
/** Missing where portal.yaml does not say it: then there is no page to make. */
const basis = portal && basisOf(portal.url);
// Where it has to be made, a process of its own does that; meanwhile the content is read here.
const programm =
  basis &&
  holeProgramm(basis, {
    beginnt: () => console.log('Baue das Programm (nur, wenn es sich geändert hat) …'),
  }).catch((error: Error) => ende(error.message, 1));
let istAufgehoben = ladeGedaechtnis(inhalt);
let stand = createStand(inhalt);

const offene = createOffeneSeiten();
const pruefe = createPruefung(inhalt, (geprueft, fehler) => {
  if (geprueft === stand) sage(fehler);
});
/** What was said last on the screen. */
let gesagt = '';
/** Whether the code has changed since the program was begun, and whether that is being seen to. */
let veraltet = false;
let erneuert = false;
let bald: NodeJS.Timeout | undefined;
/** The state that all was done for that nobody waits for. */
let erledigt: typeof stand | undefined;

const antworte = programm && (await createAntworten(await programm, basis));
await lausche(port, (request, response) => {
  response.once('finish', spaeter);
  bediene(request, response).catch((error: Error) => {
    console.error(fuerSchirm(String(error.stack)));
    sendeErsatz(response, 500, alsSeite('programm', error.message, kopf()));
  });
}).catch((error: unknown) => beiBelegtemPort(error, port, 'npm run dev'));
meldeStand('');
spaeter();
console.log(
  `\n  ${portal?.name ?? inhalt}\n  http://localhost:${port}${basis ?? '/'}\n\n  Beenden mit Strg+C.\n`,
);

async function bediene(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pathname = pfadVon(request);
  if (pathname === MELDUNGEN) return offene.verbinde(response);
  if (pathname === SKRIPT) {
    const skript = readFileSync(join(import.meta.dirname, 'seite.js'));
    response.writeHead(200, { 'Content-Type': medientyp(pathname), 'Cache-Control': 'no-store' });
    return void response.end(skript);
  }
  if (antworte && 'portal' in stand) return antworte(request, response, stand, kopf());
  const grund = 'hindernisse' in stand ? alsText(stand.hindernisse) : '';
  sendeErsatz(response, 503, alsSeite('inhalt', grund, kopf()));
}

function sendeErsatz(response: ServerResponse, status: number, seite: string): void {
  const kopfzeilen = { 'Content-Type': medientyp('.html'), 'Cache-Control': 'no-store' };
  // What was to be sent had other rules, such as for styles.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, kopfzeilen).end(seite);
}

/** What every page has in its head: by this it notices that there is another state than its own. */
function kopf(): string {
  const worte = new URLSearchParams({ stand: stand.name, basis: basis ?? '' });
  return `<script type="module" src="${SKRIPT}?${String(worte).replace('&', '&amp;')}"></script>`;
}

function meldeStand(text: string): void {
  offene.sage({ stand: stand.name, basis: basis ?? '', text });
}

/** Says what the rules refuse, or no longer refuse; over no page that says it itself. */
function sage(fehler: readonly Befund[]): void {
  const text = alsText(fehler);
  meldeStand('hindernisse' in stand ? '' : text);
  if (text !== gesagt) console.error(text ? fuerSchirm(text) : 'Der Inhalt ist wieder fehlerfrei.');
  gesagt = text;
}

/** Names of files may hold what steers the screen. */
function fuerSchirm(text: string): string {
  return text.split('\n').map(ohneSteuerzeichen).join('\n');
}

/** The content has changed. */
function folge(): void {
  // The program knows where the portal begins.
  const neues = readPortal(inhalt);
  if (neues && basisOf(neues.url) !== basis) process.exit(NEUSTART);
  stand = createStand(inhalt);
  meldeStand('');
  spaeter();
}

/** The code has changed: pages stay as they are until the program is made anew, and then this one starts again. */
async function erneuere(): Promise<void> {
  veraltet = true;
  if (erneuert) return;
  erneuert = true;
  await programm;
  console.log('Das Programm hat sich geändert …');
  while (veraltet) {
    veraltet = false;
    try {
      if (basis) await holeProgramm(basis);
      process.exit(NEUSTART);
    } catch (error) {
      if (!veraltet) console.error((error as Error).message);
    }
  }
  erneuert = false;
}

/** When nobody asks for anything for a while, what is left is done for the state that there is then. */
function spaeter(): void {
  clearTimeout(bald);
  bald = setTimeout(() => {
    if (erledigt === stand) return;
    erledigt = stand;
    if (!istAufgehoben) sichereGedaechtnis(inhalt);
    istAufgehoben = true;
    pruefe(stand);
    if ('bereite' in stand) void nebenbei(stand.bereite());
  }, RUHE_MS);
}

/** Does something in small pieces, so that nobody who wants something else notices. */
async function nebenbei(schritte: Generator): Promise<void> {
  let bis = performance.now() + STUECK_MS;
  while (!schritte.next().done) {
    if (performance.now() < bis) continue;
    await setImmediate();
    bis = performance.now() + STUECK_MS;
  }
}

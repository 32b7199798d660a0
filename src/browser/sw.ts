/// <reference lib="webworker" />
/**
 * The service worker: answers from the device what the network does not answer. It is registered only by who stores the
 * portal, and never stores anything itself: where somebody was leaves no trace here.
 */
import { medientyp } from '../domain/medientyp.ts';
import { istAlt, type PaketAngaben } from '../domain/offline-paket.ts';
import { gespeicherte } from './offline-speicher.ts';

declare const self: ServiceWorkerGlobalScope;

interface Fund {
  antwort: Response;
  angaben: PaketAngaben;
}

/** Who waits longer is better off with the stored page, and its date. */
const GEDULD_MS = 4000;
/** Files that never change under their name. */
const UNVERAENDERLICH = /^(_astro|suche-teile)\//;
/** Who asks like this has doubts about what is stored. */
const ZWEIFEL = ['reload', 'no-cache'];
/** Where the banner of a stored page goes. */
const KOPF = '<header class="kopf">';

const basis = new URL(self.registration.scope).pathname;
/** Open pages that came from the device: what they load has to fit them. */
const gespeicherteSeiten = new Set<string>();

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope))
    event.respondWith(beantworte(event));
});

async function beantworte({ request, clientId, resultingClientId }: FetchEvent): Promise<Response> {
  const { pathname } = new URL(request.url);
  // Whatever is wrong with what is stored: the network is still there.
  const fund = await finde(pathname).catch(() => undefined);
  const istSeite = request.mode === 'navigate';
  if (!fund) {
    const netz = fetch(request);
    return istSeite ? netz.catch((error) => nichtGespeichert(pathname, error)) : netz;
  }
  const sofort =
    gespeicherteSeiten.has(clientId) ||
    (UNVERAENDERLICH.test(pathname.slice(basis.length)) && !ZWEIFEL.includes(request.cache));
  const netz = sofort ? undefined : await ausDemNetz(request, pathname);
  if (netz) return netz;
  if (istSeite) gespeicherteSeiten.add(resultingClientId);
  return mitBanner(fund);
}

/** The stored answer for a path; searches (`?ts=…`) and fragments do not count, nor does what can only be damaged. */
async function finde(pfad: string): Promise<Fund | undefined> {
  for (const { name, angaben } of await gespeicherte(basis)) {
    const antwort = await (await caches.open(name)).match(pfad);
    if (antwort && (await istHeil(antwort, pfad))) return { antwort, angaben };
  }
  return undefined;
}

async function istHeil(antwort: Response, pfad: string): Promise<boolean> {
  return typVon(antwort) === medientyp(pfad) && (await antwort.clone().blob()).size > 0;
}

/** The network's answer, unless it fails, takes too long, or is that of somebody between: a page to log in, a filter. */
async function ausDemNetz(request: Request, pfad: string): Promise<Response | undefined> {
  const geduld = new Promise<undefined>((done) => setTimeout(done, GEDULD_MS));
  const netz = await Promise.race([fetch(request).catch(() => undefined), geduld]);
  if (!netz) return undefined;
  const fort = [404, 410].includes(netz.status) || netz.type === 'opaqueredirect';
  // Servers do not agree on more types than this one.
  const passt = netz.ok && istHtml(typVon(netz)) === istHtml(medientyp(pfad));
  return fort || passt ? netz : undefined;
}

const typVon = ({ headers }: Response) => headers.get('Content-Type') ?? '';
const istHtml = (typ: string) => typ.startsWith('text/html');

/** The page about what is stored, in the language that comes nearest. */
async function nichtGespeichert(pfad: string, error: unknown): Promise<Response> {
  const alle = (await gespeicherte(basis)).map(({ angaben }) => angaben);
  const passende = alle
    .filter(({ wurzel }) => pfad.startsWith(wurzel))
    .sort((a, b) => b.wurzel.length - a.wurzel.length);
  const angaben = passende[0] ?? alle[0];
  const fund = angaben && (await finde(`${angaben.wurzel}offline/`));
  if (!fund) throw error;
  return mitBanner(fund, fund.angaben.banner.fehlt);
}

/** A stored page says that it is one. Everything else stays as it is. */
async function mitBanner({ antwort, angaben }: Fund, fehlt = ''): Promise<Response> {
  const { headers } = antwort;
  if (!istHtml(typVon(antwort))) return antwort;
  const { gespeichert, alt } = angaben.banner;
  const banner = fehlt + gespeichert + (istAlt(angaben, Date.now()) ? alt : '');
  const html = await antwort.text();
  return new Response(
    html.replace(KOPF, () => KOPF + banner),
    { headers },
  );
}

/**
 * What is stored on the device: one cache per language. The service worker and the page that fills it share this.
 *
 * A cache counts only when its description stands in it, which is written last: nobody ever sees half of one.
 */
import type { PaketAngaben } from '../domain/offline-paket.ts';

export interface Gespeichert {
  /** Name of the cache. */
  name: string;
  angaben: PaketAngaben;
}

const SPERRE = 'offline';
/** A server may have several portals, in folders of their own. */
const anfang = (basis: string) => `offline ${basis} `;
const angabenIn = (basis: string) => `${basis}offline/gespeichert.json`;

/** Where a package belongs: another state of the same language gets another name. @param basis path of the portal */
export function cacheName(basis: string, { sprache, hash }: PaketAngaben): string {
  return `${anfang(basis)}${sprache} ${hash}`;
}

/** Everything that is stored completely. @param basis path of the portal */
export async function gespeicherte(basis: string): Promise<Gespeichert[]> {
  const gefunden = await Promise.all(
    (await unsereCaches(basis)).map(async (name): Promise<Gespeichert[]> => {
      const antwort = await (await caches.open(name)).match(angabenIn(basis));
      // What cannot be read is no description; the cache counts as never completed.
      const angaben = (await antwort?.json().catch(() => undefined)) as PaketAngaben | undefined;
      return angaben ? [{ name, angaben }] : [];
    }),
  );
  return gefunden.flat();
}

/** Writes the description of a cache: from now on it counts. */
export async function vermerke(basis: string, cache: Cache, angaben: PaketAngaben): Promise<void> {
  await cache.put(angabenIn(basis), new Response(JSON.stringify(angaben)));
}

/** Does something while no other page changes what is stored. */
export function allein(tun: () => Promise<void>): Promise<void> {
  return navigator.locks.request(SPERRE, tun);
}

/** Deletes caches that were never completed, and the service worker where nothing is stored; not while one is being filled. */
export async function raeumeAuf(basis: string): Promise<void> {
  await navigator.locks.request(SPERRE, { ifAvailable: true }, async (sperre) => {
    if (!sperre) return;
    const ganze = (await gespeicherte(basis)).map(({ name }) => name);
    const halbe = (await unsereCaches(basis)).filter((name) => !ganze.includes(name));
    await Promise.all(halbe.map((name) => caches.delete(name)));
    if (ganze.length === 0) await meldeAb(basis);
  });
}

/** Deletes everything that was ever stored, and the service worker. */
export function loescheAlles(basis: string): Promise<void> {
  return allein(async () => {
    await Promise.all((await unsereCaches(basis)).map((name) => caches.delete(name)));
    await meldeAb(basis);
  });
}

async function unsereCaches(basis: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(anfang(basis)));
}

/** The service worker of a folder above would answer as well: it is not ours. */
async function meldeAb(basis: string): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration(basis);
  if (worker && new URL(worker.scope).pathname === basis) await worker.unregister();
}

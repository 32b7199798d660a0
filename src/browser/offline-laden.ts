/** Loads the package of a language and stores it. */
import { entpackeDateien, type PaketAngaben } from '../domain/offline-paket.ts';
import { medientyp } from '../domain/medientyp.ts';
import { allein, cacheName, gespeicherte, raeumeAuf, vermerke } from './offline-speicher.ts';

/** Without a byte for so long, the line is broken. */
const GEDULD_MS = 30_000;
/** Written at a time: a cheap phone has little memory. */
const PORTION = 25;

/**
 * Loads a package into a new cache, which counts when it is complete; then older ones of its language go.
 * @param basis path of the portal
 * @param fortschritt called with the share that is loaded, 0 to 1
 * @param abbruch stops it; it stops itself where nothing comes any more
 * @throws QuotaExceededError without room; what was stored before stays as it was
 */
export async function speichere(
  basis: string,
  angaben: PaketAngaben,
  fortschritt: (anteil: number) => void,
  abbruch: AbortController,
): Promise<void> {
  await pruefePlatz(angaben);
  const dateien = entpackeDateien(await lade(angaben, fortschritt, abbruch));
  const name = cacheName(basis, angaben);
  try {
    await allein(async () => {
      await navigator.serviceWorker.register(`${basis}sw.js`, {
        scope: basis,
        updateViaCache: 'none',
      });
      await caches.delete(name);
      const cache = await caches.open(name);
      const liste = [...dateien];
      for (let i = 0; i < liste.length; i += PORTION) {
        // Not throwIfAborted, which some browsers that can do the rest lack.
        if (abbruch.signal.aborted) throw new Error('Stopped');
        await Promise.all(
          liste.slice(i, i + PORTION).map(([adresse, bytes]) => {
            const headers = { 'Content-Type': medientyp(adresse) };
            return cache.put(basis + adresse, new Response(bytes, { headers }));
          }),
        );
      }
      await vermerke(basis, cache, angaben);
      const alte = (await gespeicherte(basis)).filter(
        (eines) => eines.angaben.sprache === angaben.sprache && eines.name !== name,
      );
      await Promise.all(alte.map((eines) => caches.delete(eines.name)));
    });
  } catch (error) {
    await raeumeAuf(basis);
    throw error;
  }
}

/** Better no megabyte loaded than one that has no room; Safari before 17 cannot tell. */
async function pruefePlatz({ roh }: PaketAngaben): Promise<void> {
  const speicher: Partial<StorageManager> | undefined = navigator.storage;
  const { quota = Infinity, usage = 0 } = (await speicher?.estimate?.()) ?? {};
  if (roh > quota - usage) throw new DOMException('No room', 'QuotaExceededError');
}

async function lade(
  { datei, bytes }: PaketAngaben,
  fortschritt: (anteil: number) => void,
  abbruch: AbortController,
): Promise<Uint8Array<ArrayBuffer>> {
  const warte = () => setTimeout(() => abbruch.abort(new Error('The line is silent')), GEDULD_MS);
  let wecker = warte();
  let geladen = 0;
  const zaehlen = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(stueck, weiter) {
      clearTimeout(wecker);
      wecker = warte();
      geladen += stueck.length;
      fortschritt(geladen / bytes);
      weiter.enqueue(stueck);
    },
  });
  try {
    // Stored where the reader knows of it, and nowhere else.
    const response = await fetch(datei, { signal: abbruch.signal, cache: 'no-store' });
    if (!response.ok || !response.body) throw new Error(`${response.status} ${datei}`);
    const entpackt = response.body
      .pipeThrough(zaehlen)
      .pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(entpackt).arrayBuffer());
  } finally {
    clearTimeout(wecker);
  }
}

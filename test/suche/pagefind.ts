/** Runs Pagefind's own script over a built index, without a browser: what it fetches comes from memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, vi } from 'vitest';
import type { SuchDateien } from '../../src/suche/build-suchindex.ts';
import { PAGEFIND_ORDNER } from '../../src/suche/dateien.ts';

/** What is used of Pagefind's own script. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(text: string): Promise<{ results: { id: string; matchedMetaFields?: string[] }[] }>;
}

/** @param fehlt files that cannot be loaded */
export async function openPagefind(dateien: SuchDateien, fehlt = /^$/): Promise<Pagefind> {
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace(/^\/|\?.*$/g, '');
    const bytes = dateien.get(path);
    return bytes && !fehlt.test(path)
      ? new Response(bytes as BodyInit)
      : new Response('', { status: 404 });
  });
  vi.stubGlobal('document', {
    currentScript: null,
    // The language of the page, which is never that of the index.
    querySelector: () => ({ getAttribute: () => 'ar' }),
  });
  vi.stubGlobal('location', { href: 'http://localhost/' });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  // Each import is an instance of its own.
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  const file = join(folder, 'pagefind.js');
  writeFileSync(file, dateien.get(`${PAGEFIND_ORDNER}pagefind.js`)!);
  const pagefind = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Pagefind;
  rmSync(folder, { recursive: true });
  // As `browser/nachbarsuche` does.
  await pagefind.options({ basePath: `/${PAGEFIND_ORDNER}`, noWorker: true });
  await pagefind.init();
  await pagefind.search('');
  return pagefind;
}

/**
 * Pagefind starts by itself beside what is asked of it, and where that fails nobody is told: in a browser a line of the
 * console, here an error of the test run. Everything else that fails unnoticed still is one.
 */
export function ohneMeldungen(): void {
  const bisher = process.listeners('unhandledRejection');
  const filter = (error: unknown, promise: Promise<unknown>) => {
    if (/Pagefind/.test(String(error))) return;
    for (const listener of bisher) listener(error, promise);
  };
  beforeAll(() => {
    bisher.splice(0, bisher.length, ...process.listeners('unhandledRejection'));
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', filter);
  });
  afterAll(async () => {
    // What is still under way fails now; a busy machine takes longer.
    await new Promise((done) => setTimeout(done, 1000));
    process.off('unhandledRejection', filter);
    for (const listener of bisher) process.on('unhandledRejection', listener);
  });
}

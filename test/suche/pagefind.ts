/** Runs Pagefind's own script over a built index, without a browser: what it fetches comes from memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import type { Pagefind } from '../../src/browser/volltext.ts';
import { GEWICHTE } from '../../src/suche/suchsatz.ts';
import type { SuchDateien } from '../../src/suche/build-suchindex.ts';

/**
 * @param fehlt files that cannot be loaded
 * @param sprache the language of the page
 */
export async function openPagefind(
  dateien: SuchDateien,
  sprache = 'de',
  fehlt = /^$/,
): Promise<Pagefind> {
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace(/^\/|\?.*$/g, '');
    const bytes = dateien.get(path);
    return bytes && !fehlt.test(path)
      ? new Response(bytes as BodyInit)
      : new Response('', { status: 404 });
  });
  vi.stubGlobal('document', {
    currentScript: null,
    querySelector: () => ({ getAttribute: () => sprache }),
  });
  vi.stubGlobal('location', { href: 'http://localhost/' });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  // Each import is an instance of its own.
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  const file = join(folder, 'pagefind.js');
  writeFileSync(file, dateien.get('pagefind/pagefind.js')!);
  const pagefind = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Pagefind;
  rmSync(folder, { recursive: true });
  await pagefind.options({ basePath: '/pagefind/', ranking: { metaWeights: GEWICHTE } });
  return pagefind;
}

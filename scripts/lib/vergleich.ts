/** Two common searches over the same offers, as they come out of the box: what the portal's own is measured against. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import { type Angebot, naeheZu } from '../../src/domain/angebot.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { reinerText } from '../../src/katalog/text-auszug.ts';
import { label, sprachLabel } from '../../src/site/kontext.ts';
import { serveFolder } from './server.ts';

/** An offer as one German text. */
export interface Satz {
  id: string;
  text: string;
}

/** Title, short text, text and the labels of the main facets of every visible offer. */
export function toSaetze(katalog: Katalog): Satz[] {
  return [...katalog.angebote.values()].map((angebot) => ({
    id: angebot.id,
    text: [
      angebot.titel,
      angebot.kurz ?? '',
      reinerText(angebot.text),
      ...beschriftungen(katalog, angebot),
    ].join(' '),
  }));
}

function beschriftungen(katalog: Katalog, angebot: Angebot): string[] {
  const { themen, angebotsarten, zielgruppen, kommunen } = katalog.vokabular;
  const namen = (begriffe: Parameters<typeof label>[0], ids: Iterable<string>) =>
    [...ids].map((id) => label(begriffe, id, 'de').text);
  return [
    ...namen(themen, angebot.thema),
    ...namen(angebotsarten, [angebot.angebotsart]),
    ...namen(zielgruppen, angebot.zielgruppen),
    ...namen(
      kommunen,
      [...kommunen.keys()].filter((id) => naeheZu(angebot, id) !== undefined),
    ),
    ...(angebot.sprachen ?? [])
      .filter(({ art }) => art !== 'schriftlich')
      .map(({ code }) => sprachLabel({ katalog, sprache: 'de' }, code).text),
  ];
}

/** @returns per query the ids found, best first */
export function suchenMitMiniSearch(
  saetze: readonly Satz[],
  suchen: readonly string[],
): string[][] {
  const index = new MiniSearch<Satz>({
    fields: ['text'],
    searchOptions: { fuzzy: 0.25, prefix: true, combineWith: 'AND' },
  });
  index.addAll(saetze);
  return suchen.map((suche) => index.search(suche).map(({ id }) => String(id)));
}

/**
 * Plain Pagefind, asked in the browser as every site does.
 * @param ordner an empty folder to serve its index from
 * @returns per query the ids found, best first
 */
export async function suchenMitPagefind(
  saetze: readonly Satz[],
  suchen: readonly string[],
  browser: Browser,
  ordner: string,
): Promise<string[][]> {
  await schreibeIndex(saetze, ordner);
  const server = await serveFolder(ordner, '/', 0);
  const seite = await browser.newPage();
  try {
    await seite.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const urls = await seite.evaluate(async (suchen) => {
      const script = '/pagefind/pagefind.js';
      const pagefind = (await import(script)) as {
        search(text: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
      };
      const gefunden: string[][] = [];
      for (const suche of suchen) {
        const { results } = await pagefind.search(suche);
        gefunden.push(await Promise.all(results.map(async ({ data }) => (await data()).url)));
      }
      return gefunden;
    }, suchen);
    return urls.map((liste) => liste.map((url) => url.replaceAll('/', '')));
  } finally {
    await seite.close();
    server.closeAllConnections();
    server.close();
  }
}

async function schreibeIndex(saetze: readonly Satz[], ordner: string): Promise<void> {
  const pruefen = <T extends { errors: string[] }>(antwort: T): T => {
    if (antwort.errors.length > 0) throw new Error(`Pagefind: ${antwort.errors.join('; ')}`);
    return antwort;
  };
  const schreiben = (path: string, inhalt: string | Uint8Array) => {
    mkdirSync(dirname(join(ordner, path)), { recursive: true });
    writeFileSync(join(ordner, path), inhalt);
  };
  try {
    const { index } = pruefen(await createIndex());
    if (!index) throw new Error('Pagefind hat keinen Index angelegt.');
    for (const { id, text } of saetze)
      pruefen(await index.addCustomRecord({ url: `/${id}/`, content: text, language: 'de' }));
    const { files } = pruefen(await index.getFiles());
    for (const { path, content } of files) schreiben(join('pagefind', path), content);
  } finally {
    await close();
  }
  // A page without anything, in the language of the index.
  for (const name of ['index.html', '404.html'])
    schreiben(name, '<!doctype html><html lang="de"><title>Pagefind</title>');
}

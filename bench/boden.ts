/**
 * The floor: reads every offer, parses it and writes its pages with template literals, as plain as can be, and filled up until they
 * are as heavy as ours. No Markdown, no checks, no names instead of ids: what a build cannot do without, and nothing else.
 *
 *     node scripts/run.mjs bench/boden.ts <folder of offers> <target folder>
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Felder {
  id: string;
  titel: string;
  description: string;
  code: string;
  angebotsart: string;
  thema: string[];
  zuKommunen: string[];
  zuZielgruppen: string[];
  anbieter: string;
  sprachcodes?: string[];
}

/** Characters of our pages, and of a card in a list. */
const GEWICHT = { angebot: 14_050, zettel: 10_300, kurz: 850, karte: 830 };

const { load } = createRequire(import.meta.url)('js-yaml') as { load(yaml: string): Felder };
const [quelle = '', ziel = ''] = process.argv.slice(2);
/** The same frame around every page, as it stands in the template, with nothing filled in. */
const [davor = '', danach = ''] = readFileSync(
  join(import.meta.dirname, 'eleventy/_includes/grundseite.njk'),
  'utf8',
).split('{{ content | safe }}');

const listen = new Map<string, string[]>();
for (const name of readdirSync(quelle).filter((name) => name.endsWith('.md'))) {
  const [, kopf = '', text = ''] = readFileSync(join(quelle, name), 'utf8').split(/^---\n/m);
  const felder = load(kopf);
  const { id, code, titel, description } = felder;
  const absaetze = text.trim().split('\n\n');
  const fliesstext = absaetze.map((absatz) => `<p>${escape(absatz)}</p>`).join('');
  const angaben = Object.entries(felder)
    .map(([feld, wert]) => `<dt>${feld}</dt><dd>${escape(JSON.stringify(wert))}</dd>`)
    .join('');
  const kopfzeile = `<h1>${escape(titel)}</h1><p class="vorspann">${escape(description)}</p>`;
  schreibe(
    `angebote/${id}`,
    `${davor}<article>${kopfzeile}<div class="fliesstext">${fliesstext}</div><dl class="angaben">${angaben}</dl></article><script type="application/ld+json">${JSON.stringify(felder).replaceAll('<', '\\u003c')}</script>${danach}`,
    GEWICHT.angebot,
  );
  schreibe(
    `zettel/${code}`,
    `${davor}<article class="zettel">${kopfzeile}<div class="fliesstext">${fliesstext}</div><dl class="angaben">${angaben}</dl></article>${danach}`,
    GEWICHT.zettel,
  );
  schreibe(
    `a/${code}`,
    `<!doctype html><html lang="de"><head><title>${escape(titel)}</title><meta http-equiv="refresh" content="0; url=/angebote/${id}/"></head><body><a href="/angebote/${id}/">${escape(titel)}</a></body></html>`,
    GEWICHT.kurz,
  );
  const karte =
    `<li class="karte" id="angebot-${id}"><h3 class="karte-titel"><a href="/angebote/${id}/">${escape(titel)}</a></h3><p class="karte-kurz">${escape(description)}</p><ul class="merkmale"><li>${felder.angebotsart}</li><li>${felder.zuKommunen[0] ?? ''}</li></ul></li>`.padEnd(
      GEWICHT.karte,
    );
  for (const liste of [
    ...felder.thema.map((wert) => `thema/${wert}`),
    ...felder.zuKommunen.map((wert) => `kommunen/${wert}`),
    ...felder.zuZielgruppen.map((wert) => `zielgruppen/${wert}`),
    ...(felder.sprachcodes ?? []).map((wert) => `sprachen/${wert}`),
    `angebotsart/${felder.angebotsart}`,
    `anbieter/${felder.anbieter}`,
  ]) {
    const karten = listen.get(liste);
    if (karten) karten.push(karte);
    else listen.set(liste, [karte]);
  }
}
for (const [pfad, karten] of listen)
  schreibe(pfad, `${davor}<h1>${pfad}</h1><ul class="karten">${karten.join('')}</ul>${danach}`);

function schreibe(pfad: string, html: string, gewicht = 0): void {
  mkdirSync(join(ziel, pfad), { recursive: true });
  writeFileSync(join(ziel, pfad, 'index.html'), html.padEnd(gewicht));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

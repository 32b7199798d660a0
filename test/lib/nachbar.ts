/** A neighbour for tests: the Nachbarkreis at any address, what it publishes, and a Musterkreis that has stored it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { liesNachbar } from '../../scripts/lib/verbund/lesen.ts';
import { formatKopie } from '../../scripts/lib/verbund/kopie.ts';
import type { AngeboteDatei } from '../../src/domain/datensatz.ts';
import type { NachbarEintrag } from '../../src/domain/portal.ts';
import { datenadresse } from '../../src/domain/verbund.ts';
import { readEintraege, readKatalog } from '../../src/katalog/read-katalog.ts';
import { type Dateien, MUSTERKREIS, STICHTAG } from './inhalt.ts';
import { offeneDaten } from './offene-daten.ts';

export const NACHBARKREIS = 'test/fixtures/nachbarkreis';
export const NACHBAR: NachbarEintrag = {
  id: 'nachbarkreis',
  url: 'https://nachbar.example/wegweiser/',
  form: 'portal',
};

/** The Musterkreis as its files say it. */
export const UNSERE = readEintraege(MUSTERKREIS).eintraege!;

/** What the Nachbarkreis publishes, as its build writes it; by default its offers in our own JSON. */
export function angeboteJson(
  url = NACHBAR.url,
  stichtag = STICHTAG,
  pfad = 'v1/angebote.json',
): string {
  const katalog = readKatalog(NACHBARKREIS, stichtag).katalog!;
  const portal = { ...katalog.portal, url };
  const dateien = offeneDaten({ ...katalog, portal });
  return dateien.get(`daten/${pfad}`)!;
}

/** The copy of it that is stored, changed before by `aendern`. */
export function kopie(
  nachbar = NACHBAR,
  aendern: (datei: AngeboteDatei) => unknown = () => undefined,
  geholt_am = STICHTAG,
): string {
  const datei = JSON.parse(angeboteJson(nachbar.url)) as AngeboteDatei;
  aendern(datei);
  const gelesen = liesNachbar(
    nachbar,
    new TextEncoder().encode(JSON.stringify(datei)),
    { adresse: datenadresse(nachbar), geholt_am },
    UNSERE,
  );
  if ('einwand' in gelesen) throw new Error(gelesen.einwand);
  return formatKopie(gelesen);
}

/** `portal.yaml` of the Musterkreis with neighbours. */
export function portalMit(...nachbarn: Partial<NachbarEintrag>[]): string {
  const zeilen = nachbarn.map((nachbar) => `  - ${JSON.stringify(nachbar)}\n`);
  return `${readFileSync(join(MUSTERKREIS, 'portal.yaml'), 'utf8').trimEnd()}\nverbund:\n${zeilen.join('')}`;
}

/** What a Musterkreis has more that shows the Nachbarkreis. */
export function mitNachbar(text = kopie(), nachbar = NACHBAR): Dateien {
  return { 'portal.yaml': portalMit(nachbar), [`verbund/${nachbar.id}.json`]: text };
}

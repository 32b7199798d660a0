/** The public corpus of bad and odd input, each case in a content folder of its own. What built pages must show is in test/portal. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createInhalt, liesOrdner, OHNE_ANGEBOTE } from '../lib/inhalt.ts';
import { mitRechenzeit } from '../lib/rechenzeit.ts';

interface KorpusFall {
  id: string;
  name: string;
  dateien: string[];
  muss: ('angenommen' | 'abgelehnt' | 'neutralisiert' | 'nicht_veroeffentlicht')[];
  feld?: string;
  zeile?: boolean;
  hinweis?: string;
  kanarie?: string;
  sichtbar?: boolean;
  max_sekunden?: number;
  nur_im_test_erzeugen?: boolean;
  generator?: { basis: string; anhaengen: string; mal: number };
  erwarte?: {
    telefon_href?: string;
    plz?: string;
    titel?: string;
    thema?: string[];
    sprachen?: string[];
  };
}

const EINGABEN = 'test/fixtures/eingaben';
const index = JSON.parse(readFileSync(join(EINGABEN, 'index.json'), 'utf8')) as {
  stichtag: string;
  anzahl: number;
  faelle: KorpusFall[];
};

test('the corpus is complete', () => expect(index.faelle).toHaveLength(index.anzahl));

describe.each(index.faelle)('$id $name', (fall) => {
  test(`${fall.muss.join(' or ')}${fall.feld && fall.muss.includes('abgelehnt') ? ` at ${fall.feld}` : ''}`, ({
    skip,
  }) => {
    const ordner = createInhalt(OHNE_ANGEBOTE);
    onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
    const dateien = lege(fall, join(ordner, 'angebote'));
    if (!dateien) return skip('This file system cannot hold these file names.');

    const kanarien = fall.kanarie ? [fall.kanarie, join(ordner, fall.kanarie)] : [];
    const { ergebnis, sekunden } = mitRechenzeit(() => liesOrdner(ordner, index.stichtag));
    const { katalog, fehlerZu } = ergebnis;

    expect(kanarien.filter(existsSync)).toEqual([]);
    if (fall.max_sekunden) expect(sekunden).toBeLessThan(fall.max_sekunden);

    const id = basename(dateien[0]!).replace(/\.\w+$/, '');
    const eintrag = katalog?.angebote.get(id) ?? katalog?.beendete.get(id);
    if (fehlerZu().length > 0) {
      expect(fall.muss).toContain('abgelehnt');
      const pfade = dateien.map((datei) => `angebote/${datei.normalize('NFC')}`);
      // Nothing else is wrong because of this case.
      expect(pfade).toEqual(expect.arrayContaining(fehlerZu().map(({ datei }) => datei)));
      const treffer = fehlerZu().filter(
        ({ datei, feld }) => pfade.includes(datei) && feld === fall.feld,
      );
      expect(treffer.length).toBeGreaterThan(0);
      for (const { zeile, meldung } of treffer) {
        expect(zeile).toBeGreaterThanOrEqual(1);
        expect(meldung).toMatch(
          /\b(ist|sind|steht|fehlt|gibt|hat|liegt|beginnt|lautet|werden?|nennt|würde|mischt|taugt|dürfen|darf|sieht|täuscht)\b/,
        );
      }
      if (fall.zeile) {
        const lines = readFileSync(join(ordner, 'angebote', dateien[0]!), 'utf8').split('\n');
        expect(treffer.map(({ zeile }) => lines[zeile - 1])).toEqual([
          expect.stringContaining(`${fall.feld}:`),
        ]);
      }
      if (fall.hinweis)
        expect(treffer.map(({ tipp }) => tipp)).toContainEqual(
          expect.stringContaining(fall.hinweis),
        );
      return;
    }
    expect(fall.muss.filter((ergebnis) => ergebnis !== 'abgelehnt')).not.toEqual([]);
    if (fall.muss.includes('nicht_veroeffentlicht')) return expect(eintrag).toBeUndefined();
    expect(eintrag).toBeDefined();
    if (fall.sichtbar !== undefined) expect(katalog!.angebote.has(id)).toBe(fall.sichtbar);
    const { telefon_href, plz, titel, thema, sprachen } = fall.erwarte ?? {};
    if (telefon_href) expect(`tel:${eintrag!.kontakt.telefon}`).toBe(telefon_href);
    if (plz) expect(eintrag!.orte.map((ort) => ort.plz)).toContain(plz);
    if (titel) expect(eintrag!.titel).toBe(titel);
    if (thema) expect(eintrag!.thema).toEqual(thema);
    if (sprachen) expect(eintrag!.sprachen?.map(({ code }) => code)).toEqual(sprachen);
  });
});

/** Puts the files of a case into a folder; undefined where the file system cannot hold them all. */
function lege(
  { id, name, dateien, generator, nur_im_test_erzeugen }: KorpusFall,
  ordner: string,
): string[] | undefined {
  mkdirSync(ordner);
  const gueltig = readFileSync(join(EINGABEN, '000-gueltig.md'), 'utf8');
  if (generator) {
    const datei = `${id}-${name}.md`;
    writeFileSync(
      join(ordner, datei),
      readFileSync(join(EINGABEN, generator.basis), 'utf8') +
        generator.anhaengen.repeat(generator.mal),
    );
    return [datei];
  }
  for (const datei of dateien) {
    const ziel = join(ordner, datei);
    mkdirSync(dirname(ziel), { recursive: true });
    try {
      if (nur_im_test_erzeugen) writeFileSync(ziel, gueltig);
      else cpSync(join(EINGABEN, datei), ziel);
    } catch {
      return undefined;
    }
  }
  const da = dateien.every((datei) =>
    readdirSync(join(ordner, dirname(datei))).includes(basename(datei)),
  );
  return da ? dateien : undefined;
}

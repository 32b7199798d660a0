/** Tables of inputs: each becomes a file of its own in one content folder, which is read once, and a test of its own. */
import { beforeAll, expect, test } from 'vitest';
import type { Angebot } from '../../src/domain/angebot.ts';
import { type Dateien, type Gelesen, angebot, lies, OHNE_ANGEBOTE } from './inhalt.ts';

export interface Fall {
  /** Fields of the offer, as YAML source. */
  felder?: Record<string, string | null>;
  /** Markdown of the offer. */
  text?: string;
  /** The whole file, instead of both. */
  datei?: string | Uint8Array;
  /** The field that a finding of level „fehler“ must name. */
  abgelehnt?: string;
  /** What the line of that finding must hold; where it is left out, the name of the field does. */
  zeile?: string;
  meldung?: RegExp;
  tipp?: RegExp;
  /** What must be true of the offer in the Katalog, where it is accepted. */
  angenommen?: (angebot: Angebot) => void;
}

/** A field with a value that must be refused; `tipp` must stand in the finding's tip. */
export function falsch(feld: string, wert: string, tipp?: RegExp, genau = feld): Fall {
  return { felder: { [feld]: wert }, abgelehnt: genau, ...(tipp && { tipp }) };
}

/** A field with a value that must be accepted, and what it must be in the Katalog. */
export function richtig<K extends keyof Angebot>(
  feld: K & string,
  wert: string,
  erwartet: Angebot[K],
): Fall {
  return {
    felder: { [feld]: wert },
    angenommen: (angebot) => expect(angebot[feld]).toEqual(erwartet),
  };
}

/**
 * Registers a test per case.
 * @param pfad where the file of a case lies, from its number
 */
export function pruefeFaelle(
  faelle: Record<string, Fall>,
  pfad = (nummer: number) => `angebote/fall-${nummer}.md`,
): void {
  let gelesen: Gelesen;
  const dateien: Dateien = {};
  const alle = Object.entries(faelle).map(([name, fall], i) => {
    const datei = fall.datei ?? angebot(fall.felder, fall.text);
    dateien[pfad(i)] = datei;
    return {
      name,
      fall,
      pfad: pfad(i),
      inhalt: typeof datei === 'string' ? datei : new TextDecoder().decode(datei),
    };
  });
  beforeAll(() => {
    gelesen = lies({ ...OHNE_ANGEBOTE, ...dateien });
  });
  test.each(alle)('$name', ({ fall, pfad, inhalt }) => {
    const lines = inhalt.split(/\r?\n/);
    for (const { zeile, meldung, tipp = '' } of gelesen.befundeZu(pfad)) {
      expect(zeile).toBeGreaterThanOrEqual(1);
      expect(zeile).toBeLessThanOrEqual(lines.length);
      expect(meldung + tipp).not.toMatch(/undefined|\binvalid\b|\bexpected\b/i);
      // Every sentence about what is wrong comes with one about what to do.
      expect(meldung).toMatch(/[.:!?)“]$/);
      expect(tipp).not.toBe('');
    }
    const fehler = gelesen.fehlerZu(pfad);
    if (fall.abgelehnt === undefined) {
      expect(fehler).toEqual([]);
      const id = pfad.replace(/^.*\/|\.\w+$/g, '');
      const eintrag = gelesen.katalog?.angebote.get(id);
      if (fall.angenommen) {
        expect(eintrag).toBeDefined();
        fall.angenommen(eintrag!);
      }
      return;
    }
    expect(fehler.map(({ feld }) => feld)).toContain(fall.abgelehnt);
    const befund = fehler.find(({ feld }) => feld === fall.abgelehnt)!;
    const erwarteteZeile = fall.zeile ?? /^\w+/.exec(fall.abgelehnt)?.[0] ?? '';
    expect(lines[befund.zeile - 1]).toContain(erwarteteZeile);
    if (fall.meldung) expect(befund.meldung).toMatch(fall.meldung);
    if (fall.tipp) expect(befund.tipp).toMatch(fall.tipp);
  });
}

/** Small tables for testing the search's logic. */
import type { Bestand, Facette } from '../../src/browser/bestand.ts';
import type { PunktDef } from '../../src/suche/suchtabelle.ts';

export interface Zeile {
  titel?: string;
  kurz?: string;
  thema?: string[];
  zielgruppe?: string[];
  kosten?: string[];
  sprache?: string[];
  /** Per Kommune of {@link KOMMUNEN}: 0, 1, 2 or `-`. */
  naehe?: string;
  punkte?: PunktDef[];
  geprueft?: string;
  veraltet?: boolean;
  /** Where a neighbour's offer comes from; such rows are the last. */
  herkunft?: string;
}

export const KOMMUNEN = [
  { id: 'siegburg', name: 'Siegburg', lat: 50.8, lon: 7.2 },
  { id: 'testdorf', name: 'Testdorf am Bach', lat: 50.9, lon: 7.3 },
  { id: 'sankt-muster', name: 'Sankt Muster', lat: 50.7, lon: 7.1 },
];

export const WERTE = {
  thema: ['arbeit', 'wohnen', 'sprache'],
  zielgruppe: ['alle', 'frauen', 'kinder'],
  kosten: ['kostenlos', 'kostenpflichtig'],
  sprache: ['ar', 'ku'],
} as const;

/** A table with everything loaded; the order of the rows is that of the titles. */
export function bestandMit(zeilen: readonly Zeile[]): Bestand {
  const naehe = zeilen.map((zeile) => zeile.naehe ?? '000');
  const werteVon = (id: keyof typeof WERTE) => zeilen.map((zeile) => zeile[id] ?? []);
  return {
    anzahl: zeilen.length,
    eigene: zeilen.filter(({ herkunft }) => !herkunft).length,
    karten: zeilen.map((zeile, i) => ({
      id: `a${i}`,
      href: `/angebote/a${i}/`,
      titel: { text: zeile.titel ?? `Angebot ${i}` },
      kurz: { text: zeile.kurz ?? '' },
      ort: { text: 'Siegburg' },
      art: { text: 'Beratung' },
      sprachen: [],
      stand: '',
      geschuetzt: false,
      punkt: (zeile.punkte ?? []).length > 0,
      ...(zeile.herkunft && { herkunft: zeile.herkunft }),
    })),
    alphabet: zeilen.map((_, i) => i),
    geprueft: zeilen.map((zeile) => zeile.geprueft ?? '2026-01-01'),
    veraltet: zeilen.map((zeile) => zeile.veraltet ?? false),
    punkte: zeilen.map((zeile) => zeile.punkte ?? []),
    naehe,
    facetten: [
      facette('thema', WERTE.thema, werteVon('thema')),
      facette(
        'kommune',
        KOMMUNEN.map(({ id }) => id),
        naehe.map((text) => KOMMUNEN.map(({ id }) => id).filter((_, i) => text[i] !== '-')),
      ),
      { ...facette('zielgruppe', WERTE.zielgruppe, werteVon('zielgruppe')), alle: 0 },
      facette('kosten', WERTE.kosten, werteVon('kosten')),
      facette('sprache', WERTE.sprache, werteVon('sprache')),
    ],
    kommunen: KOMMUNEN,
    woerter: [],
    zeichen: [],
    anliegen: '',
    gefahr: [],
    ladeTeil: () => Promise.reject(new Error('There are no parts')),
    lade: async () => undefined,
    ladePunkte: async () => undefined,
  };
}

function facette(id: Facette['id'], ids: readonly string[], jeZeile: string[][]): Facette {
  const nr = new Map(ids.map((wert, i) => [wert, i]));
  return {
    id,
    name: id,
    haupt: true,
    werte: ids.map((wert) => ({ id: wert, text: wert })),
    von: jeZeile.map((werte) => werte.map((wert) => nr.get(wert)!)),
    nr,
  };
}

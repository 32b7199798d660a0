/** Small tables for testing the search's logic. */
import type { Bestand, Facette } from '../../src/browser/bestand.ts';
import type { PunktDef } from '../../src/suche/suchtabelle.ts';

export interface Zeile {
  titel?: string;
  kurz?: string;
  thema?: string[];
  zielgruppe?: string[];
  /** Per Kommune of {@link KOMMUNEN}: 0, 1, 2 or `-`. */
  naehe?: string;
  punkte?: PunktDef[];
  geprueft?: string;
}

export const KOMMUNEN = [
  { id: 'siegburg', name: 'Siegburg', plz: ['53721'], auch: ['Kaldauen'], lat: 50.8, lon: 7.2 },
  {
    id: 'testdorf',
    name: 'Testdorf am Bach',
    plz: ['53998', '53999'],
    auch: ['Ober-Testdorf', 'Größen'],
    lat: 50.9,
    lon: 7.3,
  },
  { id: 'sankt-muster', name: 'Sankt Muster', plz: ['53997'], auch: [], lat: 50.7, lon: 7.1 },
];

export const WERTE = {
  thema: ['arbeit', 'wohnen', 'sprache'],
  zielgruppe: ['alle', 'frauen', 'kinder'],
} as const;

export function bestandMit(zeilen: readonly Zeile[]): Bestand {
  const naehe = zeilen.map((zeile) => zeile.naehe ?? '000');
  return {
    anzahl: zeilen.length,
    karten: zeilen.map((zeile, i) => ({
      id: `a${i}`,
      href: `/angebote/a${i}/`,
      titel: zeile.titel ?? `Angebot ${i}`,
      kurz: zeile.kurz ?? '',
      ort: 'Siegburg',
      art: { text: 'Beratung' },
      sprachen: [],
      stand: '',
      veraltet: false,
    })),
    geprueft: zeilen.map((zeile) => zeile.geprueft ?? '2026-01-01'),
    punkte: zeilen.map((zeile) => zeile.punkte ?? []),
    naehe,
    facetten: [
      facette(
        'thema',
        WERTE.thema,
        zeilen.map((zeile) => zeile.thema ?? []),
      ),
      facette(
        'kommune',
        KOMMUNEN.map(({ id }) => id),
        naehe.map((text) => KOMMUNEN.map(({ id }) => id).filter((_, i) => text[i] !== '-')),
      ),
      {
        ...facette(
          'zielgruppe',
          WERTE.zielgruppe,
          zeilen.map((zeile) => zeile.zielgruppe ?? []),
        ),
        alle: 0,
      },
    ],
    kommunen: KOMMUNEN,
    zeileVon: new Map(zeilen.map((_, i) => [`de_${i}`, i])),
    index: 'de_x',
    stuecke: [
      ['m', ['alpha']],
      ['z', ['nadel', 'zebra']],
    ],
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

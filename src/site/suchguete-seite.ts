/** The view model of the page that tells how well the search finds. */
import type { Suchguete } from '../domain/suchguete.ts';
import { zahlenformat } from '../i18n/intl.ts';
import { formatDatum, type Kontext } from './kontext.ts';

export interface Tabelle {
  titel: string;
  /** Headings of the columns; the first is that of the rows' names. */
  kopf: string[];
  zeilen: { name: string; werte: string[] }[];
  /** The names of the rows are German. */
  deutsch?: boolean;
}

export interface SuchgueteSeite {
  stand: string;
  tabellen: Tabelle[];
  /** Every query with the place of the first right result. */
  beispiele: { suche: string; sprache: string; art: string; rang: string; anteil: string }[];
}

/**
 * Numbers as the language writes them: recall in per cent, MRR with two decimals. Where no query demands a result,
 * there is a word in place of a number.
 */
export function toSuchgueteSeite({ sprache, t }: Kontext, guete: Suchguete): SuchgueteSeite {
  const prozent = zahlenformat(sprache, { style: 'percent', maximumFractionDigits: 1 });
  const genau = zahlenformat(sprache, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const zahl = zahlenformat(sprache, {});
  const mit = (format: Intl.NumberFormat, wert: number | null) =>
    wert === null ? t('guete.ohne_muss') : format.format(wert);
  const gruppen = (titel: string, name: string, werte: Suchguete['sprachen']): Tabelle => ({
    titel,
    deutsch: true,
    kopf: [name, t('guete.anfragen'), t('guete.recall'), t('guete.mrr')],
    zeilen: Object.entries(werte).map(([gruppe, { anfragen, recall10, mrr }]) => ({
      name: gruppe,
      werte: [zahl.format(anfragen), mit(prozent, recall10), mit(genau, mrr)],
    })),
  });
  const verfahren = [
    { name: t('guete.portal'), ...guete },
    { name: t('guete.pagefind'), ...guete.vergleich.pagefind },
    { name: t('guete.minisearch'), ...guete.vergleich.minisearch },
  ];
  return {
    stand: t('guete.stand', {
      datum: formatDatum(guete.stand, sprache),
      anfragen: guete.anfragen,
    }),
    tabellen: [
      {
        titel: t('guete.suchen'),
        kopf: ['', t('guete.recall'), t('guete.mrr'), t('guete.null')],
        zeilen: verfahren.map(({ name, recall10, mrr, nulltreffer }) => ({
          name,
          werte: [mit(prozent, recall10), mit(genau, mrr), zahl.format(nulltreffer)],
        })),
      },
      gruppen(t('guete.sprachen'), t('guete.sprache'), guete.sprachen),
      gruppen(t('guete.arten'), t('guete.art'), guete.arten),
    ],
    beispiele: guete.beispiele.map(({ suche, sprache: in_, typ, recall10, rang }) => ({
      suche,
      sprache: in_,
      art: typ,
      rang: mit(zahl, rang),
      anteil: mit(prozent, recall10),
    })),
  };
}

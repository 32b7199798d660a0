/** The view model of an offer in a list. */
import type { Angebot } from '../domain/angebot.ts';
import { isAngebotVeraltet } from '../katalog/katalog.ts';
import { type Beschriftung, formatDatum, type Kontext, label, sprachLabel } from './kontext.ts';

export interface AngebotKarte {
  id: string;
  href: string;
  titel: string;
  kurz: string;
  /** Where: „Musterstadt“, „ganzer Kreis“. */
  ort: string;
  art: Beschriftung;
  /** Languages besides German, by name. */
  sprachen: string[];
  /** „Stand: 1. November 2026“, or that it is unknown. */
  stand: string;
  veraltet: boolean;
}

export function toAngebotKarte(kontext: Kontext, angebot: Angebot): AngebotKarte {
  const { katalog, sprache, pfade } = kontext;
  return {
    id: angebot.id,
    href: pfade.angebot(angebot.id),
    titel: angebot.titel,
    kurz: angebot.kurztext,
    ort: ortszeile(kontext, angebot),
    art: label(katalog.vokabular.angebotsarten, angebot.angebotsart, sprache),
    sprachen: (angebot.sprachen ?? [])
      .filter(({ code, art }) => code !== 'de' && art !== 'schriftlich')
      .map(({ code }) => sprachLabel(kontext, code).text),
    stand: standzeile(kontext, angebot),
    veraltet: isAngebotVeraltet(katalog, angebot),
  };
}

/** The municipalities of an offer's places; the area it serves where it has none. */
export function ortszeile({ katalog, sprache, t }: Kontext, angebot: Angebot): string {
  if (angebot.vertraulich) return t('ort.geheim');
  const namen = (ids: Iterable<string>) =>
    [...ids]
      .map((id) => label(katalog.vokabular.kommunen, id, sprache).text)
      .join(t('liste.komma'));
  const orte = new Set(angebot.orte.map((ort) => ort.kommune).filter((id) => id !== undefined));
  if (orte.size > 0) return namen(orte);
  const { einzugsgebiet } = angebot;
  if (einzugsgebiet === 'kreisweit') return t('ort.kreisweit');
  if (einzugsgebiet === 'bundesweit') return t('ort.bundesweit');
  if (einzugsgebiet.length > 0)
    return einzugsgebiet.length > 3
      ? t('ort.mehrere', { anzahl: einzugsgebiet.length })
      : namen(einzugsgebiet);
  return angebot.orte[0]?.ort ?? t('ort.unbekannt');
}

/** When the offer was last checked. */
export function standzeile({ sprache, t }: Kontext, angebot: Angebot): string {
  return angebot.geprueft_am === 'unbekannt'
    ? t('stand.unbekannt')
    : t('stand.datum', { datum: formatDatum(angebot.geprueft_am, sprache, genauigkeit(angebot)) });
}

/** A source that gives only a year or a month must not look as if it gave a day. */
function genauigkeit({ geprueft_am, quelle }: Angebot): 'tag' | 'monat' | 'jahr' {
  const stand = /^\d{4}(-\d{2})?(?!\d|-\d)/.exec(quelle?.stand ?? '')?.[0];
  if (!stand || `${stand}-01-01`.slice(0, 10) !== geprueft_am) return 'tag';
  return stand.length === 4 ? 'jahr' : 'monat';
}

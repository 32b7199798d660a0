/** The view model of an offer in a list. */
import { type Angebot, pruefzeit } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import { isAngebotVeraltet } from '../katalog/katalog.ts';
import { ersterSatz } from '../katalog/text-auszug.ts';
import { seiteInSprache } from '../domain/verbund.ts';
import {
  type Beschriftung,
  formatDatum,
  formatZeitangabe,
  isoliert,
  type Kontext,
  sprachLabel,
} from './kontext.ts';
import { artVon, kurzfassung } from './kurzfassung.ts';
import { ortszeile } from './ortszeile.ts';
import { kontaktVerweise, type Verweis } from './kontakt.ts';
import { geltende, kurzesFeld, mitNummern } from './uebersetzt.ts';

export interface AngebotKarte {
  id: string;
  href: string;
  titel: Beschriftung;
  /** What it is: by its author, in other languages by its translation or its facts. */
  kurz: Beschriftung;
  /** Where: „Musterstadt“, „ganzer Kreis“. */
  ort: Beschriftung;
  art: Beschriftung;
  /** Languages besides German, by name. */
  sprachen: string[];
  /** Whoever waits beside a counsellor, or is in a hurry, need not open the page for it. */
  telefon?: Verweis;
  /** „Stand: 1. November 2026“, or that it is unknown. */
  stand: string;
  veraltet: boolean;
  /** Only offers of neighbours: whose it is, and how old our copy. Its page stands there. */
  herkunft?: string;
}

const karten = einmalJe((kontext: Kontext) =>
  einmalJe((angebot: Angebot) => createKarte(kontext, angebot)),
);

/** The card of an offer; each offer stands in a dozen lists, so it is made once. */
export function toAngebotKarte(kontext: Kontext, angebot: Angebot): AngebotKarte {
  return karten(kontext)(angebot);
}

function createKarte(kontext: Kontext, angebot: Angebot): AngebotKarte {
  const { katalog, sprache, pfade, t } = kontext;
  const { herkunft } = angebot;
  const { telefon } = kontaktVerweise(angebot.kontakt);
  return {
    id: angebot.id,
    href: herkunft ? seiteInSprache(herkunft, sprache) : pfade.angebot(angebot.id),
    titel: titelVon(kontext, angebot),
    kurz: kurzVon(kontext, angebot),
    ort: ortszeile(kontext, angebot),
    art: artVon(kontext, angebot),
    sprachen: (angebot.sprachen ?? [])
      .filter(({ code, art }) => code !== 'de' && art !== 'schriftlich')
      .map(({ code }) => sprachLabel(kontext, code).text),
    ...(telefon && { telefon }),
    stand: standzeile(kontext, angebot),
    veraltet: isAngebotVeraltet(katalog, angebot),
    ...(herkunft && {
      herkunft: t('nachbar.herkunft', {
        name: isoliert(herkunft.portal.name),
        datum: formatDatum(herkunft.portal.geholt_am, sprache),
      }),
    }),
  };
}

/** The offer's name; in another language where a translation has one that still holds. */
export function titelVon(kontext: Pick<Kontext, 'sprache'>, angebot: Angebot): Beschriftung {
  return kurzesFeld(kontext, angebot, 'titel', angebot.titel);
}

/** What an offer is, in a sentence or two of the page's language. */
export function kurzVon(kontext: Kontext, angebot: Angebot): Beschriftung {
  if (kontext.sprache === 'de') return { text: angebot.kurztext };
  const text = geltende(kontext, angebot, 'text');
  return {
    text:
      geltende(kontext, angebot, 'kurz') ??
      (text === undefined ? kurzfassung(kontext, angebot) : mitNummern(kontext, ersterSatz(text))),
  };
}

type Geprueft = Pick<Angebot, 'geprueft_am' | 'quelle'>;

/** When an offer, a project or a contact was last checked. */
export function standzeile({ sprache, t }: Kontext, eintrag: Geprueft): string {
  return eintrag.geprueft_am === 'unbekannt'
    ? t('stand.unbekannt')
    : t('stand.datum', { datum: pruefdatum(eintrag, sprache) });
}

/** The day of the last check as readers read it, no more exact than its source. Only where one is known. */
export function pruefdatum(eintrag: Geprueft, sprache: string): string {
  return formatZeitangabe(pruefzeit(eintrag) ?? '', sprache);
}

/** The view model of a booklet: the hand-outs of a Kommune, in the order of the Themen. */
import { type Angebot, naeheZu } from '../domain/angebot.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import { eigenName, richtung, sprachTag } from '../i18n/sprachen.ts';
import { sortierung } from '../i18n/intl.ts';
import { titelVon } from './angebot-karte.ts';
import {
  type Beschriftung,
  createKontext,
  formatDatum,
  inSprache,
  type Kontext,
  label,
} from './kontext.ts';
import { einmal, notruf, type Paar, textPaar, type Wert } from './zettel.ts';

export interface HeftEintrag {
  /** Short name of the offer. */
  code: string;
  titel: Paar<Wert>;
}

export interface Heft {
  /** BCP 47. */
  sprache: string;
  dir: 'ltr' | 'rtl';
  portalName: string;
  kommune: Beschriftung;
  titel: Paar<Wert>;
  sprachen: string[];
  stand: Paar<Wert>;
  probebetrieb?: Paar<Wert>;
  notrufTitel: Paar<Wert>;
  notruf: Paar<Wert>[];
  inhalt: Paar<Wert>;
  kapitel: { titel: Paar<Wert>; eintraege: HeftEintrag[] }[];
  register: Paar<Wert>;
  /** Names of providers, Themen and offers, in order, each with the offers it leads to. */
  stichwoerter: { wort: Beschriftung; codes: string[] }[];
}

/**
 * The offers for the people of a Kommune, each once: below its first Thema, what is closest first.
 * @param thema only offers of this Thema
 */
export function toHeft(kontext: Kontext, kommune: string, thema?: string): Heft {
  const { katalog, sprache } = kontext;
  const { kommunen, themen } = katalog.vokabular;
  const { portal } = katalog;
  const deutsch = createKontext(katalog, 'de');
  const inBeiden = (aus: (kontext: Kontext) => Wert): Paar<Wert> =>
    einmal({ eigen: aus(kontext), deutsch: aus(deutsch) });
  const angebote = [...katalog.angebote.values()]
    .filter((angebot) => naeheZu(angebot, kommune) !== undefined)
    .filter((angebot) => !thema || angebot.thema.includes(thema))
    .sort((a, b) => naeheZu(a, kommune)! - naeheZu(b, kommune)!);
  const kapitel = [...themen.keys()]
    .filter((id) => !thema || id === thema)
    .map((id) => ({
      titel: inBeiden(({ sprache }) => label(themen, id, sprache)),
      eintraege: angebote
        .filter((angebot) => thema || angebot.thema[0] === id)
        .map((angebot) => ({
          code: kurzcode(angebot.id),
          titel: inBeiden((hier) => titelVon(hier, angebot)),
        })),
    }));
  return {
    sprache: sprachTag(sprache),
    dir: richtung(sprache),
    portalName: portal.name,
    kommune: label(kommunen, kommune, sprache),
    titel: inBeiden(({ t, sprache }) => ({
      text: t('start.titel', { imKreis: inSprache(portal.im_kreis, sprache).text }),
    })),
    sprachen: [...new Set([sprache, 'de'])].map(eigenName),
    stand: inBeiden(({ t, sprache }) => ({
      text: t('zettel.stand-liste', { datum: formatDatum(katalog.stichtag, sprache) }),
    })),
    ...(portal.probebetrieb && { probebetrieb: textPaar(kontext, 'probebetrieb') }),
    notrufTitel: textPaar(kontext, 'fuss.notruf'),
    notruf: notruf(kontext),
    inhalt: textPaar(kontext, 'zettel.inhalt'),
    kapitel: kapitel.filter(({ eintraege }) => eintraege.length > 0),
    register: textPaar(kontext, 'zettel.register'),
    stichwoerter: stichwoerter(kontext, angebote),
  };
}

function stichwoerter(kontext: Kontext, angebote: readonly Angebot[]): Heft['stichwoerter'] {
  const { katalog, sprache } = kontext;
  const deutsch = createKontext(katalog, 'de');
  const gefunden = new Map<string, { wort: Beschriftung; codes: string[] }>();
  for (const angebot of angebote) {
    const anbieter = katalog.anbieter.get(angebot.anbieter);
    const worte: Beschriftung[] = [
      ...(anbieter ? [{ text: anbieter.name, lang: 'de' }] : []),
      ...[kontext, deutsch].flatMap((hier) => [
        { lang: hier.sprache, ...titelVon(hier, angebot) },
        ...angebot.thema.map((id) => ({
          lang: hier.sprache,
          ...label(katalog.vokabular.themen, id, hier.sprache),
        })),
      ]),
    ];
    for (const [text, wort] of new Map(worte.map((wort) => [wort.text, wort]))) {
      const eintrag = gefunden.get(text) ?? { wort, codes: [] };
      eintrag.codes.push(kurzcode(angebot.id));
      gefunden.set(text, eintrag);
    }
  }
  const ordnung = sortierung(sprache);
  return [...gefunden.values()]
    .sort((a, b) => ordnung.compare(a.wort.text, b.wort.text))
    .map(({ wort, codes }) => ({
      wort: wort.lang === 'de' && sprache !== 'de' ? wort : { text: wort.text },
      codes,
    }));
}

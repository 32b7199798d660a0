/** What the pages of one offer are made of, its page and its hand-out: the Katalog without other offers, and how it is told from them. */
import type { Angebot } from '../domain/angebot.ts';
import { ohneAngebote } from '../katalog/katalog.ts';
import { fenstertitel } from './fenstertitel.ts';
import { type Beschriftung, createKontext, type Kontext } from './kontext.ts';
import { schluesselAus } from './schluessel.ts';

export interface AngebotBlatt {
  kontext: Kontext;
  angebot: Angebot;
  /** What stands in tabs. */
  fenstertitel: Beschriftung;
}

/** @param kontext with all offers: what is not listed leads to others */
export function toBlatt(kontext: Kontext, angebot: Angebot): AngebotBlatt {
  const { katalog, sprache } = kontext;
  const allein = angebot.verbleib === 'gelistet';
  return {
    kontext: allein ? createKontext(ohneAngebote(katalog), sprache) : kontext,
    angebot,
    fenstertitel: fenstertitel(kontext, angebot),
  };
}

/**
 * Everything that decides what such a page shows, beside its address and the code: where it is the same, so is the page.
 * @returns undefined where other offers decide, too
 */
export function schluesselVon(kontext: Kontext, angebot: Angebot): string | undefined {
  if (angebot.verbleib !== 'gelistet') return undefined;
  const { kontext: allein, fenstertitel } = toBlatt(kontext, angebot);
  return schluesselAus(allein, angebot, fenstertitel);
}

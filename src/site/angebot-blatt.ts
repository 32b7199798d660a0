/** What the pages of one offer are made of, its page and its hand-out: the Katalog without other offers, and how it is told from them. */
import { hash } from 'node:crypto';
import type { Angebot } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import { type Katalog, ohneAndere } from '../katalog/katalog.ts';
import { fenstertitel } from './fenstertitel.ts';
import { type Beschriftung, createKontext, type Kontext } from './kontext.ts';

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
    kontext: allein ? createKontext(ohneAndere(katalog), sprache) : kontext,
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
  const titel = JSON.stringify(fenstertitel(kontext, angebot));
  const { katalog } = toBlatt(kontext, angebot).kontext;
  return hash('sha256', umgebung(katalog).summe + eigenes(angebot).summe + titel, 'base64');
}

/** @param kontext without other offers; what decides whatever is made of it alone */
export function schluesselDerUmgebung({ katalog }: Kontext): string {
  return umgebung(katalog).summe;
}

const EINFACH: ReadonlySet<unknown> = new Set([Object.prototype, Array.prototype]);
const umgebung = einmalJe((katalog: Katalog) => ({ summe: summe(katalog) }));
const eigenes = einmalJe((angebot: Angebot) => ({ summe: summe(angebot) }));

/** Of plain data, maps and sets. @throws where there is something else, of which JSON would say nothing */
function summe(daten: object): string {
  const alsListe = (_: string, wert: unknown) => {
    if (wert instanceof Map || wert instanceof Set) return [...(wert as Iterable<unknown>)];
    if (typeof wert === 'object' && wert !== null && !EINFACH.has(Object.getPrototypeOf(wert)))
      throw new Error('What decides a page holds something that is no plain data.');
    return wert;
  };
  return hash('sha256', JSON.stringify(daten, alsListe), 'base64');
}

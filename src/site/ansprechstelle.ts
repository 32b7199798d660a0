/** An office to ask, as the pages for professionals show it. */
import {
  type Ansprechstelle,
  KONTAKT_PRUEFINTERVALL_TAGE,
  type Zustaendigkeit,
} from '../domain/ansprechstelle.ts';
import type { Quelle } from '../domain/felder.ts';
import { isVeraltet } from '../domain/stand.ts';
import { angebotVon } from '../katalog/ansprechstellen.ts';
import { isAngebotVeraltet } from '../katalog/katalog.ts';
import { standzeile } from './angebot-karte.ts';
import { type KontaktVerweise, kontaktVerweise, type Verweis } from './kontakt.ts';
import type { Kontext } from './kontext.ts';

export interface StelleAnsicht extends KontaktVerweise {
  name: string;
  /** The entry its contact data come from. */
  aus?: Verweis;
}

export interface ZustaendigkeitAnsicht extends StelleAnsicht {
  hinweis?: string;
  stand: string;
  veraltet: boolean;
  quelle?: Quelle;
}

/**
 * In the words of the content, German. Contact data stand in the Katalog as the offer or provider has them; `aus` leads
 * there.
 */
export function toStelle({ katalog, pfade }: Kontext, stelle: Ansprechstelle): StelleAnsicht {
  const angebot = stelle.angebot ? angebotVon(katalog, stelle.angebot) : undefined;
  const anbieter = stelle.anbieter ? katalog.anbieter.get(stelle.anbieter) : undefined;
  return {
    name: stelle.name,
    ...(angebot && { aus: { text: angebot.titel, href: pfade.angebot(angebot.id) } }),
    ...(anbieter && { aus: { text: anbieter.name, href: pfade.anbieter(anbieter.id) } }),
    ...kontaktVerweise(stelle.kontakt),
  };
}

/**
 * An office that has its contact data from an offer is as old as that offer; any other is outdated by its own last
 * check, after {@link KONTAKT_PRUEFINTERVALL_TAGE}.
 */
export function toZustaendigkeit(kontext: Kontext, stelle: Zustaendigkeit): ZustaendigkeitAnsicht {
  const { katalog } = kontext;
  const { angebot: id, hinweis, quelle } = stelle;
  const angebot = id ? angebotVon(katalog, id) : undefined;
  return {
    ...toStelle(kontext, stelle),
    ...(hinweis && { hinweis }),
    stand: standzeile(kontext, angebot ?? stelle),
    veraltet: angebot
      ? isAngebotVeraltet(katalog, angebot)
      : isVeraltet(stelle, KONTAKT_PRUEFINTERVALL_TAGE, katalog.stichtag),
    ...(quelle && { quelle }),
  };
}

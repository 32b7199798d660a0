/** View models of the directory of providers and of one provider's page. */
import type { Angebot } from '../domain/angebot.ts';
import type { Anbieter } from '../domain/anbieter.ts';
import { einmalJe } from '../domain/einmal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { vielGeschuetzt } from '../katalog/schutz.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import { aufSeite, KARTEN_JE_SEITE, seitenzahl, ZEILEN_JE_SEITE } from './blaettern.ts';
import type { Quelle } from '../domain/felder.ts';
import { type KontaktVerweise, kontaktVerweise, type Verweis } from './kontakt.ts';
import { type Kontext, label } from './kontext.ts';
import { projekteVonAnbieter } from './projekt-seite.ts';

export interface AnbieterSeite extends KontaktVerweise {
  name: string;
  art?: string;
  beschreibung?: string;
  kommune?: Verweis;
  /** Offers, on all pages. */
  anzahl: number;
  seiten: number;
  karten: AngebotKarte[];
  /** Who reads it may be in danger. */
  schutz: boolean;
  /** Projects it took part in. */
  projekte: Verweis[];
  quelle?: Quelle;
}

/** @param nr of the page of its offers, from 1; without it, all of them */
export function toAnbieterSeite(kontext: Kontext, anbieter: Anbieter, nr?: number): AnbieterSeite {
  const { katalog, sprache, t, pfade } = kontext;
  const { kommune, quelle } = anbieter;
  const angebote = angeboteVon(kontext, anbieter.id);
  const hier = nr === undefined ? angebote : aufSeite(angebote, nr, KARTEN_JE_SEITE);
  return {
    name: anbieter.name,
    ...(anbieter.art && { art: t(`anbieter-art.${anbieter.art}`) }),
    ...(anbieter.beschreibung && { beschreibung: anbieter.beschreibung }),
    ...(kommune && {
      kommune: {
        ...label(katalog.vokabular.kommunen, kommune, sprache),
        href: pfade.wert('kommune', kommune),
      },
    }),
    ...kontaktVerweise(anbieter),
    anzahl: angebote.length,
    seiten: nr === undefined ? 1 : seitenzahl(angebote.length, KARTEN_JE_SEITE),
    karten: hier.map((angebot) => toAngebotKarte(kontext, angebot)),
    schutz: anbieter.schutz !== undefined || vielGeschuetzt(angebote),
    projekte: projekteVonAnbieter(kontext, anbieter.id),
    ...(quelle && { quelle }),
  };
}

/**
 * Providers by name under their first letter, each with its number of offers.
 * @param nr of the page, from 1; without it, the whole list
 */
export function toAnbieterListe(
  kontext: Kontext,
  nr?: number,
): { buchstabe: string; eintraege: (Verweis & { anzahl: number })[] }[] {
  const collator = new Intl.Collator('de');
  const alle = [...kontext.katalog.anbieter.values()].sort((a, b) =>
    collator.compare(abBuchstabe(a.name), abBuchstabe(b.name)),
  );
  const hier = nr === undefined ? alle : aufSeite(alle, nr, ZEILEN_JE_SEITE);
  const eintraege = hier.map(({ id, name }) => ({
    text: name,
    href: kontext.pfade.anbieter(id),
    anzahl: angeboteVon(kontext, id).length,
  }));
  return [...Map.groupBy(eintraege, ({ text }) => anfangsbuchstabe(text))].map(
    ([buchstabe, gruppe]) => ({ buchstabe, eintraege: gruppe }),
  );
}

/** A name without the quotation marks and digits that it begins with. */
function abBuchstabe(name: string): string {
  return /\p{L}.*/u.exec(name)?.[0] ?? name;
}

/** First letter without accents: „Ökumenisch“ stands under O. */
function anfangsbuchstabe(name: string): string {
  return [...abBuchstabe(name).normalize('NFKD')][0]!.toUpperCase();
}

const jeAnbieter = einmalJe(({ angebote }: Katalog) =>
  Map.groupBy(angebote.values(), ({ anbieter }) => anbieter),
);

/** The offers of a provider that lists show. */
export function angeboteVon({ katalog }: Kontext, id: string): Angebot[] {
  return jeAnbieter(katalog).get(id) ?? [];
}

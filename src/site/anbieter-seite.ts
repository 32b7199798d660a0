/** View models of the directory of providers and of one provider's page. */
import type { Angebot } from '../domain/angebot.ts';
import type { Anbieter } from '../domain/anbieter.ts';
import { vielGeschuetzt } from '../katalog/schutz.ts';
import { type AngebotKarte, toAngebotKarte } from './angebot-karte.ts';
import type { Quelle } from '../domain/felder.ts';
import { type KontaktVerweise, kontaktVerweise, type Verweis } from './kontakt.ts';
import { type Kontext, label } from './kontext.ts';
import { projekteVonAnbieter } from './projekt-seite.ts';

export interface AnbieterSeite extends KontaktVerweise {
  name: string;
  art?: string;
  beschreibung?: string;
  kommune?: Verweis;
  karten: AngebotKarte[];
  /** Who reads it may be in danger. */
  schutz: boolean;
  /** Projects it took part in. */
  projekte: Verweis[];
  quelle?: Quelle;
}

export function toAnbieterSeite(kontext: Kontext, anbieter: Anbieter): AnbieterSeite {
  const { katalog, sprache, t, pfade } = kontext;
  const { kommune, quelle } = anbieter;
  const angebote = angeboteVon(kontext, anbieter.id);
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
    karten: angebote.map((angebot) => toAngebotKarte(kontext, angebot)),
    schutz: anbieter.schutz !== undefined || vielGeschuetzt(angebote),
    projekte: projekteVonAnbieter(kontext, anbieter.id),
    ...(quelle && { quelle }),
  };
}

/** Providers by name under their first letter, each with its number of offers. */
export function toAnbieterListe(
  kontext: Kontext,
): { buchstabe: string; eintraege: (Verweis & { anzahl: number })[] }[] {
  const collator = new Intl.Collator('de');
  const eintraege = [...kontext.katalog.anbieter.values()]
    .map(({ id, name }) => ({
      text: name,
      href: kontext.pfade.anbieter(id),
      anzahl: angeboteVon(kontext, id).length,
    }))
    .sort((a, b) => collator.compare(a.text, b.text));
  return [...Map.groupBy(eintraege, ({ text }) => anfangsbuchstabe(text))].map(
    ([buchstabe, gruppe]) => ({ buchstabe, eintraege: gruppe }),
  );
}

/** First letter without accents: „Ökumenisch“ stands under O. */
function anfangsbuchstabe(name: string): string {
  const letter = /\p{L}/u.exec(name)?.[0] ?? name;
  return [...letter.normalize('NFKD')][0]!.toUpperCase();
}

function angeboteVon({ katalog }: Kontext, id: string): Angebot[] {
  return [...katalog.angebote.values()].filter((angebot) => angebot.anbieter === id);
}

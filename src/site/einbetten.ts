/** Lists of offers that other websites show in a frame. */
import { toAnbieterSeite } from './anbieter-seite.ts';
import { aufSeite, ZEILEN_JE_SEITE } from './blaettern.ts';
import { formatHtml, h } from './element.ts';
import { type Gruppe, toFacettenSeite, wertOderAlle } from './facetten.ts';
import { type Beschriftung, deutsch, type Kontext, label, nurDeutsch } from './kontext.ts';
import { absolut, LISTEN_ARTEN, type ListenArt } from './pfade.ts';

/** A list that has a page to embed. */
export interface EinbettListe {
  art: ListenArt;
  id: string;
}

/** What is on the page. */
export interface Einbettung {
  titel: Beschriftung;
  /** The same list in the portal. */
  href: string;
  /** The first of it: what a frame shows is a taste of the portal, and as light as a page of it. */
  gruppen: Gruppe[];
  /** Of all offers of the list. */
  anzahl: number;
  /** Its address and its title say nothing. */
  neutral: boolean;
  /** Who reads it may be in danger. */
  schutz: boolean;
}

/** Every list there is; also those without an offer now, for somebody may have embedded them. */
export function einbettListen({ katalog }: Pick<Kontext, 'katalog'>): EinbettListe[] {
  const { themen, kommunen } = katalog.vokabular;
  const ids = { kommune: kommunen, thema: themen, anbieter: katalog.anbieter };
  return LISTEN_ARTEN.flatMap((art) => [...ids[art].keys()].map((id) => ({ art, id })));
}

/**
 * In the language of the Kontext; as many offers as the first page of the list has.
 * @param liste one of {@link einbettListen}
 */
export function toEinbettung(kontext: Kontext, { art, id }: EinbettListe): Einbettung {
  const { katalog, sprache, t, pfade } = kontext;
  if (art !== 'anbieter') {
    const { titel, gruppen, anzahl, neutral, schutz } = toFacettenSeite(kontext, art, id, 1);
    return { titel, href: wertOderAlle(kontext, art, id), gruppen, anzahl, neutral, schutz };
  }
  const anbieter = katalog.anbieter.get(id)!;
  const { name, karten, anzahl, schutz } = toAnbieterSeite(kontext, anbieter, 1);
  return {
    titel: deutsch(sprache, name),
    href: pfade.anbieter(id),
    gruppen: [{ titel: t('liste.angebote', { anzahl }), karten }],
    anzahl,
    neutral: pfade.kennung(art, id) !== id,
    schutz,
  };
}

/** Pixels of a narrow frame: for what stands around the list, and for each offer; a longer list scrolls. */
const HOEHE = { rand: 220, angebot: 150, hoechstens: 700 };

/**
 * What an editor puts into another website.
 * @returns HTML; to show it as text on a page, the page escapes it once more
 */
export function toSchnipsel(kontext: Kontext, liste: EinbettListe): string {
  const { portal } = kontext.katalog;
  const { titel, anzahl } = toEinbettung(kontext, liste);
  const hoehe = Math.min(HOEHE.rand + anzahl * HOEHE.angebot, HOEHE.hoechstens);
  const rahmen = h('iframe', {
    src: absolut(portal, kontext.pfade.einbetten(liste.art, liste.id)),
    title: `${titel.text} – ${portal.name}`,
    loading: 'lazy',
    style: `width: 100%; height: ${hoehe}px; border: 0`,
  });
  return formatHtml(rahmen);
}

export interface EinbettGruppe {
  art: ListenArt;
  titel: string;
  eintraege: { id: string; name: string; anzahl: number; href: string; schnipsel: string }[];
}

const TITEL = { kommune: 'nav.kommunen', thema: 'nav.themen', anbieter: 'nav.anbieter' } as const;

/**
 * All lists by their German names, for the page of those who embed them; the lists themselves are in the language of the page.
 * @param nr of the page, from 1
 */
export function toEinbettSeite(kontext: Kontext, nr: number): EinbettGruppe[] {
  const aufDeutsch = nurDeutsch(kontext);
  const collator = new Intl.Collator('de');
  const alle = [...Map.groupBy(einbettListen(kontext), ({ art }) => art).values()].flatMap(
    (listen) =>
      listen
        .map((liste) => ({ liste, name: nameVon(aufDeutsch, liste) }))
        .sort((a, b) => collator.compare(a.name, b.name)),
  );
  const hier = Map.groupBy(aufSeite(alle, nr, ZEILEN_JE_SEITE), ({ liste }) => liste.art);
  return [...hier].map(([art, eintraege]) => ({
    art,
    titel: aufDeutsch.t(TITEL[art]),
    eintraege: eintraege.map(({ liste, name }) => ({
      id: `${art}-${liste.id}`,
      name,
      anzahl: toEinbettung(aufDeutsch, liste).anzahl,
      href: kontext.pfade.einbetten(art, liste.id),
      schnipsel: toSchnipsel(kontext, liste),
    })),
  }));
}

function nameVon({ katalog }: Kontext, { art, id }: EinbettListe): string {
  if (art === 'anbieter') return katalog.anbieter.get(id)!.name;
  const { themen, kommunen } = katalog.vokabular;
  return label(art === 'thema' ? themen : kommunen, id, 'de').text;
}

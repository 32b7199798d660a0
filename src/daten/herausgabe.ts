/** What all exports share: what is published, under which addresses and names, and what each file says about itself. */
import {
  DATEN_VERSION,
  type Begriffe,
  type Datensatz,
  type Kopf,
  type OrtDaten,
} from '../domain/datensatz.ts';
import type { Angebot } from '../domain/angebot.ts';
import { alsUri } from '../domain/felder.ts';
import type { Ort } from '../domain/ort.ts';
import { sprachcodes } from '../domain/portal.ts';
import { uuidVonAngebot } from '../domain/uuid.ts';
import type { Katalog } from '../katalog/katalog.ts';
import type { Verlauf } from '../katalog/verlauf.ts';

export { uuidVon, uuidVonAnbieter, uuidVonAngebot } from '../domain/uuid.ts';

/** The Katalog with the addresses of its pages, which only the site knows. */
export interface Herausgabe {
  katalog: Katalog;
  /** What happened to the offers. */
  verlauf: Verlauf;
  /** Absolute addresses of pages. */
  adressen: {
    angebot(id: string): string;
    anbieter(id: string): string;
    /** A file or page, by its path from the root of the portal. */
    datei(pfad: string): string;
  };
}

/** The offers that are published: those that visitors find. What has ended, rests in the archive or is withdrawn is in no export. */
export function veroeffentlichte({ katalog }: Pick<Herausgabe, 'katalog'>): Angebot[] {
  return [...katalog.angebote.values()];
}

/**
 * What a file says about its portal. `stand` is the day the portal is true for, not the time it was built: the same
 * content gives the same file.
 */
export function toKopf({ katalog, adressen }: Herausgabe): Kopf {
  const { portal, stichtag } = katalog;
  return {
    version: DATEN_VERSION,
    portal: {
      name: portal.name,
      kreis: portal.kreis,
      land: portal.land,
      url: adressen.datei(''),
      stelle: portal.kontakt.stelle,
      email: portal.kontakt.email,
      sprachen: sprachcodes(portal),
    },
    stand: stichtag,
    lizenz: portal.lizenz,
    probebetrieb: portal.probebetrieb,
  };
}

/** The German words for the ids in offers. */
export function toBegriffe({ katalog }: Pick<Herausgabe, 'katalog'>): Begriffe {
  const { themen, angebotsarten, zielgruppen, kommunen } = katalog.vokabular;
  const worte = (alle: ReadonlyMap<string, { bezeichnung: Record<string, string> }>) =>
    Object.fromEntries([...alle].map(([id, { bezeichnung }]) => [id, bezeichnung['de'] ?? id]));
  return {
    themen: worte(themen),
    angebotsarten: worte(angebotsarten),
    zielgruppen: worte(zielgruppen),
    kommunen: worte(kommunen),
  };
}

/** An offer as open data. Nothing in it that its page does not show, and nothing of a confidential place. */
export function toDatensatz({ katalog, adressen }: Herausgabe, angebot: Angebot): Datensatz {
  const { portal, vokabular } = katalog;
  const { orte, einzugsgebiet, quelle, status } = angebot;
  const { telefon, email, web, vomAnbieter } = angebot.kontakt;
  const baustein = (name: 'unterlagen' | 'schritte') =>
    angebot[name]?.map((eintrag) => {
      if ('text' in eintrag) return { text: eintrag.text };
      const text = vokabular[name].get(eintrag.id)?.bezeichnung['de'];
      return { id: eintrag.id, ...(text && { text }) };
    });
  const schutz = [
    ...(angebot.vertraulich ? (['vertraulich'] as const) : []),
    ...(angebot.schnellVerlassen ? (['schnell-verlassen'] as const) : []),
  ];
  const uebersetzungen = [...angebot.uebersetzungen].map(([sprache, { art, geprueft, felder }]) => [
    sprache,
    { art, geprueft, felder: Object.fromEntries(felder) },
  ]);
  return ohneLeere({
    id: angebot.id,
    uuid: uuidVonAngebot(portal, angebot.id),
    seite: adressen.angebot(angebot.id),
    titel: angebot.titel,
    kurz: angebot.kurz,
    text: angebot.text.trim(),
    anbieter: angebot.anbieter,
    anbieter_name: katalog.anbieter.get(angebot.anbieter)?.name ?? angebot.anbieter,
    angebotsart: angebot.angebotsart,
    thema: angebot.thema,
    zielgruppen: angebot.zielgruppen,
    sprachen: angebot.sprachen,
    gebaerdensprache: angebot.gebaerdensprache,
    deutschniveau: angebot.deutschniveau,
    alter: angebot.alter,
    kanal: angebot.kanal,
    orte: orte.map(toOrtDaten),
    einzugsgebiet: typeof einzugsgebiet === 'string' ? [einzugsgebiet] : einzugsgebiet,
    zeiten: angebot.zeiten,
    ausnahmen: angebot.ausnahmen,
    termin: angebot.termin,
    kosten: angebot.kosten,
    unterlagen: baustein('unterlagen'),
    schritte: baustein('schritte'),
    kinderbetreuung: angebot.kinderbetreuung,
    kurs: angebot.kurs,
    termine: angebot.termine,
    kontakt: {
      ...ohneLeere({ telefon, email, web: alsUri(web) }),
      vom_anbieter: vomAnbieter,
    },
    schutz,
    hinweis: angebot.hinweis,
    // What has ended is not published.
    status: status === 'beendet' ? 'pausiert' : status,
    gueltig_bis: angebot.gueltig_bis,
    geprueft_am: angebot.geprueft_am,
    geprueft_durch: angebot.geprueft_durch,
    quelle: quelle && ohneLeere({ ...quelle, url: alsUri(quelle.url) }),
    suchwoerter: angebot.suchwoerter,
    leika: angebot.leika,
    externe_ids: angebot.externe_ids,
    uebersetzungen: Object.fromEntries(uebersetzungen) as Datensatz['uebersetzungen'],
  } satisfies Record<keyof Datensatz, unknown>) as Datensatz;
}

function toOrtDaten(ort: Ort): OrtDaten {
  const { name, strasse, plz, kommune, haltestelle, barrierefreiheit, punkt, ungefaehr } = ort;
  return ohneLeere({
    name,
    strasse,
    plz,
    ort: ort.ort,
    kommune,
    haltestelle,
    barrierefreiheit,
    ...punkt,
    ...(punkt && { genau: !ungefaehr }),
  });
}

/** Without fields that say nothing: in the exports, what is missing is unknown. */
export function ohneLeere<T extends object>(objekt: T): T {
  return Object.fromEntries(Object.entries(objekt).filter(([, wert]) => !istLeer(wert))) as T;
}

function istLeer(wert: unknown): boolean {
  if (Array.isArray(wert)) return wert.length === 0;
  if (typeof wert !== 'object' || wert === null) return wert === undefined;
  return Object.keys(wert).length === 0;
}

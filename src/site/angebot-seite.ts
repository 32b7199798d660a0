/** The view model of an offer's page. */
import type { Angebot } from '../domain/angebot.ts';
import { jahreSeitPruefung } from '../domain/angebot.ts';
import type { Barrierefreiheit, Ort } from '../domain/ort.ts';
import type { Baustein } from '../domain/vokabular.ts';
import { isAngebotVeraltet } from '../katalog/katalog.ts';
import { type Angabe, angaben, kanaele } from './angaben.ts';
import { type AngebotKarte, ortszeile, standzeile, toAngebotKarte } from './angebot-karte.ts';
import { type Beschriftung, formatDatum, inSprache, type Kontext, label } from './kontext.ts';
import { renderMarkdown } from './markdown.ts';
import type { Quelle } from '../domain/felder.ts';
import { type KontaktVerweise, kontaktVerweise, type Verweis } from './kontakt.ts';
import { type ZeitZeile, toZeitZeile } from './zeit-zeilen.ts';

export interface OrtAnsicht {
  zeilen: string[];
  ungefaehr: boolean;
  haltestelle?: string;
  barrierefreiheit: string[];
  /** Opens the visitor's own map app or a map site of their choice (RFC 5870). */
  geo?: string;
}

export interface AngebotSeite extends KontaktVerweise {
  titel: string;
  kurz?: string;
  /** For search engines and previews. */
  beschreibung: string;
  html: string;
  art: Beschriftung;
  beendet: boolean;
  /** Notices at the top, the most important first. */
  hinweise: { text: string; lang?: string; stark: boolean }[];
  kontaktVomAnbieter: boolean;
  anbieter?: Verweis;
  angaben: Angabe[];
  zeiten: ZeitZeile[];
  ausnahmen?: string;
  termine: string[];
  orte: OrtAnsicht[];
  /** Instead of a place: by phone, online. */
  ohneOrt: string[];
  ortszeile: string;
  vertraulich: boolean;
  unterlagen: Beschriftung[];
  schritte: Beschriftung[];
  themen: Verweis[];
  stand: string;
  geprueftDurch?: string;
  quelle?: Quelle;
  /** What the Kreis says about its sources in general. */
  quelleHinweis?: Beschriftung;
  fehlerMelden: string;
  /** Public address of the page, for paper. */
  adresse: string;
  /** A neutral page elsewhere, for whoever must leave at once. */
  ausstieg?: string;
  /** Offers of the same Thema nearby, for an offer that has ended. */
  stattdessen: AngebotKarte[];
}

export function toAngebotSeite(kontext: Kontext, angebot: Angebot): AngebotSeite {
  const { katalog, sprache, pfade } = kontext;
  const { vokabular, portal } = katalog;
  const beendet = katalog.beendete.has(angebot.id);
  const anbieter = katalog.anbieter.get(angebot.anbieter);
  const verweise = kontaktVerweise(angebot.kontakt);
  return {
    titel: angebot.titel,
    ...(angebot.kurz && { kurz: angebot.kurz }),
    beschreibung: angebot.kurztext,
    html: renderMarkdown(angebot.text),
    art: label(vokabular.angebotsarten, angebot.angebotsart, sprache),
    beendet,
    hinweise: hinweise(kontext, angebot, beendet),
    ...verweise,
    kontaktVomAnbieter: angebot.kontakt.vomAnbieter && Object.keys(verweise).length > 0,
    ...(anbieter && { anbieter: { text: anbieter.name, href: pfade.anbieter(anbieter.id) } }),
    angaben: angaben(kontext, angebot),
    zeiten: (angebot.zeiten ?? []).map((zeit) => toZeitZeile(kontext, zeit)),
    ...(angebot.ausnahmen && { ausnahmen: angebot.ausnahmen }),
    termine: (angebot.termine ?? []).map(({ start, ende }) => terminText(start, ende, sprache)),
    orte: angebot.orte.map((ort) => toOrtAnsicht(kontext, ort)),
    ohneOrt: angebot.orte.length === 0 ? kanaele(kontext, angebot) : [],
    ortszeile: ortszeile(kontext, angebot),
    vertraulich: angebot.vertraulich,
    unterlagen: bausteine(angebot.unterlagen, vokabular.unterlagen, sprache),
    schritte: bausteine(angebot.schritte, vokabular.schritte, sprache),
    themen: angebot.thema.map((id) => ({
      ...label(vokabular.themen, id, sprache),
      href: pfade.wert('thema', id),
    })),
    stand: standzeile(kontext, angebot),
    ...(angebot.geprueft_durch && { geprueftDurch: angebot.geprueft_durch }),
    ...(angebot.quelle && { quelle: angebot.quelle }),
    ...(angebot.quelle &&
      portal.quelle_hinweis && { quelleHinweis: inSprache(portal.quelle_hinweis, sprache) }),
    fehlerMelden: mailtoFehler(kontext, angebot),
    adresse: new URL(pfade.angebot(angebot.id), portal.url).href,
    ...(angebot.schnellVerlassen && portal.ausstieg && { ausstieg: portal.ausstieg }),
    stattdessen: beendet ? alternativen(kontext, angebot) : [],
  };
}

function hinweise(kontext: Kontext, angebot: Angebot, beendet: boolean): AngebotSeite['hinweise'] {
  const { katalog, sprache, t } = kontext;
  const { hinweis, status, gueltig_bis } = angebot;
  const list: AngebotSeite['hinweise'] = [];
  if (beendet) {
    const datum =
      gueltig_bis && gueltig_bis < katalog.stichtag ? formatDatum(gueltig_bis, sprache) : undefined;
    return [{ text: datum ? t('status.abgelaufen', { datum }) : t('status.beendet'), stark: true }];
  }
  if (status === 'pausiert' || status === 'voll')
    list.push({ text: t(`status.${status}`), stark: true });
  if (hinweis && (!hinweis.bis || hinweis.bis >= katalog.stichtag))
    list.push({ text: hinweis.text, lang: 'de', stark: true });
  if (isAngebotVeraltet(katalog, angebot)) {
    const jahre = jahreSeitPruefung(angebot, katalog.stichtag);
    list.push({
      text: jahre
        ? t('veraltet.jahre', { anzahl: jahre })
        : t(angebot.geprueft_am === 'unbekannt' ? 'veraltet.unbekannt' : 'veraltet.lange'),
      stark: true,
    });
  }
  return list;
}

function toOrtAnsicht({ katalog, sprache, t }: Kontext, ort: Ort): OrtAnsicht {
  const stadt =
    ort.ort ?? (ort.kommune && label(katalog.vokabular.kommunen, ort.kommune, sprache).text);
  const zeilen = [ort.name, ort.strasse, [ort.plz, stadt].filter(Boolean).join(' ')].filter(
    (zeile): zeile is string => Boolean(zeile),
  );
  return {
    zeilen,
    ungefaehr: !ort.strasse && ort.ungefaehr,
    ...(ort.haltestelle && { haltestelle: ort.haltestelle }),
    barrierefreiheit: barrierefreiheitTexte(ort.barrierefreiheit, t),
    ...(ort.punkt && !ort.ungefaehr && { geo: `geo:${ort.punkt.lat},${ort.punkt.lon}` }),
  };
}

function barrierefreiheitTexte(merkmale: Barrierefreiheit | undefined, t: Kontext['t']): string[] {
  const keys = ['rollstuhl', 'wc', 'aufzug', 'parkplatz', 'induktion', 'ruhig'] as const;
  return keys.flatMap((key) => {
    const wert = merkmale?.[key];
    return wert
      ? [t('barrierefreiheit.wert', { was: t(`barrierefreiheit.${key}`), wert: t(`wert.${wert}`) })]
      : [];
  });
}

function bausteine(
  liste: readonly ({ id: string } | { text: string })[] | undefined,
  begriffe: ReadonlyMap<string, Baustein>,
  sprache: string,
): Beschriftung[] {
  return (liste ?? []).map((eintrag) => {
    if ('text' in eintrag) return { text: eintrag.text, ...(sprache !== 'de' && { lang: 'de' }) };
    const begriff = begriffe.get(eintrag.id);
    return begriff ? inSprache(begriff.bezeichnung, sprache) : { text: eintrag.id };
  });
}

function terminText(start: string, ende: string | undefined, sprache: string): string {
  const format = new Intl.DateTimeFormat(sprache, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const von = new Date(`${start}:00Z`);
  return ende ? format.formatRange(von, new Date(`${ende}:00Z`)) : format.format(von);
}

function mailtoFehler({ katalog, t }: Kontext, angebot: Angebot): string {
  const subject = encodeURIComponent(t('fehler.betreff', { id: angebot.id }));
  const body = encodeURIComponent(t('fehler.text', { titel: angebot.titel, id: angebot.id }));
  return `mailto:${katalog.portal.kontakt.email}?subject=${subject}&body=${body}`;
}

/** Up to five offers of the same Thema, those in the same Kommune first. */
function alternativen(kontext: Kontext, angebot: Angebot): AngebotKarte[] {
  const kommunen = new Set(angebot.orte.map((ort) => ort.kommune));
  const nah = (other: Angebot) =>
    other.orte.some((ort) => ort.kommune && kommunen.has(ort.kommune)) ? 0 : 1;
  return [...kontext.katalog.angebote.values()]
    .filter((other) => other.thema.some((id) => angebot.thema.includes(id)))
    .sort((a, b) => nah(a) - nah(b))
    .slice(0, 5)
    .map((other) => toAngebotKarte(kontext, other));
}

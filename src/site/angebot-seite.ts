/** The view model of an offer's page. */
import { type Angebot, geltenderHinweis, jahreSeitPruefung } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import type { Barrierefreiheit, Ort } from '../domain/ort.ts';
import { textfelder, type Uebersetzung } from '../domain/uebersetzung.ts';
import { isAngebotVeraltet } from '../katalog/katalog.ts';
import { type Angabe, angaben, kanaele } from './angaben.ts';
import { kurzVon, standzeile, titelVon } from './angebot-karte.ts';
import { type Anfrage, toAnfrage } from './anfrage.ts';
import { type KalenderHinweis, kalenderHinweis } from './kalender.ts';
import { type GlossarEintrag, glossarVon } from './glossar.ts';
import { type Beschriftung, formatDatum, inSprache, type Kontext, label } from './kontext.ts';
import { kurzfassung } from './kurzfassung.ts';
import { renderMarkdown } from './markdown.ts';
import type { Quelle } from '../domain/felder.ts';
import { type KontaktVerweise, kontaktVerweise, type Verweis } from './kontakt.ts';
import { mailto } from './mailto.ts';
import { anschrift, ortszeile } from './ortszeile.ts';
import { projekteZuAngebot } from './projekt-seite.ts';
import { type Stattdessen, themenVon, toStattdessen } from './stattdessen.ts';
import { type Teilen, toTeilen } from './teilen.ts';
import { terminZeilen } from './termin-zeilen.ts';
import { bemerkung, mitNummern, ungelesen } from './uebersetzt.ts';
import { type ZeitZeile, toZeitZeile } from './zeit-zeilen.ts';

export interface OrtAnsicht {
  zeilen: string[];
  ungefaehr: boolean;
  haltestelle?: string;
  barrierefreiheit: string[];
  /** Opens the visitor's own map app or a map site of their choice (RFC 5870). */
  geo?: string;
}

export interface Textblock {
  kurz?: string;
  html: string;
}

export interface AngebotSeite extends KontaktVerweise {
  id: string;
  titel: Beschriftung;
  /** What stands on the door, where the title is translated. */
  titelDeutsch?: string;
  /** In a sentence or two. */
  kurz?: Beschriftung;
  /** For search engines and previews. */
  beschreibung: string;
  /** The description, in German where nobody has translated it. */
  text: Textblock;
  /** The German below a translation: because it is newer, or for whoever helps the reader. */
  original?: Textblock & { neuer: boolean };
  /** Nobody has translated the text. */
  nurDeutsch: boolean;
  /** By whom the translation shown is, where nobody has read it. */
  ungelesen?: Uebersetzung['art'] | undefined;
  art: Beschriftung;
  beendet: boolean;
  /** It stands in lists and search, and can be put on a list of one's own. */
  gelistet: boolean;
  /** Nobody has checked it for so long that it is in no list any more. */
  archiviert: boolean;
  /** Notices at the top, the most important first. */
  hinweise: { text: string; lang?: string; stark: boolean }[];
  kontaktVomAnbieter: boolean;
  anbieter?: Verweis;
  angaben: Angabe[];
  zeiten: (ZeitZeile & { hinweis: Beschriftung[] })[];
  ausnahmen: Beschriftung[];
  /** Those to come, each in words; cancelled ones say so. */
  termine: string[];
  kalender?: KalenderHinweis;
  orte: OrtAnsicht[];
  /** Instead of a place: by phone, online. */
  ohneOrt: string[];
  ortszeile: Beschriftung;
  vertraulich: boolean;
  /** Who reads it may be in danger. */
  schutz: boolean;
  unterlagen: Beschriftung[];
  schritte: Beschriftung[];
  themen: Verweis[];
  stand: string;
  geprueftDurch?: string;
  quelle?: Quelle;
  /** What the Kreis says about its sources in general, where nobody has confirmed this offer. */
  quelleHinweis?: Beschriftung;
  fehlerMelden: string;
  /** Its hand-out; none for what is in no list. */
  zettel?: string;
  /** Words of its texts that stand on letters and doors, explained. */
  glossar: GlossarEintrag[];
  anfrage?: Anfrage;
  /** Missing where it would send others to what is not there any more. */
  teilen?: Teilen;
  /** Where else to look, for an offer that is in no list. */
  stattdessen?: Stattdessen;
  /** Projects it came of. */
  projekte: Verweis[];
}

/** In all languages; of the offer asked for last, for what all offers say would fill the memory. */
let letzte: { angebot: Angebot; seite: (kontext: Kontext) => AngebotSeite } | undefined;

/** What the page of an offer says; hand-outs say it again, in German beside every other language, so it is made once. */
export function toAngebotSeite(kontext: Kontext, angebot: Angebot): AngebotSeite {
  if (letzte?.angebot !== angebot)
    letzte = { angebot, seite: einmalJe((kontext) => createSeite(kontext, angebot)) };
  return letzte.seite(kontext);
}

function createSeite(kontext: Kontext, angebot: Angebot): AngebotSeite {
  const { katalog, sprache, pfade } = kontext;
  const { vokabular, portal } = katalog;
  const archiviert = angebot.verbleib === 'archiv';
  const beendet = angebot.verbleib === 'beendet';
  const anbieter = katalog.anbieter.get(angebot.anbieter);
  const verweise = kontaktVerweise(angebot.kontakt);
  const titel = titelVon(kontext, angebot);
  const kalender = kalenderHinweis(kontext, angebot);
  const anfrage = beendet ? undefined : toAnfrage(kontext, angebot);
  return {
    id: angebot.id,
    titel,
    ...(titel.text !== angebot.titel && { titelDeutsch: angebot.titel }),
    beschreibung: kurzVon(kontext, angebot).text,
    ...texte(kontext, angebot),
    glossar: beendet ? [] : glossarVon(kontext, alleWorte(kontext, angebot)),
    ...(anfrage && { anfrage }),
    ...(!beendet && !archiviert && { teilen: toTeilen(kontext, angebot) }),
    art: label(vokabular.angebotsarten, angebot.angebotsart, sprache),
    beendet,
    archiviert,
    gelistet: angebot.verbleib === 'gelistet',
    hinweise: hinweise(kontext, angebot),
    ...verweise,
    kontaktVomAnbieter: angebot.kontakt.vomAnbieter && Object.keys(verweise).length > 0,
    ...(anbieter && { anbieter: { text: anbieter.name, href: pfade.anbieter(anbieter.id) } }),
    angaben: angaben(kontext, angebot),
    zeiten: (angebot.zeiten ?? []).map((zeit, i) => ({
      ...toZeitZeile(kontext, zeit),
      hinweis: bemerkung(kontext, angebot, `zeiten[${i}].hinweis`, zeit.hinweis),
    })),
    ausnahmen: bemerkung(kontext, angebot, 'ausnahmen', angebot.ausnahmen),
    termine: terminZeilen(kontext, angebot),
    ...(kalender && { kalender }),
    orte: angebot.orte.map((ort) => toOrtAnsicht(kontext, ort)),
    ohneOrt: angebot.orte.length === 0 ? kanaele(kontext, angebot) : [],
    ortszeile: ortszeile(kontext, angebot),
    vertraulich: angebot.vertraulich,
    schutz: angebot.schnellVerlassen,
    unterlagen: bausteine(kontext, angebot, 'unterlagen'),
    schritte: bausteine(kontext, angebot, 'schritte'),
    themen: themenVon(kontext, angebot),
    stand: standzeile(kontext, angebot),
    ...(angebot.geprueft_durch && { geprueftDurch: angebot.geprueft_durch }),
    ...(angebot.quelle && { quelle: angebot.quelle }),
    ...(angebot.quelle &&
      !angebot.geprueft_durch &&
      portal.quelle_hinweis && { quelleHinweis: inSprache(portal.quelle_hinweis, sprache) }),
    fehlerMelden: mailtoFehler(kontext, angebot),
    ...(!beendet && !archiviert && { zettel: pfade.zettelVon(angebot.id) }),
    ...((beendet || archiviert) && { stattdessen: toStattdessen(kontext, angebot) }),
    projekte: beendet ? [] : projekteZuAngebot(kontext, angebot.id),
  };
}

/** The texts of an offer in the page's language, as far as there are any, and in German. */
function texte(
  kontext: Kontext,
  angebot: Angebot,
): Pick<AngebotSeite, 'kurz' | 'text' | 'original' | 'nurDeutsch' | 'ungelesen'> {
  const { glossar } = kontext.katalog.vokabular;
  const deutsch = (mitLinks: boolean): Textblock => ({
    ...(angebot.kurz && { kurz: angebot.kurz }),
    html: renderMarkdown(angebot.text, mitLinks ? glossar : undefined),
  });
  if (kontext.sprache === 'de')
    return {
      ...(angebot.kurz && { kurz: { text: angebot.kurz } }),
      text: { html: deutsch(true).html },
      nurDeutsch: false,
    };
  const felder = angebot.uebersetzungen.get(kontext.sprache)?.felder;
  const kurz = felder?.get('kurz');
  const text = felder?.get('text');
  // Only below a text there is room to say that the German is newer.
  const gezeigt = text || !kurz?.veraltet ? kurz : undefined;
  const immer = {
    kurz: {
      text: gezeigt ? mitNummern(kontext, gezeigt.text) : kurzfassung(kontext, angebot),
    },
    ungelesen: ungelesen(kontext, angebot),
  };
  if (!text)
    return { ...immer, text: deutsch(true), nurDeutsch: angebot.text.trim() !== '' || !gezeigt };
  return {
    ...immer,
    text: { html: renderMarkdown(text.text, glossar) },
    original: { ...deutsch(false), neuer: text.veraltet || kurz?.veraltet === true },
    nurDeutsch: false,
  };
}

/** What of an offer stands on its page in words, in German and in the page's language. */
function alleWorte({ sprache }: Kontext, angebot: Angebot): string[] {
  const felder = angebot.uebersetzungen.get(sprache)?.felder.values() ?? [];
  return [...textfelder(angebot).values(), ...[...felder].map(({ text }) => text)];
}

/** Notices at the top of its page, the most important first. */
export function hinweise(kontext: Kontext, angebot: Angebot): AngebotSeite['hinweise'] {
  const { katalog, sprache, t } = kontext;
  const { status, gueltig_bis } = angebot;
  const list: AngebotSeite['hinweise'] = [];
  if (angebot.verbleib === 'beendet') {
    const datum =
      gueltig_bis && gueltig_bis < katalog.stichtag ? formatDatum(gueltig_bis, sprache) : undefined;
    return [{ text: datum ? t('status.abgelaufen', { datum }) : t('status.beendet'), stark: true }];
  }
  const archiviert = angebot.verbleib === 'archiv';
  if (archiviert)
    list.push({ text: t('archiv.hinweis', { stand: standzeile(kontext, angebot) }), stark: true });
  if (status === 'pausiert' || status === 'voll')
    list.push({ text: t(`status.${status}`), stark: true });
  const hinweis = geltenderHinweis(angebot, katalog.stichtag);
  if (hinweis)
    for (const text of bemerkung(kontext, angebot, 'hinweis.text', hinweis.text))
      list.push({ ...text, stark: true });
  if (!archiviert && isAngebotVeraltet(katalog, angebot)) {
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

function toOrtAnsicht(kontext: Kontext, ort: Ort): OrtAnsicht {
  return {
    zeilen: anschrift(kontext, ort),
    ungefaehr: !ort.strasse && ort.ungefaehr,
    ...(ort.haltestelle && { haltestelle: ort.haltestelle }),
    barrierefreiheit: barrierefreiheitTexte(ort.barrierefreiheit, kontext.t),
    ...(ort.punkt && !ort.ungefaehr && { geo: `geo:${ort.punkt.lat},${ort.punkt.lon}` }),
  };
}

/** What is known of access to a place. */
export function barrierefreiheitTexte(
  merkmale: Barrierefreiheit | undefined,
  t: Kontext['t'],
): string[] {
  const keys = ['rollstuhl', 'wc', 'aufzug', 'parkplatz', 'induktion', 'ruhig'] as const;
  return keys.flatMap((key) => {
    const wert = merkmale?.[key];
    return wert
      ? [t('barrierefreiheit.wert', { was: t(`barrierefreiheit.${key}`), wert: t(`wert.${wert}`) })]
      : [];
  });
}

/** What to bring, or how to sign up. */
export function bausteine(
  kontext: Kontext,
  angebot: Angebot,
  name: 'unterlagen' | 'schritte',
): Beschriftung[] {
  return (angebot[name] ?? []).flatMap((eintrag, i) =>
    'text' in eintrag
      ? bemerkung(kontext, angebot, `${name}[${i}].text`, eintrag.text)
      : [label(kontext.katalog.vokabular[name], eintrag.id, kontext.sprache)],
  );
}

/** Of protected offers the mail names the code of the short address only: drafts stay on devices. */
function mailtoFehler({ katalog, t, pfade }: Kontext, angebot: Angebot): string {
  const id = pfade.kennung('angebot', angebot.id);
  const titel = angebot.schnellVerlassen ? katalog.portal.name : angebot.titel;
  return mailto(katalog.portal.kontakt.email, {
    betreff: t('fehler.betreff', { id }),
    text: t('fehler.text', { titel, id }),
  });
}

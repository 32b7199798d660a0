/** The view model of an offer's page. */
import type { Angebot } from '../domain/angebot.ts';
import { jahreSeitPruefung } from '../domain/angebot.ts';
import type { Barrierefreiheit, Ort } from '../domain/ort.ts';
import type { Baustein } from '../domain/vokabular.ts';
import { isAngebotVeraltet } from '../katalog/katalog.ts';
import { type AngebotKarte, ortszeile, standzeile, toAngebotKarte } from './angebot-karte.ts';
import {
  type Beschriftung,
  formatDatum,
  inSprache,
  type Kontext,
  label,
  sprachLabel,
} from './kontext.ts';
import { renderMarkdown } from './markdown.ts';
import type { Quelle } from '../domain/felder.ts';
import { type KontaktVerweise, kontaktVerweise, type Verweis } from './kontakt.ts';
import { type ZeitZeile, toZeitZeile } from './zeit-zeilen.ts';

/** One line of facts: a heading and its values. Without values it is said to be unknown. */
export interface Angabe {
  titel: string;
  werte: Beschriftung[];
}

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

/** The facts in the order people ask for them. */
function angaben(kontext: Kontext, angebot: Angebot): Angabe[] {
  const { katalog, sprache, t } = kontext;
  const { zielgruppen, kommunen } = katalog.vokabular;
  const { einzugsgebiet, alter, deutschniveau, kosten, kurs } = angebot;
  const text = (...werte: (string | undefined | false)[]): Beschriftung[] =>
    werte.filter((wert): wert is string => Boolean(wert)).map((wert) => ({ text: wert }));
  const deutsch = (wert: string | undefined): Beschriftung[] =>
    wert ? [{ text: wert, ...(sprache !== 'de' && { lang: 'de' }) }] : [];

  const pflicht: Angabe[] = [
    {
      titel: t('angabe.fuer-wen'),
      werte: [
        ...angebot.zielgruppen.map((id) => label(zielgruppen, id, sprache)),
        ...text(alter && alterText(alter, t)),
      ],
    },
    {
      titel: t('angabe.sprachen'),
      werte: [
        ...(angebot.sprachen ?? []).map(({ code, art, ...mehr }) => {
          const name = sprachLabel(kontext, code);
          const zusatz = [
            art !== 'direkt' && t(`sprache.${art}`),
            'zeiten' in mehr && mehr.zeiten,
            'hinweis' in mehr && mehr.hinweis,
          ];
          const zusaetze = zusatz.filter((text): text is string => Boolean(text)).map(isoliert);
          return zusaetze.length > 0
            ? { ...name, text: `${name.text} (${zusaetze.join(t('liste.komma'))})` }
            : name;
        }),
        ...text(angebot.gebaerdensprache && t('sprache.gebaerden')),
      ],
    },
    {
      titel: t('angabe.kosten'),
      werte: [
        ...text(
          kosten?.art && t(`kosten.${kosten.art}`),
          kosten &&
            'betrag' in kosten &&
            kosten.betrag !== undefined &&
            euro(kosten.betrag, sprache),
        ),
        ...deutsch(kosten && 'einheit' in kosten ? kosten.einheit : undefined),
        ...deutsch(kosten && 'hinweis' in kosten ? kosten.hinweis : undefined),
      ],
    },
    { titel: t('angabe.termin'), werte: text(angebot.termin && t(`termin.${angebot.termin}`)) },
  ];
  const weitere: Angabe[] = [
    {
      titel: t('angabe.kanal'),
      werte: angebot.orte.length > 0 ? text(...kanaele(kontext, angebot)) : [],
    },
    {
      titel: t('angabe.gebiet'),
      werte:
        typeof einzugsgebiet === 'string'
          ? angebot.vertraulich
            ? []
            : text(t(`ort.${einzugsgebiet}`))
          : einzugsgebiet.length > 1 || angebot.orte.length === 0
            ? einzugsgebiet.map((id) => label(kommunen, id, sprache))
            : [],
    },
    {
      titel: t('angabe.deutschniveau'),
      werte: text(deutschniveau && niveauText(deutschniveau, t)),
    },
    {
      titel: t('angabe.kinderbetreuung'),
      werte: text(angebot.kinderbetreuung && t(`kinderbetreuung.${angebot.kinderbetreuung}`)),
    },
    { titel: t('angabe.kurs'), werte: text(...(kurs ? kursTexte(kurs, kontext) : [])) },
  ];
  return [...pflicht, ...weitere.filter(({ werte }) => werte.length > 0)];
}

/** Keeps a German remark from turning the order of an Arabic line around (Unicode isolates). */
function isoliert(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Ways to use the offer without going there. */
function kanaele({ t }: Kontext, angebot: Angebot): string[] {
  return angebot.kanal.filter((kanal) => kanal !== 'vor-ort').map((kanal) => t(`kanal.${kanal}`));
}

function alterText(
  { von, bis }: NonNullable<Angebot['alter']>,
  t: Kontext['t'],
): string | undefined {
  if (von !== undefined && bis !== undefined) return t('alter.von-bis', { von, bis });
  if (von !== undefined) return t('alter.ab', { von });
  return bis === undefined ? undefined : t('alter.bis', { bis });
}

function niveauText(
  { von, bis }: NonNullable<Angebot['deutschniveau']>,
  t: Kontext['t'],
): string | undefined {
  const name = (niveau: string) => (niveau === 'alpha' ? t('niveau.alpha') : niveau);
  if (von && bis && von !== bis) return t('niveau.von-bis', { von: name(von), bis: name(bis) });
  const eins = von ?? bis;
  return eins && name(eins);
}

function kursTexte(kurs: NonNullable<Angebot['kurs']>, { katalog, sprache, t }: Kontext): string[] {
  const { start, ende, einheiten, tageszeit, plaetze, stand } = kurs;
  // A number of free places is only worth something while it is fresh.
  const frisch =
    stand !== undefined && Date.parse(katalog.stichtag) - Date.parse(stand) <= 30 * 86_400_000;
  return [
    start && t('kurs.start', { datum: formatDatum(start, sprache) }),
    ende && t('kurs.ende', { datum: formatDatum(ende, sprache) }),
    einheiten && t('kurs.einheiten', { anzahl: einheiten }),
    tageszeit && t(`kurs.${tageszeit}`),
    plaetze !== undefined && frisch && t('kurs.plaetze', { anzahl: plaetze }),
  ].filter((text): text is string => Boolean(text));
}

function euro(betrag: number, sprache: string): string {
  const format = new Intl.NumberFormat(sprache, {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(betrag);
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

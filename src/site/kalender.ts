/** Calendars of the portal: which dates of which offers stand in them, and in which words. */
import { einmalJe } from '../domain/einmal.ts';
import { type Angebot, geltenderHinweis } from '../domain/angebot.ts';
import { plusTage, tageZwischen } from '../domain/datum.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import { isOhneBeginn, type Reihe, reihenVon } from '../domain/reihen.ts';
import { formatWiederholung } from '../domain/wiederholung.ts';
import { formatEintrag, formatKalender, type Kalendereintrag } from '../daten/kalender.ts';
import { angeboteMitSeite, isAngebotVeraltet, type Katalog } from '../katalog/katalog.ts';
import { kurzVon, standzeile, titelVon } from './angebot-karte.ts';
import { kanaele } from './angaben.ts';
import { angeboteVon } from './anbieter-seite.ts';
import { stufeOf } from '../domain/facettenwerte.ts';
import { stufenJeAngebot } from './facetten.ts';
import { kontaktVerweise } from './kontakt.ts';
import { type Kontext, label } from './kontext.ts';
import { anschrift } from './ortszeile.ts';
import { absolut, type ListenArt } from './pfade.ts';
import { bemerkung } from './uebersetzt.ts';

/** Nobody knows what is in more than a year; a program that no longer asks forgets what it has by then. */
const HORIZONT_TAGE = 365;

/**
 * What stands in calendars of an offer. Nothing of protected offers: an entry on a shared telephone can endanger. Nothing while it
 * pauses; and no hours that nobody has checked for too long, for an entry does not say how old it is.
 */
export function reihenImKalender(katalog: Katalog, angebot: Angebot): Reihe[] {
  return reihen(katalog)(angebot);
}

const reihen = einmalJe((katalog: Katalog) =>
  einmalJe((angebot: Angebot): Reihe[] => {
    if (!isImKalender(angebot)) return [];
    const { stichtag, portal } = katalog;
    const spanne = { von: stichtag, bis: plusTage(stichtag, HORIZONT_TAGE) };
    const { zeiten, ...ohneZeiten } = angebot;
    return reihenVon(
      isAngebotVeraltet(katalog, angebot) ? ohneZeiten : angebot,
      spanne,
      portal.land,
    );
  }),
);

function isImKalender({ verbleib, schnellVerlassen, status }: Angebot): boolean {
  return verbleib === 'gelistet' && !schnellVerlassen && status !== 'pausiert';
}

/**
 * Of these, what many people want in one calendar: dates and meetings, not when an office is open, and no meetings that nobody can join.
 */
export function gemeinsameReihen(katalog: Katalog, angebot: Angebot): Reihe[] {
  const offen = isOffenesTreffen(katalog, angebot);
  return reihenImKalender(katalog, angebot).filter(({ feld }) => feld !== 'zeiten' || offen);
}

/** True where meetings are missing in what many people look at, because nobody has checked their hours for too long. */
export function fehlenTreffen(katalog: Katalog): boolean {
  return veralteteTreffen(katalog).length > 0;
}

const veralteteTreffen = einmalJe((katalog: Katalog) =>
  [...katalog.angebote.values()].filter(
    (angebot) =>
      angebot.zeiten?.some(({ tage }) => tage) &&
      isImKalender(angebot) &&
      isOffenesTreffen(katalog, angebot) &&
      isAngebotVeraltet(katalog, angebot),
  ),
);

function isOffenesTreffen(katalog: Katalog, angebot: Angebot): boolean {
  return isTreffen(katalog, angebot) && angebot.status !== 'voll';
}

function isTreffen({ vokabular }: Katalog, { angebotsart }: Angebot): boolean {
  return vokabular.angebotsarten.get(angebotsart)?.treffen === true;
}

/** What the page of an offer says about its calendar. */
export interface KalenderHinweis {
  /** Of the file, where there is one. */
  href?: string;
  hinweise: string[];
}

/** Undefined where there is nothing to say. */
export function kalenderHinweis(kontext: Kontext, angebot: Angebot): KalenderHinweis | undefined {
  const { katalog, t, pfade } = kontext;
  const reihen = reihenImKalender(katalog, angebot);
  const unberechenbar =
    isImKalender(angebot) &&
    !isAngebotVeraltet(katalog, angebot) &&
    angebot.zeiten?.some((zeit) => isOhneBeginn(zeit, angebot.kurs));
  const hinweise = [
    ...(reihen.some(({ feld }) => feld === 'zeiten') ? [t('kalender.feiertage')] : []),
    ...(unberechenbar ? [t('kalender.ohne-beginn')] : []),
  ];
  if (reihen.length === 0 && hinweise.length === 0) return undefined;
  return { ...(reihen.length > 0 && { href: pfade.kalender(angebot.id) }), hinweise };
}

/** The calendar of one offer, to take along; undefined where it has no dates. */
export function toAngebotKalender(kontext: Kontext, angebot: Angebot): string | undefined {
  const reihen = reihenImKalender(kontext.katalog, angebot);
  if (reihen.length === 0) return undefined;
  return formatKalender({
    ...kopf(kontext, titelVon(kontext, angebot).text, kontext.pfade.angebot(angebot.id)),
    eintraege: reihen.flatMap((reihe) => texteVon(kontext)(angebot)(reihe).eintrag),
  });
}

/** A calendar to subscribe to. */
export interface Abo {
  art: ListenArt;
  id: string;
  /** Name of the Kommune, the Thema, the provider. */
  name: string;
  angebote: Angebot[];
}

/**
 * Every calendar that can be subscribed to. It remains while one of its offers once had dates, even if it has ended: whoever subscribed
 * must see its dates go.
 */
export function abos(kontext: Kontext): Abo[] {
  const { katalog, sprache } = kontext;
  const { kommunen, themen } = katalog.vokabular;
  const angebote = [...angeboteMitSeite(katalog).values()].filter((angebot) =>
    hatteTermine(katalog, angebot),
  );
  // Providers are as many as a tenth of the offers: asking all offers for each of them would take with twice as many four times as long.
  const jeAnbieter = Map.groupBy(angebote, ({ anbieter }) => anbieter);
  const abo = (art: 'kommune' | 'thema', id: string): Abo => ({
    art,
    id,
    name: label(art === 'thema' ? themen : kommunen, id, sprache).text,
    // What is for the whole country takes place far away.
    angebote: angebote.filter((angebot) => (stufeOf(art, id, angebot) ?? 2) < 2),
  });
  return [
    ...[...kommunen.keys()].map((id) => abo('kommune', id)),
    ...[...themen.keys()].map((id) => abo('thema', id)),
    ...[...katalog.anbieter.values()].map(({ id, name }): Abo => ({
      art: 'anbieter',
      id,
      name,
      angebote: jeAnbieter.get(id) ?? [],
    })),
  ].filter((eines) => eines.angebote.length > 0);
}

function hatteTermine(katalog: Katalog, angebot: Angebot): boolean {
  if (angebot.schnellVerlassen) return false;
  const zeiten =
    isTreffen(katalog, angebot) && angebot.zeiten?.some(({ tage, von }) => tage && von);
  return Boolean(zeiten || angebot.termine || angebot.kurs?.start);
}

/** The file of a calendar to subscribe to. */
export function toAboKalender(kontext: Kontext, { name, angebote }: Abo): string {
  const { katalog, t, pfade } = kontext;
  return formatKalender({
    ...kopf(kontext, t('kalender.name', { name }), pfade.woche),
    eintraege: angebote.flatMap((angebot) =>
      gemeinsameReihen(katalog, angebot).flatMap((reihe) => {
        const { eintrag, absagen } = texteVon(kontext)(angebot)(reihe);
        return [...eintrag, ...absagen];
      }),
    ),
  });
}

/** The same of an offer in all calendars: its own, and those of its Kommunen, Themen and provider. */
const texteVon = einmalJe((kontext: Kontext) => {
  const schreibe = (eintraege: Kalendereintrag[]) =>
    eintraege.map((eintrag) => formatEintrag(eintrag, kontext.katalog.stichtag));
  return einmalJe((angebot: Angebot) =>
    einmalJe((reihe: Reihe) => ({
      eintrag: schreibe(toEintrag(kontext, angebot, reihe)),
      absagen: schreibe(toAbsagen(kontext, angebot, reihe)),
    })),
  );
});

/** How a page offers to subscribe. */
export interface AboVerweis {
  /** Opens the calendar program. */
  webcal: string;
  href: string;
  /** The same in full, to copy. */
  adresse: string;
}

/** Undefined where nothing is known to take place: nobody subscribes to an empty page. */
export function aboVerweis(kontext: Kontext, art: ListenArt, id: string): AboVerweis | undefined {
  const { katalog, pfade } = kontext;
  const angebote =
    art === 'anbieter'
      ? angeboteVon(kontext, id)
      : stufenJeAngebot(kontext, art, id)
          .filter(({ stufe }) => stufe < 2)
          .map(({ angebot }) => angebot);
  if (!angebote.some((angebot) => gemeinsameReihen(katalog, angebot).length > 0)) return undefined;
  const href = pfade.abo(art, id);
  const adresse = absolut(kontext.katalog.portal, href);
  return { webcal: adresse.replace(/^https?:/, 'webcal:'), href, adresse };
}

function kopf(kontext: Kontext, name: string, seite: string) {
  return { name, portal: kontext.katalog.portal.name, url: absolut(kontext.katalog.portal, seite) };
}

/** One entry; none where all of a series is cancelled. */
function toEintrag(kontext: Kontext, angebot: Angebot, reihe: Reihe): Kalendereintrag[] {
  const { regel, tage, ausfall, feiertage } = reihe;
  const abgesagt = regel === undefined && ausfall.length > 0;
  const [erster, ...weitere] = abgesagt ? ausfall : tage;
  if (erster === undefined) return [];
  const letzter = weitere.at(-1);
  const ohne = [...ausfall, ...feiertage].filter(
    (tag) => letzter !== undefined && erster < tag && tag < letzter,
  );
  return [
    {
      ...angaben(kontext, angebot, reihe, abgesagt),
      ...zeitraum(reihe, erster),
      uid: uid(kontext, angebot, teilVon(angebot, reihe)),
      ...(regel &&
        letzter && {
          wiederholung: {
            regel: formatWiederholung(regel),
            letzter: zeitraum(reihe, letzter).start,
            ohne: ohne.sort().map((tag) => zeitraum(reihe, tag).start),
          },
        }),
    },
  ];
}

/** Cancelled dates of a series, each as an entry that says so: where a date is only missing, somebody may still go. */
function toAbsagen(kontext: Kontext, angebot: Angebot, reihe: Reihe): Kalendereintrag[] {
  if (!reihe.regel) return [];
  return reihe.ausfall.map((tag) => ({
    ...angaben(kontext, angebot, reihe, true),
    ...zeitraum(reihe, tag),
    uid: uid(kontext, angebot, `${teilVon(angebot, reihe)}-ausfall-${ziffern(tag)}`),
  }));
}

/** What entries of a series have in common. */
function angaben(kontext: Kontext, angebot: Angebot, reihe: Reihe, abgesagt: boolean) {
  const { katalog, sprache, t, pfade } = kontext;
  const name = titelVon(kontext, angebot).text;
  const titel = reihe.feld === 'kurs' ? t('kalender.beginn', { titel: name }) : name;
  return {
    titel: abgesagt ? t('kalender.faellt-aus', { was: titel }) : titel,
    beschreibung: beschreibung(kontext, angebot, reihe),
    ort: [
      ...angebot.orte.map((einer) => anschrift(kontext, einer).join(', ')),
      ...kanaele(kontext, angebot),
    ].join(' · '),
    url: absolut(kontext.katalog.portal, pfade.angebot(angebot.id)),
    kategorien: angebot.thema.map((id) => label(katalog.vokabular.themen, id, sprache).text),
    // Of two versions of an entry the one that was checked later holds.
    sequenz:
      angebot.geprueft_am === 'unbekannt'
        ? 0
        : Math.max(0, tageZwischen('2000-01-01', angebot.geprueft_am)),
    abgesagt,
  };
}

function beschreibung(kontext: Kontext, angebot: Angebot, reihe: Reihe): string {
  const { katalog, t, pfade } = kontext;
  const hinweis = geltenderHinweis(angebot, katalog.stichtag);
  return [
    kurzVon(kontext, angebot).text,
    ...(hinweis ? texte(bemerkung(kontext, angebot, 'hinweis.text', hinweis.text)) : []),
    ...(angebot.status === 'voll' ? [t('status.voll')] : []),
    ...(reihe.von && !reihe.ende ? [t('kalender.ende-offen')] : []),
    ...bemerkungenZu(kontext, angebot, reihe).map(({ text }) => text),
    ...(reihe.feld === 'zeiten' ? [t('kalender.feiertage')] : []),
    ...texte(kontaktVerweise(angebot.kontakt).telefon),
    standzeile(kontext, angebot),
    absolut(kontext.katalog.portal, pfade.angebot(angebot.id)),
  ].join('\n');
}

/** What editors remark on hours: on the line itself, and when they do not hold. */
export function bemerkungenZu(
  kontext: Kontext,
  angebot: Angebot,
  { feld, index }: Reihe,
): ReturnType<typeof bemerkung> {
  if (feld !== 'zeiten') return [];
  const { hinweis } = angebot.zeiten![index]!;
  return [
    ...bemerkung(kontext, angebot, `zeiten[${index}].hinweis`, hinweis),
    ...bemerkung(kontext, angebot, 'ausnahmen', angebot.ausnahmen),
  ];
}

function texte(werte: { text: string } | { text: string }[] | undefined): string[] {
  return [werte ?? []].flat().map(({ text }) => text);
}

function zeitraum({ von, ende }: Reihe, tag: string): { start: string; ende?: string } {
  return {
    start: von ? `${tag}T${von}` : tag,
    ...(ende && { ende: `${plusTage(tag, ende.tage)}T${ende.zeit}` }),
  };
}

/** The same entry in every calendar, language and build has the same name. */
function uid({ katalog }: Kontext, { id }: Angebot, teil: string): string {
  return `${kurzcode(id)}-${teil}@${new URL(katalog.portal.url).hostname}`;
}

/**
 * Which of an offer's dates it is. Hours by their line: what is corrected takes the place of what was wrong. Dates by their day, for
 * those before are deleted when they are over.
 */
function teilVon({ termine = [] }: Angebot, { feld, index }: Reihe): string {
  if (feld === 'kurs') return 'kurs';
  if (feld === 'zeiten') return `zeit-${index + 1}`;
  const tagVon = (termin: (typeof termine)[number]) => termin.start.slice(0, 10);
  const tag = tagVon(termine[index]!);
  const nr = termine.slice(0, index + 1).filter((termin) => tagVon(termin) === tag).length;
  return `termin-${ziffern(tag)}${nr > 1 ? `-${nr}` : ''}`;
}

function ziffern(tag: string): string {
  return tag.replaceAll('-', '');
}

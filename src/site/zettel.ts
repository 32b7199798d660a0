/** The view model of a hand-out: an offer on paper, in the reader's language and beside it in German. */
import type { Angebot } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import type { TextSchluessel } from '../i18n/texte.ts';
import type { Katalog } from '../katalog/katalog.ts';
import type { Angabe } from './angaben.ts';
import { type AngebotSeite, type OrtAnsicht, toAngebotSeite } from './angebot-seite.ts';
import type { KontaktVerweise, Verweis } from './kontakt.ts';
import { type Beschriftung, createKontext, isoliert, type Kontext } from './kontext.ts';
import { kurzfassung } from './kurzfassung.ts';
import { LAGEPLAN, type Lageplan, toLageplan } from './lageplan.ts';
import { renderMarkdown } from './markdown.ts';
import { absolut, basisOf } from './pfade.ts';
import { notrufNummern, portalKontakt, ungelesenText } from './rahmen.ts';
import { geltende } from './uebersetzt.ts';

/** The same in two languages; without `deutsch` once is enough: German pages, and what is the same in both. */
export interface Paar<T> {
  eigen: T;
  deutsch?: T;
}

export type Wert = Angabe['werte'][number];

/** How values look: papers have a box to tick, steps a number. */
type Form = 'werte' | 'haken' | 'schritte';

/** A heading with a line for each value. */
export interface Abschnitt {
  titel: Paar<Wert>;
  form: Form;
  zeilen: Paar<Wert>[];
}

export interface Zettel extends KontaktVerweise {
  titel: Paar<Wert>;
  /** What kind of offer, and where. */
  art: Paar<Wert>;
  hinweise: Paar<Wert>[];
  /** What it is: a sentence or two, and the description as HTML where there is one in the language. */
  worum: Paar<{ kurz?: string; html?: string }>;
  anbieter?: string;
  /** Whom to ask, where the offer has neither phone nor e-mail: who answers for the portal, by phone if possible. */
  auskunft?: { stelle: string; weg: Verweis };
  /** Numbers for whoever is in danger. */
  notruf: Paar<Wert>[];
  /** Empty where it must not, or cannot, be told. */
  orte: OrtAnsicht[];
  lageplan?: Lageplan & { href: string };
  abschnitte: Abschnitt[];
  angaben: Paar<Angabe>[];
  /** How old all of it is, and where it comes from. */
  stand: Paar<Wert>[];
  /** Says that nobody has read the reader's language. */
  ungelesen?: string;
  /** Public short address of the offer in the reader's language, as one types it. */
  kurzadresse: string;
  /** Address of its QR code. */
  qr: string;
  portalName: string;
  /** Whoever finds this paper may do harm to its owner. */
  geschuetzt: boolean;
}

/**
 * The offers with a hand-out, by short name: those that visitors find, and under their old names those that were renamed. What nobody
 * has checked for very long is not to be handed on.
 */
export const angeboteMitZettel = einmalJe(
  ({ angebote, weiterleitungen }: Katalog): ReadonlyMap<string, { id: string; angebot: Angebot }> =>
    new Map(
      [...angebote.keys(), ...weiterleitungen.keys()].flatMap((id) => {
        const angebot = angebote.get(weiterleitungen.get(id) ?? id);
        return angebot ? [[kurzcode(id), { id, angebot }] as const] : [];
      }),
    ),
);

/** The hand-out of an offer in a language. */
export function toZettel(kontext: Kontext, angebot: Angebot): Zettel {
  const { katalog, sprache, pfade } = kontext;
  const { portal } = katalog;
  const deutsch = sprache === 'de' ? undefined : createKontext(katalog, 'de');
  const seiten: Paar<AngebotSeite> = {
    eigen: toAngebotSeite(kontext, angebot),
    ...(deutsch && { deutsch: toAngebotSeite(deutsch, angebot) }),
  };
  const jeSprache: JeSprache = (aus) => ({
    eigen: aus(seiten.eigen, kontext),
    ...(deutsch && { deutsch: aus(seiten.deutsch!, deutsch) }),
  });
  const { telefon, email, web, anbieter, orte } = seiten.eigen;
  const ungelesen = ungelesenText(kontext, seiten.eigen.ungelesen);
  const lageplan = toLageplan(katalog, angebot);
  return {
    titel: einmal(jeSprache(({ titel }) => titel)),
    art: einmal(jeSprache(({ art, ortszeile }) => ({ ...art, zusaetze: [ortszeile] }))),
    hinweise: jeZeile(jeSprache(({ hinweise }) => hinweise)),
    worum: jeSprache((_, hier) => worum(hier, angebot)),
    ...(telefon && { telefon }),
    ...(email && { email }),
    // What is cut to fit a button leads nowhere on paper.
    ...(web && {
      web: { ...web, text: web.text.includes('…') ? ohneProtokoll(web.href) : web.text },
    }),
    ...(anbieter && { anbieter: anbieter.text }),
    ...(!telefon && !email && { auskunft: auskunft(kontext) }),
    notruf: angebot.schnellVerlassen ? notruf(kontext) : [],
    orte,
    ...(lageplan && { lageplan: { ...lageplan, href: `${basisOf(portal.url)}${LAGEPLAN}` } }),
    abschnitte: abschnitte(jeSprache),
    angaben: zeilen(jeSprache(({ angaben }) => angaben)),
    stand: jeZeile(jeSprache(stand)),
    ...(ungelesen && { ungelesen }),
    kurzadresse: ohneProtokoll(absolut(portal, pfade.kurz(angebot.id))),
    qr: pfade.qr(angebot.id),
    portalName: portal.name,
    geschuetzt: angebot.schnellVerlassen,
  };
}

/** Who answers for the portal, and a way to ask them; paper has no room for a second. */
function auskunft({ katalog }: Kontext): NonNullable<Zettel['auskunft']> {
  const { telefon, email } = portalKontakt({ katalog });
  return { stelle: katalog.portal.kontakt.stelle, weg: telefon ?? email! };
}

/** As one types it. */
function ohneProtokoll(adresse: string): string {
  return adresse.replace(/^https?:\/\//, '');
}

/** Takes the same from the offer's page in both languages. */
type JeSprache = <T>(aus: (seite: AngebotSeite, kontext: Kontext) => T) => Paar<T>;

/** Line by line: both languages say the same in the same order, for both come from the same offer. */
function zeilen<T>({ eigen, deutsch }: Paar<readonly T[]>): Paar<T>[] {
  return eigen.map((wert, i) => ({ eigen: wert, ...(deutsch && { deutsch: deutsch[i]! }) }));
}

/** What is the same in both languages, once. */
export function einmal({ eigen, deutsch }: Paar<Wert>): Paar<Wert> {
  const alles = ({ text, zusaetze = [] }: Wert) =>
    JSON.stringify([text, ...zusaetze.map((zusatz) => zusatz.text)]);
  return deutsch && alles(eigen) !== alles(deutsch) ? { eigen, deutsch } : { eigen };
}

function jeZeile(paar: Paar<readonly Wert[]>): Paar<Wert>[] {
  return zeilen(paar).map(einmal);
}

/** A text of the interface in both languages. */
export function textPaar(kontext: Kontext, key: TextSchluessel): Paar<Wert> {
  const deutsch = createKontext(kontext.katalog, 'de').t(key);
  return einmal({ eigen: { text: kontext.t(key) }, deutsch: { text: deutsch } });
}

/**
 * The description without links to words explained elsewhere: on paper nobody follows them. Nor is there room to say that the German is
 * newer than its translation, which the page says: then the German stands alone.
 */
function worum(kontext: Kontext, angebot: Angebot) {
  const deutsch = kontext.sprache === 'de';
  const kurz = deutsch
    ? angebot.kurz
    : (geltende(kontext, angebot, 'kurz') ?? kurzfassung(kontext, angebot));
  const html = renderMarkdown((deutsch ? angebot.text : geltende(kontext, angebot, 'text')) ?? '');
  return { ...(kurz && { kurz }), ...(html && { html }) };
}

/** Emergency numbers in both languages. */
export function notruf(kontext: Kontext): Paar<Wert>[] {
  const nummern = (hier: Kontext): Wert[] =>
    notrufNummern(hier).map(({ bezeichnung, telefon }) => ({
      ...bezeichnung,
      zusaetze: [{ text: telefon, nummer: true as const }],
    }));
  const deutsch = createKontext(kontext.katalog, 'de');
  return jeZeile({ eigen: nummern(kontext), deutsch: nummern(deutsch) });
}

function stand({ stand, quelleHinweis }: AngebotSeite, { katalog, t }: Kontext): Wert[] {
  return [
    { text: stand },
    ...(quelleHinweis ? [quelleHinweis] : []),
    ...(katalog.portal.probebetrieb ? [{ text: t('probebetrieb') }] : []),
  ];
}

/** What has lines of its own; a place has none here, for its address is the same in both languages. */
function abschnitte(jeSprache: JeSprache): Abschnitt[] {
  const abschnitt = (key: TextSchluessel, form: Form, werte: typeof wo): Abschnitt => ({
    titel: einmal(jeSprache((_, { t }) => ({ text: t(key) }))),
    form,
    zeilen: jeZeile(jeSprache(werte)),
  });
  return [
    abschnitt('angebot.wo', 'werte', wo),
    abschnitt('angebot.wann', 'werte', wann),
    abschnitt('angebot.unterlagen', 'haken', ({ unterlagen }) => unterlagen),
    abschnitt('angebot.schritte', 'schritte', ({ schritte }) => schritte),
  ].filter(({ zeilen }) => zeilen.length > 0);
}

function wo({ vertraulich, orte, ohneOrt }: AngebotSeite, { t }: Kontext): Wert[] {
  if (vertraulich) return [{ text: t('angebot.vertraulich') }];
  if (orte.length > 0) return [];
  return ohneOrt.length > 0
    ? ohneOrt.map((text) => ({ text }))
    : [{ text: t('angebot.unbekannt') }];
}

function wann({ zeiten, ausnahmen, termine }: AngebotSeite, { t }: Kontext): Wert[] {
  const werte = [...zeiten.map(zeitWert), ...ausnahmen, ...termine.map((text) => ({ text }))];
  return werte.length > 0 ? werte : [{ text: t('angebot.unbekannt') }];
}

/** A line of opening hours; where only a remark is known, that. */
function zeitWert({ tage, zeit, zusatz, hinweis }: AngebotSeite['zeiten'][number]): Wert {
  const [text, ...zusaetze]: Beschriftung[] = [
    ...(tage || zeit ? [{ text: [tage, zeit && isoliert(zeit)].filter(Boolean).join(' ') }] : []),
    ...(zusatz ? [{ text: zusatz }] : []),
    ...hinweis,
  ];
  return { text: '', ...text, zusaetze };
}

/** The view model of a hand-out: an offer on paper, in the reader's language and beside it in German. */
import type { Angebot } from '../domain/angebot.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import type { TextSchluessel } from '../i18n/texte.ts';
import type { Katalog } from '../katalog/katalog.ts';
import type { Angabe } from './angaben.ts';
import { type AngebotSeite, type OrtAnsicht, toAngebotSeite } from './angebot-seite.ts';
import type { KontaktVerweise } from './kontakt.ts';
import { type Beschriftung, createKontext, isoliert, type Kontext } from './kontext.ts';
import { LAGEPLAN, type Lageplan, toLageplan } from './lageplan.ts';
import { renderMarkdown } from './markdown.ts';
import { basisOf } from './pfade.ts';
import { type NotrufNummer, notrufNummern, ungelesenText } from './rahmen.ts';

/** The same in two languages; without `deutsch` once is enough: German pages, and what is the same in both. */
export interface Paar<T> {
  eigen: T;
  deutsch?: T;
}

type Wert = Angabe['werte'][number];

/** How the values of a fact look: notices stand out, papers have a box to tick, steps a number. */
export type Form = 'hinweis' | 'werte' | 'haken' | 'schritte';

interface Tatsache {
  titel?: string;
  form: Form;
  werte: Wert[];
}

/** A fact: its heading and its values, each in both languages. */
export interface Zeile {
  titel?: Paar<Wert>;
  form: Form;
  werte: Paar<Wert>[];
}

export interface Zettel extends KontaktVerweise {
  /** See `domain/kurzcode`. */
  code: string;
  titel: Paar<Beschriftung>;
  art: Paar<Wert>;
  hinweise: Zeile;
  /** What it is: a sentence or two, and the description as HTML where there is one in the language. */
  worum: Paar<{ kurz?: string; html?: string }>;
  /** The offer's own name for its provider. */
  anbieter?: string;
  /** Empty where it must not, or cannot, be told. */
  orte: OrtAnsicht[];
  lageplan?: Lageplan & { href: string };
  zeilen: Zeile[];
  /** Says where the reader's language comes from, if nobody has read it. */
  ungelesen?: string;
  fuss: Paar<Wert>[];
  notruf: Paar<NotrufNummer>[];
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
export function angeboteMitZettel(katalog: Katalog): Map<string, { id: string; angebot: Angebot }> {
  const ids = [...katalog.angebote.keys(), ...katalog.weiterleitungen.keys()];
  return new Map(
    ids.flatMap((id) => {
      const angebot = katalog.angebote.get(katalog.weiterleitungen.get(id) ?? id);
      return angebot ? [[kurzcode(id), { id, angebot }] as const] : [];
    }),
  );
}

/** The hand-out of an offer in a language. */
export function toZettel(kontext: Kontext, angebot: Angebot): Zettel {
  const { katalog, sprache, pfade } = kontext;
  const { portal } = katalog;
  const deutsch = createKontext(katalog, 'de');
  const seite = toAngebotSeite(kontext, angebot);
  const andere = sprache === 'de' ? undefined : toAngebotSeite(deutsch, angebot);
  const ungelesen = ungelesenText(kontext, seite.ungelesen);
  const lageplan = toLageplan(katalog, angebot);
  const zeilen = (aus: typeof tatsachen) =>
    paare(aus(kontext, seite), andere && aus(deutsch, andere)).map(zeile);
  return {
    code: kurzcode(angebot.id),
    titel: paar(seite.titel, andere?.titel, gleichlautend),
    art: paar(artUndOrt(seite), andere && artUndOrt(andere), gleichlautend),
    hinweise: zeilen(hinweise)[0]!,
    worum: paar(worum(kontext, angebot, seite), andere && worum(deutsch, angebot, andere)),
    ...(seite.telefon && { telefon: seite.telefon }),
    ...(seite.email && { email: seite.email }),
    ...(seite.web && { web: seite.web }),
    ...(seite.anbieter && { anbieter: seite.anbieter.text }),
    orte: seite.orte,
    ...(lageplan && { lageplan: { ...lageplan, href: `${basisOf(portal.url)}${LAGEPLAN}` } }),
    zeilen: zeilen(tatsachen),
    ...(ungelesen && { ungelesen }),
    fuss: paare(fuss(seite), andere && fuss(andere), gleichlautend),
    notruf: angebot.schnellVerlassen
      ? paare(notrufNummern(kontext), andere && notrufNummern(deutsch))
      : [],
    kurzadresse: new URL(pfade.kurz(angebot.id), portal.url).href.replace(/^https?:\/\//, ''),
    qr: pfade.qr(angebot.id),
    portalName: portal.name,
    geschuetzt: angebot.schnellVerlassen,
  };
}

/**
 * @param gleich true where German would only say it again
 */
function paar<T>(
  eigen: T,
  deutsch: T | undefined,
  gleich: (a: T, b: T) => boolean = () => false,
): Paar<T> {
  return deutsch === undefined || gleich(eigen, deutsch) ? { eigen } : { eigen, deutsch };
}

/** Both languages say the same facts in the same order; where a test finds otherwise, one of them lacks something. */
function paare<T>(
  eigene: readonly T[],
  deutsche: readonly T[] | undefined,
  gleich?: (a: T, b: T) => boolean,
): Paar<T>[] {
  return eigene.map((eigen, i) => paar(eigen, deutsche?.[i], gleich));
}

function gleichlautend(a: Wert, b: Wert): boolean {
  const text = ({ text, zusaetze = [] }: Wert) =>
    [text, ...zusaetze.map((zusatz) => zusatz.text)].join('\n');
  return text(a) === text(b);
}

/** A text of the interface in both languages. */
export function textPaar(kontext: Kontext, key: TextSchluessel): Paar<Wert> {
  const deutsch = createKontext(kontext.katalog, 'de').t;
  return paar<Wert>({ text: kontext.t(key) }, { text: deutsch(key) }, gleichlautend);
}

function zeile({ eigen, deutsch }: Paar<Tatsache>): Zeile {
  const titel = ({ titel = '' }: Tatsache): Wert => ({ text: titel });
  return {
    ...(eigen.titel && { titel: paar(titel(eigen), deutsch && titel(deutsch), gleichlautend) }),
    form: eigen.form,
    werte: paare(eigen.werte, deutsch?.werte, gleichlautend),
  };
}

function artUndOrt({ art, ortszeile }: AngebotSeite): Wert {
  return { ...art, zusaetze: [ortszeile] };
}

function hinweise(_: Kontext, seite: AngebotSeite): Tatsache[] {
  return [{ form: 'hinweis', werte: seite.hinweise }];
}

/** The description without links to words explained elsewhere: on paper nobody follows them. */
function worum({ sprache }: Kontext, angebot: Angebot, { kurz }: AngebotSeite) {
  const text =
    sprache === 'de'
      ? angebot.text
      : (angebot.uebersetzungen.get(sprache)?.felder.get('text')?.text ?? '');
  const html = renderMarkdown(text);
  return { ...(kurz && { kurz: kurz.text }), ...(html && { html }) };
}

/** The facts in the order people ask for them, without those that stand on paper once for both languages. */
function tatsachen({ t }: Kontext, seite: AngebotSeite): Tatsache[] {
  const unbekannt: Wert = { text: t('angebot.unbekannt') };
  const wo: Wert[] = seite.vertraulich
    ? [{ text: t('angebot.vertraulich') }]
    : seite.ohneOrt.map((text) => ({ text }));
  const wann: Wert[] = [
    ...seite.zeiten.map(zeitWert),
    ...seite.ausnahmen,
    ...seite.termine.map((text) => ({ text })),
  ];
  return [
    { titel: t('angebot.wo'), form: 'werte' as const, werte: wo },
    {
      titel: t('angebot.wann'),
      form: 'werte' as const,
      werte: wann.length > 0 ? wann : [unbekannt],
    },
    ...seite.angaben.map(({ titel, werte }) => ({
      titel,
      form: 'werte' as const,
      werte: werte.length > 0 ? werte : [unbekannt],
    })),
    { titel: t('angebot.unterlagen'), form: 'haken' as const, werte: seite.unterlagen },
    { titel: t('angebot.schritte'), form: 'schritte' as const, werte: seite.schritte },
  ].filter(({ werte }) => werte.length > 0);
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

function fuss({ stand, quelleHinweis }: AngebotSeite): Wert[] {
  return [{ text: stand }, ...(quelleHinweis ? [quelleHinweis] : [])];
}

/** What is asked for a new offer, provider or place, and what becomes of the answers. */
import type { z } from 'zod';
import { ANBIETER_ARTEN, anbieterSchema } from '../../src/domain/anbieter.ts';
import { angebotSchema } from '../../src/domain/angebot.ts';
import type { Pfad } from '../../src/domain/befund.ts';
import { isDatum } from '../../src/domain/datum.ts';
import { KENNUNG, langerText } from '../../src/domain/felder.ts';
import { alsKennung, tippMeintenSie } from '../../src/domain/naechster-wert.ts';
import { ortDateiSchema } from '../../src/domain/ort.ts';
import { GROSSE_GEBIETE } from '../../src/domain/vokabular.ts';
import type { Kandidat } from '../../src/katalog/dubletten.ts';
import { istVertraulichesAngebot } from '../../src/katalog/create-angebot.ts';
import type { Eintraege } from '../../src/katalog/katalog.ts';
import { findUnsichtbaresZeichen } from '../../src/katalog/unsichtbare-zeichen.ts';
import { wordIssue } from '../../src/katalog/word-issue.ts';
import { kennungAus } from './kennung.ts';

/** One of the values to choose from. */
export interface Wahl {
  id: string;
  name: string;
}

export interface Frage {
  /** Name of the option of the command, and of the answer. */
  name: string;
  frage: string;
  /** The field's own. */
  schema: z.ZodType;
  pflicht?: true;
  /** Several, parted by commas. */
  mehrere?: true;
  auswahl?: (eintraege: Eintraege) => Wahl[];
  /** Not asked of a confidential offer: nothing about its place may be written down. */
  verraetOrt?: true;
  /** A day that has been; „heute“ will do. */
  vergangen?: true;
}

export interface Kontext {
  eintraege: Eintraege;
  /** `YYYY-MM-DD` */
  stichtag: string;
}

/** By the name of their question. */
export type Antworten = Record<string, string | string[]>;

const begriffe =
  (name: 'angebotsarten' | 'themen' | 'zielgruppen' | 'kommunen') =>
  ({ vokabular }: Eintraege): Wahl[] =>
    [...vokabular[name].values()].map(({ id, bezeichnung }) => ({
      id,
      name: bezeichnung['de'] ?? id,
    }));

const kommunen = begriffe('kommunen');

const GEBIETE: readonly Wahl[] = [
  { id: GROSSE_GEBIETE[0], name: 'ganzer Kreis' },
  { id: GROSSE_GEBIETE[1], name: 'ganz Deutschland' },
];

const angebot = angebotSchema.shape;
const anbieter = anbieterSchema.shape;
const ort = ortDateiSchema.shape;

/** What can be made anew: what can also be there already. */
export type NeuArt = Kandidat['art'];

/** Whether `npm run neu` makes something of this name: `angebot`, `anbieter`, `ort`. */
export function isNeuArt(art: string): art is NeuArt {
  return Object.hasOwn(FRAGEN, art);
}

/** In the order they are asked. */
export const FRAGEN: Record<NeuArt, readonly Frage[]> = {
  angebot: [
    { name: 'titel', frage: 'Titel', schema: angebot.titel, pflicht: true },
    {
      name: 'anbieter',
      frage: 'Anbieter',
      schema: angebot.anbieter,
      pflicht: true,
      auswahl: ({ anbieter }) => [...anbieter.values()].map(({ id, name }) => ({ id, name })),
    },
    {
      name: 'angebotsart',
      frage: 'Angebotsart',
      schema: angebot.angebotsart,
      pflicht: true,
      auswahl: begriffe('angebotsarten'),
    },
    {
      name: 'thema',
      frage: 'Themen, das wichtigste zuerst',
      schema: angebot.thema,
      pflicht: true,
      mehrere: true,
      auswahl: begriffe('themen'),
    },
    {
      name: 'zielgruppen',
      frage: 'Zielgruppen',
      schema: angebot.zielgruppen,
      pflicht: true,
      mehrere: true,
      auswahl: begriffe('zielgruppen'),
    },
    {
      name: 'gebiet',
      frage: 'Die Stadt oder Gemeinde, in der es stattfindet, oder alle, für die es da ist',
      schema: angebot.einzugsgebiet,
      mehrere: true,
      auswahl: (eintraege) => [...kommunen(eintraege), ...GEBIETE],
    },
    { name: 'strasse', frage: 'Straße und Hausnummer', schema: ort.strasse, verraetOrt: true },
    { name: 'plz', frage: 'Postleitzahl', schema: ort.plz, verraetOrt: true },
    {
      name: 'telefon',
      frage: 'Telefon, wenn es ein anderes ist als beim Anbieter',
      schema: angebot.telefon,
    },
    {
      name: 'email',
      frage: 'E-Mail, wenn es eine andere ist als beim Anbieter',
      schema: angebot.email,
    },
    {
      name: 'web',
      frage: 'Internetseite, wenn es eine andere ist als beim Anbieter',
      schema: angebot.web,
    },
    { name: 'text', frage: 'Beschreibung in ein, zwei Sätzen', schema: langerText(2000) },
    {
      name: 'geprueft-am',
      frage: 'Wann zuletzt beim Anbieter nachgefragt? („heute“, „unbekannt“ oder JJJJ-MM-TT)',
      schema: angebot.geprueft_am,
      pflicht: true,
      vergangen: true,
    },
  ],
  anbieter: [
    { name: 'name', frage: 'Name des Anbieters', schema: anbieter.name, pflicht: true },
    {
      name: 'art',
      frage: 'Art des Anbieters',
      schema: anbieter.art,
      auswahl: () => ANBIETER_ARTEN.map((id) => ({ id, name: id })),
    },
    { name: 'kommune', frage: 'Sitz', schema: anbieter.kommune, auswahl: kommunen },
    { name: 'telefon', frage: 'Telefon', schema: anbieter.telefon },
    { name: 'email', frage: 'E-Mail', schema: anbieter.email },
    { name: 'web', frage: 'Internetseite', schema: anbieter.web },
  ],
  ort: [
    { name: 'name', frage: 'Name des Hauses', schema: ort.name, pflicht: true },
    {
      name: 'kommune',
      frage: 'Stadt oder Gemeinde',
      schema: ort.kommune,
      pflicht: true,
      auswahl: kommunen,
    },
    { name: 'strasse', frage: 'Straße und Hausnummer', schema: ort.strasse },
    { name: 'plz', frage: 'Postleitzahl', schema: ort.plz },
    { name: 'haltestelle', frage: 'Haltestelle', schema: ort.haltestelle },
  ],
};

/** Whether a question makes sense after the answers given so far. */
export function istZuStellen({ verraetOrt }: Frage, antworten: Antworten, eintraege: Eintraege) {
  if (!verraetOrt) return true;
  return !isVertraulich(antworten, eintraege) && einOrt(antworten) !== undefined;
}

/** Whether the Angebotsart makes the offer confidential; false as long as none is answered. */
export function isVertraulich({ angebotsart }: Antworten, { vokabular }: Eintraege): boolean {
  return (
    typeof angebotsart === 'string' &&
    istVertraulichesAngebot({ angebotsart }, vokabular.angebotsarten)
  );
}

/** The one Kommune an offer takes place in, where it was named alone. */
function einOrt({ gebiet = [] }: Antworten): string | undefined {
  const [erstes, ...weitere] = gebiet;
  return weitere.length > 0 || GEBIETE.some(({ id }) => id === erstes) ? undefined : erstes;
}

/**
 * Understands an answer by the field's own schema.
 * @returns the answer as it is written, or a German sentence why it cannot be
 */
export function liesAntwort(
  { schema, mehrere, auswahl, vergangen }: Frage,
  eingabe: string,
  { eintraege, stichtag }: Kontext,
): { wert: string | string[] } | { einwand: string } {
  const text = eingabe.normalize('NFC').trim();
  const unsichtbar = findUnsichtbaresZeichen(text);
  if (unsichtbar) return { einwand: unsichtbar.meldung };
  let wert: string | string[] = vergangen && text === 'heute' ? stichtag : text;
  if (auswahl && text !== '') {
    const gewaehlt = (mehrere ? text.split(',') : [text])
      .map((teil) => teil.trim())
      .filter((teil) => teil !== '')
      .map((teil) => waehle(teil, auswahl(eintraege)));
    const einwand = gewaehlt.find((eine) => 'einwand' in eine);
    if (einwand) return einwand;
    const ids = gewaehlt.flatMap((eine) => ('id' in eine ? eine.id : []));
    wert = mehrere ? ids : ids[0]!;
  }
  const ergebnis = schema.safeParse(wert, { reportInput: true });
  if (ergebnis.success)
    return vergangen && isDatum(text) && text > stichtag
      ? { einwand: 'Das Datum liegt in der Zukunft.' }
      : { wert };
  const [{ meldung, tipp } = { meldung: 'So geht es nicht.' }] = ergebnis.error.issues.flatMap(
    (issue) => wordIssue(issue, schema),
  );
  return { einwand: [meldung, tipp].filter(Boolean).join(' ') };
}

/** The value that is meant by a number in the list, an id, a name or a part of one. */
export function waehle(text: string, liste: readonly Wahl[]): { id: string } | { einwand: string } {
  const nummer = /^\d{1,4}$/.test(text) ? liste[Number(text) - 1] : undefined;
  if (nummer) return nummer;
  const gesucht = alsKennung(text);
  const genau = liste.find(({ id, name }) => id === text || alsKennung(name) === gesucht);
  if (genau) return genau;
  const passende =
    gesucht === ''
      ? []
      : liste.filter(({ id, name }) =>
          [id, alsKennung(name)].some((kandidat) => kandidat.includes(gesucht)),
        );
  if (passende.length === 1) return passende[0]!;
  if (passende.length > 1)
    return {
      einwand: `„${text}“ passt auf mehrere: ${passende
        .slice(0, 12)
        .map((eine) => formatWahl(eine, liste))
        .join(', ')}${passende.length > 12 ? ' …' : ''}. Bitte die Nummer eingeben.`,
    };
  return {
    einwand: `„${text}“ ist nicht in der Liste. ${tippMeintenSie(
      text,
      liste.map(({ id }) => id),
    )}`,
  };
}

/** `12 Caritasverband`: with the number to choose it by. */
export function formatWahl(eine: Wahl, liste: readonly Wahl[]): string {
  return `${liste.indexOf(eine) + 1} ${eine.name}`;
}

/** An id from what names the entry; with the Kommune in front, unless the title says it. */
export function schlageKennungVor(art: NeuArt, antworten: Antworten, eintraege: Eintraege): string {
  const kommune =
    art === 'angebot' && !isVertraulich(antworten, eintraege) ? einOrt(antworten) : undefined;
  const kurz = kennungAus(String(antworten[art === 'angebot' ? 'titel' : 'name']), kommune);
  return KENNUNG.test(kurz) && /[a-z]/.test(kurz) ? kurz : '';
}

/** The fields of the file that the answers make. */
export function felderAus(
  art: NeuArt,
  antworten: Antworten,
  eintraege: Eintraege,
): Record<string, unknown> {
  const { gebiet, strasse, plz, text: _, 'geprueft-am': geprueft_am, kommune, ...rest } = antworten;
  const nameVon = (id: string) => eintraege.vokabular.kommunen.get(id)?.bezeichnung['de'] ?? id;
  if (art === 'anbieter') return { ...rest, kommune };
  if (art === 'ort') return { ...rest, strasse, plz, ort: nameVon(String(kommune)) };
  const ort = isVertraulich(antworten, eintraege) ? undefined : einOrt(antworten);
  return {
    ...rest,
    ...(ort ? { orte: [{ strasse, plz, ort: nameVon(ort) }] } : { einzugsgebiet: gebiet }),
    geprueft_am,
  };
}

/** What is wrong with an entry as a whole. */
export interface Einwand {
  pfad: Pfad;
  /** In German. */
  satz: string;
}

/** What the whole entry lacks; else the entry, to be compared with others. */
export function pruefeEintrag(
  art: NeuArt,
  felder: Record<string, unknown>,
): { kandidat: Kandidat } | { einwaende: Einwand[] } {
  const schema = { angebot: angebotSchema, anbieter: anbieterSchema, ort: ortDateiSchema }[art];
  const ergebnis = schema.safeParse(felder, { reportInput: true });
  if (ergebnis.success) return { kandidat: { art, eintrag: ergebnis.data } as Kandidat };
  return {
    einwaende: ergebnis.error.issues
      .flatMap((issue) => wordIssue(issue, schema))
      .map(({ pfad, meldung, tipp }) => ({
        pfad,
        satz: [meldung, tipp].filter(Boolean).join(' '),
      })),
  };
}

/** The question whose answer stands at a path of what {@link felderAus} makes; undefined where the answer stands there in other words. */
export function frageZu(art: NeuArt, pfad: Pfad): Frage | undefined {
  const feld = pfad.findLast((teil) => typeof teil === 'string');
  return FRAGEN[art].find(({ name }) => name.replace('-', '_') === feld);
}

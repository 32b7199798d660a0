import { z } from 'zod';
import { ersterTag, tageZwischen } from './datum.ts';
import {
  auswahl,
  datum,
  datumOderUnbekannt,
  email,
  jaNein,
  kennung,
  kurzeListe,
  langerText,
  liste,
  quelleSchema,
  sprachcode,
  suchwoerter,
  telefon,
  text,
  verweis,
  webadresse,
  wiederholung,
  zahl,
  zeitpunkt,
} from './felder.ts';
import { type Ort, ortSchema } from './ort.ts';
import type { Uebersetzung } from './uebersetzung.ts';
import type { Herkunft } from './verbund.ts';
import { zeitSchema } from './zeiten.ts';

/** How a language is available: spoken, interpreted, on request, or in writing only. */
export const SPRACHE_ARTEN = ['direkt', 'dolmetschen', 'nach-absprache', 'schriftlich'] as const;

const sprachAngabe = z
  .union([
    sprachcode(),
    z.strictObject({
      code: sprachcode(),
      art: auswahl(SPRACHE_ARTEN).optional(),
      zeiten: text(120).optional(),
      hinweis: text(200).optional(),
    }),
  ])
  .transform((value) =>
    typeof value === 'string'
      ? { code: value, art: 'direkt' as const }
      : { ...value, art: value.art ?? ('direkt' as const) },
  );

export const KOSTEN_ARTEN = ['kostenlos', 'kostenpflichtig', 'ermaessigt', 'uebernahme'] as const;

const kosten = z
  .union([
    auswahl(KOSTEN_ARTEN),
    z.strictObject({
      art: auswahl(KOSTEN_ARTEN).optional(),
      /** Euro. */
      betrag: zahl({ min: 0, max: 100_000, stellen: 2, keineIstNull: true }).optional(),
      /** What the amount is for: „pro Monat“, „je Einkauf“. */
      einheit: text(60).optional(),
      hinweis: text(200).optional(),
    }),
  ])
  .transform((value) => {
    if (typeof value === 'string') return { art: value };
    const { betrag } = value;
    const gemeint = betrag === undefined ? undefined : betrag > 0 ? 'kostenpflichtig' : 'kostenlos';
    return { ...value, art: value.art ?? gemeint };
  })
  .check((ctx) => {
    const { art, betrag } = { betrag: 0, ...ctx.value };
    if (art !== 'kostenlos' || !betrag) return;
    ctx.issues.push({
      code: 'custom',
      path: ['betrag'],
      message: `„kostenlos“ und ein Betrag von ${betrag} Euro widersprechen sich.`,
      params: { tipp: 'Bitte eine der beiden Angaben löschen.' },
      input: ctx.value,
    });
  });

/** An id of a reusable block, or a text of this offer's own. */
const baustein = z
  .union([verweis(), z.strictObject({ text: text(300) })])
  .transform((value) => (typeof value === 'string' ? { id: value } : value));

export const NIVEAUS = ['alpha', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const KANAELE = ['vor-ort', 'telefon', 'online', 'hausbesuch'] as const;
export const TERMIN_ARTEN = ['ohne', 'moeglich', 'noetig'] as const;
export const TAGESZEITEN = ['vormittags', 'nachmittags', 'abends', 'ganztags'] as const;
export const SCHUTZ = ['vertraulich', 'schnell-verlassen'] as const;
/** What else than an offer and its kind can say: whoever reads about it may be watched. */
export const SCHUTZ_DER_SEITE = ['schnell-verlassen'] as const;

/**
 * Whether it is marked as something of which nobody may know where it is: a kind of offers, or a record that is published. The entry of
 * an offer may be confidential by its kind as well; that says `istVertraulichesAngebot` of the reader.
 */
export function istAlsVertraulichMarkiert({
  schutz,
}: {
  schutz?: readonly string[] | undefined;
}): boolean {
  return schutz?.includes('vertraulich') === true;
}

/** The front matter of `angebote/<id>.md`. */
export const angebotSchema = z.strictObject({
  titel: text(120),
  /** Plain language, one or two sentences. */
  kurz: text(200).optional(),
  /** Id of a file in `anbieter/`. */
  anbieter: verweis(),
  angebotsart: verweis(),
  thema: kurzeListe(verweis()),
  zielgruppen: kurzeListe(verweis()),
  sprachen: liste(sprachAngabe, ({ code }) => code).optional(),
  gebaerdensprache: jaNein().optional(),
  /** German level that is expected (CEFR; `alpha` is literacy). */
  deutschniveau: z
    .strictObject({ von: auswahl(NIVEAUS).optional(), bis: auswahl(NIVEAUS).optional() })
    .optional(),
  alter: z
    .strictObject({
      von: zahl({ min: 0, max: 120, stellen: 0 }).optional(),
      bis: zahl({ min: 0, max: 120, stellen: 0 }).optional(),
    })
    .optional(),
  kanal: liste(auswahl(KANAELE)).optional(),
  /** Places, or ids of files in `orte/`. */
  orte: kurzeListe(z.union([verweis(), ortSchema])).optional(),
  /** Where the people come from: `kreisweit`, `bundesweit` or ids of Kommunen. */
  einzugsgebiet: kurzeListe(verweis()).optional(),
  zeiten: liste(zeitSchema).optional(),
  /** Holidays and other exceptions to `zeiten`, in words. */
  ausnahmen: text(300).optional(),
  termin: auswahl(TERMIN_ARTEN).optional(),
  kosten: kosten.optional(),
  unterlagen: liste(baustein).optional(),
  schritte: liste(baustein).optional(),
  kinderbetreuung: auswahl(['ja', 'nein', 'auf-anfrage']).optional(),
  kurs: z
    .strictObject({
      start: datum().optional(),
      ende: datum().optional(),
      einheiten: zahl({ min: 1, max: 5000, stellen: 0 }).optional(),
      tageszeit: auswahl(TAGESZEITEN).optional(),
      plaetze: zahl({ min: 0, max: 1000, stellen: 0, keineIstNull: true }).optional(),
      /** Day on which `plaetze` was true. */
      stand: datum().optional(),
    })
    .optional(),
  termine: liste(
    z.strictObject({
      start: zeitpunkt(),
      ende: zeitpunkt().optional(),
      rrule: wiederholung().optional(),
      ausfall: liste(datum()).optional(),
    }),
  ).optional(),
  telefon: telefon().optional(),
  email: email().optional(),
  web: webadresse().optional(),
  schutz: liste(auswahl(SCHUTZ)).optional(),
  /** A notice that disappears by itself. */
  hinweis: z.strictObject({ text: langerText(400), bis: datum().optional() }).optional(),
  status: auswahl(['aktiv', 'pausiert', 'voll', 'beendet']).default('aktiv'),
  /** Last day of validity, in Germany. */
  gueltig_bis: datum().optional(),
  /** Ids of offers that take its place once it has ended. */
  weiterleitung: liste(verweis()).optional(),
  geprueft_am: datumOderUnbekannt(),
  /** A function, no person: „Fachstelle Integration“. */
  geprueft_durch: text(120).optional(),
  quelle: quelleSchema.optional(),
  suchwoerter: suchwoerter().optional(),
  /** Key of the public service in the German catalogue of administrative services (LeiKa). */
  leika: text(20).optional(),
  externe_ids: z.record(kennung(), text(120)).optional(),
  /** Ids of offers that look like this one and are others. */
  kein_duplikat: liste(verweis()).optional(),
});

export type AngebotInput = z.input<typeof angebotSchema>;
export type AngebotEintrag = z.output<typeof angebotSchema>;

/** An offer as the Katalog knows it: references to places resolved, contact and area worked out. */
export interface Angebot extends Omit<
  AngebotEintrag,
  'orte' | 'einzugsgebiet' | 'schutz' | 'telefon' | 'email' | 'web'
> {
  /** File name without ending; never changes. */
  id: string;
  /** Markdown below the front matter. */
  text: string;
  /** What the offer is in a sentence: `kurz`, else the first sentence of the text. */
  kurztext: string;
  /** Empty for confidential offers, whatever the file says. */
  orte: Ort[];
  /** `kreisweit`, `bundesweit`, or the Kommunen the offer serves (empty where unknown). */
  einzugsgebiet: 'kreisweit' | 'bundesweit' | string[];
  kanal: NonNullable<AngebotEintrag['kanal']>;
  /** Nothing about its place may be published. */
  vertraulich: boolean;
  /** Whoever reads it may be watched: a way to leave at once, an address and a title that say nothing. */
  schnellVerlassen: boolean;
  /** The offer's own contact data; where it has none at all, the provider's. */
  kontakt: Kontakt & { vomAnbieter: boolean };
  /** By language. */
  uebersetzungen: ReadonlyMap<string, Uebersetzung>;
  /** Whether visitors find it; pages of the others say what became of it. */
  verbleib: 'gelistet' | 'archiv' | 'beendet';
  /** Only offers of neighbours have one; they have no page here, and an unknown kind is empty. */
  herkunft?: Herkunft;
}

export interface Kontakt {
  /** E.164. */
  telefon?: string;
  email?: string;
  web?: string;
}

const collator = new Intl.Collator('de');

/** Sorts offers, and what else has a title, as a German reads them; of those called the same, the id decides. */
export function nachTitel(
  a: Pick<Angebot, 'titel' | 'id'>,
  b: Pick<Angebot, 'titel' | 'id'>,
): number {
  return collator.compare(a.titel, b.titel) || (a.id < b.id ? -1 : 1);
}

/** True from the day after `gueltig_bis`, and for offers that have ended. */
export function isAbgelaufen(
  angebot: Pick<Angebot, 'gueltig_bis' | 'status'>,
  stichtag: string,
): boolean {
  return (
    angebot.status === 'beendet' ||
    (angebot.gueltig_bis !== undefined && angebot.gueltig_bis < stichtag)
  );
}

/** The notice of an offer, or of its record, while it holds: until the end of its last day. */
export function geltenderHinweis<H extends { bis?: string | undefined }>(
  { hinweis }: { hinweis?: H | undefined },
  stichtag: string,
): H | undefined {
  return hinweis && (hinweis.bis ?? stichtag) >= stichtag ? hinweis : undefined;
}

/** Euro that are named beside the kind of costs; undefined where nobody knows, and for 0 where „kostenlos“ says so. */
export function genannterBetrag({
  art,
  betrag,
}: {
  art?: string | undefined;
  betrag?: number | undefined;
}): number | undefined {
  return art === 'kostenlos' && betrag === 0 ? undefined : betrag;
}

/** Whole years since the last check; undefined where it is unknown or under a year. */
export function jahreSeitPruefung(
  angebot: Pick<Angebot, 'geprueft_am'>,
  stichtag: string,
): number | undefined {
  if (angebot.geprueft_am === 'unbekannt') return undefined;
  return Math.floor(tageZwischen(angebot.geprueft_am, stichtag) / 365.25) || undefined;
}

/**
 * When it was last checked, no more exact than its source: `2015-03` where that gives a month only, for it must not look as if it gave a
 * day. Undefined where nobody knows.
 */
export function pruefzeit({
  geprueft_am,
  quelle,
}: Pick<Angebot, 'geprueft_am' | 'quelle'>): string | undefined {
  if (geprueft_am === 'unbekannt') return undefined;
  const stand = /^\d{4}(-\d{2})?(?!\d|-\d)/.exec(quelle?.stand ?? '')?.[0];
  return stand && ersterTag(stand) === geprueft_am ? stand : geprueft_am;
}

/** Languages in which people can talk. Something written in a language does not help those who want to talk in it. */
export function gesprocheneSprachen({ sprachen = [] }: Pick<Angebot, 'sprachen'>): string[] {
  return sprachen.filter(({ art }) => art !== 'schriftlich').map(({ code }) => code);
}

/**
 * How close an offer is to the people of a Kommune: 0 in their own place, 1 for the whole Kreis, 2 for the whole
 * country, undefined where it does not serve them.
 */
export function naeheZu(
  angebot: Pick<Angebot, 'einzugsgebiet' | 'orte'> & { vertraulich?: boolean },
  kommune: string,
): 0 | 1 | 2 | undefined {
  const { einzugsgebiet, orte } = angebot;
  const serves = typeof einzugsgebiet === 'string' || einzugsgebiet.includes(kommune);
  if (!serves) return undefined;
  if (orte.some((ort) => ort.kommune === kommune)) return 0;
  // „In this town“ would already say where a shelter is.
  if (angebot.vertraulich) return einzugsgebiet === 'bundesweit' ? 2 : 1;
  if (einzugsgebiet === 'bundesweit') return 2;
  // An authority for eighteen municipalities is nobody's neighbour: its own place stands first there.
  return einzugsgebiet === 'kreisweit' || orte.some((ort) => ort.kommune) ? 1 : 0;
}

/** A number of free places is only worth something while it is fresh. */
const PLAETZE_GELTEN_TAGE = 30;

/** Free places of a course; undefined where nobody knows, or the number is old. */
export function freiePlaetze(
  { kurs }: Pick<Angebot, 'kurs'>,
  stichtag: string,
): number | undefined {
  return kurs?.stand && tageZwischen(kurs.stand, stichtag) <= PLAETZE_GELTEN_TAGE
    ? kurs.plaetze
    : undefined;
}

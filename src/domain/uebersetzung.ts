/**
 * Texts of an entry in another language, in a file of their own beside it: `angebote/<id>.<sprache>.md`. Facts are never
 * repeated there.
 */
import { z } from 'zod';
import { auswahl, jaNein, langerText, text } from './felder.ts';
import { SEITEN_ARTEN } from './seite.ts';

/** Fingerprint of a German text, as the commands write it; nothing else may hide here. */
const fassung = text(40)
  .refine((wert) => /^v?[0-9a-f]{8}$/.test(wert), {
    message: 'Das ist keine Fassung: Sie besteht aus acht Zeichen (0–9, a–f).',
    params: { tipp: 'Bitte die Zeile löschen; npm run check nennt die richtige.' },
  })
  .transform((wert) => wert.replace('v', ''));

/** A value in one line with its name, for there are no fields within fields here. */
function einWert<T extends z.ZodType>(wert: T) {
  return z.preprocess((eingabe, ctx) => {
    if (typeof eingabe !== 'object') return eingabe;
    ctx.addIssue({
      code: 'custom',
      message: 'In einer Übersetzung stehen Unterfelder nicht eingerückt unter ihrem Feld.',
      params: {
        tipp: 'Bitte je Text eine Zeile mit dem ganzen Namen: „hinweis.text: …“, „zeiten[0].hinweis: …“. Angaben wie Tage und Preise bleiben weg.',
      },
    });
    return z.NEVER;
  }, wert);
}

const gehoertUnterDenKopf = z
  .unknown()
  .refine(() => false, {
    message: 'Im Kopf einer Übersetzung gibt es kein Feld „text“.',
    params: {
      tipp: 'Bitte die Beschreibung unter den Kopf schreiben, nach der zweiten Zeile „---“.',
    },
  })
  .optional();

/** What every offer has, and no translation. */
const NUR_ANGEBOT = ['anbieter', 'angebotsart', 'thema', 'zielgruppen', 'geprueft_am'];

/** Refuses the front matter of a German offer or page as a whole: to say so of each of its fields would help nobody. */
function ohneFremdenKopf(kopf: unknown, ctx: z.RefinementCtx): unknown {
  const felder = Object.entries(kopf ?? {});
  const desAngebots = felder.filter(([feld]) => NUR_ANGEBOT.includes(feld));
  const derSeite = felder.filter(
    ([feld, wert]) => feld === 'art' && (SEITEN_ARTEN as readonly unknown[]).includes(wert),
  );
  const [fremd] = desAngebots.length > 1 ? desAngebots : derSeite;
  if (!fremd) return kopf;
  ctx.addIssue({
    code: 'custom',
    path: [fremd[0]],
    message: `Hier steht der Kopf ${derSeite.includes(fremd) ? 'der deutschen Seite' : 'des deutschen Angebots'}; er gilt für alle Sprachen.`,
    params: {
      tipp: 'In eine Übersetzung gehören nur „art“ (mensch oder maschinell), „geprueft“ (ja oder nein) und die übersetzten Texte (titel, kurz …). Bitte alles andere aus dieser Datei löschen.',
    },
  });
  return z.NEVER;
}

/**
 * Front matter of a translation: who made it, whether a person has read it, per field the fingerprint of the German text
 * it was made from, and the fields themselves under the names of {@link textfelder}. Titles and notices may be half as long again as in
 * German, all other fields half as long again as the longest of them.
 */
export const uebersetzungSchema = z
  .preprocess(
    ohneFremdenKopf,
    z
      .object({
        art: auswahl(['maschinell', 'mensch']),
        geprueft: jaNein(),
        fassung: z.record(z.string(), einWert(fassung)).optional(),
        titel: einWert(text(180)).optional(),
        'hinweis.text': einWert(langerText(600)).optional(),
        text: gehoertUnterDenKopf,
      })
      .catchall(einWert(text(450))),
  )
  .transform(({ art, geprueft, fassung = {}, text: _, ...texte }) => ({
    art,
    geprueft,
    fassung,
    texte: texte as Record<string, string>,
  }));

/** A translation as its file says it; `texte.text` is the Markdown below the front matter. */
export type UebersetzungEintrag = z.output<typeof uebersetzungSchema>;

/** A translation as the Katalog knows it. */
export interface Uebersetzung {
  art: 'maschinell' | 'mensch';
  geprueft: boolean;
  /** By the names of {@link textfelder}; `veraltet` where the German text has changed since. */
  felder: ReadonlyMap<string, { text: string; veraltet: boolean }>;
}

/** Whose texts are translated: an offer or a page. */
export interface Uebersetzbar {
  titel: string;
  kurz?: string | undefined;
  text: string;
  ausnahmen?: string | undefined;
  hinweis?: { text: string } | undefined;
  zeiten?: readonly { hinweis?: string | undefined }[] | undefined;
  sprachen?: readonly object[] | undefined;
  kosten?: object | undefined;
  unterlagen?: readonly object[] | undefined;
  schritte?: readonly object[] | undefined;
}

/**
 * The German texts of an entry that can be translated, by field.
 * @returns field as findings name it (`titel`, `zeiten[0].hinweis`; `text` is the Markdown) → German text
 */
export function textfelder(eintrag: Uebersetzbar): Map<string, string> {
  const { titel, kurz, ausnahmen, hinweis, zeiten, sprachen, kosten, unterlagen, schritte } =
    eintrag;
  const aus = (liste: readonly object[] | undefined, name: string, ...felder: string[]) =>
    (liste ?? []).flatMap((element, i) =>
      felder.map((feld): [string, unknown] => [
        `${name}[${i}].${feld}`,
        (element as Record<string, unknown>)[feld],
      ]),
    );
  const alle: [string, unknown][] = [
    ['titel', titel],
    ['kurz', kurz],
    ['hinweis.text', hinweis?.text],
    ...aus(zeiten, 'zeiten', 'hinweis'),
    ['ausnahmen', ausnahmen],
    ...aus(sprachen, 'sprachen', 'zeiten', 'hinweis'),
    ...['einheit', 'hinweis'].map((feld): [string, unknown] => [
      `kosten.${feld}`,
      (kosten as Record<string, unknown> | undefined)?.[feld],
    ]),
    ...aus(unterlagen, 'unterlagen', 'text'),
    ...aus(schritte, 'schritte', 'text'),
    ['text', eintrag.text],
  ];
  return new Map(
    alle.filter((feld): feld is [string, string] => typeof feld[1] === 'string' && feld[1] !== ''),
  );
}

/** Whom to ask: an office or a function, never a person. Its number stands in one place only. */
import { z } from 'zod';
import type { Kontakt } from './angebot.ts';
import {
  datumOderUnbekannt,
  email,
  langerText,
  liste,
  type Quelle,
  quelleSchema,
  telefon,
  text,
  verweis,
  webadresse,
} from './felder.ts';

const felder = {
  /** Id of the offer whose contact data hold. */
  angebot: verweis().optional(),
  /** Id of the provider whose contact data hold. */
  anbieter: verweis().optional(),
  /** What the office is called; needed where it has contact data of its own. */
  stelle: text(120).optional(),
  telefon: telefon().optional(),
  email: email().optional(),
  web: webadresse().optional(),
};

const EIGENE = ['telefon', 'email', 'web'] as const;
/** What an offer says itself, so that nobody has to change it twice. */
const SAGT_DAS_ANGEBOT = ['geprueft_am', 'quelle'] as const;

type Eintrag = Readonly<Record<string, unknown>>;
interface Pruefbar {
  value: Eintrag;
  issues: z.core.$ZodRawIssue[];
}

/** Contact data come from an offer, from a provider, or stand here; never from two of them. */
function ausEinerQuelle({ value, issues }: Pruefbar): void {
  const { angebot, anbieter, stelle } = value;
  const melde = (path: string[], message: string, tipp: string) =>
    issues.push({ code: 'custom', path, message, params: { tipp }, input: value });
  if (angebot && anbieter)
    melde(
      ['anbieter'],
      '„angebot“ und „anbieter“ stehen beide da; die Kontaktdaten können nur von einem kommen.',
      'Bitte eine der beiden Zeilen löschen.',
    );
  for (const feld of angebot || anbieter ? EIGENE.filter((feld) => value[feld]) : [])
    melde(
      [feld],
      `Die Kontaktdaten kommen schon vom ${angebot ? 'Angebot' : 'Anbieter'} „${String(angebot ?? anbieter)}“; jede Nummer steht nur an einer Stelle.`,
      'Bitte diese Zeile löschen. Stimmen die Angaben dort nicht, bitte dort ändern.',
    );
  if (angebot || anbieter) return;
  if (!stelle)
    melde(
      [],
      'Hier fehlt, wer das ist und woher die Kontaktdaten kommen.',
      'Bitte „angebot“ oder „anbieter“ nennen; dann gelten deren Kontaktdaten. Sonst „stelle“ mit „telefon“, „email“ oder „web“.',
    );
  else if (!EIGENE.some((feld) => value[feld]))
    melde(
      ['stelle'],
      'Zu dieser Stelle fehlen Telefon, E-Mail und Webseite; so erreicht sie niemand.',
      'Bitte eines davon ergänzen, oder den Eintrag löschen: Das Portal schreibt dann „noch nicht eingetragen“.',
    );
}

/** Whom to ask about a project. */
export const ansprechstelleSchema = z.strictObject(felder).check(ausEinerQuelle);

/** Who has a function in a Kommune. */
const zustaendigkeitSchema = z
  .strictObject({
    /** Id of funktionen.yaml. */
    funktion: verweis(),
    ...felder,
    hinweis: langerText(300).optional(),
    geprueft_am: datumOderUnbekannt().optional(),
    quelle: quelleSchema.optional(),
  })
  .check(ausEinerQuelle)
  .check(({ value, issues }) => {
    const melde = (feld: string, message: string, tipp: string) =>
      issues.push({ code: 'custom', path: [feld], message, params: { tipp }, input: value });
    if (!value.angebot && !value.geprueft_am)
      melde(
        'geprueft_am',
        'Das Pflichtfeld „geprueft_am“ fehlt.',
        'Bitte den Tag eintragen, an dem jemand nachgesehen hat, oder „unbekannt“.',
      );
    for (const feld of value.angebot ? SAGT_DAS_ANGEBOT.filter((feld) => value[feld]) : [])
      melde(
        feld,
        `„${feld}“ steht schon beim Angebot „${value.angebot}“ und gilt auch hier.`,
        'Bitte diese Zeile löschen; nach einer Prüfung bitte das Angebot ändern.',
      );
  });

/** `kontakte/<kommune>.yaml` and `kontakte/kreisweit.yaml`. */
export const kontakteSchema = z.strictObject({ stellen: liste(zustaendigkeitSchema) });

export type AnsprechstelleEintrag = z.output<typeof ansprechstelleSchema>;
export type KontakteEintrag = z.output<typeof kontakteSchema>;

/** Days after which a contact that nobody has checked counts as outdated. */
export const KONTAKT_PRUEFINTERVALL_TAGE = 365;

/** An office as the Katalog knows it. */
export interface Ansprechstelle {
  name: string;
  kontakt: Kontakt;
  /** Id of the offer its contact data come from. */
  angebot?: string;
  /** Id of the provider its contact data come from. */
  anbieter?: string;
}

/** Who has a function. */
export interface Zustaendigkeit extends Ansprechstelle {
  funktion: string;
  hinweis?: string;
  /** `YYYY-MM-DD` or `unbekannt`; of the offer, where the data come from one. */
  geprueft_am: string;
  quelle?: Quelle;
}

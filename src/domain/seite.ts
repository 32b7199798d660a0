import { z } from 'zod';
import { SCHUTZ_DER_SEITE } from './angebot.ts';
import { auswahl, liste, text, zahl } from './felder.ts';
import type { Uebersetzung } from './uebersetzung.ts';

/** `wegweiser` is a guide, listed on the start page; `rechtliches` stands in the footer. */
export const SEITEN_ARTEN = ['seite', 'wegweiser', 'rechtliches'] as const;

/** Front matter of `seiten/<id>.md` or `.mdx`. */
export const seiteSchema = z.strictObject({
  titel: text(120),
  kurz: text(300).optional(),
  art: auswahl(SEITEN_ARTEN).default('seite'),
  /** Position among its kind. */
  reihenfolge: zahl({ min: 0, max: 1000, stellen: 0 }).default(100),
  /** Whoever reads it may be watched. */
  schutz: liste(auswahl(SCHUTZ_DER_SEITE)).optional(),
});

/** A page as its file says it. */
export interface SeiteEintrag extends z.output<typeof seiteSchema> {
  id: string;
  text: string;
  /** True for `.mdx`: components from the fixed list are allowed. */
  mdx: boolean;
}

export interface Seite extends SeiteEintrag {
  /** By language. Components are allowed where the German page has them. */
  uebersetzungen: ReadonlyMap<string, Uebersetzung>;
}

/** Addresses that pages of the generator itself take. */
export const BELEGTE_ADRESSEN = [
  'suchguete',
  'bericht',
  'glossar',
  'archiv',
  'offline',
  'suche-teile',
  'angebote',
  'anbieter',
  'projekte',
  'kontakte',
  'suche',
  'themen',
  'angebotsarten',
  'zielgruppen',
  'sprachen',
  'kommunen',
  'wegweiser',
  'daten',
  'pagefind',
  'a',
  '404',
  'karte',
  'merkliste',
  'seite-verlassen',
  'diese-woche',
  'zettel',
  'einbetten',
] as const;

/** `[[Platzhalter: what is missing]]` marks what a Kreis must fill in before its portal goes online. */
export const PLATZHALTER = /\[\[Platzhalter:([^\]]*)\]\]/g;

/** What an attribute of a component refers to: a free text, or ids of a vocabulary or of entries. */
type Bezug =
  | 'text'
  | 'themen'
  | 'angebotsarten'
  | 'zielgruppen'
  | 'sprachen'
  | 'kommunen'
  | 'anbieter'
  | 'angebote';

/** The components of guides, with their attributes. Nothing else is allowed in MDX. */
export const BAUTEILE: Record<
  | 'Schritte'
  | 'Schritt'
  | 'Angebote'
  | 'Kontakt'
  | 'Hinweis'
  | 'Datenverarbeitung'
  | 'Vereinbarkeit'
  | 'Barrieren',
  Record<string, Bezug>
> = {
  /** A numbered list of steps. */
  Schritte: {},
  Schritt: { titel: 'text' },
  /** Offers that match all given values. */
  Angebote: {
    thema: 'themen',
    angebotsart: 'angebotsarten',
    zielgruppe: 'zielgruppen',
    sprache: 'sprachen',
    kommune: 'kommunen',
    anbieter: 'anbieter',
  },
  /** Contact data of the portal itself, or of an offer. */
  Kontakt: { angebot: 'angebote' },
  /** A boxed notice. */
  Hinweis: { titel: 'text' },
  /** What the software does with visitors' data, for the privacy notice. */
  Datenverarbeitung: {},
  /** How the software stands with the demands on accessibility, for the statement. */
  Vereinbarkeit: {},
  /** What of the software is not accessible, for the same. */
  Barrieren: {},
};

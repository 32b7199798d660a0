/**
 * What a portal hands to the search across all Kreise of a Land: its words, and of every offer what it is found by, in one file.
 * It holds nothing that the portal's own search does not publish as well.
 */
import { z } from 'zod';
import { FACETTEN } from './facette.ts';
import { LEICHT, SPRACHCODE } from './sprache.ts';
import { MAX_ANGEBOTE } from './verbund.ts';

/** Where it lies, from the root of a portal. */
export const BEITRAG = 'suche-verbund.json';

const sprachcode = () => z.union([z.string().regex(SPRACHCODE).max(20), z.literal(LEICHT)]);
/** Per language what is not as in German. */
const texte = (max: number) => z.record(sprachcode(), z.string().max(max));

/** Tokens between spaces (`suche/zeichen`): letters and digits, nothing that could be taken for a line of something else. */
const zeichen = z
  .string()
  .max(200_000, { abort: true })
  .regex(/^[^\s]*( [^\s]+)*$/);

/** In characters; the longest of a real portal has six hundred. It bounds what a word can lead to, and what the pattern has to read. */
const MAX_ZEILE = 4000;
const ID = '[A-Za-z0-9-]{1,80}';
const FACETTE = FACETTEN.join('|');
/** Letters and digits of all scripts: nobody can type anything else, and what a word looks like is shown. */
const WORT = '[\\p{L}\\p{N}]{1,120}';
const ZIEL = `(${FACETTE}|anliegen|verwandt|gefahr|siehe)=${ID}(,${ID})*(\\+${WORT})*`;

const WERT = new RegExp(`^(${FACETTE})=${ID}$`);
/** A line of the Wortschatz, see `suche/wortzeile`: word, kind and ending, targets. */
const ZEILE = new RegExp(`^${WORT} (!|!?[0-9~-]\\*?)(:${WORT})?( (\\?|${ZIEL}))*$`, 'u');

const angebotSchema = z.object({
  /** Its page, from the root of the portal, in German: no other address can be led to. */
  seite: z
    .string()
    .max(200)
    .regex(/^angebote\/[a-z0-9-]+\/$/),
  titel: z.object({ de: z.string().min(1).max(300) }).catchall(z.string().min(1).max(300)),
  /** Where it is, as on its card. */
  ort: texte(300),
  /** What it is found by in its title, its short text and the rest. */
  zeichen: z.tuple([zeichen, zeichen, zeichen]),
  /** Values of facets: `thema=arbeit`. */
  werte: z.array(z.string().regex(WERT)).max(200),
});

export const beitragSchema = z.object({
  version: z.literal(1),
  portal: z.object({
    kreis: z.string().min(1).max(80),
    url: z.httpUrl().max(500),
    sprachen: z.array(sprachcode()).min(1).max(50),
    probebetrieb: z.boolean(),
  }),
  /** The day it is true for. */
  stand: z.iso.date(),
  woerter: z.array(z.string().max(MAX_ZEILE, { abort: true }).regex(ZEILE)).max(500_000),
  angebote: z.array(angebotSchema).max(MAX_ANGEBOTE),
});

export type Beitrag = z.output<typeof beitragSchema>;

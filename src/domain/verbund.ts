/** Offers of neighbouring Kreise: what is fetched from them, what is stored, and what an offer of theirs says about where it comes from. */
import { z } from 'zod';
import { angeboteDateiSchema, DATEN_VERSION, kopfSchema } from './datensatz.ts';
import { alsKennung } from './naechster-wert.ts';
import { type NachbarEintrag, type Portal, portalVon } from './portal.ts';

/** What a stored copy says beside its offers. */
const nachbarKopfSchema = z.object({
  /** The day it was fetched. */
  geholt_am: kopfSchema.shape.stand,
  /** Where it was fetched. */
  adresse: kopfSchema.shape.portal.shape.url,
  /** How the Kreis calls itself. */
  name: kopfSchema.shape.portal.shape.kreis,
  /** Languages of its pages, the first without a prefix; missing where only the addresses of the offers are known. */
  sprachen: kopfSchema.shape.portal.shape.sprachen,
  /** The day its data were true for. */
  stand: kopfSchema.shape.stand,
  lizenz: kopfSchema.shape.lizenz.optional(),
  probebetrieb: kopfSchema.shape.probebetrieb,
  begriffe: angeboteDateiSchema.shape.begriffe,
});

export type NachbarKopf = z.output<typeof nachbarKopfSchema>;

/** No neighbour has more. */
export const MAX_ANGEBOTE = 100_000;

/** `verbund/<id>.json` as it is read: each offer is looked at by itself. */
export const nachbarDateiSchema = nachbarKopfSchema.extend({
  angebote: z.array(z.unknown()).max(MAX_ANGEBOTE),
});

/** No file of a neighbour is larger, nor the copy of it, in bytes: some ten thousand offers, in HSDS less than half as many. */
export const MAX_NACHBAR_BYTES = 20_000_000;

/** After so many days a stored copy says too much that is no longer true. */
export const KOPIE_TAGE = 30;

/** Where a neighbour's offers lie. */
export function datenadresse(nachbar: NachbarEintrag): string {
  return nachbar.form === 'hsds'
    ? nachbar.url
    : new URL(`daten/v${DATEN_VERSION}/angebote.json`, portalVon(nachbar)).href;
}

/** Where a stored copy was not fetched from where `portal.yaml` says now: a German sentence, and what to do. */
export function einwandGegenAdresse(
  nachbar: NachbarEintrag,
  { adresse }: Pick<NachbarKopf, 'adresse'>,
): { einwand: string; tipp: string } | undefined {
  if (adresse === datenadresse(nachbar)) return undefined;
  return {
    einwand: `Die Adresse in portal.yaml ist nicht die, von der „${nachbar.id}“ geholt wurde (${adresse}).`,
    tipp: `Bitte neu holen: npm run verbund -- holen ${nachbar.id}`,
  };
}

/**
 * The address of an offer's page, if it is one of the neighbour's own: below its portal, or on the server its file lies on.
 * @returns the address as browsers understand it; undefined where it leads elsewhere
 */
export function eigeneSeite(nachbar: NachbarEintrag, seite: string): string | undefined {
  const basis = new URL(nachbar.form === 'hsds' ? '/' : portalVon(nachbar), nachbar.url);
  const adresse = URL.parse(seite);
  const eigene =
    adresse?.origin === basis.origin &&
    adresse.username === '' &&
    adresse.password === '' &&
    adresse.pathname.startsWith(basis.pathname);
  return eigene ? adresse.href : undefined;
}

/** A neighbour whose offers are shown. */
export interface Herkunftsportal extends Pick<NachbarKopf, 'geholt_am' | 'stand' | 'lizenz'> {
  id: string;
  /** As visitors read it: the Kreis. */
  name: string;
  /** Where its portal begins. */
  url: string;
  form: NachbarEintrag['form'];
  sprachen: readonly string[];
}

/** What an offer of a neighbour has that our own have not. */
export interface Herkunft {
  portal: Herkunftsportal;
  uuid: string;
  /** Its page there, in German. */
  seite: string;
  anbieter: string;
  /** German names of places or areas, where it says any. */
  wo?: string;
  /** German name of what kind of offer it is, where we have no word for it. */
  art?: string;
  /** German words that our vocabularies lack: Themen and Zielgruppen it is found by. */
  worte: readonly string[];
}

/** The page of a neighbour's offer in a language, if its portal has that; else in German. */
export function seiteInSprache({ portal, seite }: Herkunft, sprache: string): string {
  const { form, sprachen } = portal;
  const basis = new URL(portalVon(portal)).href;
  return form === 'portal' && sprachen.slice(1).includes(sprache)
    ? `${basis}${sprache}/${seite.slice(basis.length)}`
    : seite;
}

/** Where licences for open data are published. */
const LIZENZGEBER = ['creativecommons.org', 'govdata.de', 'opendatacommons.org'];

/** True for the address of a known licence: what else a neighbour names is no link of ours. */
export function istLizenzadresse(url: string): boolean {
  const { protocol, hostname, port, username } = new URL(url);
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    LIZENZGEBER.includes(hostname.replace(/^www\./, ''))
  );
}

/** Why a neighbour cannot be called so, as a German sentence: visitors would take its offers for ours. */
export function einwandGegenName(
  name: string,
  { kreis, name: portalname }: Pick<Portal, 'kreis' | 'name'>,
): string | undefined {
  const unserer = [kreis, portalname].find((eigener) => alsKennung(eigener) === alsKennung(name));
  return (
    unserer &&
    `Der Nachbar nennt sich „${unserer}“ wie wir; niemand könnte seine Angebote von unseren unterscheiden.`
  );
}

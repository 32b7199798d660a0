/**
 * Whether something of others is a shelter, though nobody marked it: by the words that it is called and filed under, and by how it is
 * reached. Where it may be one, it counts as one: an address that is missing hurts nobody.
 */
import { istAlsVertraulichMarkiert } from '../domain/angebot.ts';
import { email, telefon } from '../domain/felder.ts';
import { alsKennung } from '../domain/naechster-wert.ts';
import { istVertraulichesAngebot } from './create-angebot.ts';
import type { Eintraege } from './katalog.ts';
import { schlicht } from './ortsworte.ts';

/** What is ours that tells shelters of others. */
export type Unsere = Pick<Eintraege, 'vokabular' | 'angebote' | 'anbieter'>;

export interface Schutzworte {
  /** The first word in a title or a name that stands for a confidential kind, in any language, as the vocabulary writes it. */
  imText(text: string): string | undefined;
  /** True where something is filed under such a word; our other words are known, „Schutz vor Gewalt“ is no shelter. */
  imBegriff(wort: string): boolean;
  /** Whose number or address it is, of our own shelters: the id of the offer, or of a provider of nothing else. */
  imKontakt(kontakt: Kontakt): string | undefined;
}

type Kontakt = Partial<Record<'telefon' | 'email', string | null | undefined>>;

/** Latin letters; what is shorter („Schutz“) stands in many titles that are none of a shelter: „Kinderschutzbund“. */
const MIN_LATEINISCH = 7;
/** Letters from which a word tells within a longer one, too: „Kreisfrauenhaus“. */
const IM_WORT = 9;

/** Where a phrase ends, and a word with it: „für Frauen. Haus der Begegnung“ is none; „Frauen(schutz)haus“ is one. */
const GRENZE = /[.,;:!?]\s|\s[–—-]\s|\s\(|\)\s|\n\s*\n/u;

/** @param unsere our content: its confidential kinds with their search words, its own shelters */
export function createSchutzworte(unsere: Unsere): Schutzworte {
  const { themen, angebotsarten, zielgruppen } = unsere.vokabular;
  const alle = [themen, angebotsarten, zielgruppen].flatMap((begriffe) => [...begriffe.values()]);
  const geheime = new Set<object>([...angebotsarten.values()].filter(istAlsVertraulichMarkiert));
  const worte = alle.flatMap((begriff) =>
    geheime.has(begriff)
      ? [...namenVon(begriff), ...Object.values(begriff.suchwoerter ?? {}).flat()]
      : [],
  );
  const offene = new Set(
    alle.flatMap((begriff) => (geheime.has(begriff) ? [] : namenVon(begriff).map(alsKennung))),
  ).difference(new Set(['', ...worte.map(alsKennung)]));
  const proben = worte.flatMap(
    (wort): [string, (schlichter: string, enger: string) => boolean][] => {
      const eng = verenge(schlicht(wort));
      if (eng === '' || (eng.length < MIN_LATEINISCH && /\p{Script=Latin}/u.test(eng))) return [];
      if (eng.length >= IM_WORT) return [[wort, (_, enger) => enger.includes(eng)]];
      const alsWort = new RegExp(`(?<!\\p{L})${RegExp.escape(schlicht(wort))}`, 'u');
      return [[wort, (schlichter) => alsWort.test(schlichter)]];
    },
  );
  const kontakte = eigeneKontakte(unsere);
  const imTeil = (teil: string) => {
    const schlichter = schlicht(teil);
    const enger = verenge(schlichter);
    return proben.find(([, passt]) => passt(schlichter, enger))?.[0];
  };
  const imText = (text: string) => {
    // Most texts have none, which is seen at once.
    if (imTeil(text) === undefined) return undefined;
    return text
      .split(GRENZE)
      .map(imTeil)
      .find((wort) => wort !== undefined);
  };
  return {
    imText,
    imBegriff: (wort) => !offene.has(alsKennung(wort)) && imText(wort) !== undefined,
    imKontakt: (kontakt) =>
      kontaktwerte(kontakt)
        .map((wert) => kontakte.get(wert))
        .find((id) => id !== undefined),
  };
}

function namenVon({ id, bezeichnung }: { id: string; bezeichnung: Record<string, string> }) {
  return [id, ...Object.values(bezeichnung)];
}

/** Without what languages and people write in different ways: „Frauen-Häuser“ holds „frauenhaus“. */
function verenge(schlichter: string): string {
  return schlichter.replaceAll(' ', '').replaceAll('ı', 'i');
}

/** How our shelters are reached, and whose it is: by their own numbers, and by those of providers that have nothing else. */
function eigeneKontakte({ vokabular, angebote, anbieter }: Unsere): ReadonlyMap<string, string> {
  const istGeheim = (angebot: Parameters<typeof istVertraulichesAngebot>[0]) =>
    istVertraulichesAngebot(angebot, vokabular.angebotsarten);
  const jeAnbieter = Map.groupBy(angebote.values(), (angebot) => angebot.anbieter);
  const traeger = [...jeAnbieter].flatMap(([id, seine]): [string, Kontakt][] =>
    seine.every(istGeheim) ? [[id, anbieter.get(id) ?? {}]] : [],
  );
  const geheime = [...angebote].filter(([, angebot]) => istGeheim(angebot));
  return new Map(
    [...traeger, ...geheime].flatMap(([id, kontakt]) =>
      kontaktwerte(kontakt).map((wert) => [wert, id] as const),
    ),
  );
}

/** Numbers and addresses as they are stored here, however others write them. */
function kontaktwerte(kontakt: Kontakt): string[] {
  return [telefon().safeParse(kontakt.telefon).data, email().safeParse(kontakt.email).data].flatMap(
    (wert) => wert?.toLowerCase() ?? [],
  );
}

/**
 * Whether something of others is a shelter, though nobody marked it: by the words that it is called and filed under, and by how it is
 * reached. Where it may be one, it counts as one: an address that is missing hurts nobody.
 */
import { email, telefon } from '../domain/felder.ts';
import { alsKennung } from '../domain/naechster-wert.ts';
import { schutzVon } from './create-angebot.ts';
import type { Eintraege } from './katalog.ts';
import { schlicht } from './ortsworte.ts';

/** What is ours that tells shelters of others. */
export type Unsere = Pick<Eintraege, 'vokabular' | 'angebote' | 'anbieter'>;

export interface Schutzworte {
  /** True for a title or a name that has a word in it that stands for a confidential kind, in any language. */
  imText(text: string): boolean;
  /** The same of what something is filed under; our own words are known, „Schutz vor Gewalt“ is no shelter. */
  imBegriff(wort: string): boolean;
  /** True for the number or the address of one of our own shelters. */
  imKontakt(kontakt: Kontakt): boolean;
}

type Kontakt = Partial<Record<'telefon' | 'email', string | null | undefined>>;

/** @param unsere our content: its confidential kinds with their search words, its own shelters */
export function createSchutzworte(unsere: Unsere): Schutzworte {
  const { themen, angebotsarten, zielgruppen } = unsere.vokabular;
  const alle = [themen, angebotsarten, zielgruppen].flatMap((begriffe) => [...begriffe.values()]);
  const geheime = new Set<object>(
    [...angebotsarten.values()].filter(({ schutz }) => schutz?.includes('vertraulich')),
  );
  const worte = alle.flatMap((begriff) =>
    geheime.has(begriff)
      ? [...namenVon(begriff), ...Object.values(begriff.suchwoerter ?? {}).flat()]
      : [],
  );
  const teile = worte.map(zusammen).filter((wort) => wort !== '');
  const offene = new Set(
    alle.flatMap((begriff) => (geheime.has(begriff) ? [] : namenVon(begriff).map(alsKennung))),
  ).difference(new Set(['', ...worte.map(alsKennung)]));
  const kontakte = eigeneKontakte(unsere);
  const imText = (text: string) => {
    const gefaltet = zusammen(text);
    return teile.some((wort) => gefaltet.includes(wort));
  };
  return {
    imText,
    imBegriff: (wort) => !offene.has(alsKennung(wort)) && imText(wort),
    imKontakt: (kontakt) => kontaktwerte(kontakt).some((wert) => kontakte.has(wert)),
  };
}

function namenVon({ id, bezeichnung }: { id: string; bezeichnung: Record<string, string> }) {
  return [id, ...Object.values(bezeichnung)];
}

/** Without what languages and people write in different ways: „Frauen-Häuser“ holds „frauenhaus“. */
function zusammen(text: string): string {
  return schlicht(text).replaceAll(' ', '').replaceAll('ı', 'i');
}

/** How our shelters are reached: by their own numbers, and by those of providers that have nothing else. */
function eigeneKontakte({ vokabular, angebote, anbieter }: Unsere): ReadonlySet<string> {
  const istGeheim = (angebot: Parameters<typeof schutzVon>[0]) =>
    schutzVon(angebot, vokabular.angebotsarten).has('vertraulich');
  const jeAnbieter = Map.groupBy(angebote.values(), (angebot) => angebot.anbieter);
  const traeger = [...jeAnbieter].flatMap(([id, seine]) =>
    seine.every(istGeheim) ? (anbieter.get(id) ?? []) : [],
  );
  return new Set([...[...angebote.values()].filter(istGeheim), ...traeger].flatMap(kontaktwerte));
}

/** Numbers and addresses as they are stored here, however others write them. */
function kontaktwerte(kontakt: Kontakt): string[] {
  return [telefon().safeParse(kontakt.telefon).data, email().safeParse(kontakt.email).data].flatMap(
    (wert) => wert?.toLowerCase() ?? [],
  );
}

/** What the vocabularies call things, and what each name leads to. */
import type { Katalog } from '../katalog/katalog.ts';

/** A name or a search word of the content that leads to an entry. */
export interface Wendung {
  text: string;
  /** Targets of `Worteintrag`; all names of an entry have the same array. */
  ziele: readonly string[];
}

/**
 * Every name and search word of the vocabularies.
 * @param nur languages of the search words; all without it
 */
export function wendungenVon(katalog: Katalog, nur?: readonly string[]): Wendung[] {
  const { themen, angebotsarten, zielgruppen, sprachen, kommunen, anliegen } = katalog.vokabular;
  const inSprachen = (texte: Readonly<Record<string, unknown>> = {}) =>
    Object.entries(texte)
      .filter(([sprache]) => !nur || nur.includes(sprache))
      .flatMap(([, text]) => text as string | string[]);
  const je = <T extends { id: string; bezeichnung?: unknown; suchwoerter?: unknown }>(
    begriffe: ReadonlyMap<string, T>,
    ziele: (begriff: T) => string[],
  ): Wendung[] =>
    [...begriffe.values()].flatMap((begriff) => {
      const wohin = ziele(begriff);
      return [
        ...inSprachen(begriff.bezeichnung as Record<string, string>),
        ...inSprachen(begriff.suchwoerter as Record<string, string[]>),
      ].map((text) => ({ text, ziele: wohin }));
    });
  return [
    ...je(themen, ({ id }) => [`thema=${id}`]),
    ...je(angebotsarten, ({ id }) => [`angebotsart=${id}`]),
    ...je(zielgruppen, ({ id }) => [`zielgruppe=${id}`]),
    ...je(sprachen, ({ id }) => (id === 'de' ? [] : [`sprache=${id}`])),
    ...je(kommunen, ({ id }) => [`kommune=${id}`]),
    ...[...kommunen.values()].flatMap(({ id, plz, ortsteile = [] }) => {
      const wohin = [`kommune=${id}`];
      return [...plz, ...ortsteile].map((text) => ({ text, ziele: wohin }));
    }),
    ...je(anliegen, ({ id, merkmal = {}, verwandt = [], gefahr, themen: siehe = [] }) => [
      ...Object.entries(merkmal).map(([facette, werte]) => `${facette}=${werte.join(',')}`),
      `anliegen=${id}`,
      ...verwandt.map((anderes) => `verwandt=${anderes}`),
      ...(gefahr ? [`gefahr=${id}`] : []),
      ...siehe.map((thema) => `siehe=${thema}`),
    ]),
  ];
}

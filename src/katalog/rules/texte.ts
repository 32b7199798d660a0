import type { Root } from 'mdast';
import type { Pfad } from '../../domain/befund.ts';
import type { Eintraege } from '../katalog.ts';
import { parseMarkdown, parseMdx } from '../parse-markdown.ts';
import { teileName, type Uebersetzungen } from '../uebersetzungen.ts';
import type { Fund, RegelKontext } from './regel.ts';

/** A Markdown text of the content, and whose it is. */
export interface ContentText {
  art: 'angebot' | 'projekt' | 'seite' | 'angebot-uebersetzung' | 'seite-uebersetzung';
  id: string;
  text: string;
  mdx: boolean;
}

/** Every Markdown text: of offers, projects and pages, and the translations. */
export function alleTexte(eintraege: Eintraege): ContentText[] {
  const uebersetzungen = (['angebot', 'seite'] as const).flatMap((art) =>
    [...eintraege.uebersetzungen[art === 'angebot' ? 'angebote' : 'seiten']].flatMap(
      ([id, { texte }]): ContentText[] =>
        texte['text']
          ? [
              {
                art: `${art}-uebersetzung`,
                id,
                text: texte['text'],
                mdx: art === 'seite' && istMdx(eintraege, id),
              },
            ]
          : [],
    ),
  );
  return [
    ...[...eintraege.angebote].map(([id, { text }]): ContentText => ({
      art: 'angebot',
      id,
      text,
      mdx: false,
    })),
    ...[...eintraege.projekte].map(([id, { text }]): ContentText => ({
      art: 'projekt',
      id,
      text,
      mdx: false,
    })),
    ...[...eintraege.seiten].map(([id, { text, mdx }]): ContentText => ({
      art: 'seite',
      id,
      text,
      mdx,
    })),
    ...uebersetzungen,
  ];
}

/** The syntax tree of a text; undefined for pages that cannot be read, which the rule `seiten` reports. */
export function parseText({ text, mdx }: ContentText): Root | undefined {
  try {
    return mdx ? parseMdx(text) : parseMarkdown(text);
  } catch {
    return undefined;
  }
}

/** What is wrong with a page and, in the same words, with its translations is said once, at the German page. */
export function jeSeiteEinmal(funde: readonly Fund[]): Fund[] {
  const key = (id: string, { meldung }: Fund) => `${id} ${meldung}`;
  const deutsche = new Set(
    funde.filter(({ art }) => art === 'seite').map((fund) => key(fund.id, fund)),
  );
  const sprachen = new Map<string, Set<string>>();
  const uebrige = funde.filter((fund) => {
    if (fund.art !== 'seite-uebersetzung') return true;
    const { von, sprache } = teileName(fund.id);
    const deutsch = key(von, fund);
    if (!deutsche.has(deutsch)) return true;
    sprachen.set(deutsch, (sprachen.get(deutsch) ?? new Set()).add(sprache));
    return false;
  });
  return uebrige.map((fund) => {
    const weitere = fund.art === 'seite' ? sprachen.get(key(fund.id, fund)) : undefined;
    if (!weitere) return fund;
    const auch = `Dasselbe steht in den Übersetzungen: ${[...weitere].join(', ')}.`;
    return { ...fund, tipp: fund.tipp ? `${fund.tipp} ${auch}` : auch };
  });
}

/** A translated page may use what the German one may. */
function istMdx({ seiten }: Eintraege, uebersetzung: string): boolean {
  return seiten.get(teileName(uebersetzung).von)?.mdx === true;
}

/** Everything that people write into files, vocabularies and translated texts included; not the copies of neighbours. */
export function alleEintraege(eintraege: Eintraege): [art: Fund['art'], id: string, unknown][] {
  const { vokabular, uebersetzungen } = eintraege;
  const jeArt: [Fund['art'], Iterable<[string, unknown]>][] = [
    ['portal', [['portal', eintraege.portal]]],
    [
      'vokabular',
      Object.entries(vokabular).map(([name, begriffe]) => [name, Object.fromEntries(begriffe)]),
    ],
    ['anbieter', eintraege.anbieter],
    ['ort', eintraege.orte],
    ['angebot', eintraege.angebote],
    ['projekt', eintraege.projekte],
    ['kontakte', eintraege.kontakte],
    ['seite', eintraege.seiten],
    ['texte', eintraege.texte],
    ['angebot-uebersetzung', texteVon(uebersetzungen.angebote)],
    ['seite-uebersetzung', texteVon(uebersetzungen.seiten)],
  ];
  return jeArt.flatMap(([art, gruppe]) =>
    [...gruppe].map(([id, eintrag]): [Fund['art'], string, unknown] => [art, id, eintrag]),
  );
}

/** The translated texts alone, without what is said about them. */
function texteVon(uebersetzungen: Uebersetzungen): Map<string, Record<string, string>> {
  return new Map([...uebersetzungen].map(([id, { texte }]) => [id, texte]));
}

/** Every text of an entry with its field, whatever it is called and however deep it lies. */
export function alleWerte(eintrag: unknown, pfad: Pfad = []): [Pfad, string][] {
  if (typeof eintrag === 'string') return [[pfad, eintrag]];
  if (Array.isArray(eintrag)) return eintrag.flatMap((wert, i) => alleWerte(wert, [...pfad, i]));
  if (typeof eintrag !== 'object' || eintrag === null) return [];
  return Object.entries(eintrag).flatMap(([feld, wert]) => alleWerte(wert, [...pfad, feld]));
}

/** Where a place in a text stands, for a finding: its field, or the line of the Markdown below. */
export function stelle(
  feld: Pfad,
  text: string,
  index: number,
): { feld: Pfad | '(text)'; textZeile?: number } {
  if (feld.length !== 1 || feld[0] !== 'text') return { feld };
  return { feld: '(text)', textZeile: text.slice(0, index).split('\n').length };
}

/** The comments of a YAML part, each with its line in it, from 1. */
export function kommentareVon(kopf: string): { kopfZeile: number; kommentar: string }[] {
  return kopf.split('\n').flatMap((line, i) => {
    const kommentar = /(?:^|\s)#(.*)$/.exec(line)?.[1];
    return kommentar === undefined ? [] : [{ kopfZeile: i + 1, kommentar }];
  });
}

/**
 * Whatever people write, searched for what must not stand anywhere: fields, Markdown, and the comments of the YAML part, for the
 * repository is public, too.
 * @param finde where in a text it stands; `feld` is undefined in comments
 * @param arten of entries; all of them unless told
 * @returns a finding for each text that it stands in
 */
export function sucheInAllem(
  { eintraege, fundstellen }: Pick<RegelKontext, 'eintraege' | 'fundstellen'>,
  finde: (text: string, feld?: Pfad) => number | undefined,
  was: Pick<Fund, 'meldung' | 'tipp' | 'stufe'>,
  arten?: ReadonlySet<Fund['art']>,
): Fund[] {
  return alleEintraege(eintraege)
    .filter(([art]) => arten?.has(art) ?? true)
    .flatMap(([art, id, eintrag]) => [
      ...alleWerte(eintrag).flatMap(([feld, wert]): Fund[] => {
        const index = finde(wert, feld);
        return index === undefined ? [] : [{ art, id, ...stelle(feld, wert, index), ...was }];
      }),
      ...kommentareVon(fundstellen.dokument(art, id)?.kopf ?? '').flatMap(
        ({ kopfZeile, kommentar }): Fund[] =>
          finde(kommentar) === undefined ? [] : [{ art, id, feld: [], kopfZeile, ...was }],
      ),
    ]);
}

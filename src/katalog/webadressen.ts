/** Which web addresses the content names, and where. */
import { visit } from 'unist-util-visit';
import type { Befund } from '../domain/befund.ts';
import { webadresse } from '../domain/felder.ts';
import { CC_BY } from '../domain/portal.ts';
import type { Eintraege } from './katalog.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { type Fund, fundort, type RegelKontext } from './rules/regel.ts';
import { alleEintraege, alleTexte, alleWerte, parseText } from './rules/texte.ts';

/** A place in the files where an address stands. */
export interface Fundort extends Pick<Befund, 'datei' | 'zeile' | 'feld'> {
  /** The address as it is written there, with what stands behind `#`. */
  wortlaut: string;
}

/**
 * Every web address of the content, once: of fields, of words in fields, and of links in texts, translations included.
 * @returns address as a server is asked for it (normalised, without what stands behind `#`) → its places, both sorted
 */
export function sammleWebadressen({
  eintraege,
  fundstellen,
}: Pick<RegelKontext, 'eintraege' | 'fundstellen'>): Map<string, Fundort[]> {
  const alle = [...ausFeldern(eintraege), ...ausTexten(eintraege)].flatMap(
    ({ wortlaut, ...ort }) => {
      const url = URL.parse(wortlaut);
      if (!url || !/^https?:$/.test(url.protocol)) return [];
      url.hash = '';
      return [{ adresse: url.href, fundort: { ...fundort(fundstellen, ort), wortlaut } }];
    },
  );
  const gruppen = [...Map.groupBy(alle, ({ adresse }) => adresse)];
  return new Map(
    gruppen
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([adresse, gruppe]) => [adresse, gruppe.map(({ fundort }) => fundort).sort(compare)]),
  );
}

function compare(a: Fundort, b: Fundort): number {
  return a.datei === b.datei ? a.zeile - b.zeile : a.datei < b.datei ? -1 : 1;
}

type Adresse = Pick<Fund, 'art' | 'id' | 'feld' | 'textZeile'> & { wortlaut: string };

function ausFeldern(eintraege: Eintraege): Adresse[] {
  return alleEintraege(eintraege).flatMap(([art, id, eintrag]) =>
    alleWerte(eintrag)
      // The Markdown is read as a whole, by line.
      .filter(([feld]) => feld.join() !== 'text')
      // That of the licence that applies by itself stands in no file.
      .filter(([[feld], wert]) => !(feld === 'lizenz' && wert === CC_BY.url))
      .flatMap(([feld, wert]) => adressenIn(wert).map((wortlaut) => ({ art, id, feld, wortlaut }))),
  );
}

/** The address that a value is, or those that stand among its words. */
function adressenIn(wert: string): string[] {
  if (webadresse().safeParse(wert).success) return [wert];
  if (!/https?:|www\./i.test(wert)) return [];
  const adressen: string[] = [];
  visit(parseMarkdown(wert), 'link', ({ url }) => void adressen.push(url));
  return adressen;
}

function ausTexten(eintraege: Eintraege): Adresse[] {
  return alleTexte(eintraege).flatMap((inhalt) => {
    const { art, id } = inhalt;
    const tree = parseText(inhalt);
    const adressen: Adresse[] = [];
    if (tree)
      visit(tree, ['link', 'definition'], (node) => {
        if (!('url' in node)) return;
        const textZeile = node.position?.start.line;
        adressen.push({ art, id, feld: '(text)', textZeile, wortlaut: node.url });
      });
    return adressen;
  });
}

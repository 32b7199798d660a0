import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { BAUTEILE, BELEGTE_ADRESSEN, PLATZHALTER, type Seite } from '../../domain/seite.ts';
import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { parseMdx } from '../parse-markdown.ts';
import type { Eintraege } from '../katalog.ts';
import type { Fund, Regel } from './regel.ts';

type Ort = Pick<Fund, 'art' | 'id' | 'feld'>;
type JsxNode = { type: string; name: string | null; attributes: { type: string; name?: string; value?: unknown }[] };

/** Pages: free addresses, no placeholders in public, and in MDX only the components of the fixed list. */
export const seiten: Regel = {
  name: 'seiten',
  zweck: 'An MDX page could run code at build time; a placeholder in the Impressum must not go online.',
  pruefe({ eintraege }) {
    const funde: Fund[] = [];
    for (const seite of eintraege.seiten.values()) {
      const ort: Ort = { art: 'seite', id: seite.id, feld: '(text)' };
      if (seite.art !== 'wegweiser' && (BELEGTE_ADRESSEN as readonly string[]).includes(seite.id)) {
        funde.push({ ...ort, textZeile: 0, meldung: `Die Adresse „/${seite.id}/“ gehört dem Portal selbst.`, tipp: 'Bitte die Datei umbenennen.' });
      }
      funde.push(...platzhalter(seite, ort, eintraege.portal.probebetrieb));
      if (seite.mdx) funde.push(...pruefeMdx(seite, ort, eintraege));
    }
    return funde;
  },
};

function platzhalter(seite: Seite, ort: Ort, probebetrieb: boolean): Fund[] {
  return [...seite.text.matchAll(PLATZHALTER)].map((match) => ({
    ...ort,
    textZeile: seite.text.slice(0, match.index).split('\n').length,
    stufe: probebetrieb ? 'hinweis' : 'fehler',
    meldung: `Hier fehlt noch eine Angabe: ${match[1]!.trim()}`,
    tipp: 'Bitte den Platzhalter samt eckigen Klammern ersetzen, bevor das Portal online geht.',
  }));
}

function pruefeMdx(seite: Seite, ort: Ort, eintraege: Eintraege): Fund[] {
  let tree: Root;
  try {
    tree = parseMdx(seite.text);
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    return [{ ...ort, textZeile: line ?? 1, meldung: `Ein Bauteil ist nicht richtig geschrieben oder nicht geschlossen (${reason ?? 'unbekannt'}).`, tipp: 'Bitte spitze Klammern und Schrägstriche prüfen: <Bauteil /> oder <Bauteil> … </Bauteil>.' }];
  }
  const funde: Fund[] = [];
  visit(tree, (node) => {
    const textZeile = node.position?.start.line;
    const melde = (meldung: string, tipp?: string) => funde.push({ ...ort, textZeile, meldung, ...(tipp && { tipp }) });
    switch (node.type as string) {
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        melde('import, export und Ausdrücke in { } sind nicht erlaubt.', 'Bitte nur Text und die bekannten Bauteile verwenden.');
        break;
      case 'image':
      case 'imageReference':
        melde('Bilder im Text werden nicht veröffentlicht.');
        break;
      case 'heading':
        if ((node as { depth: number }).depth === 1) melde('Eine zweite Hauptüberschrift mit „#“ ist nicht erlaubt.', 'Bitte „##“ verwenden.');
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        for (const einwand of einwaendeGegenBauteil(node as unknown as JsxNode, eintraege)) melde(...einwand);
        break;
    }
  });
  return funde;
}

function einwaendeGegenBauteil({ name, attributes }: JsxNode, eintraege: Eintraege): [string, string?][] {
  const bauteil = name && Object.hasOwn(BAUTEILE, name) ? BAUTEILE[name as keyof typeof BAUTEILE] : undefined;
  if (!bauteil) return [[`Ein Bauteil „<${name ?? ''}>“ gibt es nicht.`, tippMeintenSie(name ?? '', Object.keys(BAUTEILE))]];
  return attributes.flatMap((attribute): [string, string?][] => {
    const { name: merkmal = '', value } = attribute;
    const bezug = Object.hasOwn(bauteil, merkmal) ? bauteil[merkmal] : undefined;
    if (bezug === undefined) return [[`Das Bauteil „${name}“ kennt die Angabe „${merkmal}“ nicht.`, tippMeintenSie(merkmal, Object.keys(bauteil))]];
    if (attribute.type !== 'mdxJsxAttribute' || typeof value !== 'string') return [[`Die Angabe „${merkmal}“ braucht einen Wert in Anführungszeichen.`, `Zum Beispiel: ${merkmal}="…"`]];
    if (bezug === 'text') return [];
    const bekannte: ReadonlyMap<string, unknown> = bezug === 'anbieter' || bezug === 'angebote' ? eintraege[bezug] : eintraege.vokabular[bezug];
    return bekannte.has(value) ? [] : [[`„${value}“ gibt es nicht (${merkmal} im Bauteil „${name}“).`, tippMeintenSie(value, bekannte.keys())]];
  });
}

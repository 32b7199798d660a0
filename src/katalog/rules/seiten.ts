import { sprachcodes } from '../../domain/portal.ts';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Angebot } from '../../domain/angebot.ts';
import { stufeOf } from '../../domain/facettenwerte.ts';
import { BAUTEILE, BELEGTE_ADRESSEN } from '../../domain/seite.ts';
import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { tippSprachkuerzel } from '../../domain/sprache.ts';
import { type Bauteil, bauteileOf, CodeImText, isBauteil, parseMdx } from '../parse-markdown.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';
import { alleTexte, jeSeiteEinmal } from './texte.ts';
import { bekannteStatt, fundortVon, sindAlleLesbar } from './ziele.ts';

type Einwand = Pick<Fund, 'meldung' | 'tipp' | 'stufe'>;

/** Components that show something of their own; what stands inside them would be lost. */
const OHNE_INHALT = new Set([
  'Angebote',
  'Kontakt',
  'Datenverarbeitung',
  'Vereinbarkeit',
  'Barrieren',
]);
/** What would be code. */
const AUSDRUECKE = new Set<string>(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);
/** Deeper than `<Schritte>`, `<Schritt>`, `<Hinweis>`, `<Kontakt>` nobody needs to go. */
const MAX_TIEFE = 6;

/** Where a component stands: how deep, and in which other component. */
interface Platz {
  tiefe: number;
  in?: string | null;
}

/** Pages: free addresses, and in MDX only the components of the fixed list. */
export const seiten: Regel = {
  name: 'seiten',
  zweck: 'An MDX page could run code at build time, or show less than its author wrote.',
  pruefe(kontext) {
    const { seiten, portal } = kontext.eintraege;
    const belegt: readonly string[] = [...BELEGTE_ADRESSEN, ...sprachcodes(portal)];
    const mdx = alleTexte(kontext.eintraege).filter((text) => text.mdx);
    return [
      ...jeSeiteEinmal(
        mdx.flatMap(({ art, id, text }) =>
          pruefeMdx(text, kontext).map((fund): Fund => ({ art, id, feld: '(text)', ...fund })),
        ),
      ),
      ...[...seiten.values()]
        .filter(({ art, id }) => art !== 'wegweiser' && belegt.includes(id))
        .map(({ id }): Fund => ({
          art: 'seite',
          id,
          feld: '(dateiname)',
          meldung: `Die Adresse „/${id}/“ gehört dem Portal selbst.`,
          tipp: 'Bitte die Datei umbenennen.',
        })),
    ];
  },
};

function pruefeMdx(text: string, kontext: RegelKontext): (Einwand & { textZeile?: number })[] {
  let tree: Root;
  try {
    tree = parseMdx(text);
  } catch (error) {
    if (error instanceof CodeImText) return [{ textZeile: error.line, ...CODE }];
    return [unlesbar(error as { line?: number; reason?: string })];
  }
  const funde: (Einwand & { textZeile?: number })[] = [];
  const plaetze = new Map<unknown, Platz>([[tree, { tiefe: 0 }]]);
  visit(tree, (node) => {
    const melde = (einwand: Einwand) =>
      funde.push({ ...(node.position && { textZeile: node.position.start.line }), ...einwand });
    const platz = plaetze.get(node);
    if (platz) {
      const children = (node as Root).children.flatMap((child) => bauteileOf(child) ?? []);
      for (const child of children)
        plaetze.set(child, { tiefe: platz.tiefe + 1, in: isBauteil(node) ? node.name : null });
    }
    if (isBauteil(node))
      for (const einwand of einwaendeGegenBauteil(node, platz, kontext)) melde(einwand);
    if (AUSDRUECKE.has(node.type)) melde(CODE);
  });
  return funde;
}

const CODE: Einwand = {
  meldung: 'import, export und Ausdrücke in { } sind nicht erlaubt.',
  tipp: 'Bitte nur Text und die bekannten Bauteile verwenden.',
};

/** What the parser says is English and about characters; its place in the text is what helps. */
function unlesbar({
  line,
  reason = '',
}: {
  line?: number;
  reason?: string;
}): Einwand & { textZeile: number } {
  const [, name, oeffnet] = /closing tag for `<(\w*)[^`]*` \((\d+):/.exec(reason) ?? [];
  return {
    textZeile: oeffnet ? Number(oeffnet) : (line ?? 1),
    meldung: name
      ? `Das Bauteil „<${name}>“ ist nicht geschlossen.`
      : 'Ein Bauteil ist nicht richtig geschrieben, oder „<“ oder „{“ steht im Text.',
    tipp: 'Bauteile schreibt man <Bauteil /> oder <Bauteil> … </Bauteil>, mit einer Leerzeile vor und nach jedem Absatz darin. Links bitte als [Text](https://…).',
  };
}

/** @param platz undefined inside of a sentence, a list or a table */
function einwaendeGegenBauteil(
  { name, attributes, children }: Bauteil,
  platz: Platz | undefined,
  kontext: RegelKontext,
): Einwand[] {
  const bauteil =
    name && Object.hasOwn(BAUTEILE, name) ? BAUTEILE[name as keyof typeof BAUTEILE] : undefined;
  if (!name || !bauteil)
    return [
      {
        meldung: `Ein Bauteil „<${name ?? ''}>“ gibt es nicht.`,
        tipp: tippMeintenSie(name ?? '', Object.keys(BAUTEILE)),
      },
    ];
  const einwaende: Einwand[] = [];
  if (!platz) {
    einwaende.push({
      meldung: `Das Bauteil „${name}“ steht in einem Satz, einer Liste oder einer Tabelle und würde dort nicht gezeigt.`,
      tipp: 'Bitte das Bauteil in eine eigene Zeile schreiben, mit einer Leerzeile davor und danach.',
    });
  } else if (platz.tiefe === MAX_TIEFE) {
    einwaende.push({
      meldung: 'Die Bauteile sind zu tief verschachtelt.',
      tipp: 'Bitte die Seite vereinfachen.',
    });
  } else if (
    (name === 'Schritt') !== (platz.in === 'Schritte') ||
    (name === 'Schritte' && !children.every(bauteileOf))
  ) {
    einwaende.push({
      meldung: '„Schritte“ besteht nur aus Bauteilen „Schritt“, und die stehen nur dort.',
      tipp: 'Bitte so schreiben: <Schritte> <Schritt titel="…">Text</Schritt> </Schritte>',
    });
  }
  if (OHNE_INHALT.has(name) && children.length > 0) {
    einwaende.push({
      meldung: `Was im Bauteil „${name}“ steht, würde nicht gezeigt.`,
      tipp: `Bitte <${name} /> schreiben und den Text davor oder dahinter.`,
    });
  }
  const gesehen = new Set<string>();
  for (const { type, name: merkmal, value } of attributes) {
    if (type !== 'mdxJsxAttribute') {
      einwaende.push({
        meldung: `Im Bauteil „${name}“ sind geschweifte Klammern nicht erlaubt.`,
        tipp: 'Bitte Angaben in Anführungszeichen schreiben: name="Wert"',
      });
      continue;
    }
    if (gesehen.has(merkmal))
      einwaende.push({
        meldung: `Die Angabe „${merkmal}“ steht doppelt; nur eine kann gelten.`,
        tipp: 'Bitte eine der beiden löschen.',
      });
    gesehen.add(merkmal);
    einwaende.push(...einwaendeGegenAngabe(name, bauteil, merkmal, value, kontext));
  }
  if (name === 'Angebote' && einwaende.length === 0)
    einwaende.push(...einwaendeGegenAuswahl(attributes, kontext));
  if (name === 'Schritt' && !gesehen.has('titel'))
    einwaende.push({
      meldung: 'Dem Schritt fehlt die Angabe „titel“.',
      tipp: 'Bitte so schreiben: <Schritt titel="…">',
    });
  return einwaende;
}

/** Offers that a page shows: some, and not just any. */
function einwaendeGegenAuswahl(
  attributes: Bauteil['attributes'],
  kontext: RegelKontext,
): Einwand[] {
  if (attributes.length === 0)
    return [
      {
        stufe: 'hinweis',
        meldung:
          'Hier stehen irgendwelche Angebote: Das Bauteil „Angebote“ sagt nicht, welche gemeint sind.',
        tipp: 'Bitte ergänzen, zum Beispiel: <Angebote thema="…" />. Ist wirklich alles gemeint, bitte zur Liste verlinken: [Alle Angebote](/angebote/)',
      },
    ];
  const angebote = [...kontext.katalog.angebote.values()];
  // In a new Kreis there are none yet; and of a file that is not valid, nobody knows what it offers.
  if (angebote.length === 0 || !sindAlleLesbar(kontext)) return [];
  const passt = (angebot: Angebot) =>
    attributes.every(
      ({ name, value }) =>
        stufeOf(name as Parameters<typeof stufeOf>[0], String(value), angebot) !== undefined,
    );
  if (angebote.some(passt)) return [];
  return [
    {
      stufe: 'hinweis',
      meldung: 'Zu diesen Angaben gibt es zurzeit kein Angebot; das steht dann auch auf der Seite.',
      tipp: 'Bitte eine Angabe weglassen oder ändern, oder das Bauteil löschen.',
    },
  ];
}

function einwaendeGegenAngabe(
  name: string,
  bauteil: (typeof BAUTEILE)[keyof typeof BAUTEILE],
  merkmal: string,
  value: unknown,
  kontext: RegelKontext,
): Einwand[] {
  const bezug = Object.hasOwn(bauteil, merkmal) ? bauteil[merkmal] : undefined;
  if (bezug === undefined)
    return [
      {
        meldung: `Das Bauteil „${name}“ kennt die Angabe „${merkmal}“ nicht.`,
        tipp: tippMeintenSie(merkmal, Object.keys(bauteil)),
      },
    ];
  if (typeof value !== 'string')
    return [
      {
        meldung: `Die Angabe „${merkmal}“ braucht einen Wert in Anführungszeichen.`,
        tipp: `Zum Beispiel: ${merkmal}="…"`,
      },
    ];
  if (bezug === 'text') return [];
  const bekannte = bekannteStatt(kontext, value, bezug);
  if (bekannte) {
    const nahe =
      bezug === 'sprachen'
        ? tippSprachkuerzel(value, bekannte)
        : tippMeintenSie(value, bekannte, fundortVon(bezug));
    return [
      {
        meldung: `„${value}“ gibt es nicht (${merkmal} im Bauteil „${name}“).`,
        tipp: `${nahe} Gibt es hier nichts Passendes, bitte das Bauteil in dieser Zeile löschen.`,
      },
    ];
  }
  const { beendete, archiv } = kontext.katalog;
  if (bezug === 'angebote' && (beendete.has(value) || archiv.has(value))) {
    return [
      {
        stufe: 'warnung',
        meldung: `Das Angebot „${value}“ ist ${beendete.has(value) ? 'beendet' : 'im Archiv'}; statt seines Kontakts steht hier der des Portals.`,
        tipp: 'Bitte ein anderes Angebot nennen.',
      },
    ];
  }
  return [];
}

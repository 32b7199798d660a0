/** The state of translations, and their files: what `npm run uebersetzungen` works with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isMap, parseDocument as parseYaml, Scalar, YAMLMap } from 'yaml';
import { sprachcodes } from '../../src/domain/portal.ts';
import {
  textfelder,
  type Uebersetzbar,
  type Uebersetzung,
  uebersetzungSchema,
} from '../../src/domain/uebersetzung.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { parseDocument } from '../../src/katalog/parse-document.ts';
import { parseEintrag } from '../../src/katalog/parse-eintrag.ts';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { schreibeDatei } from './schreibe-datei.ts';

export type Ordner = 'angebote' | 'seiten';
/** `entfällt`: nobody need translate what has ended. */
export type Zustand = 'fehlt' | 'veraltet' | 'ungeprüft' | 'aktuell' | 'entfällt';
type Art = Uebersetzung['art'];

/** A German text and its translation. */
export interface Feld {
  ordner: Ordner;
  id: string;
  sprache: string;
  feld: string;
  deutsch: string;
  /** Fingerprint of the German text. */
  fassung: string;
  uebersetzung?: string;
  zustand: Zustand;
}

/** The file of a translation. */
export type Ziel = Pick<Feld, 'ordner' | 'id' | 'sprache'>;

type Eintrag = Uebersetzbar & { uebersetzungen: ReadonlyMap<string, Uebersetzung> };

/** Every field that can be translated, in every language of the portal but German. */
export function alleFelder(katalog: Katalog): Feld[] {
  const eintraege = [
    ...eintraegeAus('angebote', katalog.angebote),
    ...eintraegeAus('angebote', katalog.archiv, 'entfällt'),
    ...eintraegeAus('angebote', katalog.beendete, 'entfällt'),
    ...eintraegeAus('seiten', katalog.seiten),
  ];
  return sprachcodes(katalog.portal)
    .filter((sprache) => sprache !== 'de')
    .flatMap((sprache) =>
      eintraege.flatMap(({ ordner, id, eintrag, unuebersetzt }) =>
        [...textfelder(eintrag)].map(([feld, deutsch]): Feld => {
          const uebersetzung = eintrag.uebersetzungen.get(sprache);
          const text = uebersetzung?.felder.get(feld)?.text;
          return {
            ordner,
            id,
            sprache,
            feld,
            deutsch,
            fassung: fingerabdruck(deutsch),
            ...(text && { uebersetzung: text }),
            zustand: zustandOf(uebersetzung, feld) ?? unuebersetzt,
          };
        }),
      ),
    );
}

function eintraegeAus(
  ordner: Ordner,
  alle: ReadonlyMap<string, Eintrag>,
  unuebersetzt: Zustand = 'fehlt',
) {
  return [...alle].map(([id, eintrag]) => ({ ordner, id, eintrag, unuebersetzt }));
}

/** The state of a field that is translated, or undefined. */
function zustandOf(uebersetzung: Uebersetzung | undefined, feld: string): Zustand | undefined {
  const hier = uebersetzung?.felder.get(feld);
  if (!uebersetzung || !hier) return undefined;
  if (hier.veraltet) return 'veraltet';
  return uebersetzung.geprueft ? 'aktuell' : 'ungeprüft';
}

/**
 * Writes new texts into the file of a translation, and makes it where there is none. Comments, and fields that are not
 * mentioned, stay. One machine-made text makes a file machine-made; it is a person's again once none is left. Nobody has
 * read the new texts, so the file counts as unread.
 * @param art who made the texts
 * @param texte each with the fingerprint of the German text it was made from
 * @throws a German sentence where a file is there that the portal cannot read, or cannot be written; it stays as it is
 */
export function trageEin(
  inhalt: string,
  ziel: Ziel,
  art: Art,
  texte: readonly { feld: string; text: string; fassung: string }[],
): { pfad: string; art: Art; warGeprueft: boolean } {
  const datei = oeffne(inhalt, ziel);
  const { doc } = datei;
  const neue = new Set(texte.map(({ feld }) => feld));
  const bleibt = felderIn(datei).some((feld) => !neue.has(feld));
  const neueArt = bleibt && doc.get('art') === 'maschinell' ? 'maschinell' : art;
  const warGeprueft = doc.get('geprueft') === 'ja';
  doc.set('art', neueArt);
  doc.set('geprueft', 'nein');
  for (const { feld, text } of texte)
    if (feld === 'text') datei.text = text;
    else doc.set(feld, text);
  notiere(doc, texte);
  schreibeDatei(datei.pfad, formatDatei(datei));
  return { pfad: datei.pfad, art: neueArt, warGeprueft };
}

/**
 * Notes that translated fields hold for the German texts as they are now.
 * @param felder each with the fingerprint of its German text
 * @returns path of the file
 * @throws as {@link trageEin}
 */
export function bestaetige(
  inhalt: string,
  ziel: Ziel,
  felder: readonly { feld: string; fassung: string }[],
): string {
  const datei = oeffne(inhalt, ziel);
  notiere(datei.doc, felder);
  schreibeDatei(datei.pfad, formatDatei(datei));
  return datei.pfad;
}

/** What the reader would say about a text in a field of a translation: a German sentence, or undefined. */
export function einwandGegenText(feld: string, text: string): string | undefined {
  const doc = leeresDokument();
  doc.set('art', 'mensch');
  doc.set('geprueft', 'nein');
  if (feld !== 'text') doc.set(feld, text);
  const { befunde } = lies(
    '',
    Buffer.from(formatDatei({ doc, text: feld === 'text' ? text : '' })),
  );
  const [befund] = befunde;
  if (befund?.feld === '(front matter)')
    return 'Der Text beginnt mit einem kleingeschriebenen Wort und Doppelpunkt, wie ein Feld. Bitte den Anfang umstellen.';
  return befund && [befund.meldung, befund.tipp].filter(Boolean).join(' ');
}

/** The file of a translation while it is changed. */
interface Datei {
  pfad: string;
  doc: Document;
  text: string;
}

function oeffne(inhalt: string, { ordner, id, sprache }: Ziel): Datei {
  const name = join(inhalt, ordner, `${id}.${sprache}`);
  const vorhanden = [`${name}.md`, `${name}.mdx`].find((pfad) => existsSync(pfad));
  if (!vorhanden) {
    const endung = existsSync(join(inhalt, ordner, `${id}.mdx`)) ? 'mdx' : 'md';
    return { pfad: `${name}.${endung}`, doc: leeresDokument(), text: '' };
  }
  const { dokument, befunde } = lies(vorhanden, readFileSync(vorhanden));
  if (!dokument || befunde.length > 0)
    throw new Error(
      `Die Datei „${vorhanden}“ hat Fehler und wurde nicht geändert. Was daran falsch ist, sagt: npm run check`,
    );
  const doc = parseYaml(dokument.kopf, { schema: 'failsafe' }) as unknown as Document;
  return { pfad: vorhanden, doc, text: dokument.text };
}

/** A translation as the portal reads it, with everything that is wrong in it. */
function lies(pfad: string, bytes: Uint8Array) {
  const { dokument, befunde } = parseDocument(pfad, bytes);
  const weitere = dokument ? parseEintrag(dokument, uebersetzungSchema).befunde : [];
  return { dokument, befunde: [...befunde, ...weitere] };
}

function leeresDokument(): Document {
  return new Document(new YAMLMap(), { schema: 'failsafe' });
}

/** The fields that are translated in a file. */
function felderIn({ doc, text }: Datei): string[] {
  const kopf = (doc.contents as YAMLMap).items.map(({ key }) => String(key));
  return [
    ...kopf.filter((feld) => !['art', 'geprueft', 'fassung'].includes(feld)),
    ...(text.trim() ? ['text'] : []),
  ];
}

function notiere(doc: Document, felder: readonly { feld: string; fassung: string }[]): void {
  if (!isMap(doc.get('fassung', true))) doc.set('fassung', new YAMLMap());
  for (const { feld, fassung } of felder) doc.setIn(['fassung', feld], quoted(fassung));
  // The versions stand last: they are for the machine.
  const { items } = doc.contents as YAMLMap;
  items.sort((a, b) => Number(String(a.key) === 'fassung') - Number(String(b.key) === 'fassung'));
}

function formatDatei({ doc, text }: Omit<Datei, 'pfad'>): string {
  const rumpf = text.trim();
  return `---\n${doc.toString({ lineWidth: 0 })}---\n${rumpf ? `\n${rumpf}\n` : ''}`;
}

/** `12345678` and `1e345678` are text, whatever reads the file. */
function quoted(text: string): Scalar {
  const node = new Scalar(text);
  node.type = 'QUOTE_DOUBLE';
  return node;
}

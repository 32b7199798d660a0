/**
 * Which files there are below the content folder. Every one of them is recognised or refused; none is passed over in
 * silence.
 */
import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join, normalize, relative, sep } from 'node:path';
import type { Befund } from '../domain/befund.ts';
import { KENNUNG } from '../domain/felder.ts';
import { isKurzcode } from '../domain/kurzcode.ts';
import { alsKennung, tippMeintenSie } from '../domain/naechster-wert.ts';
import { isSeitensprache, LEICHT, spracheDesLandes } from '../domain/sprache.ts';
import { MAX_NACHBAR_BYTES } from '../domain/verbund.ts';
import { vokabulare } from '../domain/vokabular.ts';
import { OBERFLAECHEN_SPRACHEN } from '../i18n/sprachen.ts';
import { MAX_BYTES } from './parse-document.ts';

export type DateiArt =
  | 'portal'
  | 'vokabular'
  | 'anbieter'
  | 'ort'
  | 'angebot'
  | 'projekt'
  /** Whom to ask in a Kommune; the id is that of the Kommune, or `kreisweit`. */
  | 'kontakte'
  | 'seite'
  /** Texts of an offer or page in another language; the id is that of the German one, a point, the language. */
  | 'angebot-uebersetzung'
  | 'seite-uebersetzung'
  | 'texte'
  | 'karte'
  /** What a neighbour offers, as it was fetched. */
  | 'verbund'
  | 'suchguete'
  /** Ids of offers whose file is gone, and what took their place. */
  | 'weiterleitungen';

export interface ContentDatei {
  art: DateiArt;
  /** Why the file is refused although its folder is known; it is still checked, but not published. */
  einwand?: Befund;
  /** Where even that would be of no use: what the file says belongs into another that is there. */
  ungelesen?: true;
  /** File name without ending; `karte` for the only one of its kind, whatever it is called. */
  id: string;
  /** Path to read from. */
  pfad: string;
  /** Path for findings, relative to the working directory, with `/`. */
  datei: string;
}

/** What each folder holds, and with which endings. */
const ORDNER: Record<string, { art: DateiArt; endungen: string[] }> = {
  angebote: { art: 'angebot', endungen: ['.md'] },
  anbieter: { art: 'anbieter', endungen: ['.yaml'] },
  orte: { art: 'ort', endungen: ['.yaml'] },
  projekte: { art: 'projekt', endungen: ['.md'] },
  kontakte: { art: 'kontakte', endungen: ['.yaml'] },
  seiten: { art: 'seite', endungen: ['.md', '.mdx'] },
  vokabular: { art: 'vokabular', endungen: ['.yaml'] },
  texte: { art: 'texte', endungen: ['.yaml'] },
  karte: { art: 'karte', endungen: ['.geojson'] },
  verbund: { art: 'verbund', endungen: ['.json'] },
};

/** Left behind by operating systems and Git; nobody means them to be content. */
const KEIN_INHALT = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.git', '.gitkeep']);
/** Allowed beside `portal.yaml`, for people who open the folder. */
const BEIGABEN = new Set(['README.md', 'LICENSE', 'LICENSE.md', 'LIZENZ.md']);
/** One outline of every municipality, one file for all words of all languages, and one for all offers of a neighbour. */
const MAX_BYTES_IN: Readonly<Record<string, number>> = {
  karte: 2_000_000,
  vokabular: 1_000_000,
  verbund: MAX_NACHBAR_BYTES,
};
/** So that the path of every page fits into what Windows allows. */
const MAX_LAENGE = 80;
/** `kurs.ar`, `hilfe.leicht`: an id, a point and, if it is one, the language of a page. */
const UEBERSETZUNG = /^(.+)\.([^.]+)$/;
/** What gets written instead: `kurs.AR`, `kurs_ar`, `kurs-ar`, `kurs.arabisch`. */
const FAST_UEBERSETZUNG = /^(.+)([._ -])(\p{L}+)$/u;
/** What people put beside a text; nothing of the kind is published. */
const BILD = /\.(?:jpe?g|png|gif|webp|svg|heic|bmp|tiff?)$/i;
/** What editors of text on Windows put behind a name whose ending they hide. */
const TEXTDATEI = /(?:\.(?:md|mdx|ya?ml))?\.txt$/i;
const WINDOWS_RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Finds every content file, in the order of its path, and what is no content. */
export function findContentFiles(inhalt: string): { dateien: ContentDatei[]; befunde: Befund[] } {
  const gefunden: ContentDatei[] = [];
  const befunde: Befund[] = [];
  if (!statSync(inhalt, { throwIfNoEntry: false })?.isDirectory()) {
    befunde.push(
      befundAn(
        inhalt,
        '(datei)',
        'Den Inhaltsordner gibt es nicht.',
        'Bitte den Pfad prüfen (PORTAL_INHALT).',
      ),
    );
    return { dateien: gefunden, befunde };
  }
  const davor = displayPath(inhalt);
  for (const fund of walk(normalize(inhalt))) {
    const result = recognise(fund, davor ? `${davor}/${fund.name}` : fund.name);
    if (result === 'uebergehen') continue;
    if ('art' in result) gefunden.push(result);
    else befunde.push(result);
  }
  const dateien = benenneUebersetzungen(gefunden);
  for (const [datei, zwilling] of zwillinge(dateien)) {
    datei.einwand ??= befundAn(
      datei.pfad,
      '(dateiname)',
      `Neben dieser Datei gibt es „${basename(zwilling.pfad)}“; eine der beiden würde die andere verdrängen.`,
      'Bitte eine der beiden umbenennen oder löschen.',
    );
  }
  return { dateien, befunde: [...befunde, ...dateien.flatMap(({ einwand }) => einwand ?? [])] };
}

/** `portal.yaml` by itself; undefined where it is missing, or no ordinary file of the size that is allowed. */
export function findPortalDatei(inhalt: string): ContentDatei | undefined {
  const [name, pfad] = ['portal.yaml', join(inhalt, 'portal.yaml')];
  const stat = lstatSync(pfad, { throwIfNoEntry: false });
  const erkannt = stat && recognise({ name, pfad, stat }, displayPath(pfad));
  return typeof erkannt === 'object' && 'art' in erkannt ? erkannt : undefined;
}

/** The files, each that is named almost like the translation of a German one as that translation, and refused. */
function benenneUebersetzungen(dateien: readonly ContentDatei[]): ContentDatei[] {
  const vorhanden = new Set(dateien.map(({ art, id }) => `${art}/${id}`));
  return dateien.map((datei) => {
    const art = datei.art.replace('-uebersetzung', '');
    if (art !== 'angebot' && art !== 'seite') return datei;
    const [, deutsch] = /^(.+)\.de$/.exec(datei.id) ?? [];
    if (deutsch && vorhanden.has(`${art}/${deutsch}`))
      return {
        ...datei,
        ungelesen: true,
        einwand: befundAn(
          datei.pfad,
          '(dateiname)',
          `Der deutsche Text steht in „${deutsch}${extname(datei.pfad)}“; eine Übersetzung ins Deutsche gibt es nicht.`,
          'Bitte Änderungen dort eintragen und diese Datei löschen.',
        ),
      };
    const [, anfang = '', trenner, kuerzel = ''] = FAST_UEBERSETZUNG.exec(datei.id) ?? [];
    const von = anfang.toLowerCase();
    // „sprachcafe-arabisch“ is a good name of another offer.
    const sprache =
      gemeinteSprache(kuerzel.toLowerCase()) ??
      (trenner === '-' ? undefined : spracheMitNamen(kuerzel));
    if (!sprache || !vorhanden.has(`${art}/${von}`)) return datei;
    const id = `${von}.${sprache}`;
    if (datei.art !== art && datei.id === id) return datei;
    const name = `${id}${art === 'seite' && /x$/i.test(datei.pfad) ? '.mdx' : '.md'}`;
    const eigenes = art === 'angebot' ? 'ein eigenes Angebot' : 'eine eigene Seite';
    return {
      ...datei,
      art: `${art}-uebersetzung`,
      id,
      einwand: befundAn(
        datei.pfad,
        '(dateiname)',
        `„${basename(datei.pfad)}“ sieht wie eine Übersetzung von „${von}“ aus, heißt aber nicht so.`,
        `Bitte in „${name}“ umbenennen.${KENNUNG.test(datei.id) ? ` Ist es ${eigenes}, bitte einen Namen wählen, der nicht auf „-${kuerzel}“ endet.` : ''}`,
      ),
    };
  });
}

/** The language of the interface, or beyond, that somebody means who writes this code; German is no translation. */
function gemeinteSprache(kuerzel: string): string | undefined {
  if (kuerzel === 'de') return undefined;
  if (OBERFLAECHEN_SPRACHEN.includes(kuerzel)) return kuerzel;
  // Of the languages of the interface, the code of Korea can only mean Kurdish.
  return kuerzel === 'kr' ? 'ku' : spracheDesLandes(kuerzel);
}

/** The code of a language of the interface by its German name. */
function spracheMitNamen(name: string): string | undefined {
  const namen = new Intl.DisplayNames('de', { type: 'language' });
  return OBERFLAECHEN_SPRACHEN.find(
    (code) =>
      code !== 'de' && code !== LEICHT && alsKennung(namen.of(code) ?? '') === alsKennung(name),
  );
}

/** Files that would take each other's place: `hilfe.md` and `hilfe.mdx`, `Kurs.md` and `kurs.md`, a second map. */
function zwillinge(dateien: readonly ContentDatei[]): [ContentDatei, ContentDatei][] {
  const gemeinte = dateien.filter(({ art, einwand }) => art !== 'vokabular' || !einwand);
  const gruppen = Map.groupBy(gemeinte, ({ art, id }) => `${art}/${id.toLowerCase()}`);
  return [...gruppen.values()].flatMap(([first, ...rest]) =>
    rest.flatMap((datei): [ContentDatei, ContentDatei][] => [
      [datei, first!],
      [first!, datei],
    ]),
  );
}

/** What lies in a folder; without `stat` where its name leads nowhere. */
interface Fund {
  /** From the content folder, with `/`. */
  name: string;
  pfad: string;
  stat: Stats | undefined;
}

/**
 * When something of the content was last written, added or taken away.
 * @param pfad the content folder, or a file or folder in it
 * @returns milliseconds since 1970
 */
export function letzteAenderung(pfad: string): number {
  const stat = statSync(pfad);
  const innen = stat.isDirectory() ? namenIn(pfad).map((name) => join(pfad, name)) : [];
  return Math.max(stat.mtimeMs, ...innen.map(letzteAenderung));
}

/** What may be content, in the order of its names. */
function namenIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !KEIN_INHALT.has(name));
  return names.sort((a, b) => (a < b ? -1 : 1));
}

/** @param vorn what names in it begin with */
function* walk(folder: string, vorn = ''): Generator<Fund> {
  for (const eigener of namenIn(folder)) {
    // Not by `join`, which would take both apart for each of thousands of files.
    const pfad = folder + sep + eigener;
    const name = vorn + eigener.normalize('NFC');
    const stat = lstatSync(pfad, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      const children = [...walk(pfad, `${name}/`)];
      // An empty folder that looks like a file would otherwise vanish without a word.
      if (children.length === 0 && /\.\w+$/.test(name)) yield { name, pfad, stat };
      yield* children;
    } else yield { name, pfad, stat };
  }
}

/** @param datei as findings name it */
function recognise(
  { name, pfad, stat }: Fund,
  datei: string,
): ContentDatei | Befund | 'uebergehen' {
  const parts = name.split('/');
  const file = parts.at(-1)!;
  // Names are bytes to a disk and letters to us: what is no UTF-8 leads nowhere any more.
  if (!stat)
    return befundAn(
      pfad,
      '(dateiname)',
      'Der Dateiname enthält Zeichen, die nicht in UTF-8 gespeichert sind; so lässt sich die Datei nicht öffnen.',
      'Bitte umbenennen: nur Kleinbuchstaben a–z, Ziffern und Bindestriche.',
    );
  if (!stat.isFile()) {
    const was = stat.isSymbolicLink()
      ? 'eine Verknüpfung'
      : stat.isDirectory()
        ? 'ein Ordner mit dem Namen einer Datei'
        : 'keine gewöhnliche Datei';
    return befundAn(
      pfad,
      '(datei)',
      `Das ist ${was}; gelesen werden nur Dateien.`,
      'Bitte die Datei selbst ablegen.',
    );
  }
  if (BILD.test(file))
    return befundAn(
      pfad,
      '(datei)',
      `„${file}“ ist ein Bild; Bilder veröffentlicht das Portal nicht.`,
      'Bitte die Datei löschen und das Wichtige als Text schreiben.',
    );
  const erlaubt = MAX_BYTES_IN[parts[0]!] ?? MAX_BYTES;
  if (stat.size > erlaubt) {
    return befundAn(
      pfad,
      '(datei)',
      `Die Datei ist ${Math.round(stat.size / 1000)} kB groß, erlaubt sind ${erlaubt / 1000} kB.`,
      'Bitte prüfen, ob hier versehentlich etwas anderes gespeichert wurde.',
    );
  }
  if (parts.length === 1) {
    if (name === 'portal.yaml') return { art: 'portal', id: 'portal', pfad, datei };
    if (name === 'suchguete.yaml') return { art: 'suchguete', id: 'suchguete', pfad, datei };
    if (name === 'weiterleitungen.yaml')
      return { art: 'weiterleitungen', id: 'weiterleitungen', pfad, datei };
    if (BEIGABEN.has(name)) return 'uebergehen';
  }
  const endung = extname(file);
  const id = file.slice(0, file.length - endung.length);
  const isYaml = /^\.ya?ml$/i.test(endung);
  const gefunden = (art: DateiArt, feld?: string, meldung = '', tipp = ''): ContentDatei => ({
    art,
    id: art === 'karte' ? art : id,
    pfad,
    datei,
    ...(feld && { einwand: befundAn(pfad, feld, meldung, tipp) }),
  });

  const ordner =
    parts.length > 1 && Object.hasOwn(ORDNER, parts[0]!) ? ORDNER[parts[0]!] : undefined;
  if (!ordner) {
    const meldung = `„${name}“ gehört zu keinem bekannten Ordner.`;
    const tipp = `Bekannt sind portal.yaml, suchguete.yaml, weiterleitungen.yaml und die Ordner ${Object.keys(ORDNER).join(', ')}.`;
    return isYaml
      ? gefunden('vokabular', '(datei)', meldung, tipp)
      : befundAn(pfad, '(datei)', meldung, tipp);
  }
  const { art, endungen } = ordner;
  const uebersetzt = endungen.includes(endung) && (art === 'angebot' || art === 'seite');
  const [, von, sprache] = (uebersetzt && UEBERSETZUNG.exec(id)) || [];
  if (sprache && isSeitensprache(sprache)) {
    const einwand =
      sprache === 'de'
        ? {
            meldung: `„${file}“ sieht wie eine Übersetzung ins Deutsche aus; die deutsche Fassung ist „${von}${endung}“.`,
            tipp: `Bitte in „${von}${endung}“ umbenennen.`,
          }
        : (einwandGegenName(von!, art) ?? (parts.length > 2 ? unterordner(parts[0]!) : undefined));
    const artDerUebersetzung = `${art as 'angebot' | 'seite'}-uebersetzung` as const;
    // What is called a translation into German was meant as the German text, and is checked as such.
    const gemeint = sprache === 'de' ? art : artDerUebersetzung;
    return einwand
      ? gefunden(gemeint, '(dateiname)', einwand.meldung, einwand.tipp)
      : gefunden(artDerUebersetzung);
  }
  if (endungen.includes(endung)) {
    const einwand =
      einwandGegenName(id, art) ?? (parts.length > 2 ? unterordner(parts[0]!) : undefined);
    return einwand ? gefunden(art, '(dateiname)', einwand.meldung, einwand.tipp) : gefunden(art);
  }
  const meldung = `Im Ordner „${parts[0]}“ werden nur Dateien mit der Endung ${endungen.join(' oder ')} gelesen; „${file}“ bliebe unbeachtet.`;
  const umbenennen = `Bitte umbenennen, sodass der Name auf ${endungen[0]} endet.`;
  if (isYaml) {
    return gefunden(
      'vokabular',
      '(dateiname)',
      meldung,
      endungen.includes('.yaml') ? umbenennen : 'Bitte in den richtigen Ordner legen.',
    );
  }
  if (/^\.(md|mdx|markdown|mdown)\s*$/i.test(endung))
    return gefunden(art, '(dateiname)', meldung, umbenennen);
  return befundAn(
    pfad,
    '(datei)',
    meldung,
    TEXTDATEI.test(file)
      ? `Bitte in „${file.replace(TEXTDATEI, '')}${endungen[0]}“ umbenennen, oder die Datei löschen. Windows zeigt die Endung erst, wenn im Explorer „Dateinamenerweiterungen“ eingeschaltet ist.`
      : 'Bitte die Datei löschen oder an die richtige Stelle legen.',
  );
}

function unterordner(ordner: string) {
  return {
    meldung: `Die Datei liegt in einem Unterordner von „${ordner}“. Der Dateiname allein ist die Kennung; gleiche Namen in zwei Ordnern würden sich verdrängen.`,
    tipp: `Bitte die Datei direkt in den Ordner „${ordner}“ legen.`,
  };
}

/** Why a file cannot have this name, and what to do; undefined where it can. */
export function einwandGegenName(
  id: string,
  art: DateiArt,
): { meldung: string; tipp: string } | undefined {
  if (art === 'vokabular' && !Object.hasOwn(vokabulare, id)) {
    return {
      meldung: `Ein Vokabular „${id}“ gibt es nicht.`,
      tipp: tippMeintenSie(id, Object.keys(vokabulare)),
    };
  }
  if (WINDOWS_RESERVED.test(id)) {
    return {
      meldung: `„${id}“ ist unter Windows kein erlaubter Dateiname.`,
      tipp: 'Bitte einen anderen Namen wählen.',
    };
  }
  if (id.startsWith('_')) {
    return {
      meldung: 'Dateien, die mit „_“ beginnen, werden nicht als Entwurf übergangen.',
      tipp: 'Entwürfe bitte in einem eigenen Zweig aufbewahren; zum Veröffentlichen den Unterstrich entfernen.',
    };
  }
  if (!KENNUNG.test(id)) {
    return {
      meldung: `Der Dateiname „${id}“ taugt nicht als Kennung: erlaubt sind Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.`,
      tipp: `Bitte umbenennen${vorschlag(id)}.`,
    };
  }
  if (isKurzcode(id)) {
    return {
      meldung: `„${id}“ sieht aus wie eine Kurzadresse; die vergibt das Portal selbst.`,
      tipp: 'Bitte einen längeren Namen wählen.',
    };
  }
  if (id.length > MAX_LAENGE) {
    return {
      meldung: `Der Dateiname ist ${id.length} Zeichen lang, erlaubt sind ${MAX_LAENGE}.`,
      tipp: 'Bitte kürzer benennen.',
    };
  }
  return undefined;
}

function vorschlag(id: string): string {
  const name = alsKennung(id);
  return name ? `, zum Beispiel in „${name}“` : '';
}

/** A path as findings name it: from the working directory, with `/`. */
export function displayPath(pfad: string): string {
  return relative(process.cwd(), pfad).split(sep).join('/').normalize('NFC');
}

function befundAn(pfad: string, feld: string, meldung: string, tipp: string): Befund {
  return {
    datei: displayPath(pfad),
    zeile: 1,
    feld,
    stufe: 'fehler',
    regel: 'dateien',
    meldung,
    tipp,
  };
}

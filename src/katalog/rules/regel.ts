/** What a rule is: one file, one question about the content, one pure function. */
import { type Befund, formatPfad, type Pfad } from '../../domain/befund.ts';
import type { Eintraege, Katalog } from '../katalog.ts';
import type { ContentDatei } from '../content-files.ts';
import type { Dokument } from '../parse-document.ts';
import { zeileVon } from '../read-yaml.ts';

export interface Regel {
  /** Kebab-case, the file's name; stands in every finding. */
  name: string;
  /** What it guards against, one sentence for maintainers. */
  zweck: string;
  pruefe(kontext: RegelKontext): Fund[];
}

export interface RegelKontext {
  katalog: Katalog;
  /** What the files say, before anything is resolved or left out. */
  eintraege: Eintraege;
  fundstellen: Fundstellen;
}

/** Where entries stand in their files. */
export interface Fundstellen {
  /** The document of an entry; its `zeile` finds the line of a field. */
  dokument(art: ContentDatei['art'], id: string): Dokument | undefined;
  /** True where a file of that id exists, even if it is not valid. */
  gibtEs(art: ContentDatei['art'], id: string): boolean;
  /** The ids of all files of a kind, valid or not. */
  ids(art: ContentDatei['art']): string[];
}

/** A finding as a rule words it; its place in the file is looked up for it. */
export interface Fund {
  art: ContentDatei['art'];
  id: string;
  /** Path of the field, or what is no field. */
  feld: Pfad | '(text)' | '(dateiname)';
  /** Line within the Markdown, from 1, where `feld` is `(text)`. */
  textZeile?: number;
  /** Line within the YAML part, from 1, of what is no field: a comment. */
  kopfZeile?: number;
  stufe?: Befund['stufe'];
  meldung: string;
  tipp?: string;
}

/** Runs a rule and gives its findings file and line. */
export function runRegel(regel: Regel, kontext: RegelKontext): Befund[] {
  return regel.pruefe(kontext).map((fund) => ({
    ...fundort(kontext.fundstellen, fund),
    stufe: fund.stufe ?? 'fehler',
    regel: regel.name,
    meldung: fund.meldung,
    ...(fund.tipp && { tipp: fund.tipp }),
  }));
}

/** File, line and name of a field. */
export function fundort(
  fundstellen: Fundstellen,
  {
    art,
    id,
    feld,
    textZeile,
    kopfZeile = 1,
  }: Pick<Fund, 'art' | 'id' | 'feld' | 'textZeile' | 'kopfZeile'>,
): Pick<Befund, 'datei' | 'zeile' | 'feld'> {
  const dokument = fundstellen.dokument(art, id);
  const zeile =
    feld === '(text)'
      ? (dokument?.textZeile ?? 1) + (textZeile ?? 1) - 1
      : feld === '(dateiname)'
        ? 1
        : feld.length === 0 && dokument
          ? dokument.zeilen.erste + kopfZeile - 1
          : dokument && zeileVon(dokument.zeilen, feld);
  return {
    datei: dokument?.datei ?? `${art}/${id}`,
    zeile: zeile ?? 1,
    feld: typeof feld === 'string' ? feld : formatPfad(feld) || (dokument?.ganzes ?? '(datei)'),
  };
}

/**
 * What the full-text index knows of an offer. Pagefind weighs text by the meta field it stands in
 * ({@link GEWICHTE}); everything in `content` has weight 1.
 */
import type { Angebot } from '../domain/angebot.ts';
import { type Kontext, label, sprachLabel } from '../site/kontext.ts';
import { reinerText } from '../katalog/text-auszug.ts';
import { facettenwerte } from './facettenwerte.ts';

/** A custom record of Pagefind. */
export interface Suchsatz {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** How much a hit in a meta field counts. */
export const GEWICHTE = { title: 6, begriffe: 3, ort: 3, suchwoerter: 3, gebiet: 1 } as const;

/** The record of an offer in the language of the page. Its url tells offer and language apart. */
export function toSuchsatz(kontext: Kontext, angebot: Angebot): Suchsatz {
  const { katalog, sprache, pfade } = kontext;
  const { themen, angebotsarten, zielgruppen, kommunen } = katalog.vokabular;
  const werte = facettenwerte(angebot, kommunen.keys());
  const eigene = new Set(angebot.orte.map((ort) => ort.kommune).filter((id) => id !== undefined));
  const namen = (begriffe: Parameters<typeof label>[0], ids: Iterable<string>) =>
    [...ids].flatMap((id) => [label(begriffe, id, sprache).text, label(begriffe, id, 'de').text]);
  const begriffe = [
    ...angebot.thema.map((id) => themen.get(id)),
    ...angebot.zielgruppen.map((id) => zielgruppen.get(id)),
    angebotsarten.get(angebot.angebotsart),
    ...[...eigene].map((id) => kommunen.get(id)),
    angebot,
  ];
  return {
    url: pfade.angebot(angebot.id),
    language: sprache,
    content: words([
      angebot.kurz,
      reinerText(angebot.text),
      katalog.anbieter.get(angebot.anbieter)?.name,
      ...namen(zielgruppen, angebot.zielgruppen),
      ...werte.sprache.flatMap((code) => [
        sprachLabel(kontext, code).text,
        sprachLabel({ katalog, sprache: 'de' }, code).text,
      ]),
    ]),
    meta: {
      title: words([angebot.titel]),
      begriffe: words([
        ...namen(themen, angebot.thema),
        ...namen(angebotsarten, [angebot.angebotsart]),
      ]),
      ort: words([
        ...namen(kommunen, eigene),
        ...angebot.orte.flatMap((ort) => [ort.ort, ort.name, ort.plz]),
      ]),
      gebiet: words(gebietsnamen(kontext, angebot, werte.kommune)),
      suchwoerter: words(
        begriffe.flatMap((begriff) => Object.values(begriff?.suchwoerter ?? {}).flat()),
      ),
    },
    filters: {
      thema: werte.thema,
      angebotsart: werte.angebotsart,
      sprache: werte.sprache,
      zielgruppe: werte.zielgruppe,
      kommune: werte.kommune,
    },
  };
}

/**
 * Names of the Kommunen an offer serves; of a few also their districts. For the whole Kreis that would be
 * hundreds of words, and the offer would drown in them.
 */
function gebietsnamen({ katalog, sprache }: Kontext, angebot: Angebot, ids: string[]): string[] {
  const { kommunen } = katalog.vokabular;
  const namen = ids.flatMap((id) => [
    label(kommunen, id, sprache).text,
    label(kommunen, id, 'de').text,
  ]);
  if (typeof angebot.einzugsgebiet === 'string') return namen;
  return [...namen, ...ids.flatMap((id) => kommunen.get(id)?.ortsteile ?? [])];
}

/**
 * One text of many, each once. Quotation marks and brackets go: Pagefind would keep them as part of the word, and
 * nobody types them; so do soft hyphens, and the slash between two words. Single letters go too, as from „e. V.“: a
 * word that is not found is looked up by its beginning, and every word with that letter would be a hit.
 */
function words(texte: readonly (string | undefined)[]): string {
  return [...new Set(texte)]
    .filter((text) => text !== undefined)
    .join(' . ')
    .replace(/\u00AD/g, '')
    .replace(/(?<!\p{L})e\. ?V\./gu, 'eV')
    .replace(/[„“”‚‘’«»‹›"'`´()[\]{}/|]/g, ' ')
    .replace(/(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{M}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

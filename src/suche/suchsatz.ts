/**
 * What an offer is found by. Its words are analysed here and stand in the record as marked tokens, so that Pagefind, too, finds exactly
 * what is asked and nothing that merely begins like it. One record per offer serves all languages of the portal. In which field a token
 * stands tells how much a hit counts.
 */
import type { Angebot } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import type { Katalog } from '../katalog/katalog.ts';
import { type Analysen, analysenVon, type Textanalyse } from './analysen.ts';
import { INDEX_SPRACHE } from './dateien.ts';
import type { Fundtexte } from './fundstellen.ts';
import { FELDER, zeichen } from './zeichen.ts';

/** A custom record of Pagefind. */
export interface Suchsatz {
  /** Id of the offer; the build puts the address of its page there. */
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
}

/** A record without any word would not be indexed. */
const OHNE_WORT = zeichen.form('angebot');

/**
 * The first call for a Katalog analyses the texts of all its offers; the others find that done. The caller puts the
 * address of the page in place of the id.
 */
export function toSuchsatz(katalog: Katalog, angebot: Angebot): Suchsatz {
  const [titel, kurz, content] = fundtexteVon(katalog, angebot);
  return {
    url: angebot.id,
    language: INDEX_SPRACHE,
    content,
    meta: { [FELDER.titel]: titel, [FELDER.kurz]: kurz },
  };
}

/** The tokens of a record by where they stand; the same object as long as what the offer says is analysed as before. */
export function fundtexteVon(katalog: Katalog, angebot: Angebot): Fundtexte {
  return fundtexteJe(analysenVon(katalog, angebot));
}

const fundtexteJe = einmalJe((analysen: Analysen): Fundtexte => {
  const [titel, kurz, text] = analysen.map(zeichenVon);
  return [titel!, kurz!, text || OHNE_WORT];
});

function zeichenVon({ formen, wurzeln, anliegen }: Textanalyse): string {
  return [
    ...[...formen.keys()].map(zeichen.form),
    ...[...wurzeln].map(zeichen.wurzel),
    ...anliegen.map(zeichen.anliegen),
  ].join(' ');
}

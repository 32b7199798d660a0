/** What stands in tabs, bookmarks and the history for an offer: two offers may be called the same, their pages must not. */
import type { Angebot } from '../domain/angebot.ts';
import { einmalJe } from '../domain/einmal.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import { angeboteMitSeite } from '../katalog/katalog.ts';
import { titelVon } from './angebot-karte.ts';
import type { Beschriftung, Kontext } from './kontext.ts';

/** The title of an offer; behind it its provider where others are called the same, and its short name where that says nothing either. */
export function fenstertitel(kontext: Kontext, angebot: Angebot): Beschriftung {
  const titel = titelVon(kontext, angebot);
  const gleiche = jeTitel(kontext).get(titel.text)!;
  if (gleiche.length === 1) return titel;
  const { id, anbieter } = angebot;
  const name = kontext.katalog.anbieter.get(anbieter)?.name ?? anbieter;
  const einziges = gleiche.filter((anderes) => anderes.anbieter === anbieter).length === 1;
  return { ...titel, text: `${titel.text} (${einziges ? name : `${name}, ${kurzcode(id)}`})` };
}

/** Every page of every offer asks for this. */
const jeTitel = einmalJe((kontext: Kontext): ReadonlyMap<string, Angebot[]> =>
  Map.groupBy(
    angeboteMitSeite(kontext.katalog).values(),
    (angebot) => titelVon(kontext, angebot).text,
  ),
);

/** Where an offer is, in a line. */
import type { Angebot } from '../domain/angebot.ts';
import type { Ort } from '../domain/ort.ts';
import { type Beschriftung, deutsch, type Kontext, label } from './kontext.ts';

/** The municipalities of an offer's places; the area it serves where it has none. */
export function ortszeile({ katalog, sprache, t }: Kontext, angebot: Angebot): Beschriftung {
  if (angebot.vertraulich) return { text: t('ort.geheim') };
  if (angebot.herkunft?.wo) return deutsch(sprache, angebot.herkunft.wo);
  const namen = (ids: Iterable<string>): Beschriftung => {
    const alle = [...ids].map((id) => label(katalog.vokabular.kommunen, id, sprache));
    const text = alle.map((name) => name.text).join(t('liste.komma'));
    return alle.some(({ lang }) => lang) ? deutsch(sprache, text) : { text };
  };
  const orte = new Set(angebot.orte.map((ort) => ort.kommune).filter((id) => id !== undefined));
  if (orte.size > 0) return namen(orte);
  const { einzugsgebiet } = angebot;
  if (einzugsgebiet === 'kreisweit') return { text: t('ort.kreisweit') };
  if (einzugsgebiet === 'bundesweit') return { text: t('ort.bundesweit') };
  if (einzugsgebiet.length > 0)
    return einzugsgebiet.length > 3
      ? { text: t('ort.mehrere', { anzahl: einzugsgebiet.length }) }
      : namen(einzugsgebiet);
  const ort = angebot.orte[0]?.ort;
  return ort ? deutsch(sprache, ort) : { text: t('ort.unbekannt') };
}

/**
 * A place as on a letter, the same in every language: name, street, postal code with the town's German name. What is not known is left
 * out.
 */
export function anschrift({ katalog }: Pick<Kontext, 'katalog'>, ort: Ort): string[] {
  const stadt =
    ort.ort ?? (ort.kommune && label(katalog.vokabular.kommunen, ort.kommune, 'de').text);
  return [ort.name, ort.strasse, [ort.plz, stadt].filter(Boolean).join(' ')].filter(
    (zeile): zeile is string => Boolean(zeile),
  );
}

import type { Pfad } from '../../domain/befund.ts';
import { sprachcodes } from '../../domain/portal.ts';
import { LEICHT } from '../../i18n/sprachen.ts';
import type { Fund, Regel } from './regel.ts';

/** Vocabularies whose words stand on pages, and in which fields. German names of places and languages need none. */
const SICHTBAR = {
  themen: ['bezeichnung', 'beschreibung'],
  angebotsarten: ['bezeichnung', 'beschreibung'],
  zielgruppen: ['bezeichnung', 'beschreibung'],
  unterlagen: ['bezeichnung'],
  schritte: ['bezeichnung'],
  glossar: ['beschreibung'],
} as const;

type Texte = Readonly<Record<string, string>>;
/** A text of several languages: where it stands, and what findings call it. */
type Stelle = [pfad: Pfad, name: string, texte: Texte | undefined];

/** What stands on pages of a language has words in it. In Leichte Sprache the German ones do where they are easy. */
export const beschriftungen: Regel = {
  name: 'beschriftungen',
  zweck: 'A German word on an Arabic page tells its reader nothing.',
  pruefe({ eintraege: { portal, vokabular } }) {
    const sprachen = sprachcodes(portal).filter((code) => code !== 'de' && code !== LEICHT);
    const pruefe = (ort: Pick<Fund, 'art' | 'id'>, stellen: Stelle[]): Fund[] =>
      sprachen.flatMap((sprache): Fund[] => {
        const fehlend = stellen.filter(([, , texte]) => texte && !Object.hasOwn(texte, sprache));
        if (fehlend.length === 0) return [];
        return [
          {
            ...ort,
            feld: fehlend[0]![0],
            stufe: 'hinweis',
            meldung: `In der Sprache „${sprache}“ fehlt: ${fehlend.map(([, name]) => name).join(', ')}. Auf den Seiten steht dort Deutsch.`,
            tipp: `Bitte ergänzen, zum Beispiel: ${String(fehlend[0]![0].at(-1))}: { de: …, ${sprache}: … }`,
          },
        ];
      });
    return [
      ...pruefe({ art: 'portal', id: 'portal' }, [
        [['im_kreis'], 'im_kreis', portal.im_kreis],
        [['beschreibung'], 'beschreibung', portal.beschreibung],
        [['quelle_hinweis'], 'quelle_hinweis', portal.quelle_hinweis],
        ...(portal.notruf ?? []).map(({ bezeichnung, telefon }, i): Stelle => [
          ['notruf', i, 'bezeichnung'],
          `notruf ${telefon}`,
          bezeichnung,
        ]),
      ]),
      ...Object.entries(SICHTBAR).flatMap(([name, felder]) => {
        const stellen = [...vokabular[name as keyof typeof SICHTBAR]].flatMap(([id, begriff]) =>
          felder.map((feld): Stelle => [
            [id, feld],
            feld === felder[0] ? id : `${id}.${feld}`,
            (begriff as unknown as Record<string, Texte | undefined>)[feld],
          ]),
        );
        return pruefe({ art: 'vokabular', id: name }, stellen);
      }),
    ];
  },
};

import type { Pfad } from '../../domain/befund.ts';
import { sprachcodes } from '../../domain/portal.ts';
import { LEICHT } from '../../domain/sprache.ts';
import { texteDer } from '../../i18n/texte.ts';
import { fremdeAngabe } from '../angaben-vergleich.ts';
import type { Eintraege } from '../katalog.ts';
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

/**
 * What stands on pages of a language has words in it, and no number and no address that the German lacks. In Leichte Sprache the
 * German words do where they are easy.
 */
export const beschriftungen: Regel = {
  name: 'beschriftungen',
  zweck:
    'A German word on an Arabic page tells its reader nothing, and few editors notice a wrong number in a script they cannot read.',
  pruefe({ eintraege }) {
    const { portal, vokabular } = eintraege;
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
      ...fremdeAngaben({ art: 'portal', id: 'portal' }, portal),
      ...Object.entries(vokabular).flatMap(([name, begriffe]) =>
        fremdeAngaben({ art: 'vokabular', id: name }, Object.fromEntries(begriffe)),
      ),
      ...[...eintraege.texte].flatMap(([sprache, texte]) =>
        Object.entries(texte).flatMap(([key, text]) =>
          fremdeAngabeIn({ art: 'texte', id: sprache }, [key], text, deutscherText(eintraege, key)),
        ),
      ),
    ];
  },
};

/** Numbers and addresses of labels, however deep they lie, that their German label lacks. */
function fremdeAngaben(ort: Pick<Fund, 'art' | 'id'>, wert: unknown, pfad: Pfad = []): Fund[] {
  if (typeof wert !== 'object' || wert === null) return [];
  const { de } = wert as { de?: unknown };
  return Object.entries(wert).flatMap(([feld, inhalt]) =>
    typeof de === 'string' && typeof inhalt === 'string'
      ? fremdeAngabeIn(ort, [...pfad, feld], inhalt, de)
      : fremdeAngaben(ort, inhalt, [...pfad, feld]),
  );
}

function fremdeAngabeIn(
  ort: Pick<Fund, 'art' | 'id'>,
  feld: Pfad,
  text: string,
  deutsch: string,
): Fund[] {
  const fremd = fremdeAngabe(text, deutsch, 'text');
  if (fremd === undefined) return [];
  return [
    {
      ...ort,
      feld,
      meldung: `Hier steht „${fremd}“; im deutschen Text steht das nicht.`,
      tipp: 'Nummern und Adressen müssen genau die des deutschen Textes sein. Bitte hier berichtigen oder weglassen.',
    },
  ];
}

/** What an interface text says in German, in this Kreis. */
function deutscherText({ texte }: Eintraege, key: string): string {
  const von = (name: string) =>
    [texte.get('de') ?? {}, texteDer('de')].find((alle) => Object.hasOwn(alle, name))?.[name];
  return von(key) ?? von(key.replace(/_(zero|two|few|many)$/, '_other')) ?? '';
}

import { findHuerden, GRENZEN, type Grenzen } from '../../domain/lesbarkeit.ts';
import type { Pfad } from '../../domain/befund.ts';
import { LEICHT } from '../../domain/sprache.ts';
import { zeilenVon } from '../text-auszug.ts';
import { teileName } from '../uebersetzungen.ts';
import { alleWerte } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Texts in Leichte Sprache, and the short texts of offers, are easy to read as far as that can be counted. */
export const leichteSprache: Regel = {
  name: 'leichte-sprache',
  zweck: 'Who reads slowly gives up at a long sentence, and never learns that there is help.',
  pruefe({ eintraege }) {
    const { portal, vokabular, texte, angebote, seiten, uebersetzungen } = eintraege;
    const funde: Fund[] = [];
    const leicht = (ort: Pick<Fund, 'art' | 'id'>, feld: Fund['feld'], text: string) =>
      funde.push(...pruefe({ ...ort, feld }, text, GRENZEN.leicht));

    const jeSprache: [Pick<Fund, 'art' | 'id'>, unknown][] = [
      [{ art: 'portal', id: 'portal' }, portal],
      ...Object.entries(vokabular).map(([id, begriffe]): [Pick<Fund, 'art' | 'id'>, unknown] => [
        { art: 'vokabular', id },
        Object.fromEntries(begriffe),
      ]),
    ];
    for (const [ort, eintrag] of jeSprache)
      for (const [pfad, text] of alleWerte(eintrag))
        if (pfad.at(-1) === LEICHT) leicht(ort, pfad as Pfad, text);
    for (const [key, text] of Object.entries(texte.get(LEICHT) ?? {}))
      leicht({ art: 'texte', id: LEICHT }, [key], text);
    for (const [art, alle] of [
      ['angebot-uebersetzung', uebersetzungen.angebote],
      ['seite-uebersetzung', uebersetzungen.seiten],
    ] as const)
      for (const [id, { texte }] of alle)
        if (teileName(id).sprache === LEICHT)
          for (const [feld, text] of Object.entries(texte)) {
            const mdx = feld === 'text' && seiten.get(teileName(id).von)?.mdx === true;
            leicht({ art, id }, feld === 'text' ? '(text)' : [feld], zeilenVon(text, mdx));
          }

    for (const [id, { kurz }] of angebote)
      if (kurz) funde.push(...pruefe({ art: 'angebot', id, feld: ['kurz'] }, kurz, GRENZEN.kurz));
    return funde;
  },
};

function pruefe(ort: Pick<Fund, 'art' | 'id' | 'feld'>, text: string, grenzen: Grenzen): Fund[] {
  const { saetze, woerter, passiv } = findHuerden(text, grenzen);
  const zitate = (liste: string[]) =>
    liste
      .slice(0, 3)
      .map((stelle) => `„${stelle}“`)
      .join(', ') + (liste.length > 3 ? ` und ${liste.length - 3} weitere` : '');
  const einwaende: [string[], string, string][] = [
    [
      saetze,
      `Schwer zu lesen: Ein Satz hat mehr als ${grenzen.satz} Wörter.`,
      'Bitte teilen: ein Gedanke, ein Satz.',
    ],
    [
      woerter,
      `Schwer zu lesen: Ein Wort hat mehr als ${grenzen.wort} Buchstaben.`,
      'Bitte ein kürzeres Wort nehmen oder es teilen: „Deutsch·kurs“, „Migrations-Beratung“.',
    ],
    [
      passiv,
      'Schwer zu lesen: Der Satz steht im Passiv.',
      'Bitte sagen, wer etwas tut: „Wir helfen Ihnen“ statt „Ihnen wird geholfen“.',
    ],
  ];
  return einwaende.flatMap(([stellen, meldung, tipp]): Fund[] =>
    stellen.length > 0
      ? [{ ...ort, stufe: 'hinweis', meldung: `${meldung} ${zitate(stellen)}`, tipp }]
      : [],
  );
}

import { istLeer } from '../../suche/analyse/fuellwoerter.ts';
import { analysenVon } from '../../suche/analysen.ts';
import { werteOhneOrte } from '../../domain/facettenwerte.ts';
import type { Katalog } from '../katalog.ts';
import type { Fund, Regel } from './regel.ts';

/** Vocabularies whose entries are values of a facet. */
const FACETTEN = {
  themen: 'thema',
  angebotsarten: 'angebotsart',
  zielgruppen: 'zielgruppe',
  sprachen: 'sprache',
} as const;

/** Search words must lead somewhere. */
export const suchwoerter: Regel = {
  name: 'suchwoerter',
  zweck: 'Somebody who types a word that leads nowhere takes it that there is no help.',
  pruefe({ katalog }) {
    return [...ohneSinn(katalog), ...ohneAngebot(katalog), ...ohneNotruf(katalog)];
  },
};

/** Words of which nothing remains once the fillers are left out. */
function ohneSinn({ vokabular }: Katalog): Fund[] {
  const { themen, angebotsarten, zielgruppen, sprachen, kommunen, anliegen } = vokabular;
  const alle = { themen, angebotsarten, zielgruppen, sprachen, kommunen, anliegen };
  return Object.entries(alle).flatMap(([vokabularName, begriffe]) =>
    [...begriffe.values()].flatMap((begriff) =>
      wortlisten(begriff).flatMap(([feld, worte]) =>
        worte.filter(istLeer).map((wort): Fund => ({
          art: 'vokabular',
          id: vokabularName,
          feld: [begriff.id, ...feld],
          stufe: 'hinweis',
          meldung: `„${wort}“ besteht nur aus Wörtern, die jede Suche weglässt, und führt nirgends hin.`,
          tipp: 'Bitte ein Wort ergänzen, das sagt, worum es geht, oder den Eintrag löschen.',
        })),
      ),
    ),
  );
}

/** The lists of words of an entry, each with its field. */
function wortlisten(begriff: {
  suchwoerter?: Record<string, string[]> | undefined;
  erkennen?: string[] | undefined;
}): [feld: string[], worte: string[]][] {
  const { suchwoerter = {}, erkennen = [] } = begriff;
  return [
    ...Object.entries(suchwoerter).map(([sprache, worte]): [string[], string[]] => [
      ['suchwoerter', sprache],
      worte,
    ]),
    [['erkennen'], erkennen],
  ];
}

/** Danger and emergency numbers must know of each other: otherwise a search shows none, and nobody notices. */
function ohneNotruf({ vokabular, portal }: Katalog): Fund[] {
  const { notruf = [] } = portal;
  const ohneNummern = [...vokabular.anliegen.values()]
    .filter(({ gefahr }) => gefahr && notruf.length === 0)
    .map(({ id }): Fund => ({
      art: 'vokabular',
      id: 'anliegen',
      feld: [id, 'gefahr'],
      meldung: `„${id}“ bedeutet Gefahr, aber das Portal nennt keine Notrufnummern.`,
      tipp: 'Bitte in portal.yaml bei „notruf“ mindestens 110 und 112 eintragen.',
    }));
  const ohneGefahr = notruf.flatMap(({ bei = [] }, nr) =>
    bei.flatMap((id, i): Fund[] => {
      const anliegen = vokabular.anliegen.get(id);
      if (!anliegen || anliegen.gefahr) return [];
      return [
        {
          art: 'portal',
          id: 'portal',
          feld: ['notruf', nr, 'bei', i],
          meldung: `Bei „${id}“ würde diese Nummer nicht gezeigt: Das Anliegen ist nicht als Gefahr gekennzeichnet.`,
          tipp: 'Bitte dort „gefahr: ja“ eintragen oder den Eintrag hier löschen.',
        },
      ];
    }),
  );
  return [...ohneNummern, ...ohneGefahr];
}

/** Entries with words that people may type, and no offer behind them. */
function ohneAngebot(katalog: Katalog): Fund[] {
  const angebote = [...katalog.angebote.values()];
  if (angebote.length === 0) return [];
  const werte = angebote.map(werteOhneOrte);
  const belegte = new Set(
    werte.flatMap((eines) =>
      Object.entries(eines).flatMap(([facette, alle]) => alle.map((wert) => `${facette} ${wert}`)),
    ),
  );
  const belegt = (facette: keyof (typeof werte)[number], wert: string) =>
    belegte.has(`${facette} ${wert}`);
  const erkannt = erkannteAnliegen(katalog);
  const fund = (vokabular: string, id: string, meldung: string, tipp: string): Fund => ({
    art: 'vokabular',
    id: vokabular,
    feld: [id],
    stufe: 'hinweis',
    meldung,
    tipp,
  });
  const begriffe = Object.entries(FACETTEN).flatMap(([vokabular, facette]) =>
    [...katalog.vokabular[vokabular as keyof typeof FACETTEN].values()]
      .filter(({ id, suchwoerter }) => suchwoerter && !belegt(facette, id))
      .map(({ id }) =>
        fund(
          vokabular,
          id,
          `Die Suchwörter von „${id}“ führen zu keinem Angebot.`,
          'Gibt es ein Angebot dafür, bitte den Wert dort eintragen.',
        ),
      ),
  );
  const anliegen = [...katalog.vokabular.anliegen.values()]
    // The words of danger lead to the emergency numbers.
    .filter(({ id, gefahr }) => !gefahr && !erkannt.has(id))
    .filter(({ merkmal = {} }) =>
      Object.entries(merkmal).every(([facette, gesucht]) =>
        gesucht.every((wert) => !belegt(facette as keyof (typeof werte)[number], wert)),
      ),
    )
    .map(({ id, merkmal }) =>
      fund(
        'anliegen',
        id,
        `Die Suchwörter des Anliegens „${id}“ führen zu keinem Angebot.`,
        merkmal
          ? 'Kein Angebot hat diese Angabe. Wo sie zutrifft, bitte beim Angebot eintragen.'
          : 'Bitte bei „erkennen“ deutsche Wörter nennen, die in den passenden Angeboten stehen, oder das Anliegen löschen.',
      ),
    );
  return [...begriffe, ...anliegen];
}

function erkannteAnliegen(katalog: Katalog): ReadonlySet<string> {
  return new Set(
    [...katalog.angebote.values()].flatMap((angebot) =>
      analysenVon(katalog, angebot).flatMap(({ anliegen }) => anliegen),
    ),
  );
}

import { type AngebotEintrag, isAbgelaufen, NIVEAUS } from '../../domain/angebot.ts';
import type { Pfad } from '../../domain/befund.ts';
import type { ProjektEintrag } from '../../domain/projekt.ts';
import type { Fund, Regel } from './regel.ts';

/** Dates and other spans that cannot be, and what is over. */
export const fristen: Regel = {
  name: 'fristen',
  zweck:
    'A check in the future hides that nobody checked; an ended offer leaves the lists, which its editor should know.',
  pruefe({ katalog, eintraege }) {
    const { stichtag } = katalog;
    const { angebote, projekte, kontakte } = eintraege;
    return [
      ...[...angebote].flatMap(([id, angebot]) =>
        [
          ...zukunft(angebot, stichtag),
          ...abgelaufen(angebot, stichtag),
          ...(isAbgelaufen(angebot, stichtag) ? [] : ueberholt(angebot, stichtag)),
          ...verkehrteSpannen(angebot),
        ].map((fund): Fund => ({ art: 'angebot', id, ...fund })),
      ),
      ...[...projekte].flatMap(([id, projekt]) =>
        [...zukunft(projekt, stichtag), ...projektzeit(projekt, stichtag)].map((fund): Fund => ({
          art: 'projekt',
          id,
          ...fund,
        })),
      ),
      ...[...kontakte].flatMap(([id, { stellen }]) =>
        stellen.flatMap((stelle, i) =>
          zukunft(stelle, stichtag, ['stellen', i]).map((fund): Fund => ({
            art: 'kontakte',
            id,
            ...fund,
          })),
        ),
      ),
    ];
  },
};

type FundImEintrag = Omit<Fund, 'art' | 'id'>;

/** Days on which somebody looked: they have been. */
function zukunft(
  { geprueft_am, kurs }: { geprueft_am?: string | undefined; kurs?: AngebotEintrag['kurs'] },
  stichtag: string,
  pfad: Pfad = [],
): FundImEintrag[] {
  const tage: [Pfad, string | undefined, string][] = [
    [
      [...pfad, 'geprueft_am'],
      geprueft_am === 'unbekannt' ? undefined : geprueft_am,
      'die Angaben zuletzt geprüft wurden',
    ],
    [['kurs', 'stand'], kurs?.stand, 'die Zahl der freien Plätze stimmte'],
  ];
  return tage.flatMap(([feld, tag, was]) =>
    tag && tag > stichtag
      ? [
          {
            feld,
            meldung: `Das Datum ${tag} liegt in der Zukunft (heute ist der ${stichtag}).`,
            tipp: `Bitte den Tag eintragen, an dem ${was}.`,
          },
        ]
      : [],
  );
}

function abgelaufen(
  { gueltig_bis, geprueft_am }: AngebotEintrag,
  stichtag: string,
): FundImEintrag[] {
  if (!gueltig_bis || gueltig_bis >= stichtag) return [];
  const trotzdemGeprueft = geprueft_am !== 'unbekannt' && geprueft_am > gueltig_bis;
  return [
    {
      feld: ['gueltig_bis'],
      stufe: trotzdemGeprueft ? 'warnung' : 'hinweis',
      meldung: `Das Angebot ist seit dem ${gueltig_bis} abgelaufen und steht nicht mehr in Liste und Suche${trotzdemGeprueft ? `; geprüft wurde es noch am ${geprueft_am}` : ''}.`,
      tipp: 'Geht es weiter, bitte das Datum ändern.',
    },
  ];
}

/** What an offer that goes on says of something that does not, or of something that nobody sees. */
function ueberholt({ kurs, zeiten = [] }: AngebotEintrag, stichtag: string): FundImEintrag[] {
  const funde: [feld: Pfad, trifftZu: boolean, meldung: string, tipp: string][] = [
    [
      ['kurs', 'ende'],
      kleiner(kurs?.ende, stichtag),
      `Der Kurs ist seit dem ${kurs?.ende} vorbei.`,
      'Bitte den nächsten Kurs eintragen. Gibt es keinen, bitte „kurs“ löschen oder das Angebot beenden (status: beendet).',
    ],
    [
      ['kurs', 'plaetze'],
      kurs?.plaetze !== undefined && !kurs.stand,
      'Die Zahl der freien Plätze wird nicht gezeigt, denn niemand weiß, von wann sie ist.',
      `Bitte bei „kurs“ den Tag ergänzen, an dem sie stimmte, zum Beispiel: stand: ${stichtag}`,
    ],
    ...zeiten.map(({ gueltig_bis }, i): (typeof funde)[number] => [
      ['zeiten', i, 'gueltig_bis'],
      kleiner(gueltig_bis, stichtag),
      `Diese Zeit galt nur bis zum ${gueltig_bis}.`,
      'Gilt sie weiter, bitte das Datum ändern; sonst bitte die Zeile löschen.',
    ]),
  ];
  return funde
    .filter(([, trifftZu]) => trifftZu)
    .map(([feld, , meldung, tipp]) => ({ feld, stufe: 'hinweis', meldung, tipp }));
}

/** When a project was: not backwards, and not „running“ when it is over. */
function projektzeit({ zeitraum, status }: ProjektEintrag, stichtag: string): FundImEintrag[] {
  const { von, bis } = zeitraum ?? {};
  if (!bis) return [];
  // As exact as both are: „2026-03“ does not end before „2026“.
  const endetVor = (wert: string) => {
    const genau = Math.min(bis.length, wert.length);
    return bis.slice(0, genau) < wert.slice(0, genau);
  };
  if (von && endetVor(von))
    return [
      {
        feld: ['zeitraum', 'bis'],
        meldung: `Das Projekt endet ${bis}, also vor seinem Beginn ${von}.`,
        tipp: 'Bitte beide Angaben prüfen.',
      },
    ];
  if (status !== 'laeuft' || !endetVor(stichtag)) return [];
  return [
    {
      feld: ['status'],
      stufe: 'warnung',
      meldung: `Laut Zeitraum ist das Projekt seit ${bis} vorbei; als „status“ steht hier „laeuft“.`,
      tipp: 'Bitte „abgeschlossen“ schreiben, oder „verstetigt“, wenn es weitergeht.',
    },
  ];
}

function verkehrteSpannen({
  alter,
  kurs,
  deutschniveau,
  termine,
}: AngebotEintrag): FundImEintrag[] {
  const rang = (niveau: (typeof NIVEAUS)[number] | undefined) => niveau && NIVEAUS.indexOf(niveau);
  const spannen: [feld: Pfad, verkehrt: boolean, meldung: string][] = [
    [
      ['alter', 'bis'],
      kleiner(alter?.bis, alter?.von),
      `Das Alter endet mit ${alter?.bis}, also vor seinem Beginn mit ${alter?.von}.`,
    ],
    [
      ['kurs', 'ende'],
      kleiner(kurs?.ende, kurs?.start),
      `Der Kurs endet am ${kurs?.ende}, also vor seinem Beginn am ${kurs?.start}.`,
    ],
    [
      ['deutschniveau', 'bis'],
      kleiner(rang(deutschniveau?.bis), rang(deutschniveau?.von)),
      `Das Niveau endet mit ${deutschniveau?.bis}, also unter seinem Beginn mit ${deutschniveau?.von}.`,
    ],
    ...(termine ?? []).map(({ start, ende }, i): [Pfad, boolean, string] => [
      ['termine', i, 'ende'],
      ende === start || kleiner(ende, start),
      `Der Termin endet ${ende}, also nicht nach seinem Beginn ${start}.`,
    ]),
  ];
  return spannen
    .filter(([, verkehrt]) => verkehrt)
    .map(([feld, , meldung]) => ({ feld, meldung, tipp: 'Bitte beide Angaben prüfen.' }));
}

function kleiner<T extends string | number>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a < b;
}

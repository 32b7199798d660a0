/** What to look after: the age of what the portal says, offers that look alike, and what is missing. */
import { ALTERSKLASSEN, type Altersklasse, type Bericht } from '../../bericht/bericht.ts';
import { MAENGEL, type Mangel } from '../../bericht/datenqualitaet.ts';
import { LEICHT } from '../../domain/sprache.ts';
import { eigenName, sprachName } from '../../i18n/sprachen.ts';
import type { Kontext } from '../kontext.ts';
import type { Abschnitt, Block, Tabelle, Zahlzelle, Zeile } from './bausteine.ts';
import { absatz, anbieterName, diagramm, mitMarke, nameVon, verweis } from './gemeinsam.ts';
import { anteil, zahl } from './worte.ts';

const ALTER: Record<Altersklasse, string> = {
  'in-frist': 'innerhalb der Prüffrist',
  'unter-3': 'Frist vorbei, weniger als 3 Jahre alt',
  'unter-6': '3 bis unter 6 Jahre alt',
  'ab-6': '6 Jahre und älter',
  unbekannt: 'nicht bekannt, von wann',
};

/** Offers by how long ago they were checked, as bars and with their share of all. */
export function alter({ katalog }: Kontext, { alter, angebote }: Bericht): Abschnitt {
  const zeilen = ALTERSKLASSEN.map((klasse) => ({ name: ALTER[klasse], anzahl: alter[klasse] }));
  const fristen = [...katalog.vokabular.angebotsarten.values()].map(
    ({ pruefintervall_tage }) => pruefintervall_tage,
  );
  return {
    id: 'alter',
    titel: 'Wie alt die Angaben sind',
    bloecke: [
      absatz(
        `Je nach Art des Angebots sollen die Angaben alle ${zahl(Math.min(...fristen))} bis ${zahl(Math.max(...fristen))} Tage geprüft werden. Alte Angaben führen Menschen vor geschlossene Türen.`,
      ),
      diagramm(
        'balken-alter',
        'Angebote nach Alter der Angaben',
        zeilen.map(({ name, anzahl }) => ({
          name,
          wert: anzahl,
          text: `${zahl(anzahl)} (${anteil(anzahl, angebote.alle)})`,
        })),
      ),
      {
        art: 'tabelle',
        titel: 'Wie alt die Angaben sind',
        kopf: ['Alter der Angaben', 'Angebote', 'Anteil'],
        gruppen: [
          {
            zeilen: zeilen.map(({ name, anzahl }) => ({
              name,
              zellen: [zahl(anzahl), anteil(anzahl, angebote.alle)],
            })),
          },
        ],
      },
    ],
  };
}

/** Nobody reads more on a page, and a telephone cannot show it. The tables for spreadsheets hold all of it. */
const MAX_ZEILEN = 500;
/** Of similar offers, in one row. */
const MAX_JE_ZEILE = 20;

/** Says that a table is cut, and where all of it is. */
function gekuerzt(gezeigt: number, alle: number, datei: string): Block[] {
  if (gezeigt === alle) return [];
  return [
    absatz(
      `Gezeigt sind die ersten ${zahl(gezeigt)} von ${zahl(alle)} Zeilen. Alle stehen in der Tabelle „${datei}“, die der Befehl „npm run bericht“ schreibt.`,
    ),
  ];
}

/**
 * Without a block, and so not in the report, where no offers are alike. Rows end after {@link MAX_ZEILEN} offers, and a
 * sentence says so.
 */
export function aehnliche(kontext: Kontext, { aehnliche }: Bericht): Abschnitt {
  const { katalog } = kontext;
  const tabelle = (titel: string, mehrereAnbieter: boolean): Block[] => {
    const gruppen = aehnliche.filter((gruppe) => gruppe.mehrereAnbieter === mehrereAnbieter);
    if (gruppen.length === 0) return [];
    let genannt = 0;
    const gezeigt = gruppen.filter(
      ({ angebote }) => (genannt += Math.min(angebote.length, MAX_JE_ZEILE)) <= MAX_ZEILEN,
    );
    return [
      {
        art: 'tabelle',
        titel,
        kopf: ['Art und Thema', 'Angebote'],
        gruppen: [...Map.groupBy(gezeigt, ({ kommune }) => kommune)].map(([kommune, seine]) => ({
          titel: kommune ? nameVon(katalog, 'kommunen')(kommune) : 'im ganzen Kreis',
          zeilen: seine.map(({ angebotsart, themen, angebote }) => ({
            name: `${nameVon(katalog, 'angebotsarten')(angebotsart)}: ${themen.map(nameVon(katalog, 'themen')).join(', ')}${
              angebote.length > MAX_JE_ZEILE
                ? ` (die ersten ${zahl(MAX_JE_ZEILE)} von ${zahl(angebote.length)})`
                : ''
            }`,
            zellen: [
              {
                verweise: angebote.slice(0, MAX_JE_ZEILE).map((angebot) => ({
                  ...verweis(kontext, angebot),
                  zusatz: anbieterName(katalog, angebot),
                })),
              },
            ],
          })),
        })),
      },
      ...gekuerzt(gezeigt.length, gruppen.length, 'aehnliche-angebote.csv'),
    ];
  };
  return {
    id: 'aehnliche',
    titel: 'Ähnliche Angebote am selben Ort',
    bloecke:
      aehnliche.length === 0
        ? []
        : [
            absatz(
              'Angebote derselben Art zum selben Thema am selben Ort. Das ist kein Vorwurf: Oft ergänzen sie sich, haben andere Zielgruppen oder Zeiten, oder der Bedarf ist groß. Es lohnt sich, sie gemeinsam anzusehen, bevor ein weiteres entsteht.',
            ),
            ...tabelle('Von mehreren Anbietern', true),
            ...tabelle('Von einem Anbieter', false),
          ],
  };
}

const MANGEL: Record<Mangel, string> = {
  veraltet: 'Prüffrist vorbei',
  undatiert: 'nicht bekannt, von wann die Angaben sind',
  'ohne-kontakt': 'weder Telefon noch E-Mail noch Internetseite',
  'ohne-sprachen': 'keine Angabe, in welchen Sprachen man sprechen kann',
  'ohne-zeiten': 'keine Angabe zu Zeiten',
};

/**
 * What is missing: counted, then per offer, by provider. Ends after {@link MAX_ZEILEN} rows, and a sentence says so.
 * Translations only where there are any.
 */
export function datenqualitaet(kontext: Kontext, bericht: Bericht): Abschnitt {
  const { maengel, uebersetzungen, angebote } = bericht;
  const mitMangel = maengel.filter((eines) => eines.maengel.length > 0).length;
  return {
    id: 'angaben',
    titel: 'Was an den Angaben fehlt',
    bloecke: [
      absatz(
        'Was die Redaktion bei den Anbietern erfragen sollte. Die Liste nennt jedes Angebot, an dem etwas fehlt, geordnet nach Anbieter: Ein Anruf klärt oft mehreres.',
      ),
      {
        art: 'tabelle',
        titel: 'Wie vielen Angeboten etwas fehlt',
        kopf: ['Was fehlt', 'Angebote', 'Anteil'],
        gruppen: [
          {
            zeilen: MAENGEL.map((mangel) => {
              const anzahl = maengel.filter((eines) => eines.maengel.includes(mangel)).length;
              return {
                name: MANGEL[mangel],
                zellen: [zahl(anzahl), anteil(anzahl, angebote.alle)],
              };
            }),
          },
        ],
      },
      ...(uebersetzungen.length > 0 ? [uebersetzungsTabelle(bericht)] : []),
      ...(mitMangel > 0
        ? [
            maengelTabelle(kontext, bericht),
            ...gekuerzt(Math.min(mitMangel, MAX_ZEILEN), mitMangel, 'angaben.csv'),
          ]
        : []),
    ],
  };
}

function uebersetzungsTabelle({ uebersetzungen }: Bericht): Tabelle {
  return {
    art: 'tabelle',
    titel: 'Übersetzungen der Angebote',
    kopf: [
      'Sprache',
      'übersetzt',
      'davon älter als der deutsche Text',
      'davon von niemandem gelesen',
      'nicht übersetzt',
    ],
    gruppen: [
      {
        zeilen: uebersetzungen.map(({ sprache, uebersetzt, veraltet, ungelesen, fehlt }) => ({
          name: sprache === LEICHT ? eigenName(sprache) : sprachName(sprache, 'de'),
          zellen: [uebersetzt, veraltet, ungelesen, fehlt].map(zahl),
        })),
      },
    ],
  };
}

function maengelTabelle(kontext: Kontext, { maengel, uebersetzungen }: Bericht): Tabelle {
  const { katalog } = kontext;
  const alphabetisch = new Intl.Collator('de');
  const zeilen = maengel
    .filter((eines) => eines.maengel.length > 0)
    .map(({ angebot, maengel, unuebersetzt }): { anbieter: string; zeile: Zeile } => {
      const anbieter = anbieterName(katalog, angebot);
      const angabe = (mangel: Mangel) => (maengel.includes(mangel) ? 'fehlt' : '✓');
      const stand: Zahlzelle =
        angebot.geprueft_am === 'unbekannt'
          ? { zahl: 'unbekannt' }
          : {
              zahl: angebot.geprueft_am.slice(0, 4),
              ...mitMarke(maengel.includes('veraltet') ? 'veraltet' : undefined),
            };
      return {
        anbieter,
        zeile: {
          name: verweis(kontext, angebot),
          zellen: [
            anbieter,
            stand,
            angabe('ohne-kontakt'),
            angabe('ohne-sprachen'),
            angabe('ohne-zeiten'),
            ...(uebersetzungen.length > 0
              ? [`${uebersetzungen.length - unuebersetzt.length} von ${uebersetzungen.length}`]
              : []),
          ],
        },
      };
    })
    .sort((a, b) => alphabetisch.compare(a.anbieter, b.anbieter));
  return {
    art: 'tabelle',
    titel: 'Angebote, an denen etwas fehlt',
    kopf: [
      'Angebot',
      'Anbieter',
      'Angaben von',
      'Kontakt',
      'Sprachen',
      'Zeiten',
      ...(uebersetzungen.length > 0 ? ['Übersetzungen'] : []),
    ],
    gruppen: [{ zeilen: zeilen.slice(0, MAX_ZEILEN).map(({ zeile }) => zeile) }],
  };
}

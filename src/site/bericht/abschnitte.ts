/** The report in words: each section says how to read it before it shows its numbers. */
import {
  ALTERSKLASSEN,
  type Altersklasse,
  type Bericht,
  createBericht,
} from '../../bericht/bericht.ts';
import { MAENGEL, type Mangel } from '../../bericht/datenqualitaet.ts';
import {
  type Kreuztabelle,
  type Zeile as Kreuzzeile,
  type Zelle as Kreuzzelle,
  zustandVon,
} from '../../bericht/kreuztabelle.ts';
import type { Angebot } from '../../domain/angebot.ts';
import { eigenName, LEICHT, sprachName } from '../../i18n/sprachen.ts';
import type { Katalog } from '../../katalog/katalog.ts';
import { formatDatum, type Kontext, label, sprachLabel } from '../kontext.ts';
import type {
  Abschnitt,
  Balken,
  BerichtText,
  Block,
  Marke,
  Tabelle,
  Zahlzelle,
  Zeile,
} from './bausteine.ts';
import { MARKEN } from './bausteine.ts';
import { anteil, mehrzahl, zahl } from './worte.ts';
import { vorbehalt, zusammenfassung } from './zusammenfassung.ts';

type Teil = (kontext: Kontext, bericht: Bericht) => Abschnitt;

/** @param kontext of the German pages: the report is German */
export function toBerichtText(kontext: Kontext): BerichtText {
  const { katalog } = kontext;
  const bericht = createBericht(katalog);
  return {
    titel: kontext.t('bericht.titel'),
    stand: `${katalog.portal.name} · Stichtag: ${formatDatum(katalog.stichtag, 'de')} · verantwortlich: ${katalog.portal.kontakt.stelle}`,
    zusammenfassung: zusammenfassung(kontext, bericht),
    vorbehalt: vorbehalt(kontext),
    abschnitte: TEILE.map((teil) => teil(kontext, bericht)).filter(
      ({ bloecke }) => bloecke.length > 0,
    ),
  };
}

const absatz = (text: string): Block => ({ art: 'absatz', text });

function leseHilfe({ katalog }: Kontext): Abschnitt {
  const zeichen = (marke: Marke, satz: string) => `${MARKEN[marke].zeichen} – ${satz}`;
  return {
    id: 'lesen',
    titel: 'So lesen Sie diesen Bericht',
    bloecke: [
      absatz(
        'Im Portal stehen Angebote für Menschen, die in den Kreis zugewandert sind: Beratung, Kurse, Treffpunkte, Hilfe im Alltag. Jedes Angebot gehört zu einem oder mehreren Themen und gilt für einen Ort, für mehrere oder für den ganzen Kreis.',
      ),
      {
        art: 'liste',
        punkte: [
          `Stichtag: Alle Zahlen gelten für den ${formatDatum(katalog.stichtag, 'de')}. Beendete Angebote zählen nicht mit.`,
          'Eigenes Angebot: Es hat seinen Ort in der Stadt oder Gemeinde oder gilt nur dort.',
          '+3: Drei weitere Angebote gelten dort mit, haben ihren Ort aber anderswo oder gelten im ganzen Kreis oder bundesweit. Sie schließen eine Lücke am Ort nicht, denn der Weg kann weit sein.',
          'Ein Angebot mit mehreren Themen, Orten, Sprachen oder Zielgruppen zählt bei jedem davon. Deshalb ergeben die Zahlen einer Tabelle zusammen mehr als die Zahl der Angebote.',
          'Vertrauliche Angebote, zum Beispiel Frauenhäuser, zählen nie in einem Ort, sondern überall als weiteres Angebot. So verrät keine Zahl, wo sie sind.',
          'Veraltet: Niemand hat die Angaben innerhalb ihrer Prüffrist geprüft, oder es ist nicht bekannt, von wann sie sind. Die Frist hängt von der Art des Angebots ab.',
        ],
      },
      absatz('Zeichen in den Tabellen:'),
      {
        art: 'liste',
        punkte: [
          zeichen('luecke', 'Lücke: kein eigenes Angebot, nur solche von anderswo.'),
          zeichen('leer', 'Gar kein Angebot, auch keines von anderswo.'),
          zeichen('veraltet', 'Es gibt eigene Angebote, aber die Angaben von allen sind veraltet.'),
          zeichen('unbekannt', 'Kein Angebot bekannt, aber bei einigen fehlt die Angabe.'),
        ],
      },
    ],
  };
}

function themen({ katalog }: Kontext, { themaKommune }: Bericht): Abschnitt {
  const name = nameVon(katalog, 'themen');
  const luecken = ({ zellen }: Kreuzzeile) => zellen.filter(({ hier }) => hier.alle === 0).length;
  return {
    id: 'themen',
    titel: 'Angebote je Thema',
    bloecke: [
      absatz(
        'Wie viele Angebote es zu einem Thema im ganzen Kreis gibt, und in wie vielen Städten und Gemeinden davon keines ist.',
      ),
      balken('balken-themen', 'Angebote je Thema', themaKommune.zeilen, ({ id, alle }) => ({
        name: name(id),
        wert: alle.alle,
      })),
      {
        art: 'tabelle',
        titel: 'Angebote je Thema',
        kopf: ['Thema', 'Angebote', 'davon veraltet', 'Orte ohne eigenes Angebot'],
        gruppen: nachHandlungsfeld(katalog, themaKommune.zeilen, (zeile) => ({
          name: name(zeile.id),
          zellen: [
            zahl(zeile.alle.alle),
            zahl(zeile.alle.veraltet),
            `${zahl(luecken(zeile))} von ${zahl(themaKommune.spalten.length)}`,
          ],
        })),
      },
    ],
  };
}

function themaKommune({ katalog }: Kontext, { themaKommune, gebiet }: Bericht): Abschnitt {
  return {
    id: 'themen-orte',
    titel: 'Themen in den Städten und Gemeinden',
    bloecke: [
      absatz(
        'Je Zeile ein Thema, je Spalte eine Stadt oder Gemeinde. Die erste Zahl sind die eigenen Angebote, „+“ die weiteren, die dort mit gelten.',
      ),
      kreuz(katalog, 'Themen in den Städten und Gemeinden', themaKommune, 'themen'),
      ...ohneGebiet(gebiet),
    ],
  };
}

function zielgruppeKommune({ katalog }: Kontext, { zielgruppeKommune }: Bericht): Abschnitt {
  return {
    id: 'zielgruppen-orte',
    titel: 'Zielgruppen in den Städten und Gemeinden',
    bloecke: [
      absatz(
        'Für wen die Angebote gemacht sind. Angebote für alle stehen in einer eigenen Zeile: Auch wer zu einer anderen Zeile gehört, kann sie nutzen. Eine Lücke heißt hier also, dass es am Ort nichts eigens für diese Menschen gibt.',
      ),
      kreuz(katalog, 'Zielgruppen in den Städten und Gemeinden', zielgruppeKommune, 'zielgruppen'),
    ],
  };
}

function themaSprache(kontext: Kontext, { themaSprache, angebote, maengel }: Bericht): Abschnitt {
  const { katalog } = kontext;
  const unbekannt = maengel.filter((eines) => eines.maengel.includes('ohne-sprachen')).length;
  const marke = ({ hier }: Kreuzzelle, { ohneSpalte }: Kreuzzeile): Marke | undefined => {
    if (hier.alle > 0) return hier.veraltet === hier.alle ? 'veraltet' : undefined;
    return ohneSpalte > 0 ? 'unbekannt' : 'leer';
  };
  return {
    id: 'themen-sprachen',
    titel: 'Themen und Sprachen',
    bloecke: [
      absatz(
        `In welchen Sprachen man sich verständigen kann, auch mit Dolmetscherin oder nach Absprache. Gezeigt sind die Sprachen des Portals und alle, die ein Angebot nennt. Bei ${zahl(unbekannt)} von ${mehrzahl(angebote.alle, 'Angebot', 'Angeboten')} fehlt diese Angabe; sie stehen in der Spalte „ohne Angabe“. Solange sie groß ist, sagt „0 ?“ nichts über den Bedarf.`,
      ),
      {
        art: 'tabelle',
        titel: 'Themen und Sprachen',
        schmal: true,
        kopf: [
          'Thema',
          ...themaSprache.spalten.map((code) => sprachLabel(kontext, code).text),
          'ohne Angabe',
        ],
        gruppen: nachHandlungsfeld(katalog, themaSprache.zeilen, (zeile) => ({
          name: nameVon(katalog, 'themen')(zeile.id),
          zellen: [
            ...zeile.zellen.map((zelle): Zahlzelle => ({
              zahl: zahl(zelle.hier.alle),
              ...mitMarke(marke(zelle, zeile)),
            })),
            zahl(zeile.ohneSpalte),
          ],
        })),
      },
    ],
  };
}

function kommunen({ katalog }: Kontext, { kommunen, themaKommune }: Bericht): Abschnitt {
  const name = nameVon(katalog, 'kommunen');
  const mitRate = kommunen.filter(({ jeZehntausend }) => jeZehntausend !== undefined);
  const alleThemen = zahl(themaKommune.zeilen.length);
  return {
    id: 'orte',
    titel: 'Städte und Gemeinden im Vergleich',
    bloecke: [
      absatz(
        'Eigene Angebote je Stadt und Gemeinde. In großen Orten gibt es von selbst mehr; darum steht daneben, wie viele es je 10.000 Einwohnerinnen und Einwohner sind. In der Kreisstadt haben auch Stellen ihren Ort, die für den ganzen Kreis da sind.',
      ),
      balken('balken-orte', 'Eigene Angebote je Stadt und Gemeinde', kommunen, ({ id, hier }) => ({
        name: name(id),
        wert: hier.alle,
      })),
      ...(mitRate.length > 0
        ? [
            balken('balken-rate', 'Eigene Angebote je 10.000 Einwohner', mitRate, (kommune) => ({
              name: name(kommune.id),
              wert: kommune.jeZehntausend!,
            })),
          ]
        : []),
      {
        art: 'tabelle',
        titel: 'Städte und Gemeinden im Vergleich',
        kopf: [
          'Ort',
          'eigene Angebote',
          'davon veraltet',
          'weitere',
          'Themen ohne eigenes Angebot',
          'Einwohner',
          'eigene Angebote je 10.000 Einwohner',
        ],
        gruppen: [
          {
            zeilen: kommunen.map(({ id, hier, weitere, themenOhne, jeZehntausend }) => ({
              name: name(id),
              zellen: [
                zahl(hier.alle),
                zahl(hier.veraltet),
                `+${zahl(weitere.alle)}`,
                `${zahl(themenOhne.length)} von ${alleThemen}`,
                einwohnerVon(katalog, id),
                jeZehntausend === undefined ? '–' : zahl(jeZehntausend),
              ],
            })),
          },
        ],
      },
      absatz(einwohnerQuelle(katalog)),
    ],
  };
}

function einwohnerVon({ vokabular }: Katalog, kommune: string): string {
  const einwohner = vokabular.kommunen.get(kommune)?.einwohner;
  return einwohner ? zahl(einwohner.zahl) : 'nicht eingetragen';
}

function einwohnerQuelle({ vokabular }: Katalog): string {
  const alle = [...vokabular.kommunen.values()];
  const quellen = new Set(
    alle.flatMap(({ einwohner }) =>
      einwohner ? [`${einwohner.quelle} (${formatDatum(einwohner.stand, 'de')})`] : [],
    ),
  );
  const fehlt = alle.some(({ einwohner }) => !einwohner);
  return [
    quellen.size > 0 && `Quelle der Einwohnerzahlen: ${[...quellen].join('; ')}.`,
    fehlt &&
      'Fehlende Einwohnerzahlen trägt die Redaktion in vokabular/kommunen.yaml beim Ort ein: einwohner mit zahl, stand und quelle.',
  ]
    .filter(Boolean)
    .join(' ');
}

function cluster({ katalog }: Kontext, { cluster }: Bericht): Abschnitt {
  const { handlungsfelder } = katalog.vokabular;
  const name = nameVon(katalog, 'themen');
  const jeFeld = [...Map.groupBy(cluster, ({ handlungsfeld }) => handlungsfeld)];
  return {
    id: 'cluster',
    titel: 'Handlungsfelder und Cluster',
    bloecke:
      cluster.length === 0
        ? []
        : [
            absatz(
              'Das Land lässt die Kommunalen Integrationszentren nach Handlungsfeldern und Clustern berichten. Jedes Thema des Portals gehört zu höchstens einem Cluster. Wo keines steht, führt das Portal dazu kein Thema; über Angebote sagt das nichts.',
            ),
            {
              art: 'tabelle',
              titel: 'Handlungsfelder und Cluster',
              kopf: ['Cluster', 'Themen', 'Angebote', 'davon veraltet'],
              gruppen: jeFeld.map(([feld, seine]) => ({
                titel: label(handlungsfelder, feld, 'de').text,
                zeilen: seine.map(({ handlungsfeld, cluster, themen, angebote }) => ({
                  name: handlungsfelder.get(handlungsfeld)!.cluster[cluster]!.bezeichnung['de']!,
                  zellen:
                    themen.length === 0
                      ? ['kein Thema', '–', '–']
                      : [themen.map(name).join(', '), zahl(angebote.alle), zahl(angebote.veraltet)],
                })),
              })),
            },
          ],
  };
}

const ALTER: Record<Altersklasse, string> = {
  'in-frist': 'innerhalb der Prüffrist',
  'unter-3': 'Frist vorbei, weniger als 3 Jahre alt',
  'unter-6': '3 bis unter 6 Jahre alt',
  'ab-6': '6 Jahre und älter',
  unbekannt: 'nicht bekannt, von wann',
};

function alter({ katalog }: Kontext, { alter, angebote }: Bericht): Abschnitt {
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
      {
        ...balken('balken-alter', 'Angebote nach Alter der Angaben', zeilen, (zeile) => ({
          name: zeile.name,
          wert: zeile.anzahl,
        })),
        balken: zeilen.map(({ name, anzahl }) => ({
          name,
          wert: anzahl,
          text: `${zahl(anzahl)} (${anteil(anzahl, angebote.alle)})`,
        })),
      },
      {
        art: 'tabelle',
        titel: 'Angebote nach Alter der Angaben',
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

function aehnliche(kontext: Kontext, { aehnliche }: Bericht): Abschnitt {
  const { katalog } = kontext;
  const tabelle = (titel: string, mehrereAnbieter: boolean): Block[] => {
    const gruppen = aehnliche.filter((gruppe) => gruppe.mehrereAnbieter === mehrereAnbieter);
    if (gruppen.length === 0) return [];
    return [
      {
        art: 'tabelle',
        titel,
        kopf: ['Art und Thema', 'Angebote'],
        gruppen: [...Map.groupBy(gruppen, ({ kommune }) => kommune)].map(([kommune, seine]) => ({
          titel: kommune ? nameVon(katalog, 'kommunen')(kommune) : 'im ganzen Kreis',
          zeilen: seine.map(({ angebotsart, themen, angebote }) => ({
            name: `${nameVon(katalog, 'angebotsarten')(angebotsart)}: ${themen.map(nameVon(katalog, 'themen')).join(', ')}`,
            zellen: [
              {
                verweise: angebote.map((angebot) => ({
                  ...verweis(kontext, angebot),
                  zusatz: anbieterName(katalog, angebot),
                })),
              },
            ],
          })),
        })),
      },
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
  'ohne-sprachen': 'keine Angabe zu Sprachen',
  'ohne-zeiten': 'keine Angabe zu Zeiten',
};

function datenqualitaet(kontext: Kontext, bericht: Bericht): Abschnitt {
  const { maengel, uebersetzungen, angebote } = bericht;
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
      ...(maengel.some((eines) => eines.maengel.length > 0)
        ? [maengelTabelle(kontext, bericht)]
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
    gruppen: [{ zeilen: zeilen.map(({ zeile }) => zeile) }],
  };
}

/** In this order on the page. */
const TEILE: readonly Teil[] = [
  leseHilfe,
  themen,
  themaKommune,
  kommunen,
  zielgruppeKommune,
  themaSprache,
  cluster,
  alter,
  aehnliche,
  datenqualitaet,
];

function kreuz(
  katalog: Katalog,
  titel: string,
  { spalten, zeilen }: Kreuztabelle,
  vokabular: 'themen' | 'zielgruppen',
): Tabelle {
  const toZeile = ({ id, zellen }: Kreuzzeile): Zeile => ({
    name: nameVon(katalog, vokabular)(id),
    zellen: zellen.map((zelle): Zahlzelle => {
      const zustand = zustandVon(zelle);
      return {
        zahl: zahl(zelle.hier.alle),
        ...(zelle.weitere.alle > 0 && { weitere: `+${zahl(zelle.weitere.alle)}` }),
        ...mitMarke(zustand === 'aktuell' ? undefined : zustand),
      };
    }),
  });
  return {
    art: 'tabelle',
    titel,
    schmal: true,
    kopf: [
      vokabular === 'themen' ? 'Thema' : 'Zielgruppe',
      ...spalten.map(nameVon(katalog, 'kommunen')),
    ],
    gruppen:
      vokabular === 'themen'
        ? nachHandlungsfeld(katalog, zeilen, toZeile)
        : [{ zeilen: zeilen.map(toZeile) }],
  };
}

/** Offers that stand in no column must not be lost without a word. */
function ohneGebiet({ unbekannt }: Bericht['gebiet']): Block[] {
  if (unbekannt === 0) return [];
  return [
    absatz(
      `Nicht in der Tabelle: ${mehrzahl(unbekannt, 'Angebot', 'Angebote')} ohne Angabe, für welchen Ort ${unbekannt === 1 ? 'es gilt' : 'sie gelten'}.`,
    ),
  ];
}

/** Rows of Themen under their Handlungsfeld; those without one last. */
function nachHandlungsfeld(
  { vokabular }: Katalog,
  zeilen: readonly Kreuzzeile[],
  toZeile: (zeile: Kreuzzeile) => Zeile,
): Tabelle['gruppen'] {
  const feldVon = ({ id }: Kreuzzeile) => {
    const cluster = vokabular.themen.get(id)?.cluster;
    return [...vokabular.handlungsfelder.values()].find(
      (feld) => cluster !== undefined && Object.hasOwn(feld.cluster, cluster),
    )?.id;
  };
  if (vokabular.handlungsfelder.size === 0) return [{ zeilen: zeilen.map(toZeile) }];
  return [...vokabular.handlungsfelder.keys(), undefined]
    .map((feld) => ({
      titel: feld ? label(vokabular.handlungsfelder, feld, 'de').text : 'Ohne Handlungsfeld',
      zeilen: zeilen.filter((zeile) => feldVon(zeile) === feld).map(toZeile),
    }))
    .filter((gruppe) => gruppe.zeilen.length > 0);
}

/** A chart, the longest bar first. */
function balken<T>(
  id: string,
  titel: string,
  eintraege: readonly T[],
  toBalken: (eintrag: T) => { name: string; wert: number },
): Balken {
  const alle = eintraege.map(toBalken).sort((a, b) => b.wert - a.wert);
  const [erster, letzter] = [alle[0], alle.at(-1)];
  return {
    art: 'balken',
    id,
    titel,
    beschreibung:
      erster && letzter
        ? `Balkendiagramm. Am meisten: ${erster.name} (${zahl(erster.wert)}), am wenigsten: ${letzter.name} (${zahl(letzter.wert)}). Alle Zahlen stehen in der Tabelle darunter.`
        : 'Balkendiagramm ohne Werte.',
    balken: alle.map(({ name, wert }) => ({ name, wert, text: zahl(wert) })),
  };
}

function mitMarke(marke: Marke | undefined): { marke?: Marke } {
  return marke ? { marke } : {};
}

function nameVon(
  { vokabular }: Katalog,
  menge: 'themen' | 'kommunen' | 'zielgruppen' | 'angebotsarten',
): (id: string) => string {
  return (id) => label(vokabular[menge], id, 'de').text;
}

function anbieterName({ anbieter }: Katalog, angebot: Angebot): string {
  return anbieter.get(angebot.anbieter)?.name ?? angebot.anbieter;
}

function verweis({ pfade }: Kontext, { id, titel }: Angebot): { text: string; href: string } {
  return { text: titel, href: pfade.angebot(id) };
}

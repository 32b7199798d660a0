/** What there is, and where: the sections of the report on inventory and needs. */
import type { Bericht } from '../../bericht/bericht.ts';
import type { Zeile as Kreuzzeile, Zelle as Kreuzzelle } from '../../bericht/kreuztabelle.ts';
import type { Katalog } from '../../katalog/katalog.ts';
import { formatDatum, type Kontext, label, sprachLabel } from '../kontext.ts';
import type { Abschnitt, Block, Marke, Zahlzelle } from './bausteine.ts';
import {
  absatz,
  absteigend,
  diagramm,
  kreuz,
  mitMarke,
  nachHandlungsfeld,
  nameVon,
} from './gemeinsam.ts';
import { mehrzahl, zahl } from './worte.ts';

/**
 * How many offers each Thema has, and how many Kommunen have none of their own: bars from the longest on, rows by
 * Handlungsfeld.
 */
export function themen({ katalog }: Kontext, { themaKommune }: Bericht): Abschnitt {
  const name = nameVon(katalog, 'themen');
  const luecken = ({ zellen }: Kreuzzeile) => zellen.filter(({ hier }) => hier.alle === 0).length;
  return {
    id: 'themen',
    titel: 'Angebote je Thema',
    bloecke: [
      absatz(
        'Wie viele Angebote es zu einem Thema im ganzen Kreis gibt, und in wie vielen Städten und Gemeinden keines davon seinen Ort hat.',
      ),
      diagramm(
        'balken-themen',
        'Angebote je Thema',
        absteigend(
          themaKommune.zeilen.map(({ id, alle }) => ({ name: name(id), wert: alle.alle })),
        ),
      ),
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

/** The cross table, and in a sentence how many offers are in none of its columns. */
export function themaKommune({ katalog }: Kontext, { themaKommune, gebiet }: Bericht): Abschnitt {
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

/** The cross table. Offers for everybody are a row of it, and fill no gap in other rows. */
export function zielgruppeKommune({ katalog }: Kontext, { zielgruppeKommune }: Bericht): Abschnitt {
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

/**
 * By languages of the portal and those that offers name. An empty cell counts as unknown where offers of its Thema name
 * no language.
 */
export function themaSprache(
  kontext: Kontext,
  { themaSprache, angebote, maengel }: Bericht,
): Abschnitt {
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
        `In welchen Sprachen man sich verständigen kann, auch mit Dolmetscherin oder nach Absprache. Gezeigt sind die Sprachen des Portals und alle, die ein Angebot nennt. Bei ${zahl(unbekannt)} von ${mehrzahl(angebote.alle, 'Angebot', 'Angeboten')} fehlt diese Angabe; sie stehen in der Spalte „ohne Angabe“. Solange dort viele stehen, sagt „0 ?“ nichts über den Bedarf.`,
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

/** Rates only of Kommunen of which the content has the number of inhabitants; its source stands below. */
export function kommunen({ katalog }: Kontext, { kommunen, themaKommune }: Bericht): Abschnitt {
  const name = nameVon(katalog, 'kommunen');
  const raten = kommunen.flatMap(({ id, jeZehntausend }) =>
    jeZehntausend === undefined ? [] : [{ name: name(id), wert: jeZehntausend }],
  );
  const alleThemen = zahl(themaKommune.zeilen.length);
  return {
    id: 'orte',
    titel: 'Städte und Gemeinden im Vergleich',
    bloecke: [
      absatz(
        'Eigene Angebote je Stadt und Gemeinde. In großen Orten gibt es von selbst mehr; darum steht daneben, wie viele es je 10.000 Einwohnerinnen und Einwohner sind. In der Kreisstadt haben auch Stellen ihren Ort, die für den ganzen Kreis da sind.',
      ),
      diagramm(
        'balken-orte',
        'Eigene Angebote je Stadt und Gemeinde',
        absteigend(kommunen.map(({ id, hier }) => ({ name: name(id), wert: hier.alle }))),
      ),
      ...(raten.length > 0
        ? [diagramm('balken-rate', 'Eigene Angebote je 10.000 Einwohner', absteigend(raten))]
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

/** Without a block, and so not in the report, where the content has no clusters. */
export function cluster({ katalog }: Kontext, { cluster }: Bericht): Abschnitt {
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

/** Offers that stand in no column must not be lost without a word. */
function ohneGebiet({ unbekannt }: Bericht['gebiet']): Block[] {
  if (unbekannt === 0) return [];
  return [
    absatz(
      `Nicht in der Tabelle: ${mehrzahl(unbekannt, 'Angebot', 'Angebote')} ohne Angabe, für welchen Ort ${unbekannt === 1 ? 'es gilt' : 'sie gelten'}.`,
    ),
  ];
}

/** The numbers of the report as tables for a spreadsheet: one row per fact, so that they can be filtered and summed up. */
import type { Bericht } from '../../src/bericht/bericht.ts';
import { type Mangel, MAENGEL } from '../../src/bericht/datenqualitaet.ts';
import { type Kreuztabelle, type Zustand, zustandVon } from '../../src/bericht/kreuztabelle.ts';
import { anbieterName, handlungsfeldVon, nameVon } from '../../src/site/bericht/gemeinsam.ts';
import { type Kontext, label, sprachLabel } from '../../src/site/kontext.ts';
import { formatCsv } from '../../src/daten/csv.ts';

/** @returns file name → CSV */
export function toTabellen(kontext: Kontext, bericht: Bericht): Map<string, string> {
  return new Map([
    ['themen-orte.csv', themenOrte(kontext, bericht)],
    ['zielgruppen-orte.csv', zielgruppenOrte(kontext, bericht)],
    ['themen-sprachen.csv', themenSprachen(kontext, bericht)],
    ['orte.csv', orte(kontext, bericht)],
    ['cluster.csv', cluster(kontext, bericht)],
    ['aehnliche-angebote.csv', aehnliche(kontext, bericht)],
    ['angaben.csv', angaben(kontext, bericht)],
    ['uebersetzungen.csv', uebersetzungen(bericht)],
  ]);
}

const ZUSTAND: Record<Zustand, string> = {
  leer: 'gar kein Angebot',
  luecke: 'Lücke',
  veraltet: 'alle veraltet',
  aktuell: '',
};
const ZAHLEN = ['eigene', 'eigene_veraltet', 'weitere', 'weitere_veraltet', 'befund'] as const;

function themenOrte({ katalog }: Kontext, { themaKommune }: Bericht): string {
  const ort = nameVon(katalog, 'kommunen');
  return formatCsv(
    ['handlungsfeld', 'thema', 'ort', ...ZAHLEN],
    jeZelle(themaKommune).map(({ zeile, spalte, zahlen }) => ({
      ...thema(katalog, zeile),
      ort: ort(spalte),
      ...zahlen,
    })),
  );
}

function zielgruppenOrte({ katalog }: Kontext, { zielgruppeKommune }: Bericht): string {
  const [zielgruppe, ort] = [nameVon(katalog, 'zielgruppen'), nameVon(katalog, 'kommunen')];
  return formatCsv(
    ['zielgruppe', 'ort', ...ZAHLEN],
    jeZelle(zielgruppeKommune).map(({ zeile, spalte, zahlen }) => ({
      zielgruppe: zielgruppe(zeile),
      ort: ort(spalte),
      ...zahlen,
    })),
  );
}

/** One row per cell of a cross table. */
function jeZelle({ zeilen, spalten }: Kreuztabelle) {
  return zeilen.flatMap(({ id, zellen }) =>
    zellen.map((zelle, i) => ({
      zeile: id,
      spalte: spalten[i]!,
      zahlen: {
        eigene: String(zelle.hier.alle),
        eigene_veraltet: String(zelle.hier.veraltet),
        weitere: String(zelle.weitere.alle),
        weitere_veraltet: String(zelle.weitere.veraltet),
        befund: ZUSTAND[zustandVon(zelle)],
      },
    })),
  );
}

function themenSprachen(kontext: Kontext, { themaSprache }: Bericht): string {
  return formatCsv(
    ['handlungsfeld', 'thema', 'sprache', 'angebote', 'davon_veraltet', 'thema_ohne_sprachangabe'],
    themaSprache.zeilen.flatMap(({ id, zellen, ohneSpalte }) =>
      zellen.map(({ hier }, i) => ({
        ...thema(kontext.katalog, id),
        sprache: sprachLabel(kontext, themaSprache.spalten[i]!).text,
        angebote: String(hier.alle),
        davon_veraltet: String(hier.veraltet),
        thema_ohne_sprachangabe: String(ohneSpalte),
      })),
    ),
  );
}

function thema(katalog: Kontext['katalog'], id: string) {
  const { handlungsfelder } = katalog.vokabular;
  const feld = handlungsfeldVon(katalog, id);
  return {
    handlungsfeld: feld ? label(handlungsfelder, feld, 'de').text : '',
    thema: nameVon(katalog, 'themen')(id),
  };
}

function orte({ katalog }: Kontext, { kommunen }: Bericht): string {
  const name = nameVon(katalog, 'kommunen');
  return formatCsv(
    [
      'ort',
      'eigene',
      'eigene_veraltet',
      'weitere',
      'weitere_veraltet',
      'themen_ohne_eigenes',
      'einwohner',
      'einwohner_stand',
      'einwohner_quelle',
      'eigene_je_10000_einwohner',
    ],
    kommunen.map(({ id, hier, weitere, themenOhne, jeZehntausend }) => {
      const einwohner = katalog.vokabular.kommunen.get(id)!.einwohner;
      return {
        ort: name(id),
        eigene: String(hier.alle),
        eigene_veraltet: String(hier.veraltet),
        weitere: String(weitere.alle),
        weitere_veraltet: String(weitere.veraltet),
        themen_ohne_eigenes: themenOhne.map(nameVon(katalog, 'themen')).join(', '),
        einwohner: einwohner ? String(einwohner.zahl) : '',
        einwohner_stand: einwohner?.stand ?? '',
        einwohner_quelle: einwohner?.quelle ?? '',
        eigene_je_10000_einwohner: jeZehntausend?.toFixed(2).replace('.', ',') ?? '',
      };
    }),
  );
}

function cluster({ katalog }: Kontext, { cluster }: Bericht): string {
  const { handlungsfelder } = katalog.vokabular;
  return formatCsv(
    ['handlungsfeld', 'cluster', 'themen', 'angebote', 'davon_veraltet'],
    cluster.map(({ handlungsfeld, cluster, themen, angebote }) => ({
      handlungsfeld: label(handlungsfelder, handlungsfeld, 'de').text,
      cluster: handlungsfelder.get(handlungsfeld)!.cluster[cluster]!.bezeichnung['de']!,
      themen: themen.map(nameVon(katalog, 'themen')).join(', '),
      angebote: String(angebote.alle),
      davon_veraltet: String(angebote.veraltet),
    })),
  );
}

function aehnliche({ katalog, pfade }: Kontext, { aehnliche }: Bericht): string {
  return formatCsv(
    ['gruppe', 'ort', 'art', 'themen', 'angebot', 'anbieter', 'adresse'],
    aehnliche.flatMap(({ kommune, angebotsart, themen, angebote }, i) =>
      angebote.map((angebot) => ({
        gruppe: String(i + 1),
        ort: kommune ? nameVon(katalog, 'kommunen')(kommune) : 'ganzer Kreis',
        art: nameVon(katalog, 'angebotsarten')(angebotsart),
        themen: themen.map(nameVon(katalog, 'themen')).join(', '),
        angebot: angebot.titel,
        anbieter: anbieterName(katalog, angebot),
        adresse: pfade.angebot(angebot.id),
      })),
    ),
  );
}

function angaben(kontext: Kontext, { maengel }: Bericht): string {
  const { katalog, pfade } = kontext;
  return formatCsv(
    ['kennung', 'angebot', 'anbieter', 'angaben_von', ...MAENGEL, 'nicht_uebersetzt', 'adresse'],
    maengel.map(({ angebot, maengel, unuebersetzt }) => ({
      kennung: angebot.id,
      angebot: angebot.titel,
      anbieter: anbieterName(katalog, angebot),
      angaben_von: angebot.geprueft_am,
      ...(Object.fromEntries(
        MAENGEL.map((mangel) => [mangel, maengel.includes(mangel) ? 'ja' : 'nein']),
      ) as Record<Mangel, string>),
      nicht_uebersetzt: unuebersetzt.join(', '),
      adresse: pfade.angebot(angebot.id),
    })),
  );
}

function uebersetzungen({ uebersetzungen }: Bericht): string {
  return formatCsv(
    ['sprache', 'uebersetzt', 'davon_veraltet', 'davon_ungelesen', 'nicht_uebersetzt'],
    uebersetzungen.map(({ sprache, uebersetzt, veraltet, ungelesen, fehlt }) => ({
      sprache,
      uebersetzt: String(uebersetzt),
      davon_veraltet: String(veraltet),
      davon_ungelesen: String(ungelesen),
      nicht_uebersetzt: String(fehlt),
    })),
  );
}

/** Our own record as a service of HSDS 3.1 with everything it holds, and providers as organizations. */
import { isDeepStrictEqual } from 'node:util';
import type { Anbieter } from '../../domain/anbieter.ts';
import { freiePlaetze } from '../../domain/angebot.ts';
import type { Datensatz, OrtDaten } from '../../domain/datensatz.ts';
import { sprachName } from '../../i18n/sprachen.ts';
import { createText, type Text } from '../../i18n/texte.ts';
import type { Katalog } from '../../katalog/katalog.ts';
import { alsUri, type Herausgabe, ohneLeere, uuidVon, uuidVonAnbieter } from '../herausgabe.ts';
import { type Begriffe, createBegriffe } from './begriffe.ts';
import { ERWEITERBAR, readService, type Service } from './lesen.ts';
import { SEITE_IM_PORTAL, STATUS } from './worte.ts';
import { ausTermin, ausZeit, type Zeitplan } from './zeitplan.ts';

/** An object of HSDS: an id, and whatever else its kind has. */
export interface Objekt {
  id: string;
  [feld: string]: unknown;
}

/** What all services of a portal are written with; organizations and terms stand in many of them and are made once. */
export interface Umfeld {
  herausgabe: Herausgabe;
  begriffe: Begriffe;
  /** By id of the provider. */
  organizations: ReadonlyMap<string, Objekt>;
  /** German. */
  t: Text;
}

/** @param anbieter those that have an offer */
export function createUmfeld(herausgabe: Herausgabe, anbieter: ReadonlySet<string>): Umfeld {
  const { katalog } = herausgabe;
  const alle = [...katalog.anbieter.values()].filter(({ id }) => anbieter.has(id));
  return {
    herausgabe,
    begriffe: createBegriffe(katalog),
    organizations: new Map(alle.map((einer) => [einer.id, toOrganization(herausgabe, einer)])),
    t: createText('de'),
  };
}

/** What HSDS cannot say and is not added to it either. */
export const NICHT_IN_HSDS = {
  uebersetzungen: 'stehen in unserem eigenen JSON',
  'orte.lat, orte.lon': 'wo sie nur die Mitte der Kommune sind: Sie sähen genau aus',
} as const;

/** The part of a record that a service holds. */
export function fuerHsds({ uebersetzungen: _, ...angebot }: Datensatz): Datensatz {
  return angebot.orte ? { ...angebot, orte: angebot.orte.map(ohneUngefaehres) } : angebot;
}

function ohneUngefaehres({ lat, lon, genau, ...ort }: OrtDaten): OrtDaten {
  return genau ? { ...ort, lat, lon, genau } : ort;
}

/** A service with extension fields for whatever would otherwise not come back as it is. */
export function toService(umfeld: Umfeld, angebot: Datensatz): Objekt {
  const datensatz = fuerHsds(angebot);
  const service = toStandard(umfeld, datensatz);
  // First what other fields are read with, then what they still do not say.
  Object.assign(service, erweiterungen(datensatz, MITGELESEN));
  const gelesen = readService(service as unknown as Service).datensatz;
  const fehlende = ERWEITERBAR.filter((feld) => !isDeepStrictEqual(gelesen[feld], datensatz[feld]));
  return Object.assign(service, erweiterungen(datensatz, fehlende));
}

const MITGELESEN = ['kurz', 'kurs', 'gueltig_bis'] as const;

function erweiterungen(datensatz: Datensatz, felder: readonly (keyof Datensatz)[]): object {
  return ohneLeere(Object.fromEntries(felder.map((feld) => [`x_de_${feld}`, datensatz[feld]])));
}

/** A service without extension fields of its own, as the tables have it. */
export function toStandard(umfeld: Umfeld, angebot: Datensatz): Objekt {
  const { herausgabe, begriffe, organizations, t } = umfeld;
  const { stichtag } = herausgabe.katalog;
  const { kontakt, hinweis, status } = angebot;
  const id = idVon(umfeld, angebot);
  const plaetze = freiePlaetze(angebot, stichtag);
  return ohneLeere({
    id: angebot.uuid,
    name: angebot.titel,
    description: [angebot.kurz, angebot.text].filter(Boolean).join('\n\n'),
    url: kontakt?.web,
    additional_urls: [{ id: id('seite'), label: SEITE_IM_PORTAL, url: angebot.seite }],
    email: kontakt?.email,
    x_de_vom_anbieter: kontakt?.vom_anbieter || undefined,
    status: [...STATUS.keys()].find((einer) => STATUS.get(einer) === status) ?? 'active',
    interpretation_services: andereSprachen(angebot, t),
    application_process: anmeldung(angebot, t),
    fees_description: kostenText(angebot, t),
    eligibility_description: begriffe.worte('zielgruppen', angebot.zielgruppen).join(', '),
    minimum_age: angebot.alter?.von,
    maximum_age: angebot.alter?.bis,
    assured_date: angebot.geprueft_am === 'unbekannt' ? undefined : angebot.geprueft_am,
    alert: hinweis && (hinweis.bis ?? stichtag) >= stichtag ? hinweis.text : undefined,
    phones: kontakt?.telefon && [{ id: id('telefon'), number: kontakt.telefon, type: 'voice' }],
    schedules: schedules(angebot, id, t),
    service_areas: angebot.einzugsgebiet?.map((gebiet) => ({
      id: id('einzugsgebiet', gebiet),
      name: gebietsname(herausgabe.katalog, gebiet),
      x_de_id: gebiet,
    })),
    service_at_locations: locations(umfeld, angebot),
    languages: languages(angebot, id, t),
    organization: organizations.get(angebot.anbieter),
    cost_options: costOptions(angebot, id, t),
    required_documents: angebot.unterlagen?.map((eintrag, i) => ({
      id: id('unterlagen', String(i)),
      document: eintrag.text ?? ('id' in eintrag ? eintrag.id : ''),
      ...('id' in eintrag && { x_de_id: eintrag.id }),
    })),
    capacities: plaetze === undefined ? undefined : [freie(umfeld, angebot, plaetze)],
    attributes: begriffe.attribute(angebot, id),
  } satisfies Record<string, unknown>) as unknown as Objekt;
}

type IdVon = (...teile: string[]) => string;

/** Ids of what stands within a service. */
function idVon({ herausgabe }: Umfeld, angebot: Datensatz): IdVon {
  return (...teile) => uuidVon(herausgabe.katalog.portal, 'angebot', angebot.id, ...teile);
}

function schedules(angebot: Datensatz, id: IdVon, t: Text): Objekt[] {
  const { kurs, zeiten = [], termine = [] } = angebot;
  const attending_type = angebot.kanal?.map((kanal) => t(`kanal.${kanal}`)).join(', ');
  const toSchedule = (name: string) => (plan: Zeitplan, i: number) =>
    ohneLeere({ id: id(name, String(i)), ...plan, attending_type });
  // Of a course without hours at least its days.
  const dauer = (kurs?.start ?? kurs?.ende) && zeiten.length === 0;
  return [
    ...zeiten.map((zeit) => ausZeit(zeit, angebot)).map(toSchedule('zeiten')),
    ...termine.map((termin) => ausTermin(termin, angebot)).map(toSchedule('termine')),
    ...(dauer ? [{ valid_from: kurs?.start, valid_to: kurs?.ende }] : []).map(toSchedule('kurs')),
  ];
}

function locations(umfeld: Umfeld, angebot: Datensatz): Objekt[] {
  const id = idVon(umfeld, angebot);
  const vertraulich = angebot.schutz?.includes('vertraulich');
  const orte = vertraulich ? [] : (angebot.orte ?? []);
  const online = angebot.kanal?.includes('online') && !vertraulich;
  return [
    ...orte.map((ort, i) => ({
      id: id('orte', String(i)),
      location: toLocation(umfeld, ort, (...teile) => id('orte', String(i), ...teile)),
    })),
    ...(online
      ? [
          {
            id: id('online'),
            location: ohneLeere({
              id: id('online', 'location'),
              location_type: 'virtual',
              name: umfeld.t('kanal.online'),
              url: angebot.kontakt?.web,
            }),
          },
        ]
      : []),
  ];
}

function toLocation({ herausgabe, t }: Umfeld, ort: OrtDaten, id: IdVon): Objekt {
  const { portal, vokabular } = herausgabe.katalog;
  const kommune = ort.kommune && vokabular.kommunen.get(ort.kommune)?.bezeichnung['de'];
  const stadt = ort.ort ?? kommune;
  // An address of HSDS is whole or none; what is known of another stands in words.
  const ganz = ort.strasse && ort.plz && stadt;
  const inWorten = [ort.strasse, [ort.plz, stadt].filter(Boolean).join(' ')].filter(Boolean);
  return ohneLeere({
    id: id('location'),
    location_type: 'physical',
    name: ort.name,
    description: ganz ? undefined : inWorten.join(', '),
    transportation: ort.haltestelle,
    latitude: ort.lat,
    longitude: ort.lon,
    addresses: ganz && [
      {
        id: id('address'),
        address_1: ort.strasse,
        city: stadt,
        region: portal.kreis,
        state_province: portal.land.toUpperCase(),
        postal_code: ort.plz,
        country: 'DE',
        address_type: 'physical',
      },
    ],
    accessibility: Object.entries(ort.barrierefreiheit ?? {}).map(([merkmal, wert]) => ({
      id: id('barrierefreiheit', merkmal),
      description: t('barrierefreiheit.wert', {
        was: t(`barrierefreiheit.${merkmal as keyof NonNullable<OrtDaten['barrierefreiheit']>}`),
        wert,
      }),
      x_de_merkmal: merkmal,
      x_de_wert: wert,
    })),
    x_de_kommune: ort.kommune,
  }) as unknown as Objekt;
}

/** Only what is spoken without help; the rest is `interpretation_services`. */
function languages({ sprachen = [], gebaerdensprache }: Datensatz, id: IdVon, t: Text): Objekt[] {
  const direkt = sprachen.filter(({ code, art }) => art === 'direkt' && code !== 'gsg');
  return [
    ...direkt.map(({ code, zeiten, hinweis }) =>
      ohneLeere({
        id: id('sprachen', code),
        code,
        name: sprachName(code, 'de'),
        note: [zeiten, hinweis].filter(Boolean).join('; ') || undefined,
      }),
    ),
    ...(gebaerdensprache
      ? [{ id: id('sprachen', 'gsg'), code: 'gsg', name: t('sprache.gebaerden') }]
      : []),
  ];
}

function andereSprachen({ sprachen = [] }: Datensatz, t: Text): string | undefined {
  const saetze = sprachen.flatMap(({ code, art, zeiten, hinweis }) => {
    if (art === 'direkt') return [];
    const zusatz = [t(`sprache.${art}`), zeiten, hinweis].filter(Boolean).join(', ');
    return [`${sprachName(code, 'de')}: ${zusatz}`];
  });
  return saetze.join('; ') || undefined;
}

function anmeldung({ termin, schritte = [] }: Datensatz, t: Text): string | undefined {
  const saetze = schritte.map(
    (schritt, i) => `${i + 1}. ${schritt.text ?? ('id' in schritt ? schritt.id : '')}`,
  );
  return [termin && t(`termin.${termin}`), ...saetze].filter(Boolean).join('\n') || undefined;
}

function kostenText({ kosten = {} }: Datensatz, t: Text): string | undefined {
  const { art, betrag, einheit, hinweis } = kosten;
  const euro =
    betrag === undefined ? undefined : `${String(betrag).replace('.', ',')} Euro ${einheit ?? ''}`;
  return [art && t(`kosten.${art}`), euro?.trim(), hinweis].filter(Boolean).join('; ') || undefined;
}

function costOptions({ kosten }: Datensatz, id: IdVon, t: Text): Objekt[] {
  const betrag = kosten?.art === 'kostenlos' ? 0 : kosten?.betrag;
  if (betrag === undefined) return [];
  return [
    ohneLeere({
      id: id('kosten'),
      option: kosten?.art && t(`kosten.${kosten.art}`),
      currency: 'EUR',
      amount: betrag,
      amount_description: kosten?.einheit,
    }),
  ];
}

function freie(umfeld: Umfeld, angebot: Datensatz, available: number): Objekt {
  const { portal } = umfeld.herausgabe.katalog;
  return {
    id: idVon(umfeld, angebot)('plaetze'),
    available,
    // Only the day is known; at noon it is the same day everywhere near.
    updated: `${angebot.kurs!.stand}T12:00:00Z`,
    unit: { id: uuidVon(portal, 'einheit', 'platz'), name: 'Platz' },
  };
}

function gebietsname({ portal, vokabular }: Katalog, gebiet: string): string {
  if (gebiet === 'kreisweit') return portal.kreis;
  if (gebiet === 'bundesweit') return 'Deutschland';
  return vokabular.kommunen.get(gebiet)?.bezeichnung['de'] ?? gebiet;
}

function toOrganization({ katalog, adressen }: Herausgabe, anbieter: Anbieter): Objekt {
  const { portal } = katalog;
  const { id: name, telefon } = anbieter;
  const id: IdVon = (...teile) => uuidVon(portal, 'anbieter', name, ...teile);
  return ohneLeere({
    id: uuidVonAnbieter(portal, name),
    name: anbieter.name,
    // HSDS demands one.
    description: anbieter.beschreibung ?? `${anbieter.name}, genannt im Portal „${portal.name}“.`,
    email: anbieter.email,
    website: alsUri(anbieter.web),
    additional_websites: [
      { id: id('seite'), label: SEITE_IM_PORTAL, url: adressen.anbieter(name) },
    ],
    phones: telefon && [{ id: id('telefon'), number: telefon, type: 'voice' }],
    x_de_id: name,
    x_de_art: anbieter.art,
    x_de_kommune: anbieter.kommune,
    x_de_quelle: anbieter.quelle,
  }) as unknown as Objekt;
}

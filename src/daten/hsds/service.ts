/** Our own record as a service of HSDS 3.1 with everything it holds. */
import { isDeepStrictEqual } from 'node:util';
import {
  freiePlaetze,
  geltenderHinweis,
  genannterBetrag,
  pruefzeit,
} from '../../domain/angebot.ts';
import type { Datensatz, OrtDaten } from '../../domain/datensatz.ts';
import { sprachName } from '../../i18n/sprachen.ts';
import type { Text } from '../../i18n/texte.ts';
import type { Katalog } from '../../katalog/katalog.ts';
import { ohneLeere, uuidVon } from '../herausgabe.ts';
import { ERWEITERBAR, readService, type Service } from './lesen.ts';
import { locations } from './orte.ts';
import type { IdVon, Objekt, Umfeld } from './umfeld.ts';
import { SEITE_IM_PORTAL, STATUS } from './worte.ts';
import { ausTermin, ausZeit, type Zeitplan } from './zeitplan.ts';

/**
 * The part of a record that a service holds. Translations stand in our own JSON; a point that is only the middle of a Kommune would look
 * exact here.
 */
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

/** A service without what {@link toService} adds. */
function toStandard(umfeld: Umfeld, angebot: Datensatz): Objekt {
  const { herausgabe, begriffe, organizations, t } = umfeld;
  const { portal, stichtag } = herausgabe.katalog;
  const { kontakt, status } = angebot;
  const id: IdVon = (...teile) => uuidVon(portal, 'angebot', angebot.id, ...teile);
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
    // Only a day that somebody noted: not the first of a year that a source gives.
    assured_date: pruefzeit(angebot)?.length === 10 ? angebot.geprueft_am : undefined,
    alert: geltenderHinweis(angebot, stichtag)?.text,
    phones: kontakt?.telefon && [{ id: id('telefon'), number: kontakt.telefon, type: 'voice' }],
    schedules: schedules(angebot, id, t),
    service_areas: angebot.einzugsgebiet?.map((gebiet) => ({
      id: id('einzugsgebiet', gebiet),
      name: gebietsname(herausgabe.katalog, gebiet),
      x_de_id: gebiet,
    })),
    service_at_locations: locations(umfeld, angebot, id),
    languages: languages(angebot, id, t),
    organization: organizations.get(angebot.anbieter),
    cost_options: costOptions(angebot, id, t),
    required_documents: angebot.unterlagen?.map((eintrag, i) => ({
      id: id('unterlagen', String(i)),
      document: eintrag.text ?? ('id' in eintrag ? eintrag.id : ''),
      ...('id' in eintrag && { x_de_id: eintrag.id }),
    })),
    capacities:
      plaetze === undefined
        ? undefined
        : [
            {
              id: id('plaetze'),
              available: plaetze,
              // Only the day is known; at noon it is the same day everywhere near.
              updated: `${angebot.kurs!.stand}T12:00:00Z`,
              unit: { id: uuidVon(portal, 'einheit', 'platz'), name: 'Platz' },
            },
          ],
    attributes: begriffe.attribute(angebot, id),
  } satisfies Record<string, unknown>) as unknown as Objekt;
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
  const { art, einheit, hinweis } = kosten;
  const betrag = genannterBetrag(kosten);
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

function gebietsname({ portal, vokabular }: Katalog, gebiet: string): string {
  if (gebiet === 'kreisweit') return portal.kreis;
  if (gebiet === 'bundesweit') return 'Deutschland';
  return vokabular.kommunen.get(gebiet)?.bezeichnung['de'] ?? gebiet;
}

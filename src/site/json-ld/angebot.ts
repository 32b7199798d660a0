/** An offer as a service or a course of schema.org, with its next dates. */
import { type Angebot, gesprocheneSprachen, pruefzeit } from '../../domain/angebot.ts';
import { alsUri } from '../../domain/felder.ts';
import type { Ort } from '../../domain/ort.ts';
import { sprachTag } from '../../i18n/sprachen.ts';
import { ALLE } from '../../domain/facette.ts';
import { kurzVon, titelVon } from '../angebot-karte.ts';
import { createKontext, type Kontext, label } from '../kontext.ts';
import { anbieterKnoten } from './anbieter.ts';
import { type Felder, type Knoten, knoten } from './knoten.ts';
import { naechsteTermine, oeffnungszeiten, stundenplan } from './zeiten.ts';
import { absolut } from '../pfade.ts';

/** German sign language (ISO 639-3). */
const GEBAERDENSPRACHE = 'gsg';

/**
 * The German page says all of an offer; those in other languages say that they are about the same, and phones need not load it twelve
 * times.
 * @returns nothing for offers that visitors do not find, or that nobody may tell about
 */
export function angebotKnoten(kontext: Kontext, angebot: Angebot): Knoten[] {
  const { katalog, sprache, pfade } = kontext;
  if (angebot.verbleib !== 'gelistet' || angebot.schnellVerlassen) return [];
  const url = absolut(katalog.portal, pfade.angebot(angebot.id));
  const id = `${absolut(katalog.portal, createKontext(katalog, 'de').pfade.angebot(angebot.id))}#angebot`;
  const { quelle } = angebot;
  const seite = knoten('WebPage', {
    '@id': url,
    inLanguage: sprachTag(sprache),
    // Somebody has checked it then; when its words were changed is another question.
    lastReviewed: pruefzeit(angebot),
    isBasedOn: quelle && knoten('CreativeWork', { name: quelle.name, url: alsUri(quelle.url) }),
    mainEntity: { '@id': id },
  });
  if (sprache !== 'de') return [seite];
  const anbieter = katalog.anbieter.get(angebot.anbieter);
  const gemeinsam = {
    '@id': id,
    url,
    name: titelVon(kontext, angebot).text,
    description: kurzVon(kontext, angebot).text,
    provider: anbieter && anbieterKnoten(kontext, anbieter, kontakt(angebot)),
    audience: publikum(kontext, angebot),
    offers: preis(angebot),
  };
  return [
    seite,
    isKurs(kontext, angebot)
      ? knoten('Course', { ...gemeinsam, ...kursFelder(kontext, angebot) })
      : knoten(anbieter?.art === 'behoerde' ? 'GovernmentService' : 'Service', {
          ...gemeinsam,
          ...dienstFelder(kontext, angebot),
        }),
    ...termine(kontext, angebot, {
      url,
      about: { '@id': id },
      organizer: anbieter && anbieterKnoten(kontext, anbieter),
    }),
  ];
}

function isKurs({ katalog: { vokabular } }: Kontext, { kurs, angebotsart }: Angebot): boolean {
  return kurs !== undefined || vokabular.angebotsarten.get(angebotsart)?.kurs === true;
}

function dienstFelder(kontext: Kontext, angebot: Angebot): Felder<'Service'> {
  const { katalog, sprache } = kontext;
  const { angebotsarten, kommunen } = katalog.vokabular;
  const { einzugsgebiet } = angebot;
  return {
    serviceType: label(angebotsarten, angebot.angebotsart, sprache).text,
    areaServed:
      einzugsgebiet === 'bundesweit'
        ? 'DE'
        : einzugsgebiet === 'kreisweit'
          ? katalog.portal.kreis
          : einzugsgebiet.map((id) => label(kommunen, id, sprache).text),
    hoursAvailable: oeffnungszeiten(katalog, angebot),
    availableChannel: zugang(kontext, angebot),
  };
}

function kursFelder(kontext: Kontext, angebot: Angebot): Felder<'Course'> {
  return {
    isAccessibleForFree: istKostenlos(angebot),
    availableLanguage: sprachen(angebot),
    hasCourseInstance: durchfuehrung(kontext, angebot),
  };
}

/** Whom to call or write to: of the provider, for this offer. */
function kontakt({ kontakt: { telefon, email } }: Angebot): Knoten<'ContactPoint'> | undefined {
  if (!telefon && !email) return undefined;
  return knoten('ContactPoint', { telephone: telefon, email });
}

/** Where people go, and in which languages they can talk there. */
function zugang(kontext: Kontext, angebot: Angebot): Knoten<'ServiceChannel'> | undefined {
  const kanal = knoten('ServiceChannel', {
    serviceUrl: alsUri(angebot.kontakt.web),
    serviceLocation: orte(kontext, angebot),
    availableLanguage: sprachen(angebot),
  });
  return Object.keys(kanal).length > 1 ? kanal : undefined;
}

/** Languages in which people can talk. */
function sprachen(angebot: Angebot): string[] {
  return [...gesprocheneSprachen(angebot), ...(angebot.gebaerdensprache ? [GEBAERDENSPRACHE] : [])];
}

function orte(kontext: Kontext, angebot: Angebot): Knoten<'Place'>[] {
  return angebot.orte.map((ort) => toPlace(kontext, ort));
}

/** The middle of a Kommune is no point of a place, so it is left out. */
function toPlace({ katalog, sprache }: Kontext, ort: Ort): Knoten<'Place'> {
  const { name, strasse, plz, kommune, punkt, ungefaehr } = ort;
  return knoten('Place', {
    name,
    address: knoten('PostalAddress', {
      streetAddress: strasse,
      postalCode: plz,
      addressLocality:
        ort.ort ?? (kommune && label(katalog.vokabular.kommunen, kommune, sprache).text),
      addressCountry: 'DE',
    }),
    geo:
      punkt && !ungefaehr
        ? knoten('GeoCoordinates', { latitude: punkt.lat, longitude: punkt.lon })
        : undefined,
  });
}

/** Who it is for; undefined where it is for everybody. */
function publikum(
  { katalog, sprache }: Kontext,
  angebot: Angebot,
): Knoten<'PeopleAudience'> | undefined {
  const { zielgruppen, alter } = angebot;
  const gruppen = zielgruppen.includes(ALLE) ? [] : zielgruppen;
  if (gruppen.length === 0 && !alter) return undefined;
  return knoten('PeopleAudience', {
    audienceType:
      gruppen.map((id) => label(katalog.vokabular.zielgruppen, id, sprache).text).join(', ') ||
      undefined,
    suggestedMinAge: alter?.von,
    suggestedMaxAge: alter?.bis,
  });
}

/** How Google calls it. */
const PREISARTEN = {
  kostenlos: 'Free',
  kostenpflichtig: 'Paid',
  ermaessigt: 'Partially Free',
  uebernahme: 'Partially Free',
} as const;

/** What it costs, and whether somebody new finds a place; undefined where neither is known. */
function preis({ kosten, status }: Angebot): Knoten<'Offer'> | undefined {
  const { art, betrag, einheit } = { betrag: undefined, einheit: undefined, ...kosten };
  const zahl = art === 'kostenlos' ? 0 : betrag;
  const offer = knoten('Offer', {
    category: art && PREISARTEN[art],
    ...(zahl !== undefined &&
      (einheit
        ? {
            priceSpecification: knoten('UnitPriceSpecification', {
              ...euro(zahl),
              unitText: einheit,
            }),
          }
        : euro(zahl))),
    availability: status === 'voll' ? 'SoldOut' : status === 'pausiert' ? 'OutOfStock' : undefined,
  });
  return Object.keys(offer).length > 1 ? offer : undefined;
}

function euro(price: number): Pick<Felder<'Offer'>, 'price' | 'priceCurrency'> {
  return { price, priceCurrency: 'EUR' };
}

function istKostenlos({ kosten }: Angebot): boolean | undefined {
  const art = kosten?.art;
  return art === 'kostenlos' ? true : art === 'kostenpflichtig' ? false : undefined;
}

/** When and where a course takes place; undefined where neither is known, or where it is over. */
function durchfuehrung(kontext: Kontext, angebot: Angebot): Knoten<'CourseInstance'> | undefined {
  const { katalog } = kontext;
  const { start, ende } = angebot.kurs ?? {};
  if (ende !== undefined && ende < katalog.stichtag) return undefined;
  const vorOrt = angebot.kanal.includes('vor-ort');
  const online = angebot.kanal.includes('online');
  const instanz = knoten('CourseInstance', {
    courseMode: vorOrt && online ? 'blended' : online ? 'online' : vorOrt ? 'onsite' : undefined,
    startDate: start,
    endDate: ende,
    courseSchedule: stundenplan(katalog, angebot),
    location: orte(kontext, angebot),
  });
  return Object.keys(instanz).length > 1 ? instanz : undefined;
}

/** Its next dates; none where nobody could say where to go. */
function termine(
  kontext: Kontext,
  angebot: Angebot,
  gemeinsam: Pick<Felder<'Event'>, 'url' | 'about' | 'organizer'>,
): Knoten<'Event'>[] {
  const online = angebot.kanal.includes('online');
  const wo = [
    ...orte(kontext, angebot),
    ...(online
      ? [
          knoten('VirtualLocation', {
            url: alsUri(angebot.kontakt.web) ?? (gemeinsam.url as string),
          }),
        ]
      : []),
  ];
  if (wo.length === 0) return [];
  const art = !online ? 'Offline' : angebot.orte.length > 0 ? 'Mixed' : 'Online';
  return naechsteTermine(kontext.katalog, angebot).map(({ start, ende, abgesagt }) =>
    knoten('Event', {
      ...gemeinsam,
      name: titelVon(kontext, angebot).text,
      startDate: start,
      endDate: ende,
      eventStatus: `https://schema.org/Event${abgesagt ? 'Cancelled' : 'Scheduled'}`,
      eventAttendanceMode: `https://schema.org/${art}EventAttendanceMode`,
      location: wo,
      isAccessibleForFree: istKostenlos(angebot),
      offers: preis(angebot),
    }),
  );
}

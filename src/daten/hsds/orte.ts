/** Where an offer takes place, as locations of HSDS. */
import { istAlsVertraulichMarkiert } from '../../domain/angebot.ts';
import type { Datensatz, OrtDaten } from '../../domain/datensatz.ts';
import { ohneLeere } from '../herausgabe.ts';
import type { IdVon, Objekt, Umfeld } from './umfeld.ts';

/**
 * `service_at_locations`: places, and the internet. Of confidential offers there is none.
 * @param id makes ids within the offer
 */
export function locations(umfeld: Umfeld, angebot: Datensatz, id: IdVon): Objekt[] {
  const vertraulich = istAlsVertraulichMarkiert(angebot);
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

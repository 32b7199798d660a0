/** A provider as an organisation of schema.org. */
import type { Anbieter } from '../../domain/anbieter.ts';
import { alsUri } from '../../domain/felder.ts';
import { sprachTag } from '../../i18n/sprachen.ts';
import { ersterSatz } from '../../katalog/text-auszug.ts';
import { createKontext, type Kontext, label } from '../kontext.ts';
import { type Knoten, knoten } from './knoten.ts';
import { absolut } from '../pfade.ts';

const ARTEN = {
  behoerde: 'GovernmentOrganization',
  wohlfahrt: 'NGO',
  verein: 'NGO',
  religioes: 'Organization',
  bildung: 'EducationalOrganization',
  initiative: 'Organization',
  unternehmen: 'Organization',
  sonstige: 'Organization',
} as const satisfies Record<NonNullable<Anbieter['art']>, string>;

type Organisation = Knoten<(typeof ARTEN)[keyof typeof ARTEN]>;

/**
 * What pages of its offers say of a provider.
 * @param contactPoint whom to ask about the offer
 */
export function anbieterKnoten(
  kontext: Kontext,
  anbieter: Anbieter,
  contactPoint?: Knoten<'ContactPoint'>,
): Organisation {
  return knoten(artVon(anbieter), {
    '@id': idVon(kontext, anbieter),
    name: anbieter.name,
    url: alsUri(anbieter.web),
    contactPoint,
  });
}

/** What its own page says of a provider. Its description is German, so it stands on German pages only. */
export function anbieterSeitenKnoten(kontext: Kontext, anbieter: Anbieter): Knoten[] {
  const { katalog, sprache, pfade } = kontext;
  const { name, beschreibung, telefon, email, web, kommune } = anbieter;
  const seite = absolut(katalog.portal, pfade.anbieter(anbieter.id));
  return [
    knoten('WebPage', {
      '@id': seite,
      inLanguage: sprachTag(sprache),
      mainEntity: { '@id': idVon(kontext, anbieter) },
    }),
    knoten(artVon(anbieter), {
      '@id': idVon(kontext, anbieter),
      name,
      description: sprache === 'de' && beschreibung ? ersterSatz(beschreibung) : undefined,
      telephone: telefon,
      email,
      url: alsUri(web),
      address:
        kommune === undefined
          ? undefined
          : knoten('PostalAddress', {
              addressLocality: label(katalog.vokabular.kommunen, kommune, sprache).text,
              addressCountry: 'DE',
            }),
    }),
  ];
}

function artVon({ art }: Anbieter) {
  return art ? ARTEN[art] : 'Organization';
}

/** The same on pages of every language. */
function idVon({ katalog }: Kontext, { id }: Anbieter): string {
  const { pfade } = createKontext(katalog, 'de');
  return `${absolut(katalog.portal, pfade.anbieter(id))}#anbieter`;
}

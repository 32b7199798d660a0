/** The portal itself, and where a page stands in it. */
import type { SearchActionLeaf, WithActionConstraints } from 'schema-dts';
import { sprachTag } from '../../i18n/sprachen.ts';
import type { Verweis } from '../kontakt.ts';
import { inSprache, type Kontext } from '../kontext.ts';
import { type Knoten, knoten } from './knoten.ts';
import { absolut } from '../pfade.ts';

/** What the start page says of the portal. */
export function portalKnoten({ katalog, sprache, pfade }: Kontext): Knoten[] {
  const { portal } = katalog;
  const suche: WithActionConstraints<SearchActionLeaf> = {
    '@type': 'SearchAction',
    // Behind „#“, where no server sees what somebody searches for.
    target: knoten('EntryPoint', { urlTemplate: `${absolut(portal, pfade.suche)}#q={wort}` }),
    'query-input': 'required name=wort',
  };
  return [
    knoten('WebSite', {
      '@id': absolut(portal, pfade.start),
      url: absolut(portal, pfade.start),
      name: portal.name,
      description: inSprache(portal.beschreibung, sprache).text,
      inLanguage: sprachTag(sprache),
      license: portal.lizenz.url,
      publisher: knoten('Organization', {
        name: portal.kontakt.stelle,
        telephone: portal.kontakt.telefon,
        email: portal.kontakt.email,
      }),
      potentialAction: suche,
    }),
  ];
}

/**
 * The trail of a page. The pages above it are alternatives (each Thema of an offer), so each makes a trail of its own.
 * @param titel of the page itself
 */
export function pfadKnoten(
  { katalog }: Kontext,
  titel: string,
  darueber: readonly Verweis[],
): Knoten[] {
  return darueber.map(({ text, href }) =>
    knoten('BreadcrumbList', {
      itemListElement: [
        knoten('ListItem', {
          position: 1,
          name: text,
          item: { '@id': absolut(katalog.portal, href) },
        }),
        knoten('ListItem', { position: 2, name: titel }),
      ],
    }),
  );
}

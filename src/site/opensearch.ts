/** What a browser needs to offer the portal's search in its own search field (OpenSearch 1.1). */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { sprachTag } from '../i18n/sprachen.ts';
import { inSprache, type Kontext } from './kontext.ts';
import { absolut, basisOf } from './pfade.ts';

/** Its name in the folder of its language. */
export const OPENSEARCH = 'opensearch.xml';
/** Longer names are not allowed. */
const MAX_KURZNAME = 16;
const MAX_NAME = 48;

/** @returns XML. What somebody searches for stands behind `#`, as in every link to the search: no server sees it. */
export function formatOpensearch({ katalog, sprache, t, pfade }: Kontext): string {
  const { portal } = katalog;
  const baum = x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    x('ShortName', t('app.kurzname').slice(0, MAX_KURZNAME)),
    x('LongName', portal.name.slice(0, MAX_NAME)),
    x('Description', inSprache(portal.beschreibung, sprache).text),
    x('Contact', portal.kontakt.email),
    x('Image', { width: '16', height: '16', type: 'image/svg+xml' }, [
      absolut(portal, `${basisOf(portal.url)}favicon.svg`),
    ]),
    x('Language', sprachTag(sprache)),
    x('InputEncoding', 'UTF-8'),
    x('Url', { type: 'text/html', template: `${absolut(portal, pfade.suche)}#q={searchTerms}` }),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(baum, { closeEmptyElements: true })}\n`;
}

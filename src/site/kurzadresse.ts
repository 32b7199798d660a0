/** The short address of an offer: what stands on paper and in its QR code leads to its page. */
import { richtung, sprachTag } from '../i18n/sprachen.ts';
import { fremd } from '../i18n/fremd.ts';
import { formatSeite, h } from './element.ts';
import { deutsch, type Kontext } from './kontext.ts';
import { cspMeta } from './kopfzeilen.ts';

/**
 * A page that leads on at once, with a link for browsers that do not. It names the portal only: what it leads to is nobody's
 * business who reads the history of a device.
 * @param id of an offer, or one it had before
 */
export function toKurzadresse({ katalog, sprache, t, pfade }: Kontext, id: string): string {
  const ziel = pfade.angebot(katalog.weiterleitungen.get(id) ?? id);
  const name = deutsch(sprache, katalog.portal.name);
  const seite = h(
    'html',
    { lang: sprachTag(sprache), dir: richtung(sprache) },
    h(
      'head',
      {},
      cspMeta(katalog.portal, pfade.kurz(id)),
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', fremd(name), name.text),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { httpEquiv: ['refresh'], content: `0; url=${ziel}` }),
    ),
    h(
      'body',
      {},
      h(
        'main',
        {},
        h('h1', fremd(name), name.text),
        h('p', {}, h('a', { href: ziel }, t('kurzadresse.weiter'))),
      ),
    ),
  );
  return formatSeite(seite);
}

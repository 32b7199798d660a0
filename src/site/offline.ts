/** What is stored on a device for use without a network: which files, and what the reader is told about them. */
import type { PaketAngaben } from '../domain/offline-paket.ts';
import { eigenName, richtung, sprachTag } from '../i18n/sprachen.ts';
import { GRENZEN, TEILE_ORDNER } from '../suche/dateien.ts';
import { formatHtml, h } from './element.ts';
import { formatDatum, type Kontext } from './kontext.ts';
import { basisOf } from './pfade.ts';

/** Folder of packages, and of what is known of each. */
export const OFFLINE_ORDNER = 'offline/';

/** Address of what is known of a language's package. @param basis `''` for a path from the root of the portal */
export function angabenVon(basis: string, sprache: string): string {
  return `${basis}${OFFLINE_ORDNER}${sprache}.json`;
}

/**
 * Of no use without a network (robots read no package; nor do neighbours, who alone ask Pagefind's index), for servers, what reads packages,
 * or wrong tomorrow (what is on this week).
 */
const NICHT_DABEI =
  /^(bericht|daten|suchguete|einbetten|diese-woche|pagefind)\/|^(404\.html|sw\.js|suche-verbund\.json)$|^(_headers|\.[^/]+)$|\.(xml|ics|png|txt)$/;
const KARTENBLOCK = /^k\d+-([a-z]+)-/;

/**
 * Whether a file belongs to the package of a language: its pages, and what all languages share.
 * @param pfad from the root of the portal
 * @param sprachen all languages of the portal; German has no folder of its own
 */
export function gehoertInsPaket(
  pfad: string,
  sprache: string,
  sprachen: readonly string[],
): boolean {
  if (pfad.startsWith(TEILE_ORDNER)) {
    const [, block] = KARTENBLOCK.exec(pfad.slice(TEILE_ORDNER.length)) ?? [];
    return block === undefined || block === sprache;
  }
  if (pfad === GRENZEN || /^_astro\/|^[^/]+\.svg$/.test(pfad)) return true;
  const ordner = pfad.slice(0, pfad.indexOf('/'));
  const von = sprachen.includes(ordner) ? ordner : 'de';
  const inSprache = von === 'de' ? pfad : pfad.slice(von.length + 1);
  return von === sprache && !NICHT_DABEI.test(inSprache);
}

/** @param paket what only its bytes tell; `datei` from the root of the portal */
export function toPaketAngaben(
  kontext: Kontext,
  paket: Pick<PaketAngaben, 'hash' | 'datei' | 'bytes' | 'roh'>,
): PaketAngaben {
  const { katalog, sprache, t, pfade } = kontext;
  const kb = Math.ceil(paket.bytes / 1000);
  const datum = formatDatum(katalog.stichtag, sprache);
  return {
    ...paket,
    sprache,
    tag: sprachTag(sprache),
    dir: richtung(sprache),
    wurzel: pfade.start,
    datei: basisOf(katalog.portal.url) + paket.datei,
    stand: katalog.stichtag,
    texte: {
      speichern: t('offline.speichern', { kb }),
      erneuern: t('offline.erneuern', { kb }),
      gespeichert: t('offline.gespeichert', {
        sprache: eigenName(sprache),
        angebote: t('liste.angebote', { anzahl: katalog.angebote.size }),
        datum,
      }),
    },
    banner: {
      gespeichert: formatBanner(
        `${t('offline.banner', { datum })} `,
        h('a', { href: pfade.offline }, t('offline.verwalten')),
      ),
      alt: formatBanner(h('strong', {}, t('offline.alt'))),
      fehlt: formatBanner(h('strong', {}, t('offline.fehlt'))),
    },
  };
}

function formatBanner(...kinder: Parameters<typeof h>[2][]): string {
  return formatHtml(h('p', { className: ['banner'] }, ...kinder));
}

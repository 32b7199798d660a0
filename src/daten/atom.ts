/** Feeds of what is new (Atom, RFC 4287). */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

export interface Feed {
  /** Absolute address of the feed; also its id. */
  url: string;
  /** Absolute address of the page it belongs to. */
  seite: string;
  titel: string;
  untertitel: string;
  herausgeber: string;
  /** Licence and its address. */
  rechte: string;
  /** BCP 47. */
  sprache: string;
  /** Where nothing has happened: since when nothing is known to have. `YYYY-MM-DD` */
  seit: string;
  /** The newest first. */
  eintraege: readonly FeedEintrag[];
}

export interface FeedEintrag {
  uuid: string;
  titel: string;
  /** Absolute address of its page. */
  url: string;
  /** A sentence or two. */
  kurz: string;
  kategorien: readonly string[];
  /** `YYYY-MM-DD` */
  datum: string;
}

/** @returns XML; nothing in it depends on when it was written */
export function formatFeed(feed: Feed): string {
  const { url, seite, titel, untertitel, herausgeber, rechte, sprache, seit, eintraege } = feed;
  const baum = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': sprache }, [
    x('id', url),
    x('title', titel),
    x('subtitle', untertitel),
    x('updated', zeitpunkt(eintraege[0]?.datum ?? seit)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: url }),
    x('link', { rel: 'alternate', type: 'text/html', href: seite }),
    x('author', [x('name', herausgeber)]),
    x('rights', rechte),
    ...eintraege.map((eintrag) =>
      x('entry', [
        x('id', `urn:uuid:${eintrag.uuid}`),
        x('title', eintrag.titel),
        x('updated', zeitpunkt(eintrag.datum)),
        x('link', { rel: 'alternate', type: 'text/html', href: eintrag.url }),
        x('summary', eintrag.kurz),
        ...eintrag.kategorien.map((term) => x('category', { term })),
      ]),
    ),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(baum, { closeEmptyElements: true })}\n`;
}

/** Only the day is known. */
function zeitpunkt(datum: string): string {
  return `${datum}T00:00:00Z`;
}

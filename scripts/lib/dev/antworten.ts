/** What `npm run dev` answers at the addresses of the portal: files of the code, pages, and what else a build would write. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { ladeSeitenprogramm } from '../../../src/bau/seitenprogramm.ts';
import type { Programm } from '../bau/programm.ts';
import { decode, pfadVon, setzeKopf } from '../server.ts';
import type { Stand } from './stand.ts';

/** What is published may be read by every page; what somebody is writing may not. */
const OFFEN = 'Access-Control-Allow-Origin';

/**
 * @param kopf elements for the head of pages
 * @throws what a page throws
 */
export type Antworte = (
  request: IncomingMessage,
  response: ServerResponse,
  stand: Stand,
  kopf: string,
) => Promise<void>;

/** Loads the program. @param basis path of the portal that it is made for */
export async function createAntworten(
  { programm, dateien }: Programm,
  basis: string,
): Promise<Antworte> {
  const arten = await ladeSeitenprogramm(programm);
  const serve = sirv(dateien, { dev: true });
  return async (request, response, stand, kopf) => {
    const pathname = pfadVon(request);
    const weiter = (Location: string) => void response.writeHead(302, { Location }).end();
    if (basis !== '/' && (pathname === '/' || `${pathname}/` === basis)) return weiter(basis);
    const sende = (status: number, pfad: string, inhalt: string) => {
      setzeKopf(response, stand.portal, pfad);
      response.removeHeader(OFFEN);
      response.setHeader('Cache-Control', 'no-store');
      response.writeHead(status).end(inhalt);
    };
    const seite = async (adresse: string) =>
      (await stand.seite(arten, adresse))?.replace('</head>', () => `${kopf}</head>`);
    const gibtEsNicht = async () => sende(404, `${basis}404.html`, (await seite('404'))!);
    if (!pathname.startsWith(basis)) return gibtEsNicht();

    const istDatei = await new Promise<boolean>((fertig) => {
      request.url = pathname.slice(basis.length - 1);
      // As in `serveFolder`.
      delete request.headers.range;
      setzeKopf(response, stand.portal, pathname);
      response.removeHeader(OFFEN);
      response.once('close', () => fertig(true));
      serve(request, response, () => fertig(false));
    });
    if (istDatei) return;
    const pfad = decode(pathname.slice(basis.length));
    const html = await seite(pfad.replace(/\/$/, ''));
    if (html && pfad && !pfad.endsWith('/')) return weiter(`${pathname}/`);
    const inhalt = html ?? (await stand.datei(pfad.replace(/\/$/, '/index.html')));
    return inhalt === undefined ? gibtEsNicht() : sende(200, pathname, inhalt);
  };
}

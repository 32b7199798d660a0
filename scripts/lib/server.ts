/** A small static server for looking at a built portal, and what one for looking at what is edited does likewise. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { medientyp } from '../../src/domain/medientyp.ts';
import { type Auftritt, kopfzeilenFuer, VERBORGEN } from '../../src/site/kopfzeilen.ts';
import { ende } from './ende.ts';

/**
 * Serves a folder below a base path as a real server does, with its `404.html` for everything else.
 * @param folder a built portal
 * @param basis path it is built for, with slashes on both ends
 * @param portal whose headers are sent; without it, none
 * @returns the server, listening; port 0 takes any free one
 */
export function serveFolder(
  folder: string,
  basis: string,
  port: number,
  portal?: Auftritt,
): Promise<Server> {
  const serve = sirv(folder, { dev: true, etag: true, gzip: true, brotli: true });
  const mitKopf = (response: ServerResponse, pfad: string) => {
    if (portal) setzeKopf(response, portal, pfad);
  };
  return lausche(port, (request, response) => {
    const pathname = pfadVon(request);
    const weiter = (Location: string) => response.writeHead(302, { Location }).end();
    const notFound = () => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      mitKopf(response, `${basis}404.html`);
      response.writeHead(404, { 'Content-Type': medientyp('404.html') });
      response.end(seiteFuerFehlendes(folder));
    };
    if (basis !== '/' && (pathname === '/' || `${pathname}/` === basis)) return weiter(basis);
    if (!pathname.startsWith(basis) || new RegExp(VERBORGEN).test(decode(pathname)))
      return notFound();
    const pfad = pathname.slice(basis.length);
    if (pfad && !pfad.endsWith('/') && existsSync(join(folder, pfad, 'index.html')))
      return weiter(`${pathname}/`);
    request.url = `/${pfad}`;
    // sirv throws on a range that ends before it begins; nothing here needs ranges.
    delete request.headers.range;
    mitKopf(response, pathname);
    return serve(request, response, notFound);
  });
}

/** A folder may lack it, or be replaced by the next build just now. */
function seiteFuerFehlendes(folder: string): Buffer | string {
  try {
    return readFileSync(join(folder, '404.html'));
  } catch {
    return 'Nicht gefunden';
  }
}

/** What a real server says with an answer. @param pfad from the root of the server */
export function setzeKopf(response: ServerResponse, portal: Auftritt, pfad: string): void {
  response.setHeaders(kopfzeilenFuer(portal, pfad));
  response.setHeader('Content-Type', medientyp(pfad));
}

/** How this machine is called by itself. */
const HIER = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** The path that is asked for; `//` is one, too, which `URL` would take for the name of a server. */
export function pfadVon({ url = '/' }: IncomingMessage): string {
  return new URL(`http://localhost${url.startsWith('/') ? url : '/'}`).pathname;
}

/** @returns the server, listening on this machine only; port 0 takes any free one */
export function lausche(port: number, antworte: RequestListener): Promise<Server> {
  const server = createServer((request, response) => {
    // A page of another site could have its own name lead here (DNS rebinding), and then read what it likes.
    if (HIER.test(request.headers.host ?? '')) return antworte(request, response);
    response.writeHead(421).end();
  });
  // A busy machine must not close a connection just when it is used again.
  server.keepAliveTimeout = 60_000;
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

/**
 * The port of PORT, else 4321; ends the program with a sentence where it is none.
 * @param befehl how the program is called: `npm start`
 */
export function portDesLaufs(befehl: string): number {
  const angabe = process.env['PORT'] || '4321';
  const port = Number(angabe);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  return ende(`„${angabe}“ ist kein Port. ${andererPort(4322, befehl)}`);
}

/** The Windows prompt does not know `PORT=4322 npm start`. */
function andererPort(port: number, befehl: string): string {
  return `Bitte zuerst einen anderen nennen (Windows: set PORT=${port}, sonst: export PORT=${port}), dann: ${befehl}`;
}

/** Ends the program with a sentence where somebody else has the port. @throws any other error */
export function beiBelegtemPort(error: unknown, port: number, befehl: string): never {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  return ende(`Der Port ${port} ist belegt. ${andererPort(port + 1, befehl)}`, 1);
}

/** A path as people write it; as it came, where it is none. */
export function decode(pfad: string): string {
  try {
    return decodeURI(pfad);
  } catch {
    return pfad;
  }
}

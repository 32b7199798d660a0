/** A small static server for looking at a built portal. */
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a folder below a base path, with its `404.html` for everything else.
 * @param folder a built portal
 * @param basis path it is built for, with slashes on both ends
 * @returns the server, listening; port 0 takes any free one
 */
export function serveFolder(folder: string, basis: string, port: number): Promise<Server> {
  const serve = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    if (url === '/' && basis !== '/') {
      response.writeHead(302, { Location: basis });
      return response.end();
    }
    if (!url.startsWith(basis)) return notFound();
    request.url = url.slice(basis.length - 1);
    // sirv throws on a range that ends before it begins; nothing here needs ranges.
    delete request.headers.range;
    return serve(request, response, notFound);
  });
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

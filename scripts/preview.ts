/**
 * Serves the built portal on PORT, else 4321.
 *
 *     npm run preview
 */
import { existsSync } from 'node:fs';
import { readPortal } from '../src/katalog/read-katalog.ts';
import { basisOf } from '../src/site/pfade.ts';
import { liesAufruf } from './lib/aufruf.ts';
import { beiBelegtemPort, portDesLaufs, serveFolder } from './lib/server.ts';

liesAufruf('Aufruf: npm run preview (nach npm run build)', {}, () => undefined);
const folder = process.env['PORTAL_ZIEL'] || 'dist';
const port = portDesLaufs('npm start');
const portal = readPortal();
if (!portal || !existsSync(folder)) {
  console.error(`Im Ordner „${folder}“ liegt kein gebautes Portal. Bitte zuerst: npm run build`);
  process.exit(1);
}
const basis = basisOf(portal.url);
await serveFolder(folder, basis, port, portal).catch((error: unknown) =>
  beiBelegtemPort(error, port, 'npm start'),
);
console.log(`\n  ${portal.name}\n  http://localhost:${port}${basis}\n\n  Beenden mit Strg+C.`);

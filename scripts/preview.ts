/**
 * Serves the built portal on PORT, else 4321.
 *
 *     npm run preview
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPortal } from '../src/katalog/read-katalog.ts';
import { zielordner } from '../src/katalog/umgebung.ts';
import { basisOf } from '../src/site/pfade.ts';
import { liesAufruf } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';
import { beiBelegtemPort, portDesLaufs, serveFolder } from './lib/server.ts';

liesAufruf('Aufruf: npm run preview (nach npm run build)', {}, () => undefined);
const folder = zielordner();
const port = portDesLaufs('npm start');
const portal = readPortal() ?? ende('portal.yaml fehlt oder ist falsch. Siehe: npm run check', 1);
if (!existsSync(join(folder, '404.html')))
  ende(`Im Ordner „${folder}“ liegt kein gebautes Portal. Bitte zuerst: npm run build`, 1);
const basis = basisOf(portal.url);
await serveFolder(folder, basis, port, portal).catch((error: unknown) =>
  beiBelegtemPort(error, port, 'npm start'),
);
console.log(`\n  ${portal.name}\n  http://localhost:${port}${basis}\n\n  Beenden mit Strg+C.`);

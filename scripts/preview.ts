/**
 * Serves the built portal on PORT, else 4321.
 *
 *     npm run preview
 */
import { existsSync } from 'node:fs';
import { readPortal } from '../src/katalog/read-katalog.ts';
import { basisOf } from '../src/site/pfade.ts';
import { serveFolder } from './lib/server.ts';

const folder = process.env['PORTAL_ZIEL'] || 'dist';
const port = Number(process.env['PORT'] || 4321);
const portal = readPortal();
if (!portal || !existsSync(folder)) {
  console.error(`Im Ordner „${folder}“ liegt kein gebautes Portal. Bitte zuerst: npm run build`);
  process.exit(1);
}
const basis = basisOf(portal.url);
try {
  await serveFolder(folder, basis, port, portal);
  console.log(`\n  ${portal.name}\n  http://localhost:${port}${basis}\n\n  Beenden mit Strg+C.`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(
    `Der Port ${port} ist belegt. Bitte einen anderen wählen, zum Beispiel: PORT=${port + 1} npm start`,
  );
  process.exit(1);
}

/**
 * Serves the portal while it is edited; pages and search follow every change below the content folder. Where the program itself
 * changes, it starts again.
 *
 *     npm run dev
 *     npm run dev -- --astro   Astro's own server, for whoever edits components: slower, but styles and scripts follow at once
 *
 * PORTAL_INHALT  content folder (default `content`)
 * PORT           (default 4321)
 * Exit code 2 where the call is wrong.
 */
import { pathToFileURL } from 'node:url';
import { liesAufruf } from './lib/aufruf.ts';

const HILFE = `Aufruf: npm run dev [-- --astro]
  --astro   mit dem Server von Astro, für alle, die am Programm arbeiten: langsamer, folgt aber auch Stilen und Skripten`;

const { astro } = liesAufruf(
  HILFE,
  { options: { astro: { type: 'boolean', default: false } } },
  ({ values }) => values,
);
const PORT = (process.env['PORT'] ||= '4321');
if (astro) {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  process.argv.splice(2, Infinity, 'dev', '--config', 'astro.dev.mjs', '--port', PORT);
}
await import(
  pathToFileURL(astro ? 'node_modules/astro/bin/astro.mjs' : 'scripts/lib/dev/server.ts').href
);

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
import { spawnSync } from 'node:child_process';
import { NEUSTART } from './lib/dev/neustart.ts';
import { ende } from './lib/ende.ts';
import { parseArgs } from './lib/parse-args.ts';

const { astro } = readAufruf();
const PORT = process.env['PORT'] || '4321';
const aufruf = astro
  ? ['node_modules/astro/bin/astro.mjs', 'dev', '--config', 'astro.dev.mjs', '--port', PORT]
  : ['scripts/lib/dev/server.ts'];
const starte = () =>
  spawnSync(process.execPath, aufruf, {
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT,
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DISABLE_UPDATE_CHECK: 'true',
    },
  });

let lauf = starte();
while (lauf.status === NEUSTART) lauf = starte();
process.exit(lauf.status ?? 1);

function readAufruf() {
  try {
    return parseArgs({ options: { astro: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    return ende(`${(error as Error).message}\nAufruf: npm run dev [-- --astro]`);
  }
}

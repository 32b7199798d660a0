/**
 * Serves the portal while it is edited; pages and search follow every change below the content folder. Where the program itself
 * changes, it starts again.
 *
 *     npm run dev
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { NEUSTART } from '../src/site/dev-neustart.ts';

const starte = () =>
  spawnSync(
    process.execPath,
    [
      resolve('src/site/dev-start.ts'),
      'dev',
      '--port',
      process.env['PORT'] || '4321',
      ...process.argv.slice(2),
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' },
    },
  );

let ende = starte();
while (ende.status === NEUSTART) ende = starte();
process.exit(ende.status ?? 1);

/** Looking at what was built: what the commands say where they cannot. What is served: test/portal/server.test.ts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/lib/server.ts';
import { rufe } from '../lib/befehl.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';

const ordner = mkdtempSync(join(tmpdir(), 'ansehen-'));
const gebaut = join(ordner, 'gebaut');
let server: Awaited<ReturnType<typeof serveFolder>>;
let port: number;
beforeAll(async () => {
  mkdirSync(gebaut);
  for (const datei of ['index.html', 'gebaut/index.html', 'gebaut/404.html'])
    writeFileSync(join(ordner, datei), 'da');
  server = await serveFolder(ordner, '/', 0);
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.close();
  rmSync(ordner, { recursive: true });
});

test('goes on where the folder lacks the page for what is missing', async () => {
  const frage = async (pfad: string) => (await fetch(`http://127.0.0.1:${port}/${pfad}`)).status;
  expect([await frage('fehlt'), await frage('fehlt'), await frage('')]).toEqual([404, 404, 200]);
});

const ruf = (script: string, args: string[], PORT: string) =>
  rufe(script, args, {
    PORT,
    PORTAL_ZIEL: gebaut,
    PORTAL_INHALT: MUSTERKREIS,
    LAND_DATEI: 'test/fixtures/land/land.yaml',
  });

test.each([
  ['scripts/preview.ts', [], 'abc'],
  ['scripts/preview.ts', [], '0'],
  ['scripts/preview.ts', [], '4321.5'],
  ['scripts/dev.ts', [], '70000'],
  ['scripts/land.ts', ['ansehen'], '-1'],
])('%s %j on PORT=%s: 2, and what a port is', (script, args, PORT) => {
  expect(ruf(script, args, PORT)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(
      `„${PORT}“ ist kein Port. Bitte zuerst einen anderen nennen (Windows: set PORT=4322, sonst: export PORT=4322), dann: npm`,
    ) as string,
  });
});

test.each([
  ['scripts/preview.ts', []],
  ['scripts/land.ts', ['ansehen']],
])('%s %j on the port of somebody else: 1, and another one to take', (script, args) => {
  const { status, stderr } = ruf(script, args, String(port));
  expect(stderr).toContain(
    `Der Port ${port} ist belegt. Bitte zuerst einen anderen nennen (Windows: set PORT=${port + 1}, sonst: export PORT=${port + 1}), dann: npm`,
  );
  expect(status).toBe(1);
});

test.each([
  ['kaputt', 'dist', 'portal.yaml fehlt oder ist falsch. Siehe: npm run check'],
  [MUSTERKREIS, 'fehlt', 'liegt kein gebautes Portal. Bitte zuerst: npm run build'],
  [MUSTERKREIS, 'dist', 'liegt kein gebautes Portal. Bitte zuerst: npm run build'],
])('preview of %s built in %s: 1, and what to do', (inhalt, ziel, satz) => {
  mkdirSync(join(ordner, 'kaputt'), { recursive: true });
  writeFileSync(join(ordner, 'kaputt/portal.yaml'), 'name: [');
  mkdirSync(join(ordner, 'dist'), { recursive: true });
  const { status, stderr } = rufe('scripts/preview.ts', [], {
    PORTAL_INHALT: inhalt === MUSTERKREIS ? inhalt : join(ordner, inhalt),
    PORTAL_ZIEL: join(ordner, ziel),
  });
  expect(stderr).toContain(satz);
  expect([status, stderr.trimEnd().split('\n').length]).toEqual([1, 1]);
});

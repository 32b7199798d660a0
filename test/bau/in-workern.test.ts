import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { beendeWorker, inWorkern } from '../../src/bau/in-workern.ts';

const WORKER = new URL('../../src/bau/worker.ts', import.meta.url).href;
const programm = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { meinAuftrag, melde } from '${WORKER}'; const auftrag = meinAuftrag(); ${code}`)}`,
  );
const UMFANG = { anzahl: 10, jeWorker: 1 };
/** Never done, however late it is ended. */
const ENDLOS = 'await new Promise(() => setInterval(() => {}, 1000));';

test('what all workers send comes back, worker by worker', async () => {
  const teile = await inWorkern<number>(
    programm('melde(auftrag.teil); melde(auftrag.zehn);'),
    { zehn: 10 },
    UMFANG,
  );
  const [erste] = teile;
  expect(erste).toBe(0);
  expect(teile.filter((eines) => eines === 10)).toHaveLength(teile.length / 2);
});

test('a worker that fails stops the others, and its reason is told', async () => {
  const lauf = inWorkern(
    programm(`if (auftrag.teil === auftrag.von - 1) throw new Error('Kaputt'); ${ENDLOS}`),
    {},
    UMFANG,
  );
  await expect(lauf).rejects.toThrow('Kaputt');
});

test('who does not want them any more stops them all', async () => {
  const stopp = new AbortController();
  const lauf = inWorkern(programm(ENDLOS), {}, UMFANG, stopp.signal);
  stopp.abort();
  await expect(lauf).rejects.toThrow('stopped');
});

test('who ends himself ends all that run, and nothing of them is left', async () => {
  const ordner = mkdtempSync(join(tmpdir(), 'portal-worker-'));
  vi.stubEnv('TMPDIR', ordner);
  const laeufe = [1, 2].map(() => inWorkern(programm(ENDLOS), {}, UMFANG));
  vi.unstubAllEnvs();
  expect(readdirSync(ordner)).toHaveLength(2);
  beendeWorker();
  expect(readdirSync(ordner)).toEqual([]);
  rmSync(ordner, { recursive: true });
  await Promise.all(laeufe.map((lauf) => expect(lauf).rejects.toThrow('SIGKILL')));
});

test('one that ends before it has finished is noticed', async () => {
  const lauf = inWorkern(programm('melde(1); process.exit(3);'), {}, UMFANG);
  await expect(lauf).rejects.toThrow('aufgehört (3)');
});

test('they work while whoever has begun them is busy, however long their order is', async () => {
  const ordner = mkdtempSync(join(tmpdir(), 'portal-worker-'));
  const datei = join(ordner, 'fertig');
  const lauf = inWorkern(
    programm(`import { writeFileSync } from 'node:fs'; writeFileSync(auftrag.datei, '');`),
    { datei, viel: 'x'.repeat(5_000_000) },
    UMFANG,
  );
  const bis = performance.now() + 60_000;
  while (!existsSync(datei) && performance.now() < bis);
  expect(existsSync(datei)).toBe(true);
  await lauf;
  rmSync(ordner, { recursive: true });
});

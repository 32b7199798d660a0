import { expect, test } from 'vitest';
import { inWorkern } from '../../src/bau/in-workern.ts';

const programm = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${code}`)}`,
  );
const UMFANG = { anzahl: 10, jeWorker: 1 };
const ENDLOS = 'setInterval(() => {}, 1000);';

test('what all threads post comes back, thread by thread', async () => {
  const teile = await inWorkern<number>(
    programm('parentPort.postMessage(workerData.teil); parentPort.postMessage(workerData.zehn);'),
    { zehn: 10 },
    UMFANG,
  );
  const [erste] = teile;
  expect(erste).toBe(0);
  expect(teile.filter((eines) => eines === 10)).toHaveLength(teile.length / 2);
});

test('a thread that fails stops the others, and its reason is told', async () => {
  const lauf = inWorkern(
    programm(`if (workerData.teil === workerData.von - 1) throw new Error('Kaputt'); ${ENDLOS}`),
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

/** A search that is overtaken, one that takes long, and one that fails. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRunden, type Runde } from '../../src/browser/such-runde.ts';

let ereignisse: string[];
let beginne: ReturnType<typeof createRunden>;
beforeEach(() => {
  vi.useFakeTimers();
  ereignisse = [];
  beginne = createRunden({
    suchtNoch: () => ereignisse.push('sucht noch'),
    dauert: () => ereignisse.push('dauert'),
    gescheitert: (error) => ereignisse.push(String(error)),
  });
});
afterEach(() => vi.useRealTimers());

/** Begins a search whose only step ends when it is told to. */
function suche(name: string, danach: (runde: Runde) => void = () => undefined) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const ende = beginne(async (runde) => {
    await runde.schritt(promise);
    ereignisse.push(name);
    runde.beruhige();
    danach(runde);
  });
  return {
    fertig: () => (resolve(), ende),
    kaputt: () => (reject(new Error(name)), ende),
  };
}

test('a newer search ends an older one at its next step, also where that fails', async () => {
  const [erste, zweite, dritte] = [suche('erste'), suche('zweite'), suche('dritte')];
  await dritte.fertig();
  await erste.fertig();
  await zweite.kaputt();
  expect(ereignisse).toEqual(['dritte']);
});

test('what goes wrong in the newest is told', async () => {
  await suche('kaputt').kaputt();
  vi.runAllTimers();
  expect(ereignisse).toEqual(['Error: kaputt']);
});

test('it says when it takes long, until it is there', async () => {
  const lange = suche('lange');
  vi.advanceTimersByTime(1000);
  expect(ereignisse).toEqual(['sucht noch']);
  await lange.fertig();
  vi.runAllTimers();
  expect(ereignisse).toEqual(['sucht noch', 'lange']);
});

test('what waits for a pause comes after it, unless a newer search begins before', async () => {
  const denkt = (name: string) =>
    suche(name, (runde) => runde.nachPause(() => ereignisse.push(`${name} bedacht`))).fertig();
  await denkt('erste');
  await denkt('zweite');
  vi.runAllTimers();
  expect(ereignisse).toEqual(['erste', 'zweite', 'zweite bedacht']);
});

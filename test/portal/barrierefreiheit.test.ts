import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besuche, type Besuch, seitenarten } from './lib/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.each([
  { name: 'rhein-sieg', basis: '/', praefix: [''] },
  { name: 'musterkreis', basis: '/integration/', praefix: ['', 'ar/'] },
])('$name', ({ name, basis, praefix }) => {
  let besuch: Besuch;
  beforeAll(async () => {
    besuch = await besuche(name, basis);
  });
  afterAll(() => besuch.ende());

  const adressen = praefix.flatMap((p) =>
    seitenarten(name === 'musterkreis').map((adresse) => p + adresse),
  );

  it.each(adressen)('/%s passes axe, asks nobody else, and fits 320 px', async (adresse) => {
    const seite = await besuch.seite({ breite: 320 });
    const fremde: string[] = [];
    seite.on('request', (request) => {
      if (!request.url().startsWith(new URL(besuch.url).origin)) fremde.push(request.url());
    });
    await seite.goto(besuch.url + adresse, { waitUntil: 'networkidle' });
    expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(fremde).toEqual([]);
    for (const farben of ['light', 'dark'] as const) {
      await seite.emulateMedia({ colorScheme: farben });
      await seite.evaluate(axe);
      const verstoesse = await seite.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      });
      expect(verstoesse, farben).toEqual([]);
    }
    await seite.context().close();
  });
});

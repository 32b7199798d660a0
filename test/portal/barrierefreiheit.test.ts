import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verstoesse } from './lib/axe.ts';
import { besuche, type Besuch, seitenarten } from './lib/browser.ts';

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
    await seite.goto(besuch.url + adresse, { waitUntil: 'load' });
    expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(await verstoesse(seite)).toEqual([]);
    expect(fremde).toEqual([]);
    await seite.context().close();
  });
});

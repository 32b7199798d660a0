import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { verstoesse } from './lib/axe.ts';
import { besuche, type Besuch } from './lib/browser.ts';

describe('in Arabic and in easy German', () => {
  let besuch: Besuch;
  beforeAll(async () => {
    besuch = await besuche('rhein-sieg', '/');
  });
  afterAll(() => besuch.ende());

  const arten = [
    '',
    'suche/',
    'angebote/troisdorf-tafel/',
    `angebote/${kurzcode('rsk-frauenhaus')}/`,
    'angebote/alfter-lebeka/',
    'themen/beratung/',
    'kommunen/siegburg/',
    'anbieter/',
    'anbieter/skm-rhein-sieg/',
    'glossar/',
    'hilfe/',
    'impressum/',
    'wegweiser/neu-im-kreis/',
    'suchguete/',
    'bericht/',
    'projekte/sina-siegburg/',
    'kontakte/niederkassel/',
  ];
  it.each(['ar', 'leicht'].flatMap((sprache) => arten.map((art) => `${sprache}/${art}`)))(
    '/%s passes axe and fits 320 px',
    async (pfad) => {
      const seite = await besuch.seite({ breite: 320 });
      await seite.goto(besuch.url + pfad, { waitUntil: 'load' });
      expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      expect(await verstoesse(seite)).toEqual([]);
      await seite.context().close();
    },
  );
});

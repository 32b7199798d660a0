/** Pages of every kind, as the HTML standard and its rules for accessibility want them. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, type Message, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { sprachcodes } from '../../src/domain/portal.ts';
import { readPortal } from '../../src/katalog/read-katalog.ts';
import { WERKSTATT } from './lib/bauen.ts';

const pruefer = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // All scripts and styles come from the server of the page itself: who can change them can change the hash in the page, too.
      'require-sri': 'off',
      // Suggestions of the search carry marks and directions, which no <select> and no <datalist> can.
      'prefer-native-element': ['error', { exclude: ['listbox'] }],
    },
  }),
);

/**
 * The pages of a portal by language and kind: those that stand alone, and of those that come from the same template the longest, which
 * has most of what they can have.
 */
function jeArt(portal: string, sprachen: readonly string[]): Map<string, Map<string, string>> {
  const arten = new Map(sprachen.map((sprache) => [sprache, new Map<string, string>()]));
  const laengen = new Map<string, number>();
  for (const pfad of listPfade(join(WERKSTATT, portal)).filter((name) => name.endsWith('.html'))) {
    const [erster = '', ...rest] = pfad.split('/');
    const sprache = sprachen.includes(erster) ? erster : 'de';
    const ordner = sprache === 'de' ? [erster, ...rest] : rest;
    const art = ordner.length > 2 ? ordner.slice(0, -2).join('/') : ordner.join('/');
    const { size } = statSync(join(WERKSTATT, portal, pfad));
    if (size <= (laengen.get(`${sprache} ${art}`) ?? 0)) continue;
    laengen.set(`${sprache} ${art}`, size);
    arten.get(sprache)!.set(art, pfad);
  }
  return arten;
}

const inTemplate = ({ selector }: Message) => selector?.includes('> template') === true;

async function erwarteGueltig(portal: string, pfade: readonly string[]): Promise<void> {
  const gefunden: string[] = [];
  for (const pfad of pfade) {
    const html = readFileSync(join(WERKSTATT, portal, pfad), 'utf8');
    const { results } = await pruefer.validateString(html);
    const alle = results.flatMap(({ messages }) => messages);
    // What stands in a <template> nobody reads before a script has filled it in.
    for (const { ruleId, message, selector } of alle.filter((eine) => !inTemplate(eine)))
      gefunden.push(`${pfad} ${ruleId}: ${message} ${selector ?? ''}`);
  }
  expect(gefunden).toEqual([]);
}

it('a portal has valid pages of every kind in every language', async () => {
  const jeSprache = jeArt('musterkreis', ['de', 'en', 'ar']);
  const seiten = [...jeSprache.values()].flatMap((arten) => [...arten.values()]);
  expect(seiten.length).toBeGreaterThan(100);
  await erwarteGueltig('musterkreis', seiten);
});

it('the portal of the first Kreis has valid pages of every kind, each in German and another language in turn', async () => {
  const sprachen = sprachcodes(readPortal('content')!);
  const { de, ...andere } = Object.fromEntries(jeArt('rhein-sieg', sprachen));
  const turnus = Object.values(andere);
  const seiten = [...de!].flatMap(([art, pfad], i) => {
    const anderswo = turnus[i % turnus.length]!.get(art);
    return anderswo ? [pfad, anderswo] : [pfad];
  });
  expect(seiten.length).toBeGreaterThan(60);
  await erwarteGueltig('rhein-sieg', seiten);
});

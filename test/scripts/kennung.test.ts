import { expect, test } from 'vitest';
import { kennungAus } from '../../scripts/lib/kennung.ts';

const LANG = 'Beratung für Menschen, die neu hier sind und eine Wohnung suchen';

test.each([
  ['Sprachcafé Süd', undefined, 'sprachcafe-sued'],
  ['Sprachcafé Süd', 'hennef', 'hennef-sprachcafe-sued'],
  ['Sprachcafé Hennef', 'hennef', 'sprachcafe-hennef'],
  [LANG, undefined, 'beratung-fuer-menschen-die-neu-hier-sind-und-eine-wohnung'],
  [LANG, 'hennef', 'hennef-beratung-fuer-menschen-die-neu-hier-sind-und-eine'],
  ['x'.repeat(70), undefined, 'x'.repeat(60)],
  // A place alone is the name of no offer.
  ['دورة لغة', 'hennef', ''],
])('„%s“ in %s becomes an id', (name, kommune, id) => expect(kennungAus(name, kommune)).toBe(id));

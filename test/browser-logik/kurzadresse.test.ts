import { expect, test } from 'vitest';
import { gemeint } from '../../src/browser/kurzadresse.ts';

test.each([
  ['in capitals', '/A/NC73MK/', '/a/nc73mk/'],
  ['in another language', '/AR/a/nc73mK', '/ar/a/nc73mk/'],
  ['with the gap that is shown', '/a/nc7%203mk/', '/a/nc73mk/'],
  ['with a gap as a dash, a full stop behind it', '/a/nc7-3mk.', '/a/nc73mk/'],
  ['without the slash', '/anc73mk', '/a/nc73mk/'],
  ['with two slashes', '//ar//a//nc73mk//', '/ar/a/nc73mk/'],
  ['with y where a German keyboard has z', '/a/nc73my/', '/a/nc73mz/'],
  ['with an invisible sign of a message', '/a/nc73mk/%E2%81%A9', '/a/nc73mk/'],
  ['as it should be, but no offer has it', '/a/nc73mk/', undefined],
  ['too short', '/a/nc73m/', undefined],
  ['of another page', '/angebote/kurs/', undefined],
  ['with letters no code has', '/a/aeiouy/', undefined],
  ['broken', '/a/%E0%A4%A/', undefined],
])('an address %s: %s', (_, getippt, ziel) => expect(gemeint(getippt, '/')).toBe(ziel));

test('below the path of the portal only', () => {
  expect(gemeint('/Integration/EN/A/NC73MK', '/integration/')).toBe('/integration/en/a/nc73mk/');
  expect(gemeint('/verein/a/NC73MK/', '/integration/')).toBeUndefined();
});

test('what is meant needs no second correction', () => {
  const ziel = gemeint('/A/NC7%203MK', '/')!;
  expect(gemeint(ziel, '/')).toBeUndefined();
});

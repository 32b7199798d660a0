import { expect, test } from 'vitest';
import { angebot, lies } from '../lib/inhalt.ts';

test('two offers with one number of the same directory', () => {
  const mit = (ids: string) => angebot({ titel: ids.length.toString(), externe_ids: ids });
  const { fehlerZu } = lies({
    'angebote/a.md': mit('{ liste: "1" }'),
    'angebote/b.md': mit('{ andere: "1" }'),
    'angebote/c.md': mit('{ andere: "2", liste: "1" }'),
  });
  expect(fehlerZu()).toMatchObject([
    {
      datei: 'angebote/c.md',
      feld: 'externe_ids.liste',
      meldung: expect.stringMatching(
        /^Die Nummer „1“ \(liste\) hat schon .*angebote\/a\.md\./,
      ) as string,
    },
  ]);
});

/** What somebody puts into `public` is published as it is: nothing there may run, be read as a page, or slip past the checks. */
import { expect, test } from 'vitest';
import { fremdeDateien } from '../../scripts/lib/fremde-dateien.ts';
import { listPfade } from '../../scripts/lib/dateiliste.ts';

test('what a portal is made of is no concern', () => {
  const pfade = [
    'index.html',
    'sw.js',
    '_astro/a.js',
    '_headers',
    '.htaccess',
    'pagefind/a.pf_meta',
  ];
  expect(fremdeDateien([...pfade, 'daten/angebote.csv'], listPfade('public'))).toEqual([]);
});

test.each([
  'index.html.gz',
  'themen/arbeit/index.html.br',
  'seite.HTML',
  'bild.SVG',
  'willkommen.htm',
  's.xhtml',
  'ohne-endung',
  'unter/.htaccess',
  'liste.pdf',
])('/%s is not published: nobody would have looked at it', (pfad) => {
  const [satz, ...mehr] = fremdeDateien(['index.html', pfad], [pfad]);
  expect(satz).toContain(`/${pfad}`);
  expect(satz).toContain('public');
  expect(mehr).toEqual([]);
});

test.each(['_astro/zz.js', '_astro/a.css', 'x.js', 'seite.html', 'a/b/index.html'])(
  'public/%s is refused: pages and scripts are made by the build alone',
  (pfad) => expect(fremdeDateien([pfad], [pfad]).join()).toContain(`„${pfad}“`),
);

import { expect, test } from 'vitest';
import { mitVorladen } from '../../src/bau/vorladen.ts';

const importe = {
  '_astro/suche.js': ['_astro/klein.js', '_astro/finden.js'],
  '_astro/finden.js': ['_astro/klein.js', '_astro/zeichen.js'],
  '_astro/klein.js': [],
  '_astro/allein.js': [],
};
const seite = (...skripte: string[]) =>
  `<head><title>$&</title></head><body>${skripte.map((src) => `<script type="module" src="${src}"></script>`).join('')}</body>`;
const vorgeladen = (html: string) =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href);

test('a page names its script and all that it imports, each once, before the end of its head', () => {
  const html = mitVorladen(seite('/portal/_astro/suche.js'), '/portal/', importe);
  expect(vorgeladen(html)).toEqual(
    ['suche', 'klein', 'finden', 'zeichen'].map((name) => `/portal/_astro/${name}.js`),
  );
  expect(html.lastIndexOf('modulepreload')).toBeLessThan(html.indexOf('</head>'));
});

test('a page whose scripts import nothing stays as it is', () => {
  const html = seite('/_astro/allein.js', '/andere.js');
  expect(mitVorladen(html, '/', importe)).toBe(html);
});

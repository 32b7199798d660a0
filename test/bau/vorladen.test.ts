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

test('what is urgent is named first, and begins before the script that needs it', () => {
  const html = mitVorladen(seite('/_astro/suche.js'), '/', {
    ...importe,
    '_astro/suche.js': ['_astro/klein.js', '_astro/finden.js', '_astro/vorsuche.D1_-x.js'],
    '_astro/vorsuche.D1_-x.js': ['_astro/finden.js'],
  });
  expect(vorgeladen(html)).toEqual(
    ['vorsuche.D1_-x', 'finden', 'klein', 'zeichen', 'suche'].map((name) => `/_astro/${name}.js`),
  );
  expect(html).toContain(
    '<script type="module" async src="/_astro/vorsuche.D1_-x.js"></script><script type="module" src="/_astro/suche.js">',
  );
});

test('a page whose scripts import nothing stays as it is', () => {
  const html = seite('/_astro/allein.js', '/andere.js');
  expect(mitVorladen(html, '/', importe)).toBe(html);
});

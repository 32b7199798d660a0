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
  [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"( fetchpriority="low")?>/g)].map(
    ([, href = '', geduldig]) => href + (geduldig ? ', low' : ''),
  );

test('a page names its script and all that it imports, each once, before the end of its head', () => {
  const html = mitVorladen(seite('/portal/_astro/suche.js'), '/portal/', importe);
  expect(vorgeladen(html)).toEqual(
    ['suche', 'klein', 'finden', 'zeichen'].map((name) => `/portal/_astro/${name}.js`),
  );
  expect(html.lastIndexOf('modulepreload')).toBeLessThan(html.indexOf('</head>'));
});

test('what is urgent is named first, and begins before the script that needs it; that one and what comes after it can wait', () => {
  const skripte = ['/_astro/davor.js', '/_astro/suche.js', '/_astro/danach.js'];
  const html = mitVorladen(seite(...skripte), '/', {
    ...importe,
    '_astro/suche.js': ['_astro/klein.js', '_astro/finden.js', '_astro/vorsuche.D1_-x.js'],
    '_astro/vorsuche.D1_-x.js': ['_astro/finden.js'],
    '_astro/danach.js': ['_astro/klein.js'],
    '_astro/davor.js': ['_astro/finden.js', '_astro/seins.js'],
  });
  expect(vorgeladen(html)).toEqual(
    [
      'vorsuche.D1_-x.js',
      'finden.js',
      'klein.js',
      'zeichen.js',
      'davor.js',
      'seins.js',
      'suche.js, low',
      'danach.js, low',
    ].map((name) => `/_astro/${name}`),
  );
  expect(html).toContain(
    '<script type="module" src="/_astro/davor.js"></script><script type="module" async src="/_astro/vorsuche.D1_-x.js"></script><script type="module" src="/_astro/suche.js" fetchpriority="low"></script><script type="module" src="/_astro/danach.js" fetchpriority="low">',
  );
});

test('a page whose scripts import nothing stays as it is', () => {
  const html = seite('/_astro/allein.js', '/andere.js');
  expect(mitVorladen(html, '/', importe)).toBe(html);
});

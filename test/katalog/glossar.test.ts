/** The glossary explains each word once. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lies, MUSTERKREIS } from '../lib/inhalt.ts';

const DATEI = 'vokabular/glossar.yaml';
const GLOSSAR = readFileSync(`${MUSTERKREIS}/${DATEI}`, 'utf8');

test('a form of two words is refused where it stands the second time', () => {
  const { fehlerZu } = lies({
    [DATEI]: GLOSSAR.replace(
      'bezeichnung: Integrationskurs\n',
      'bezeichnung: Integrationskurs\n  formen: [Kurs, aufenthalt]\n',
    ),
  });
  expect(fehlerZu()).toEqual([
    expect.objectContaining({
      datei: DATEI,
      feld: 'integrationskurs.formen[1]',
      meldung: expect.stringMatching(
        /„aufenthalt“ steht auch beim Wort „aufenthaltstitel“/,
      ) as string,
    }),
  ]);
});

test('a word may name itself among its forms', () => {
  const { fehlerZu } = lies({
    [DATEI]: GLOSSAR.replace('formen: [', 'formen: [aufenthaltstitel, '),
  });
  expect(fehlerZu()).toEqual([]);
});

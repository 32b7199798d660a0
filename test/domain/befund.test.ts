import { expect, test } from 'vitest';
import { type Befund, compareBefunde, formatPfad } from '../../src/domain/befund.ts';

test.each([
  [['titel'], 'titel'],
  [['orte', 0, 'plz'], 'orte[0].plz'],
  [['zeiten', 1, 'tage', 2], 'zeiten[1].tage[2]'],
  [[], ''],
])('formatPfad(%j) is %s', (pfad, text) => expect(formatPfad(pfad)).toBe(text));

test('findings are sorted by file, line, field and rule', () => {
  const befund = (datei: string, zeile: number, feld: string, regel: string): Befund => ({
    datei,
    zeile,
    feld,
    regel,
    stufe: 'fehler',
    meldung: '',
  });
  const sortiert = [
    befund('a', 2, 'x', 'r'),
    befund('a', 10, 'a', 'r'),
    befund('a', 10, 'b', 'q'),
    befund('a', 10, 'b', 'r'),
    befund('b', 1, 'a', 'r'),
  ];
  expect([...sortiert].reverse().sort(compareBefunde)).toEqual(sortiert);
});

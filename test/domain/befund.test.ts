import { expect, test } from 'vitest';
import {
  begrenzeJeDatei,
  type Befund,
  compareBefunde,
  formatPfad,
  parsePfad,
} from '../../src/domain/befund.ts';

test.each([
  [['titel'], 'titel'],
  [['orte', 0, 'plz'], 'orte[0].plz'],
  [['zeiten', 1, 'tage', 2], 'zeiten[1].tage[2]'],
  [[], ''],
])('formatPfad(%j) is %s, and back', (pfad, text) => {
  expect(formatPfad(pfad)).toBe(text);
  expect(parsePfad(text)).toEqual(pfad);
});

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

test('of each file a hundred findings stay, the gravest first, and one that counts the others', () => {
  const befund = (datei: string, zeile: number, stufe: Befund['stufe']): Befund => ({
    datei,
    zeile,
    feld: 'x',
    regel: 'r',
    stufe,
    meldung: '',
  });
  const viele = (datei: string, stufe: Befund['stufe'], anzahl: number) =>
    Array.from({ length: anzahl }, (_, i) => befund(datei, i + 1, stufe));
  const wenige = viele('b', 'hinweis', 101);
  const begrenzt = begrenzeJeDatei([
    ...viele('a', 'hinweis', 90),
    ...viele('a', 'fehler', 20),
    ...wenige,
  ]);
  expect(begrenzt.filter(({ datei }) => datei === 'b')).toEqual(wenige);
  const a = begrenzt.filter(({ datei }) => datei === 'a');
  expect(a.map(({ stufe }) => stufe).filter((stufe) => stufe === 'fehler')).toHaveLength(20);
  expect(a).toHaveLength(101);
  expect(a.at(-1)).toMatchObject({
    stufe: 'hinweis',
    meldung: '… und 10 weitere Befunde in dieser Datei.',
  });
});

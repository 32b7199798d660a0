/** Compounds, taken apart with the words of the real content. */
import { describe, expect, test } from 'vitest';
import { falten } from '../../src/suche/analyse/falten.ts';
import { stamm } from '../../src/suche/analyse/stamm.ts';
import { zerlege } from '../../src/suche/analyse/zerlegung.ts';
import { createAnalyse } from '../../src/suche/text-analyse.ts';
import { sucheUeber } from '../lib/suche.ts';

const { istTeil } = sucheUeber('content');
const analysiere = createAnalyse(istTeil);

describe('taken apart', () => {
  test.each(
    [
      'sprach kurs',
      'deutsch kurs',
      'integrations kurs',
      'schwimm kurs',
      'kinder kleidung',
      'kinder garten',
      'kinder betreuung',
      'schwangerschafts beratung',
      'migrations beratung',
      'schuldner beratung',
      'wohnungs suche',
      'jugend migrationsdienst',
      'frauen haus',
      'frauen cafe',
      'kranken haus',
      'rat haus',
      'arbeits agentur',
      'freiwilligen agentur',
      'fluchtlings hilfe',
      'hausaufgaben hilfe',
      'lebensmittel ausgabe',
      'familien zentrum',
      'auslander behorde',
      'kranken versicherung',
      'sozial amt',
      'fahrrad werkstatt',
      'mobel lager',
      'wohn geld',
      'aufenthalts erlaubnis',
      'hebammen sprechstunde',
    ].map((teile) => [teile.replace(' ', ''), teile.split(' ')] as const),
  )('%s', (wort, teile) => expect(zerlege(wort, istTeil)).toEqual(teile));
});

describe('left whole', () => {
  test.each([
    'Beratung',
    'Deutschland',
    'Verein',
    'Vereinbarung',
    'Siegburg',
    'Troisdorf',
    'Niederkassel',
    'Wachtberg',
    'Königswinter',
    'Kleiderstuben',
    'Gemeinschaft',
    'Unterkunft',
    'Unterstützung',
    'Kurdisch',
    'Kurdische',
    'Termin',
    'Anerkennung',
    'Information',
    'Organisation',
    'International',
    'Bescheinigung',
    'Verständigung',
    'Einrichtung',
    'Erwachsene',
    'Ernährung',
    'Bedarf',
    'Führerschein',
    'Verwandte',
    'Zeitung',
    'Stiftung',
    'Frauen',
    'Ehrenamt',
    'Handarbeit',
    'Willkommen',
    'Hausrat',
  ])('%s', (wort) => expect(zerlege(falten(wort), istTeil)).toEqual([]));

  test('what is too short, not of Latin letters, or has a piece that nobody knows', () => {
    const nurKurs = (form: string) => form === 'kurs';
    expect(zerlege('kurs', nurKurs)).toEqual([]);
    expect(zerlege('xyzkurs', nurKurs)).toEqual([]);
    expect(zerlege('курскурс', nurKurs)).toEqual([]);
    expect(zerlege('kurskurs', nurKurs)).toEqual(['kurs', 'kurs']);
  });
});

test('few long pieces win over many short ones', () => {
  const teile = new Set(['kind', 'kinderhaus', 'haus', 'leitung'].map(stamm));
  expect(zerlege('kinderhausleitung', (form) => teile.has(form))).toEqual([
    'kinderhaus',
    'leitung',
  ]);
});

describe('a text is found', () => {
  const formen = (text: string) => [...analysiere([text]).formen.keys()];
  const wurzeln = (text: string) => [...analysiere([text]).wurzeln];

  test.each([
    ['Deutsch- und Integrationskurse', 'deutschkurs'],
    ['Sprach-, Schwimm- und Integrationskurse', 'schwimmkurs'],
    ['Familien- oder Jugendhilfe', 'familienhilf'],
    ['Sprach-Café', stamm('sprachcafe')],
    ['Sprach‑Café', stamm('sprachcafe')],
  ])('%s: by %s', (text, form) => expect(formen(text)).toContain(form));

  test('with a hyphen by each part as well', () => {
    expect(formen('Sprach-Café')).toEqual(expect.arrayContaining(['sprach', stamm('cafe')]));
  });

  test('no word is made up where the hyphen only ends a line of thought', () => {
    expect(formen('Deutsch - und dann. Integrationskurse')).not.toContain('deutschkurs');
    expect(formen('Deutsch-. Integrationskurse')).not.toContain('deutschkurs');
  });

  test('by what its compounds are made of, down to the smallest', () => {
    expect(wurzeln('Jugendmigrationsdienste')).toEqual(
      expect.arrayContaining(
        ['jugend', 'migrationsdien'].map((wort) => expect.stringContaining(wort)),
      ),
    );
    expect(wurzeln('Erziehungsberatungsstelle')).toEqual(
      expect.arrayContaining(['berat', 'erzieh']),
    );
    expect(formen('Erziehungsberatungsstelle')).not.toContain('beratung');
  });

  test('„Deutschland“ is no German course', () => {
    expect(wurzeln('Neu in Deutschland')).not.toContain('deutsch');
  });
});
